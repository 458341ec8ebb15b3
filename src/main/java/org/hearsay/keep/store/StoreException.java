package org.hearsay.keep.store;

/** Our own disk failed us, or the store cannot be used. The message says what happened and what to do. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String words) {
        super(words);
    }

    public StoreException(String words, Throwable cause) {
        super(words, cause);
    }
}
