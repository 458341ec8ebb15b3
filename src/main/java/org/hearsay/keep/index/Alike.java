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
    static final int REACH = 100;
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

    /**
     * A claim that may be meant.
     *
     * @param byWords how well its words fit; 0 if none does
     * @param cosine of its meaning and the text's; 0 where one is unknown
     */
    record Candidate(String id, String article, String shown, double byWords, double cosine) {
        double score() {
            // Copies of a claim that differ by a mark or a space are one to a reader: which is first must not hang on
            // that.
            return Math.round((byWords + WEIGHT * cosine) * 100) / 100.0;
        }
    }

    /** The candidates of an engine as its answer. */
    static Hits best(List<Candidate> candidates, QueryNode words, int limit) {
        Marks marks = new Marks(words);
        List<Hits.Hit> hits = candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::score)
                        .reversed()
                        .thenComparing(one -> one.id().length())
                        .thenComparing(Candidate::id))
                .limit(limit)
                .map(one -> new Hits.Hit(
                        one.id(), one.article(), one.score(), marks.in(one.shown()), Hits.Why.ALL, List.of()))
                .toList();
        return new Hits(candidates.size(), hits, FacetCounts.none(), Hits.Remarks.NONE);
    }

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
        List<Candidate> candidates = new ArrayList<>();
        for (int doc : all) {
            Document document = stored.document(doc);
            candidates.add(new Candidate(
                    document.get(Documents.ID),
                    document.get(Documents.ARTICLE),
                    document.get(Documents.SHOWN),
                    byWords.getOrDefault(doc, 0.0),
                    byMeaning.getOrDefault(doc, 0.0)));
        }
        return best(candidates, words, limit);
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
