package org.hearsay.keep.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.opensearch.client.opensearch._types.SortOptions;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest.Builder;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Hit;

/** What is asked of the index on an OpenSearch, and what its answers hold. Thread-safe. */
record OpenSearchHits(OpenSearchServer server, String index) {
    /** Candidates by their meaning that are looked at closely: words of {@link Bands} put near ones first but roughly. */
    private static final int ROUGH = 4 * Alike.REACH;

    /** @param meaning empty where none is known */
    record Found(String id, String article, String shown, long fold, double score, Optional<byte[]> meaning) {}

    @SuppressWarnings("rawtypes")
    SearchResponse<Map> search(UnaryOperator<Builder> asked) {
        return server.ask(client -> client.search(s -> asked.apply(s.index(index)), Map.class));
    }

    int count(org.apache.lucene.search.Query query) {
        return count(OpenSearchQueries.of(query));
    }

    int count(Query query) {
        return Math.toIntExact(server.ask(
                client -> client.count(c -> c.index(index).query(query)).count()));
    }

    /** What was counted under this name. */
    static Aggregate counted(Map<String, Aggregate> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(o -> o.field(f -> f.field(field).order(order)));
    }

    @SuppressWarnings("rawtypes")
    static List<Found> found(SearchResponse<Map> response) {
        List<Found> found = new ArrayList<>();
        for (Hit<Map> hit : response.hits().hits()) {
            Double score = hit.score();
            found.add(new Found(
                    id(hit),
                    text(hit, Documents.ARTICLE),
                    text(hit, Documents.SHOWN),
                    value(hit, Documents.FOLD) instanceof Number fold ? fold.longValue() : 0,
                    score == null ? 0 : score,
                    Optional.of(text(hit, Documents.MEANING))
                            .filter(meaning -> !meaning.isEmpty())
                            .map(Base64.getDecoder()::decode)));
        }
        return found;
    }

    @SuppressWarnings("rawtypes")
    static String id(Hit<Map> hit) {
        return text(hit, Documents.ID);
    }

    @SuppressWarnings("rawtypes")
    private static String text(Hit<Map> hit, String field) {
        return value(hit, field) instanceof String text ? text : "";
    }

    /** The value of a field, or the first of several. */
    @SuppressWarnings("rawtypes")
    private static Object value(Hit<Map> hit, String field) {
        Map source = hit.source();
        Object value = source == null ? null : source.get(field);
        Object first = value instanceof List<?> values && !values.isEmpty() ? values.get(0) : value;
        return first == null ? "" : first;
    }

    /** {@link Alike}: candidates by words from the server, and by meaning roughly from it and exactly from here. */
    Hits alike(QueryNode words, Optional<byte[]> meaning, Instant now, int limit) {
        Query byWords = OpenSearchQueries.of(new LuceneQueries(SearchRequest.In.CLAIMS, words, now).of(words));
        int reach = Math.max(limit, Alike.REACH);
        Map<String, Found> all = new LinkedHashMap<>();
        Map<String, Double> scores = new HashMap<>();
        for (Found one : best(byWords, reach)) {
            all.put(one.id(), one);
            scores.put(one.id(), one.score());
        }
        if (meaning.isPresent()) {
            List<String> others = new ArrayList<>();
            near(meaning.get(), reach).stream()
                    .filter(one -> all.putIfAbsent(one.id(), one) == null)
                    .forEach(one -> others.add(one.id()));
            if (!others.isEmpty()) {
                best(OpenSearchQueries.among(byWords, OpenSearchQueries.keys(Documents.ID, others)), others.size())
                        .forEach(one -> scores.put(one.id(), one.score()));
            }
        }
        List<Alike.Candidate> candidates = all.values().stream()
                .map(one -> new Alike.Candidate(
                        one.id(),
                        one.article(),
                        one.shown(),
                        scores.getOrDefault(one.id(), 0.0),
                        meaning.map(point -> cosine(one, point)).orElse(0.0)))
                .toList();
        return Alike.best(candidates, words, limit);
    }

    private List<Found> best(Query query, int most) {
        return found(search(s -> s.query(query).size(most)));
    }

    private List<Found> near(byte[] point, int reach) {
        Query rough = Query.of(q -> q.bool(b -> {
            Bands.of(point)
                    .forEach(band -> b.should(s -> s.constantScore(c ->
                            c.filter(f -> f.term(t -> t.field(Bands.FIELD).value(v -> v.stringValue(band)))))));
            return b;
        }));
        return best(rough, Math.max(reach, ROUGH)).stream()
                .sorted((a, b) -> Double.compare(cosine(b, point), cosine(a, point)))
                .limit(reach)
                .toList();
    }

    private static double cosine(Found one, byte[] point) {
        return one.meaning().map(own -> Bands.cosine(own, point)).orElse(0.0);
    }
}
