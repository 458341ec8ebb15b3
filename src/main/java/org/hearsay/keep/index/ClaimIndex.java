package org.hearsay.keep.index;

import java.util.List;
import org.hearsay.read.article.ArticleId;

/**
 * Finds claims and articles. Thread-safe. Its documents have the deterministic ids of claims and articles, so that
 * adding twice changes nothing.
 */
public interface ClaimIndex extends AutoCloseable {
    /** Replaces all that the index holds of these articles. Not searchable, and lost in a crash, until {@link #commit}. */
    void replace(List<IndexedArticle> articles);

    /** Takes out an article and its claims. */
    void remove(List<ArticleId> articles);

    /** When this returns, all earlier changes are on the disk and found by searches. */
    void commit();

    /** Never fails on what a person typed: see {@link Query#parse}. */
    Hits search(SearchRequest request);

    /** Empties the index. */
    void clear();

    @Override
    void close();
}
