package org.hearsay.keep.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.hearsay.page.Page;

/**
 * Pages as they came, in WARC files that only grow. Thread-safe. A record is on the disk (forced) when {@code keep}
 * returns. A file cut at any byte is readable up to the cut.
 */
public final class Archive implements AutoCloseable {
    private final Path folder;

    private Archive(Path folder) {
        this.folder = folder;
    }

    /** Opens or makes the archive in {@code folder}; a half-written record at the end of a file is cut off. */
    public static Archive open(Path folder) throws IOException {
        return new Archive(folder);
    }

    /** Keeps a page with the facts that a rebuild needs. */
    public Kept keep(Page page, Map<String, String> facts) throws IOException {
        throw new UnsupportedOperationException("" + folder);
    }

    /** The page kept there. */
    public KeptPage read(Kept at) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Every page, file by file in the order in which they were kept. */
    public void each(Consumer<KeptPage> visitor) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {}
}
