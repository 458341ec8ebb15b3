package org.hearsay.keep.index;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.language.SentenceVectors;
import org.jspecify.annotations.Nullable;

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
    static {
        // 256 words of a query, each in a few fields, some of them phrases.
        IndexSearcher.setMaxClauseCount(8_192);
    }

    private final LuceneEngine engine;
    private final Origins origins = new Origins();
    private final Columns.Kept columns = new Columns.Kept();
    /** Asked only where "the last 7 days" is. */
    private final InstantSource clock = InstantSource.system();

    private volatile @Nullable SentenceVectors vectors;

    private LuceneIndex(IndexFiles files, boolean writable) {
        this.engine = new LuceneEngine(files, writable, columns);
    }

    /**
     * Opens the index for writing and searching, after reading all of it once to see that it is whole (about a second
     * for each gigabyte). Makes the folder and an empty index where there is none.
     *
     * @throws IndexDamaged if it is not whole, or of another version
     * @throws IndexHeld if another process, or another index of this one, writes it
     */
    public static LuceneIndex open(Path folder) {
        LuceneIndex index = new LuceneIndex(new IndexFiles(folder), true);
        index.engine.start();
        return index;
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
        Integer size = engine.searching(0, searcher -> searcher.getIndexReader().numDocs());
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
        return engine.searching(List.of(), searcher -> {
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
        engine.writing(w -> {
            for (IndexedArticle article : articles) {
                Map<String, byte[]> known = engine.searching(Map.of(), searcher -> Points.of(article, searcher));
                w.updateDocuments(new Term(Documents.ARTICLE, article.id().text()), Documents.of(article, now, known));
            }
        });
    }

    @Override
    public void remove(List<ArticleId> articles) {
        engine.writing(w -> w.deleteDocuments(articles.stream()
                .map(id -> new Term(Documents.ARTICLE, id.text()))
                .toArray(Term[]::new)));
    }

    @Override
    public void commit() {
        engine.writing(w -> {
            // First found, then safe: to have files on the disk takes longer than all the rest, and the queue still has
            // them.
            engine.refresh();
            w.commit();
        });
    }

    @Override
    public void caughtUp() {
        // Of merges that ended since the last commit; until then the disk holds what they merged as well.
        if (engine.isWritable()) {
            engine.writing(w -> {
                if (w.hasUncommittedChanges()) {
                    w.commit();
                }
            });
        }
    }

    @Override
    public void clear() {
        engine.writing(IndexWriter::deleteAll);
    }

    @Override
    public int count(Query query, SearchRequest.In in) {
        QueryNode asked = QueryReader.read(query.understood()).node();
        Integer count = engine.searching(
                0, searcher -> searcher.count(new LuceneQueries(in, asked, clock.instant()).of(asked)));
        return count;
    }

    @Override
    public int count(SearchRequest.In in) {
        Integer count = engine.searching(0, searcher -> searcher.count(LuceneQueries.kind(in)));
        return count;
    }

    @Override
    public Hits search(SearchRequest request) {
        QueryNode asked = QueryReader.read(request.query().understood()).node();
        return engine.searching(
                Finding.nothing(),
                searcher -> new Finding(searcher, asked, request, origins, columns, clock.instant()).hits());
    }

    @Override
    public Hits alike(String text, int limit) {
        QueryNode words = QueryReader.read(Query.free(text).understood()).node();
        Optional<byte[]> meaning = Optional.ofNullable(vectors)
                .filter(v -> !(words instanceof QueryNode.Nothing))
                .flatMap(v -> Meaning.of(Query.plain(text), Query.unsigned(text), v));
        return engine.searching(
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
        engine.close();
    }
}
