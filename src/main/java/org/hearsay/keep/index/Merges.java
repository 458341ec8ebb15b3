package org.hearsay.keep.index;

import java.nio.file.Path;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Merges beside whoever writes: a large one takes half a minute, and new claims would wait for it. */
final class Merges extends ConcurrentMergeScheduler {
    private static final Logger LOG = LoggerFactory.getLogger(Merges.class);
    /** Merges that may be due before whoever writes has to wait for one. */
    private static final int DUE = 6;

    private final Path folder;

    Merges(Path folder) {
        this.folder = folder;
        setMaxMergesAndThreads(DUE, 1);
    }

    @Override
    protected void handleMergeException(Throwable trouble) {
        // The engine has closed the writer on it, and so the next who writes hears of it.
        LOG.warn("merging stopped index={} problem={}", folder, IndexException.reason(trouble));
    }
}
