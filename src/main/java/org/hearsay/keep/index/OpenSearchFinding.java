package org.hearsay.keep.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearsay.keep.index.OpenSearchHits.Found;
import org.hearsay.keep.index.QueryNode.Leaf;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SortOptions;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch._types.SuggestMode;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.LongTermsBucket;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.TermSuggestOption;

/** One search of an OpenSearch: {@link Finding} in its words. */
final class OpenSearchFinding {
    private static final String NEWEST = "newest";
    private static final String FOLDS = "folds";
    private static final String TEXTS = "texts";
    private static final String OWN = "own ";
    private static final String ELSEWHERE = "else ";

    private final OpenSearchHits server;
    private final QueryNode asked;
    private final SearchRequest request;
    private final LuceneQueries queries;
    private final Conditions conditions;
    private final Query query;

    OpenSearchFinding(OpenSearchHits server, QueryNode asked, SearchRequest request, Instant now) {
        this.server = server;
        this.asked = asked;
        this.request = request;
        this.queries = new LuceneQueries(request.in(), asked, now);
        this.conditions = new Conditions(asked, request.in());
        Query all = OpenSearchQueries.of(queries.of(asked));
        this.query = request.seenBy().map(by -> seenBy(by, all)).orElse(all);
    }

    private static Query seenBy(Instant by, Query all) {
        return OpenSearchQueries.among(
                all, Query.of(q -> q.range(r -> r.field(Documents.SEEN).lte(JsonData.of(by.toString())))));
    }

    Hits hits() {
        int most = request.folded() ? Finding.MAX_FOLDED : OpenSearchIndices.WINDOW;
        int size = (int) Math.clamp((long) most - request.offset(), 0, request.limit());
        Query ranked = ranked();
        List<SortOptions> order = order();
        SearchResponse<Map> response = server.search(s -> {
            s.query(ranked).sort(order).trackScores(true).size(size).from(size == 0 ? 0 : request.offset());
            s.trackTotalHits(t -> t.enabled(true));
            if (request.folded()) {
                s.collapse(c -> c.field(Documents.FOLD)).timeout(Finding.PATIENCE.toMillis() + "ms");
            }
            return OpenSearchFacets.asked(s);
        });
        int total = Math.toIntExact(response.hits().total().value());
        List<Found> shown = OpenSearchHits.found(response);
        boolean none = total == 0 && !response.timedOut();
        Hits.Remarks remarks = none
                ? new Hits.Remarks(false, new Suggestion(new Known()).meant(asked), parts())
                : new Hits.Remarks(response.timedOut(), Optional.empty(), List.of());
        return new Hits(total, told(shown, total, ranked, order), OpenSearchFacets.of(response), remarks);
    }

    // ---- in which order ------------------------------------------------------------------------------------------

    private Query ranked() {
        return switch (request.sort()) {
            case RELEVANCE -> newest().map(this::newerFirst).orElse(query);
            case NEWEST -> query;
            case ORIGINS -> byOrigins();
        };
    }

    private Query newerFirst(Instant newest) {
        return Query.of(q -> q.bool(b -> b.must(query)
                .should(near -> near.distanceFeature(d -> d.field(Documents.WHEN)
                        .origin(JsonData.of(newest.toString()))
                        .pivot(Finding.HALF_SECONDS + "s")
                        .boost(Finding.NEWNESS)))));
    }

    private Optional<Instant> newest() {
        SearchResponse<Map> response =
                server.search(s -> s.size(0).aggregations(NEWEST, a -> a.max(m -> m.field(Documents.WHEN))));
        Double millis =
                OpenSearchHits.counted(response.aggregations(), NEWEST).max().value();
        if (millis == null || millis.isInfinite()) {
            return Optional.empty();
        }
        Instant newest = Instant.ofEpochMilli(millis.longValue());
        return Optional.of(request.seenBy().filter(by -> by.isBefore(newest)).orElse(newest));
    }

    /** Scores what is said by the number of texts it comes from; what comes from one has no score. */
    private Query byOrigins() {
        Map<Integer, List<FieldValue>> byNumber = new TreeMap<>();
        List<FieldValue> found = new ArrayList<>();
        for (LongTermsBucket fold : folds(query, false)) {
            found.add(key(fold));
        }
        if (!found.isEmpty()) {
            for (LongTermsBucket fold : folds(OpenSearchQueries.values(Documents.FOLD, found), true)) {
                int texts = Math.toIntExact(OpenSearchHits.counted(fold.aggregations(), TEXTS)
                        .cardinality()
                        .value());
                byNumber.computeIfAbsent(texts, t -> new ArrayList<>()).add(key(fold));
            }
        }
        return Query.of(q -> q.bool(b -> {
            byNumber.forEach((texts, said) -> b.should(s -> s.constantScore(c ->
                    c.filter(OpenSearchQueries.values(Documents.FOLD, said)).boost((float) texts))));
            return b.filter(query);
        }));
    }

    /** What the hits of a query say, each once; of the whole index, only what stands there twice. */
    private List<LongTermsBucket> folds(Query of, boolean counted) {
        SearchResponse<Map> response = server.search(s -> s.size(0).query(of).aggregations(FOLDS, a -> {
            var terms = a.terms(
                    t -> t.field(Documents.FOLD).size(Finding.MAX_FOLDED).minDocCount(counted ? 2L : 1L));
            return counted ? terms.aggregations(TEXTS, t -> t.cardinality(c -> c.field(Documents.SOURCE_TEXT))) : terms;
        }));
        Aggregate folds = OpenSearchHits.counted(response.aggregations(), FOLDS);
        return folds.isLterms() ? folds.lterms().buckets().array() : List.of();
    }

