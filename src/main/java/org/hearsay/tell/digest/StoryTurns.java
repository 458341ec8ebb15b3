package org.hearsay.tell.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.Stories.Move;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.compare.GroupId;
import org.hearsay.tell.digest.Digest.Item;
import org.hearsay.tell.digest.Digest.StoryItem;

/**
 * Stories that a reader was told as two and that are one by now, or as one and that are two. Only that matters to him:
 * that a story he never read of joined another, or that two joined and parted again between two letters, does not.
 */
final class StoryTurns {
    /** Of more in one window the latest are told. */
    private static final int LOOKED_AT = 500;

    private final Store store;
    private final Matches matches;

    StoryTurns(Store store, Matches matches) {
        this.store = store;
        this.matches = matches;
    }

    List<Item> between(Instant from, Instant to) {
        // Of each two the oldest turn tells how they stood before, and so how a reader was told of them.
        Map<Set<GroupId>, Move> turns = new LinkedHashMap<>();
        for (Move move : store.stories().moves(from, to, LOOKED_AT)) {
            turns.put(Set.copyOf(List.of(move.from(), move.into())), move);
        }
        List<Item> items = new ArrayList<>();
        for (Move move : turns.values()) {
            Optional<StoredArticle> one = told(move.from(), from);
            Optional<StoredArticle> other = told(move.into(), from);
            if (one.isPresent() && other.isPresent()) {
                boolean together = one.get().story().equals(other.get().story());
                if (together == (move.kind() == Move.Kind.JOINED)) {
                    items.add(item(move, one.get(), other.get()));
                }
            }
        }
        return items;
    }

    private static StoryItem item(Move move, StoredArticle one, StoredArticle other) {
        return new StoryItem(
                move.kind(), one.headline(), other.headline(), other.story(), other.url(), move.at(), move.why());
    }

    /**
     * The first article of a story, whose name it bears, if a reader was told something of it before. It is in one story
     * now, whatever became of the one that was named after it.
     */
    private Optional<StoredArticle> told(GroupId story, Instant before) {
        ArticleId first = new ArticleId(story.text());
        boolean told = store.claims().of(first).stream()
                .anyMatch(claim -> claim.firstSeen().isBefore(before) && matches.claim(claim));
        return told ? store.articles().current(first) : Optional.empty();
    }
}
