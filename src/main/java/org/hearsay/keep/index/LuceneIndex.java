package org.hearsay.keep.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.hearsay.read.article.ArticleId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index in a folder of this machine. One process writes ({@link #open}), any number search beside it
 * ({@link #openToSearch}). Thread-safe.
 *
 * <p>An index that is empty though the store is not (a new folder, or one just wiped) must be filled by its owner: queue
 * every article when {@link #size} is 0 after {@code open}. A damaged one is wiped first:
 *
 * <pre>{@code
 * LuceneIndex index;
 * try {
 *     index = LuceneIndex.open(folder);
 * } catch (IndexDamaged damaged) {
 *     LuceneIndex.wipe(folder);
 *     index = LuceneIndex.open(folder);
 * }
 * if (index.size() == 0) {
 *     store.indexQueue().addAll();
 * }
 * }</pre>
 *
 * <p>Every method throws {@link IndexException} where the disk fails (or {@link IndexDamaged}); then what was handed in
 * since the last {@link #commit} that returned is taken back, and the next call starts from there.
 */
public final class LuceneIndex implements ClaimIndex {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);
    private static final String MAPPING_KEY = "hearsay.mapping";
    /** Memory for documents not yet written; a batch of the clerk is a few megabytes. */
    private static final double BUFFER_MB = 32;
    /** What the engine calls its files. Nothing else in the folder is ever touched. */
    private static final Pattern OURS = Pattern.compile("(?:_|segments|pending_segments|write\\.lock|stale).*");

    static {
        // 256 words of a query, each in a few fields, some of them phrases.
        IndexSearcher.setMaxClauseCount(8_192);
    }

    private final Path folder;
    private final Directory directory;
    private final boolean writable;
    /** Guards the three below; the engine's own objects are thread-safe. */
    private final Object lock = new Object();

    private @Nullable IndexWriter writer;
    private @Nullable SearcherManager searchers;
    private boolean closed;

    private LuceneIndex(Path folder, Directory directory, boolean writable) {
        this.folder = folder;
        this.directory = directory;
        this.writable = writable;
    }

    /**
     * Opens the index for writing and searching, after reading all of it once to see that it is whole (about a second
     * for each gigabyte). Makes the folder and an empty index where there is none.
     *
     * @throws IndexDamaged if it is not whole, or of another version
     * @throws IndexHeld if another process, or another index of this one, writes it
     */
    public static LuceneIndex open(Path folder) {
        Directory directory = directory(folder);
        LuceneIndex index = new LuceneIndex(folder, directory, true);
        try {
            try (Lock held = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
                held.ensureValid();
                check(folder, directory);
            }
            index.writer();
            index.searchers();
            return index;
        } catch (LockObtainFailedException e) {
            index.close();
            throw new IndexHeld(folder, e);
        } catch (IOException | RuntimeException e) {
            index.close();
            throw index.trouble(e);
        }
    }

    /**
     * Opens the index for searching only, while another process may write it; each search sees that process's last
     * commit. Where there is no index yet nothing is found.
     */
    public static LuceneIndex openToSearch(Path folder) {
        return new LuceneIndex(folder, directory(folder), false);
    }

    /**
     * Deletes the index in this folder, whatever state it is in; other files stay.
     *
     * @throws IndexHeld if it is open
     */
    public static void wipe(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Directory directory = directory(folder)) {
            try (Lock held = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
                held.ensureValid();
                for (Path file : files(folder)) {
                    if (!file.getFileName().toString().equals(IndexWriter.WRITE_LOCK_NAME)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (LockObtainFailedException e) {
            throw new IndexHeld(folder, e);
        } catch (IOException e) {
            throw IndexException.writing(folder, e);
        }
    }

    /** Number of claims and articles that searches see. */
    public int size() {
        Integer size = searching(0, searcher -> searcher.getIndexReader().numDocs());
        return size;
    }

    @Override
    public void replace(List<IndexedArticle> articles) {
        writing(w -> {
            for (IndexedArticle article : articles) {
                w.updateDocuments(new Term(Documents.ARTICLE, article.id().text()), Documents.of(article));
            }
        });
    }

    @Override
    public void remove(List<ArticleId> articles) {
        writing(w -> w.deleteDocuments(articles.stream()
                .map(id -> new Term(Documents.ARTICLE, id.text()))
                .toArray(Term[]::new)));
    }

    @Override
    public void commit() {
        writing(w -> {
            w.commit();
            searchers().ifPresent(s -> refresh(s, true));
        });
    }

    @Override
    public void clear() {
        writing(IndexWriter::deleteAll);
    }

    @Override
    public Hits search(SearchRequest request) {
        QueryNode asked = QueryReader.read(request.query().understood()).node();
        return searching(none(), searcher -> hits(searcher, asked, request));
    }

    /** What was not committed is dropped; the store still has it in its queue. */
    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            try (Directory last = directory) {
                if (searchers != null) {
                    searchers.close();
                }
                if (writer != null) {
                    writer.rollback();
                }
            } catch (IOException e) {
                throw trouble(e);
            }
        }
    }

    private static Hits none() {
        SortedMap<String, SortedMap<String, Integer>> facets = new TreeMap<>();
        Documents.FACETS.forEach(facet -> facets.put(facet, new TreeMap<>()));
        return new Hits(0, List.of(), facets);
    }

    private static Hits hits(IndexSearcher searcher, QueryNode asked, SearchRequest request) throws IOException {
        int reach = (int) Math.min(
                (long) request.offset() + request.limit(),
                Math.max(1, searcher.getIndexReader().maxDoc()));
        Sort sort = switch (request.sort()) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, new SortField(Documents.ID, SortField.Type.STRING));
            case NEWEST ->
                new Sort(
                        new SortField(Documents.WHEN, SortField.Type.LONG, true),
                        new SortField(Documents.ID, SortField.Type.STRING));
        };
        Object[] results = searcher.search(
                LuceneQueries.of(asked, request.in()),
                new MultiCollectorManager(
                        new TopFieldCollectorManager(sort, Math.max(1, reach), null, Integer.MAX_VALUE),
                        new FacetCounts()));
        TopFieldDocs top = (TopFieldDocs) results[0];
        @SuppressWarnings("unchecked")
        SortedMap<String, SortedMap<String, Integer>> facets =
                (SortedMap<String, SortedMap<String, Integer>>) results[1];
        Marks marks = new Marks(asked);
        StoredFields stored = searcher.storedFields();
        List<Hits.Hit> hits = new ArrayList<>();
        for (int i = request.offset(); i < Math.min(reach, top.scoreDocs.length); i++) {
            ScoreDoc found = top.scoreDocs[i];
            Document document = stored.document(found.doc);
            double score = found instanceof FieldDoc f && f.fields != null && f.fields[0] instanceof Float s ? s : 0;
            hits.add(new Hits.Hit(
                    document.get(Documents.ID),
                    document.get(Documents.ARTICLE),
                    score,
                    marks.in(document.get(Documents.SHOWN))));
        }
        return new Hits(Math.toIntExact(top.totalHits.value()), hits, facets);
    }

    /** A step that may meet the disk. */
    private interface Writing {
        void with(IndexWriter writer) throws IOException;
    }

    private interface Searching<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    private void writing(Writing step) {
        if (!writable) {
            throw new IllegalStateException("this index was opened to search, not to write");
        }
        try {
            step.with(writer());
        } catch (IOException | RuntimeException e) {
            takeBack();
            throw trouble(e);
        }
    }

    private <T> T searching(T none, Searching<T> step) {
        try {
            Optional<SearcherManager> manager = searchers();
            if (manager.isEmpty()) {
                return none;
            }
            if (!writable) {
                refresh(manager.get(), false);
            }
            IndexSearcher searcher = manager.get().acquire();
            try {
                return step.with(searcher);
            } finally {
                manager.get().release(searcher);
            }
        } catch (IOException | RuntimeException e) {
            throw trouble(e);
        }
    }

    private static void refresh(SearcherManager searchers, boolean wait) {
        try {
            if (wait) {
                searchers.maybeRefreshBlocking();
            } else {
                searchers.maybeRefresh();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
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
                    .setRAMBufferSizeMB(BUFFER_MB)
                    // Merges run in the clerk's own thread: their trouble is its trouble, and it is paced by them.
                    .setMergeScheduler(new SerialMergeScheduler());
            IndexWriter opened = new IndexWriter(directory, config);
            writer = opened;
            if (!DirectoryReader.indexExists(directory)) {
                opened.setLiveCommitData(Map.of(MAPPING_KEY, Documents.MAPPING).entrySet());
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
                failed.rollback();
            } catch (IOException | AlreadyClosedException e) {
                // The first failure is what the caller hears of; this one only says that the disk is still bad.
                LOG.warn("rolling back failed index={} problem={}", folder, IndexException.reason(e));
            }
        }
    }

    private Optional<SearcherManager> searchers() throws IOException {
        synchronized (lock) {
            stillOpen();
            if (searchers == null) {
                try {
                    searchers = new SearcherManager(directory, null);
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

    private static Directory directory(Path folder) {
        try {
            return FSDirectory.open(folder);
        } catch (FileAlreadyExistsException e) {
            throw new IndexException(
                    "the index cannot be in " + folder
                            + ": that is no folder; move it away, and it is made again from the store",
                    e);
        } catch (IOException e) {
            throw IndexException.writing(folder, e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> OURS.matcher(f.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Reads every file and compares it with its checksum. */
    private static void check(Path folder, Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            Optional<Path> other = files(folder).stream()
                    .filter(f -> !f.getFileName().toString().equals(IndexWriter.WRITE_LOCK_NAME))
                    .filter(f -> !f.getFileName().toString().startsWith("pending_segments"))
                    .findFirst();
            if (other.isPresent()) {
                throw new IndexDamaged(folder, "its list of files, segments_N, is missing");
            }
            return;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            String mapping = reader.getIndexCommit().getUserData().getOrDefault(MAPPING_KEY, "none");
            if (!mapping.equals(Documents.MAPPING)) {
                throw new IndexDamaged(
                        folder, "its fields are of version " + mapping + ", this program's are " + Documents.MAPPING);
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            // What the engine makes of bytes that pass as its own but are none: an unknown codec, a number too large.
            throw new IndexDamaged(folder, e);
        }
    }

    /** What went wrong, as the caller can act on it. */
    private RuntimeException trouble(Exception e) {
        if (e instanceof IndexException known) {
            return known;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CorruptIndexException
                    || cause instanceof IndexFormatTooOldException
                    || cause instanceof IndexFormatTooNewException
                    || cause instanceof IndexNotFoundException
                    || cause instanceof NoSuchFileException
                    || cause instanceof FileNotFoundException
                    || cause instanceof EOFException) {
                return new IndexDamaged(folder, cause);
            }
            if (cause instanceof LockObtainFailedException) {
                return new IndexHeld(folder, cause);
            }
        }
        if (e instanceof IOException
                || e instanceof java.io.UncheckedIOException
                || e instanceof AlreadyClosedException) {
            return writable ? IndexException.writing(folder, e) : IndexException.reading(folder, e);
        }
        return (RuntimeException) e;
    }
}