    private static FieldValue key(LongTermsBucket bucket) {
        return FieldValue.of(bucket.key().signed());
    }

    private List<SortOptions> order() {
        SortOptions byId = OpenSearchHits.by(Documents.ID, SortOrder.Asc);
        SortOptions byNewness = OpenSearchHits.by(Documents.WHEN, SortOrder.Desc);
        SortOptions byScore = SortOptions.of(o -> o.score(s -> s.order(SortOrder.Desc)));
        return switch (request.sort()) {
            case RELEVANCE -> List.of(byScore, byId);
            case NEWEST -> List.of(byNewness, byId);
            case ORIGINS -> List.of(byScore, byNewness, byId);
        };
    }

    // ---- what is told of each ------------------------------------------------------------------------------------

    private List<Hits.Hit> told(List<Found> shown, int total, Query ranked, List<SortOptions> order) {
        boolean more = request.folded() && !shown.isEmpty() && shown.size() < total;
        Map<Long, List<String>> alike = more ? alike(shown, ranked, order) : Map.of();
        Map<String, Hits.Why> why = request.folded() ? why(shown) : Map.of();
        Marks marks = new Marks(asked);
        List<Hits.Hit> hits = new ArrayList<>();
        for (Found one : shown) {
            List<String> copies = alike.getOrDefault(one.fold(), List.of()).stream()
                    .filter(id -> !id.equals(one.id()))
                    .limit(Finding.MAX_COPIES)
                    .toList();
            hits.add(new Hits.Hit(
                    one.id(),
                    one.article(),
                    request.sort() == SearchRequest.Sort.RELEVANCE ? one.score() : 0,
                    marks.in(one.shown()),
                    why.getOrDefault(one.id(), Hits.Why.ALL),
                    copies));
        }
        return hits;
    }

    /** All hits that say what one of these says, in order; as many as a page could name. */
    private Map<Long, List<String>> alike(List<Found> heads, Query ranked, List<SortOptions> order) {
        List<FieldValue> folds =
                heads.stream().map(head -> FieldValue.of(head.fold())).toList();
        Query same = OpenSearchQueries.among(ranked, OpenSearchQueries.values(Documents.FOLD, folds));
        SearchResponse<Map> response =
                server.search(s -> s.query(same).sort(order).size(heads.size() * (Finding.MAX_COPIES + 1)));
        Map<Long, List<String>> alike = new HashMap<>();
        for (Found one : OpenSearchHits.found(response)) {
            alike.computeIfAbsent(one.fold(), f -> new ArrayList<>()).add(one.id());
        }
        return alike;
    }

    /** By asking each condition alone of the few that are shown. */
    private Map<String, Hits.Why> why(List<Found> shown) {
        List<Leaf> told = conditions.told();
        if (told.isEmpty() || shown.isEmpty()) {
            return Map.of();
        }
        SearchResponse<Map> response = server.search(s -> s.size(shown.size())
                .query(q -> q.bool(b -> {
                    b.filter(OpenSearchQueries.keys(
                            Documents.ID, shown.stream().map(Found::id).toList()));
                    for (Leaf condition : told) {
                        if (!conditions.isMetByEach(condition)) {
                            conditions.own(condition, queries).ifPresent(own -> b.should(named(own, OWN + condition)));
                            if (request.in() == SearchRequest.In.CLAIMS) {
                                queries.somewhere(condition)
                                        .ifPresent(some -> b.should(named(some, ELSEWHERE + condition)));
                            }
                        }
                    }
                    return b;
                })));
        Map<String, Set<String>> met = new HashMap<>();
        response.hits().hits().forEach(hit -> met.put(OpenSearchHits.id(hit), new TreeSet<>(hit.matchedQueries())));
        Map<String, Hits.Why> why = new HashMap<>();
        for (Found one : shown) {
            Set<String> names = met.getOrDefault(one.id(), Set.of());
            List<String> here = new ArrayList<>();
            List<String> elsewhere = new ArrayList<>();
            for (Leaf condition : told) {
                if (conditions.isMetByEach(condition) || names.contains(OWN + condition)) {
                    here.add(condition.toString());
                } else if (names.contains(ELSEWHERE + condition)) {
                    elsewhere.add(condition.toString());
                }
            }
            why.put(one.id(), new Hits.Why(here, elsewhere));
        }
        return why;
    }

    private static Query named(org.apache.lucene.search.Query query, String name) {
        return Query.of(
                q -> q.constantScore(c -> c.filter(OpenSearchQueries.of(query)).queryName(name)));
    }

    private List<Hits.Part> parts() {
        return conditions.told().stream()
                .map(condition -> new Hits.Part(condition.toString(), server.count(queries.of(condition))))
                .toList();
    }

    private final class Known implements Suggestion.KnownWords {
        private static final String LIKE = "like";

        @Override
        public Optional<String> like(String field, String word) {
            SearchResponse<Map> response = server.search(s -> s.size(0)
                    .suggest(g -> g.suggesters(
                            LIKE,
                            l -> l.text(word)
                                    .term(t -> t.field(OpenSearchDocuments.field(field))
                                            .suggestMode(SuggestMode.Missing)
                                            .size(1)))));
            return response.suggest().getOrDefault(LIKE, List.of()).stream()
                    .flatMap(one -> one.term().options().stream())
                    .map(TermSuggestOption::text)
                    .findFirst();
        }

        @Override
        public boolean findsAny(QueryNode meant) {
            return server.count(queries.of(meant)) > 0;
        }
    }
}
