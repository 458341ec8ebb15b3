package org.hearsay.keep.index;

import java.time.Instant;
import java.util.Optional;

/**
 * What to look for.
 *
 * @param folded whether claims that say the same, or articles of one text, count as one hit with others under it; then
 *     {@code offset} and {@code limit} count those
 * @param seenBy looks only at what was first seen by then, so that pages that follow each other do not shift when more
 *     comes in
 */
public record SearchRequest(
        Query query, In in, Sort sort, boolean folded, int offset, int limit, Optional<Instant> seenBy) {
    public SearchRequest {
        if (offset < 0 || limit < 0 || limit > 1000) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
        }
    }

    /** As everything stands now. */
    public SearchRequest(Query query, In in, Sort sort, boolean folded, int offset, int limit) {
        this(query, in, sort, folded, offset, limit, Optional.empty());
    }

    /** Every hit by itself. */
    public SearchRequest(Query query, In in, Sort sort, int offset, int limit) {
        this(query, in, sort, false, offset, limit);
    }

    /** Claims, or articles. */
    public enum In {
        CLAIMS,
        ARTICLES
    }

    /** Best first (newer ones before, where they are as good), newest first, or first what most independent origins say. */
    public enum Sort {
        RELEVANCE,
        NEWEST,
        ORIGINS
    }
}
