package org.hearsay.keep.index;

/**
 * The server that holds the index is not to be reached, or takes nothing just now. It may heal by itself: what was to be
 * written stays in the store's queue, and is to be handed in again later.
 */
public final class IndexAway extends IndexException {
    private static final long serialVersionUID = 1L;

    IndexAway(String message, Throwable cause) {
        super(message, cause);
    }
}
