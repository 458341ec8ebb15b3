package org.hearsay.keep.index;

/** What to look for. */
public record SearchRequest(Query query, In in, Sort sort, int offset, int limit) {
    public SearchRequest {
        if (offset < 0 || limit < 0 || limit > 1000) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
        }
    }

    /** Claims, or articles. */
    public enum In {
        CLAIMS,
        ARTICLES
    }

    /** Best first, or newest first. */
    public enum Sort {
        RELEVANCE,
        NEWEST
    }
}
