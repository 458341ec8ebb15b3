package org.hearsay.keep.index;

import java.nio.file.Path;

/**
 * The index could not be read or written. What was handed in since the last {@link ClaimIndex#commit} that returned
 * must be handed in again; nothing else is lost, since the index is derived.
 */
public sealed class IndexException extends RuntimeException permits IndexAway, IndexDamaged, IndexHeld {
    private static final long serialVersionUID = 1L;

    IndexException(String message) {
        super(message);
    }

    IndexException(String message, Throwable cause) {
        super(message, cause);
    }

    static String reason(Throwable cause) {
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : name + ": " + message;
    }

    static IndexException reading(Path folder, Throwable cause) {
        return new IndexException(
                "the index in " + folder + " cannot be read (" + reason(cause)
                        + "): give this user the right to read it, or move it away and it is made again from the store",
                cause);
    }

    static IndexException writing(Path folder, Throwable cause) {
        return new IndexException(
                "the index in " + folder + " cannot be written (" + reason(cause)
                        + "): make it writable or make room on its disk; what is not in it yet stays in the store's"
                        + " queue",
                cause);
    }
}
