package org.hearsay.keep.index;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.keep.index.OpenSearchDocuments.Sent;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.language.SentenceVectors;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/**
 * The index on an OpenSearch, which many processes search and fill. Thread-safe; one process of an installation need not
 * know of the others.
 *
 * <p>What is handed in is kept here until {@link #commit}, which sends it. Each document has the id of its claim or article
 * and the number of its {@link #begin turn} for a version: an older one never takes the place of a newer one, and the same
 * once more changes nothing. So whatever failed is done again.
 *
 * <p>Every method throws {@link IndexAway} where the server is away or takes nothing, which may heal, and another
 * {@link IndexException} where somebody has to do something.
 */
public final class OpenSearchIndex implements ClaimIndex {
    private final OpenSearchServer server;
    private final OpenSearchIndices indices;
    private final OpenSearchHits searched;
    private final OpenSearchBulk bulk;
    private final InstantSource clock = InstantSource.system();
    private final boolean isNew;
    /** Guards those below: what is handed in and not committed. */
    private final Object lock = new Object();

    private Map<ArticleId, List<Sent>> waiting = new LinkedHashMap<>();
    private boolean emptied;
    /** Whether what is filled may be complete without being searched: until we have looked. */
    private boolean unsure = true;

    private Optional<Long> turn = Optional.empty();
    private volatile @Nullable SentenceVectors vectors;

    private OpenSearchIndex(OpenSearchAddress address, boolean writable) {
        this.server = new OpenSearchServer(address);
        this.indices = new OpenSearchIndices(address, server);
        this.searched = new OpenSearchHits(server, indices.searched());
        this.bulk = new OpenSearchBulk(server, indices.filled(), new OpenSearchTrouble(address));
        try {
            this.isNew = writable && indices.prepare();
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /**
     * Opens the index for writing and searching, and makes it where there is none.
     *
     * @throws IndexException if the server is no OpenSearch of a version that will do, or the index is of another version
     */
    public static OpenSearchIndex open(OpenSearchAddress address) {
        return new OpenSearchIndex(address, true);
    }

    /** Opens the index for searching only. The server is asked when something is looked for. */
    public static OpenSearchIndex openToSearch(OpenSearchAddress address) {
        return new OpenSearchIndex(address, false);
    }

    /** Whether it was made when it was opened: then its owner has to fill it. */
    public boolean isNew() {
        return isNew;
    }

    /** @throws IndexException if it is of another version of this program, or its server will not do */
    public void check() {
        indices.checkServer();
        indices.checkFields();
    }

    /** Whether the article or claim with this id is found. */
    public boolean holds(String id) {
        return searched.count(OpenSearchQueries.keys(Documents.ID, List.of(id))) > 0;
    }

    @Override
    public void begin() {
        synchronized (lock) {
            turn = Optional.of(bulk.turn());
        }
    }

    @Override
    public void replace(List<IndexedArticle> articles) {
        replace(articles, Optional.ofNullable(vectors));
    }

    @Override
    public void replaceForNow(List<IndexedArticle> articles) {
        replace(articles, Optional.empty());
    }

    private void replace(List<IndexedArticle> articles, Optional<SentenceVectors> known) {
        for (IndexedArticle article : articles) {
            List<Sent> sent = OpenSearchDocuments.of(article.id().text(), Documents.of(article, known, Map.of()));
            synchronized (lock) {
                waiting.put(article.id(), sent);
            }
        }
    }

    @Override
    public void remove(List<ArticleId> articles) {
        synchronized (lock) {
            articles.forEach(id -> waiting.put(id, List.of()));
        }
    }

    @Override
    public void commit() {
        synchronized (lock) {
            Map<ArticleId, List<Sent>> changes = waiting;
            waiting = new LinkedHashMap<>();
            Optional<Long> mine = turn;
            turn = Optional.empty();
            if (emptied) {
                indices.empty();
                emptied = false;
                mine = Optional.empty();
            }
            if (!changes.isEmpty()) {
                unsure = true;
                bulk.send(changes, mine.isPresent() ? mine.get() : bulk.turn());
            }
        }
    }

    @Override
    public void clear() {
        synchronized (lock) {
            waiting = new LinkedHashMap<>();
            emptied = true;
        }
    }

    @Override
    public void startOver() {
        synchronized (lock) {
            waiting = new LinkedHashMap<>();
            unsure = true;
            indices.startOver();
        }
    }

    @Override
    public void caughtUp() {
        synchronized (lock) {
            if (unsure) {
                indices.complete();
                unsure = false;
            }
        }
    }

    @Override
    public List<ArticleId> withoutMeaning(int most) {
        return vectors == null ? List.of() : bulk.withoutMeaning(most);
    }

    @Override
    public int count(org.hearsay.keep.index.Query query, SearchRequest.In in) {
        QueryNode asked = QueryReader.read(query.understood()).node();
        return searched.count(new LuceneQueries(in, asked, clock.instant()).of(asked));
    }

    @Override
    public int count(SearchRequest.In in) {
        return searched.count(LuceneQueries.kind(in));
    }

    @Override
    public Hits search(SearchRequest request) {
        QueryNode asked = QueryReader.read(request.query().understood()).node();
        return asked instanceof QueryNode.Nothing
                ? Finding.nothing()
                : new OpenSearchFinding(searched, asked, request, clock.instant()).hits();
    }

    @Override
    public Hits alike(String text, int limit) {
        QueryNode words = QueryReader.read(
                        org.hearsay.keep.index.Query.free(text).understood())
                .node();
        if (words instanceof QueryNode.Nothing) {
            return Finding.nothing();
        }
        Optional<byte[]> meaning = Optional.ofNullable(vectors)
                .flatMap(v -> Meaning.of(
                        org.hearsay.keep.index.Query.plain(text), org.hearsay.keep.index.Query.unsigned(text), v));
        return searched.alike(words, meaning, clock.instant(), limit);
    }

    @Override
    public void understand(SentenceVectors by) {
        vectors = by;
    }

    /** Number of claims and articles that searches see. */
    public int size() {
        return searched.count(Query.of(q -> q.bool(b -> b.should(
                OpenSearchQueries.of(LuceneQueries.kind(SearchRequest.In.CLAIMS)),
                OpenSearchQueries.of(LuceneQueries.kind(SearchRequest.In.ARTICLES))))));
    }

    /** What was not committed is dropped; the store still has it in its queue. */
    @Override
    public void close() {
        server.close();
    }
}
