package org.hearsay.keep.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.language.SentenceVectors;
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
    /** Memory for documents not yet written; a batch of the clerk is a few megabytes. */
    private static final double BUFFER_MB = 32;

    static {
        // 256 words of a query, each in a few fields, some of them phrases.
        IndexSearcher.setMaxClauseCount(8_192);
    }

    private final IndexFiles files;
    private final Directory directory;
    private final boolean writable;
    private final Origins origins = new Origins();
    private final Columns.Kept columns = new Columns.Kept();
    /** Asked only where "the last 7 days" is. */
    private final InstantSource clock = InstantSource.system();
    /** Guards the three below; the engine's own objects are thread-safe. */
    private final Object lock = new Object();

    private @Nullable IndexWriter writer;
    private @Nullable SearcherManager searchers;
    private boolean closed;
    private volatile @Nullable SentenceVectors vectors;

    private LuceneIndex(IndexFiles files, boolean writable) {
        this.files = files;
        this.directory = files.directory();
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
        IndexFiles files = new IndexFiles(folder);
        LuceneIndex index = new LuceneIndex(files, true);
        try {
            files.check(index.directory);
            index.writer();
            index.searchers();
            return index;
        } catch (LockObtainFailedException e) {
            index.close();
            throw new IndexHeld(folder, e);
        } catch (IOException | RuntimeException e) {
            index.close();
            throw files.trouble(e, true);
        }
    }

    /**
     * Opens the index for searching only, while another process may write it; each search sees that process's last
     * commit. Where there is no index yet nothing is found.
     */
    public static LuceneIndex openToSearch(Path folder) {
        return new LuceneIndex(new IndexFiles(folder), false);
    }

    /**
     * Deletes the index in this folder, whatever state it is in; other files stay.
     *
     * @throws IndexHeld if it is open
     */
    public static void wipe(Path folder) {
        new IndexFiles(folder).wipe();
    }

    /** Number of claims and articles that searches see. */
    public int size() {
        Integer size = searching(0, searcher -> searcher.getIndexReader().numDocs());
        return size;
    }

    @Override
    public void replace(List<IndexedArticle> articles) {
        replace(articles, Optional.ofNullable(vectors));
    }

    @Override
    public void replaceForNow(List<IndexedArticle> articles) {
        replace(articles, Optional.empty());
    }

    @Override
    public List<ArticleId> withoutMeaning(int most) {
        if (vectors == null) {
            return List.of();
        }
        return searching(List.of(), searcher -> {
            List<ArticleId> due = new ArrayList<>();
            TopDocs top = searcher.search(new TermQuery(new Term(Documents.MEANING_DUE, "yes")), most);
            for (ScoreDoc one : top.scoreDocs) {
                due.add(new ArticleId(searcher.storedFields()
                        .document(one.doc, Set.of(Documents.ARTICLE))
                        .get(Documents.ARTICLE)));
            }
            return due;
        });
    }

    private void replace(List<IndexedArticle> articles, Optional<SentenceVectors> now) {
        writing(w -> {
            for (IndexedArticle article : articles) {
                Map<String, byte[]> known = searching(Map.of(), searcher -> Points.of(article, searcher));
                w.updateDocuments(new Term(Documents.ARTICLE, article.id().text()), Documents.of(article, now, known));
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
            // First found, then safe: to have files on the disk takes longer than all the rest, and the queue still has
            // them.
            searchers().ifPresent(s -> refresh(s, true));
            w.commit();
        });
    }

    @Override
    public void caughtUp() {
        // Of merges that ended since the last commit; until then the disk holds what they merged as well.
        if (writable) {
            writing(w -> {
                if (w.hasUncommittedChanges()) {
                    w.commit();
                }
            });
        }
    }

    @Override
    public void clear() {
        writing(IndexWriter::deleteAll);
    }

    @Override
    public int count(Query query, SearchRequest.In in) {
        QueryNode asked = QueryReader.read(query.understood()).node();
        Integer count =
                searching(0, searcher -> searcher.count(new LuceneQueries(in, asked, clock.instant()).of(asked)));
        return count;
    }

    @Override
    public int count(SearchRequest.In in) {
        Integer count = searching(0, searcher -> searcher.count(LuceneQueries.kind(in)));
        return count;
    }

    @Override
    public Hits search(SearchRequest request) {
        QueryNode asked = QueryReader.read(request.query().understood()).node();
        return searching(
                Finding.nothing(),
                searcher -> new Finding(searcher, asked, request, origins, columns, clock.instant()).hits());
    }

    @Override
    public Hits alike(String text, int limit) {
        QueryNode words = QueryReader.read(Query.free(text).understood()).node();
        Optional<byte[]> meaning = Optional.ofNullable(vectors)
                .filter(v -> !(words instanceof QueryNode.Nothing))
                .flatMap(v -> Meaning.of(Query.plain(text), Query.unsigned(text), v));
        return searching(
                Finding.nothing(),
                searcher -> new Alike(
                                searcher,
                                new LuceneQueries(SearchRequest.In.CLAIMS, words, clock.instant()),
                                words,
                                meaning)
                        .best(limit));
    }

    @Override
    public void understand(SentenceVectors by) {
        vectors = by;
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
            throw files.trouble(e, writable);
        }
    }

    private <T> T searching(T none, Searching<T> step) {
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

    private Optional<IndexSearcher> acquire() throws IOException {
        if (!writable) {
            searchers().ifPresent(s -> refresh(s, false));
        }
        synchronized (lock) {
            Optional<SearcherManager> manager = searchers();
            return manager.isPresent() ? Optional.of(manager.get().acquire()) : Optional.empty();
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
