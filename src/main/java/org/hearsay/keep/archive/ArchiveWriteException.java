package org.hearsay.keep.archive;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A page could not be put into the archive: its disk is full, or somebody may not write there. It is the user's to mend. */
public final class ArchiveWriteException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    public ArchiveWriteException(IOException cause) {
        super("the archive cannot be written: " + cause.getMessage(), cause);
    }
}
