package org.hearsay.keep.index;

import java.nio.file.Path;

/** Another process writes this index. It can still be searched: {@link LuceneIndex#openToSearch}. */
public final class IndexHeld extends IndexException {
    private static final long serialVersionUID = 1L;

    IndexHeld(Path folder, Throwable cause) {
        super(
                "the index in " + folder
                        + " is in use by another Hearsay; stop that one, or give this one another --data",
                cause);
    }
}
