package org.hearsay.run;

import java.io.UncheckedIOException;
import org.hearsay.keep.index.IndexException;
import org.hearsay.keep.store.StoreException;

/** Tells what our own disk did from a fault of the program: the one needs a line with its remedy, the other a stack. */
final class OwnDisk {
    private OwnDisk() {}

    /** Whether this came from the store, the archive or the index, whose messages say what to do. */
    static boolean failed(Throwable fault) {
        return fault instanceof StoreException
                || fault instanceof IndexException
                || fault instanceof UncheckedIOException;
    }
}
