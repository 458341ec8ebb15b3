package org.hearsay.keep.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.compare.Fingerprint;
import org.hearsay.read.compare.GroupId;

/** Articles in their versions, and the groups they belong to. Derived. */
public interface Articles {
    /** Adds a version (1, or one more than the last), and a row in the index queue. */
    void add(StoredArticle article, Fingerprint fingerprint);

    /** The newest version. */
    Optional<StoredArticle> current(ArticleId id);

    Optional<StoredArticle> version(ArticleId id, int version);

    /** Number of versions, 0 if it is not known. */
    int versions(ArticleId id);

    /** The newest versions of these, those that exist. */
    List<StoredArticle> all(Collection<ArticleId> ids);

    /** What the newest versions of these say, those that are articles; it costs a third of {@link #all}. */
    Map<ArticleId, Article> texts(Collection<ArticleId> ids);

    /** The newest versions, newest first by {@code fetched}. */
    List<StoredArticle> latest(int limit);

    /** The newest version of every article, by id. */
    void each(Consumer<StoredArticle> visitor);

    int count();

    /**
     * Articles whose fingerprint shares at least {@code shared} shingles with this one, candidates for copies; of each shingle
     * the first {@code most} that were filed at the most.
     */
    List<Fingerprinted> sharing(Fingerprint fingerprint, int shared, int most);

    /** An article as its groups see it. {@code when}: stated publication, else first fetch. */
    record Fingerprinted(
            ArticleId id, Fingerprint fingerprint, Instant when, PageUrl url, GroupId story, GroupId origin) {}

    /** Moves every member of {@code from} into {@code to}, and queues them for the index and for their story. */
    void mergeOrigins(GroupId from, GroupId to);

    List<ArticleId> inStory(GroupId story);

    List<ArticleId> inOrigin(GroupId origin);
}
