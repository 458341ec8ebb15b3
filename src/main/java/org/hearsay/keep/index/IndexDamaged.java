package org.hearsay.keep.index;

import java.nio.file.Path;

/**
 * The files of the index are not those that were written: bytes changed, files missing, or another version of this
 * program or of its engine made them. Nothing is lost: wipe the index ({@link LuceneIndex#wipe}), open it again, and
 * queue every article of the store.
 */
public final class IndexDamaged extends IndexException {
    private static final long serialVersionUID = 1L;

    IndexDamaged(Path folder, String what) {
        super(words(folder, what));
    }

    IndexDamaged(Path folder, Throwable cause) {
        super(words(folder, reason(cause)), cause);
    }

    private static String words(Path folder, String what) {
        return "the index in " + folder + " is damaged (" + what + "); empty that folder, and it is filled again from"
                + " the store";
    }
}
