package org.hearsay.keep.index;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lucene on the files of one index: what writes them and what searches them, opened when it is first asked for, and anew
 * where it failed. Thread-safe.
 *
 * <p>Where the disk fails all of it throws {@link IndexException}; if something was being written, what was since the last
 * commit is taken back.
 */
final class LuceneEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneEngine.class);
    /** Memory for documents not yet written; a batch of the clerk is a few megabytes. */
    private static final double BUFFER_MB = 32;

    private final IndexFiles files;
    private final Directory directory;
    private final boolean writable;
    private final Columns.Kept columns;
    /** Guards the three below; Lucene's own objects are thread-safe. */
    private final Object lock = new Object();

    private @Nullable IndexWriter writer;
    private @Nullable SearcherManager searchers;
    private boolean closed;

    LuceneEngine(IndexFiles files, boolean writable, Columns.Kept columns) {
        this.files = files;
        this.directory = files.directory();
        this.writable = writable;
        this.columns = columns;
    }

    boolean isWritable() {
        return writable;
    }

    /** Opens what is there once it is seen to be whole, or a new index where there is none; closes where it cannot. */
    void start() {
        try {
            files.check(directory);
            writer();
            searchers();
        } catch (IOException | RuntimeException e) {
            close();
            throw files.trouble(e, true);
        }
    }

    /** What was not committed is dropped. */
    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            try (Directory last = directory) {
                closeSearchers();
                if (writer != null) {
                    writer.rollback();
                }
            } catch (IOException e) {
                throw files.trouble(e, writable);
            }
        }
    }

    /** A step that may meet the disk. */
    interface Writing {
        void with(IndexWriter writer) throws IOException;
    }

    interface Searching<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    void writing(Writing step) {
        if (!writable) {
            throw new IllegalStateException("this index was opened to search, not to write");
        }
        try {
            step.with(writer());
        } catch (IOException | RuntimeException e) {
            takeBack();
            throw files.trouble(e, writable);
        }
    }

    <T> T searching(T none, Searching<T> step) {
        try {
            Optional<IndexSearcher> searcher = acquire();
            if (searcher.isEmpty()) {
                return none;
            }
            try {
                return step.with(searcher.get());
            } finally {
                // Not by its manager, which another may have taken the place of meanwhile.
                searcher.get().getIndexReader().decRef();
            }
        } catch (IOException | RuntimeException e) {
            throw files.trouble(e, writable);
        }
    }

    /** Lets searches find what was written until now; a step of what is written. */
    void refresh() throws IOException {
        Optional<SearcherManager> manager = searchers();
        if (manager.isPresent()) {
            manager.get().maybeRefreshBlocking();
        }
    }

    private Optional<IndexSearcher> acquire() throws IOException {
        Optional<SearcherManager> last = writable ? Optional.empty() : searchers();
        if (last.isPresent()) {
            // What another process wrote; whoever does this already is not waited for.
            last.get().maybeRefresh();
        }
        synchronized (lock) {
            Optional<SearcherManager> manager = searchers();
            return manager.isPresent() ? Optional.of(manager.get().acquire()) : Optional.empty();
        }
    }

    /** The writer; a new one, at the last commit, where the last one failed. */
    private IndexWriter writer() throws IOException {
        synchronized (lock) {
            stillOpen();
            IndexWriter current = writer;
            if (current != null && current.isOpen()) {
                return current;
            }
            if (current != null) {
                // It died between two calls: what those handed in is gone, and somebody must be told.
                writer = null;
                throw new IOException("the index's writer failed", current.getTragicException());
            }
            IndexWriterConfig config = new IndexWriterConfig(Analysis.BY_FIELD)
                    .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
                    .setCommitOnClose(false)
                    .setCodec(Packing.codec())
                    .setRAMBufferSizeMB(BUFFER_MB)
                    .setMergedSegmentWarmer(columns::of)
                    .setMergeScheduler(new Merges(files.folder()));
            IndexWriter opened = new IndexWriter(directory, config);
            writer = opened;
            closeSearchers();
            if (!DirectoryReader.indexExists(directory)) {
                opened.setLiveCommitData(
                        Map.of(IndexFiles.MAPPING_KEY, Documents.MAPPING).entrySet());
                opened.commit();
            }
            return opened;
        }
    }

    private void takeBack() {
        synchronized (lock) {
            IndexWriter failed = writer;
            writer = null;
            if (failed == null) {
                return;
            }
            try {
                // They may show what is taken back.
                closeSearchers();
                failed.rollback();
            } catch (IOException | AlreadyClosedException e) {
                // The first failure is what the caller hears of; this one only says that the disk is still bad.
                LOG.warn("rolling back failed index={} problem={}", files.folder(), IndexException.reason(e));
            }
        }
    }

    private void closeSearchers() throws IOException {
        SearcherManager last = searchers;
        searchers = null;
        if (last != null) {
            last.close();
        }
    }

    /** Of what the writer was handed, also before it is on the disk; of the last commit where nothing can be written. */
    private Optional<SearcherManager> searchers() throws IOException {
        synchronized (lock) {
            stillOpen();
            if (searchers == null) {
                IndexWriter current = writer;
                SearcherFactory warm = writable ? new Columns.Warm(columns) : new SearcherFactory();
                try {
                    searchers = current != null && current.isOpen()
                            ? new SearcherManager(current, warm)
                            : new SearcherManager(directory, warm);
                } catch (IndexNotFoundException e) {
                    if (writable) {
                        throw e;
                    }
                    return Optional.empty();
                }
            }
            return Optional.of(searchers);
        }
    }

    private void stillOpen() {
        if (closed) {
            throw new IllegalStateException("the index is closed");
        }
    }
}
