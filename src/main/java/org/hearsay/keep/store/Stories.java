package org.hearsay.keep.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.compare.Fingerprint;
import org.hearsay.read.compare.GroupId;

/**
 * How articles come into stories after they were filed. Each text has one article that speaks for it, the one that its
 * origin is named after; ties between these hold stories together. A story is named after the article of it that was seen
 * first, so its name lasts, and whatever becomes of it, the article of that name is in the story that took its place.
 *
 * <p>Ties and the queue are derived; what became of stories is not, since readers may have seen them.
 */
public interface Stories {
    /** Articles whose story is to be looked at, the oldest rows: those filed lately, and those whose text changed. */
    List<Row> next(int limit);

    void done(Collection<Row> rows);

    /** Queues these once more, those that exist. */
    void look(Collection<ArticleId> articles);

    int size();

    record Row(long number, ArticleId article) {}

    /** The article that speaks for the text of this one, in its newest version. */
    Optional<Text> text(ArticleId article);

    /** Those of these that speak for their text. */
    List<Text> texts(Collection<ArticleId> articles);

    /** @param tied whether the ties of this version are known */
    record Text(ArticleId id, int version, boolean tied) {}

    /**
     * Articles that speak for their text and share some of these topics with this one, filed under a time (stated, else
     * first seen) within so many days of its own: those that share most of them, and of these the latest filed.
     *
     * @param perTopic how many holders of each topic count, half of them before and half after the article, the nearest in
     *     time
     */
    List<Text> near(ArticleId article, Set<String> topics, double days, int perTopic, int most);

    /** Of the newest versions of those that exist. */
    Map<ArticleId, Fingerprint> fingerprints(Collection<ArticleId> articles);

    /** Replaces all ties of this version of an article, from both sides. */
    void tie(Text text, Map<ArticleId, Double> ties);

    /** The ties of each of these. */
    Map<ArticleId, Map<ArticleId, Double>> ties(Collection<ArticleId> articles);

    /** The story of each of these that exists. */
    Map<ArticleId, GroupId> storiesOf(Collection<ArticleId> articles);

    /** The articles of each of these stories that speak for their text. */
    Map<GroupId, List<ArticleId>> textsIn(Collection<GroupId> stories);

    /** How many articles carry the text that each of these speaks for. */
    Map<ArticleId, Integer> copies(Collection<ArticleId> texts);

    /** The articles that carry these texts, by origin. */
    List<Member> members(Collection<GroupId> origins);

    /** An article as its story sees it. */
    record Member(ArticleId id, GroupId origin, GroupId story, Instant firstSeen) {}

    /** Puts all articles of these origins into a story, and queues for the index those that were in another. */
    void settle(Collection<GroupId> origins, GroupId story);

    /** Notes what became of a story. */
    void record(Move move);

    /** What came into a story and what left it, newest first. */
    List<Move> movesOf(GroupId story, int limit);

    /** What became of any story in [from, to), newest first. */
    List<Move> moves(Instant from, Instant to, int limit);

    /**
     * Articles that went from one story to another.
     *
     * @param articles how many
     * @param why in words
     */
    record Move(GroupId from, GroupId into, Kind kind, Instant at, int articles, String why) {
        /** JOINED: the story ended, it is one with the other. SPLIT: these parted from the rest of it. */
        public enum Kind {
            JOINED,
            SPLIT
        }
    }
}
