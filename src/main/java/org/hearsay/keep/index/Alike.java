package org.hearsay.keep.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Claims that may say what a text says. Two ways lead to them: its words, weighed by how rare they are, and the point at
 * which its meaning lies. The first misses claims in other words, the second confuses like events; each candidate of
 * either is weighed by both.
 */
final class Alike {
    /** Candidates of each way. */
    private static final int REACH = 100;
    /** What the cosine of two meanings weighs against the words, whose rarest counts some ten. */
    private static final double WEIGHT = 30;

    private final IndexSearcher searcher;
    private final LuceneQueries queries;
    private final QueryNode words;
    private final Optional<byte[]> meaning;

    Alike(IndexSearcher searcher, LuceneQueries queries, QueryNode words, Optional<byte[]> meaning) {
        this.searcher = searcher;
        this.queries = queries;
        this.words = words;
        this.meaning = meaning;
    }

    private record Found(int doc, String id, double score) {}

    Hits best(int limit) throws IOException {
        org.apache.lucene.search.Query query = queries.of(words);
        int reach = Math.max(limit, REACH);
        Map<Integer, Double> byWords = scores(query, reach);
        Map<Integer, Double> byMeaning = new HashMap<>();
        if (meaning.isPresent()) {
            byMeaning.putAll(cosines(meaning.get(), Optional.empty(), reach));
            Set<Integer> all = new TreeSet<>(byWords.keySet());
            all.addAll(byMeaning.keySet());
            org.apache.lucene.search.Query these = these(all);
            byMeaning.putAll(cosines(meaning.get(), Optional.of(these), all.size()));
            byWords.putAll(scores(
                    new BooleanQuery.Builder()
                            .add(query, Occur.MUST)
                            .add(these, Occur.FILTER)
                            .build(),
                    all.size()));
        }
        Set<Integer> all = new TreeSet<>(byWords.keySet());
        all.addAll(byMeaning.keySet());
        StoredFields stored = searcher.storedFields();
        List<Found> found = new ArrayList<>();
        for (int doc : all) {
            double score = byWords.getOrDefault(doc, 0.0) + WEIGHT * byMeaning.getOrDefault(doc, 0.0);
            // Copies of a claim that differ by a mark or a space are one to a reader: which is first must not hang on
            // that.
            score = Math.round(score * 100) / 100.0;
            found.add(new Found(doc, stored.document(doc, Set.of(Documents.ID)).get(Documents.ID), score));
        }
        found.sort(Comparator.comparingDouble(Found::score)
                .reversed()
                .thenComparing(one -> one.id().length())
                .thenComparing(Found::id));
        Marks marks = new Marks(words);
        List<Hits.Hit> hits = new ArrayList<>();
        for (Found one : found.subList(0, Math.min(limit, found.size()))) {
            Document document = stored.document(one.doc());
            hits.add(new Hits.Hit(
                    one.id(),
                    document.get(Documents.ARTICLE),
                    one.score(),
                    marks.in(document.get(Documents.SHOWN)),
                    Hits.Why.ALL,
                    List.of()));
        }
        return new Hits(found.size(), hits, FacetCounts.none(), Hits.Remarks.NONE);
    }

    private Map<Integer, Double> scores(org.apache.lucene.search.Query query, int most) throws IOException {
        Map<Integer, Double> scores = new HashMap<>();
        if (most > 0) {
            for (ScoreDoc one : searcher.search(query, most).scoreDocs) {
                scores.put(one.doc, (double) one.score);
            }
        }
        return scores;
    }

    private Map<Integer, Double> cosines(byte[] point, Optional<org.apache.lucene.search.Query> among, int most)
            throws IOException {
        if (most == 0) {
            return Map.of();
        }
        Map<Integer, Double> cosines = new HashMap<>();
        // The engine's score is half of one more than the cosine.
        scores(new KnnByteVectorQuery(Documents.MEANING, point, most, among.orElse(null)), most)
                .forEach((doc, score) -> cosines.put(doc, 2 * score - 1));
        return cosines;
    }

    private org.apache.lucene.search.Query these(Set<Integer> docs) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<BytesRef> ids = new ArrayList<>();
        for (int doc : docs) {
            ids.add(new BytesRef(stored.document(doc, Set.of(Documents.ID)).get(Documents.ID)));
        }
        return new TermInSetQuery(Documents.ID, ids);
    }
}
