package org.hearsay.keep.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.hearsay.keep.index.QueryNode.Leaf;

/** One search of one state of the index. */
final class Finding {
    /**
     * A person is told after that long what was found so far. A net below the bounds of the language, which keep what they
     * allow below a tenth of a second for a million claims; so it is wide enough for a machine that is busy otherwise.
     */
    static final Duration PATIENCE = Duration.ofSeconds(3);
    /** What being new adds at most: a word of a good hit adds two to eight. */
    static final float NEWNESS = 1.5f;
    /** A claim that much older than the newest has half of it. */
    static final long HALF_SECONDS = Duration.ofDays(3).toSeconds();
    /** Copies named under one hit. */
    static final int MAX_COPIES = 24;
    /** Hits gone through to find enough that are no copies; beyond, pages end. */
    static final int MAX_FOLDED = 50_000;

    private final IndexSearcher searcher;
    private final QueryNode asked;
    private final SearchRequest request;
    private final Origins origins;
    private final Columns.Kept columns;
    private final LuceneQueries queries;
    private final Conditions conditions;
    private final Query query;

    Finding(
            IndexSearcher shared,
            QueryNode asked,
            SearchRequest request,
            Origins origins,
            Columns.Kept columns,
            Instant now)
            throws IOException {
        // One of its own, since each has its own patience.
        this.searcher = new IndexSearcher(shared.getIndexReader());
        if (request.folded()) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            searcher.setTimeout(() -> System.nanoTime() - end > 0);
        }
        this.asked = asked;
        this.request = request;
        this.origins = origins;
        this.columns = columns;
        this.queries = new LuceneQueries(request.in(), asked, now);
        this.conditions = new Conditions(asked, request.in());
        // Once for all the passes: what a * or a ~ stands for is looked up here.
        Query all = queries.of(asked);
        this.query =
                searcher.rewrite(request.seenBy().map(by -> seenBy(by, all)).orElse(all));
    }

    private static Query seenBy(Instant by, Query all) {
        return new BooleanQuery.Builder()
                .add(all, Occur.MUST)
                .add(LongPoint.newRangeQuery(Documents.SEEN, Long.MIN_VALUE, by.getEpochSecond()), Occur.FILTER)
                .build();
    }

    /** What is found where there is no index. */
    static Hits nothing() {
        return new Hits(0, List.of(), FacetCounts.none(), Hits.Remarks.NONE);
    }

    /** @param heads what is shown; {@code all} that was looked at, in order, and whether that is all there is */
    private record Chosen(List<ScoreDoc> heads, List<ScoreDoc> all, boolean complete) {
        static final Chosen NONE = new Chosen(List.of(), List.of(), true);
    }

    Hits hits() throws IOException {
        FacetCounts.Counted counted = searcher.search(query, new FacetCounts(columns));
        Chosen chosen = Chosen.NONE;
        if (counted.total() > 0) {
            chosen = request.folded() ? folded(counted.total()) : plain();
        }
        List<Hits.Hit> hits = told(chosen);
        boolean none = counted.total() == 0 && !searcher.timedOut();
        Hits.Remarks remarks = none
                ? new Hits.Remarks(false, new Suggestion(new Known()).meant(asked), parts())
                : new Hits.Remarks(searcher.timedOut(), Optional.empty(), List.of());
        return new Hits(counted.total(), hits, counted.facets(), remarks);
    }

    // ---- which, in which order -----------------------------------------------------------------------------------

    private Chosen plain() throws IOException {
        int reach = reach((long) request.offset() + request.limit());
        ScoreDoc[] top = request.limit() == 0 ? new ScoreDoc[0] : top(reach);
        List<ScoreDoc> shown = request.offset() >= top.length
                ? List.of()
                : List.of(top).subList(request.offset(), Math.min(reach, top.length));
        return new Chosen(shown, List.of(), false);
    }

    /** The first of each that say the same. */
    private Chosen folded(int total) throws IOException {
        long wanted = (long) request.offset() + request.limit();
        int reach = reach(wanted * 2 + 20);
        while (true) {
            ScoreDoc[] top = top(reach);
            Map<Long, ScoreDoc> first = new LinkedHashMap<>();
            for (ScoreDoc one : top) {
                first.putIfAbsent(number(one.doc, Documents.FOLD), one);
            }
            boolean all = top.length >= total || top.length < reach || reach >= MAX_FOLDED;
            if (first.size() >= wanted || all) {
                List<ScoreDoc> heads = first.values().stream()
                        .skip(request.offset())
                        .limit(request.limit())
                        .toList();
                return new Chosen(heads, List.of(top), top.length >= total);
            }
            reach = reach(reach * 4L);
        }
    }

    private int reach(long wanted) {
        long most = request.folded() ? MAX_FOLDED : Integer.MAX_VALUE;
        return (int) Math.max(
                1, Math.min(Math.min(wanted, most), searcher.getIndexReader().maxDoc()));
    }

    private ScoreDoc[] top(int reach) throws IOException {
        // Scores are only made for what may come out on top: counting is done by then.
        return searcher.search(ranked(), new TopFieldCollectorManager(order(), reach, null, 1)).scoreDocs;
    }

    private Query ranked() throws IOException {
        if (request.sort() != SearchRequest.Sort.RELEVANCE) {
            return query;
        }
        Optional<Long> newest = newest();
        if (newest.isEmpty()) {
            return query;
        }
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(
                        LongField.newDistanceFeatureQuery(Documents.WHEN, NEWNESS, newest.get(), HALF_SECONDS),
                        Occur.SHOULD)
                .build();
    }

    /** New is what is near the newest there is, so that a ranking does not change by waiting. */
    private Optional<Long> newest() throws IOException {
        byte[] most = PointValues.getMaxPackedValue(searcher.getIndexReader(), Documents.WHEN);
        long end = request.seenBy().map(Instant::getEpochSecond).orElse(Long.MAX_VALUE);
        return Optional.ofNullable(most).map(bytes -> Math.min(end, LongPoint.decodeDimension(bytes, 0)));
    }

    private Sort order() throws IOException {
        SortField byId = new SortField(Documents.ID, SortField.Type.STRING);
        SortField byNewness = new SortField(Documents.WHEN, SortField.Type.LONG, true);
        return switch (request.sort()) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, byId);
            case NEWEST -> new Sort(byNewness, byId);
            case ORIGINS -> new Sort(origins.in(searcher.getIndexReader()).order(), byNewness, byId);
        };
    }

    private long number(int doc, String field) throws IOException {
        return Origins.value(searcher.getIndexReader(), doc, field);
    }

    // ---- what is told of each ------------------------------------------------------------------------------------

    private List<Hits.Hit> told(Chosen chosen) throws IOException {
        List<ScoreDoc> shown = chosen.heads;
        Marks marks = new Marks(asked);
        StoredFields stored = searcher.storedFields();
        List<Document> documents = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (ScoreDoc one : shown) {
            Document document = stored.document(one.doc);
            documents.add(document);
            ids.add(document.get(Documents.ID));
        }
        Map<String, List<String>> copies = request.folded() ? copies(chosen, ids) : Map.of();
        Map<String, Hits.Why> why = request.folded() ? why(shown, ids) : Map.of();
        List<Hits.Hit> hits = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Document document = documents.get(i);
            hits.add(new Hits.Hit(
                    ids.get(i),
                    document.get(Documents.ARTICLE),
                    shown.get(i) instanceof FieldDoc f && f.fields != null && f.fields[0] instanceof Float s ? s : 0,
                    marks.in(document.get(Documents.SHOWN)),
                    why.getOrDefault(ids.get(i), Hits.Why.ALL),
                    copies.getOrDefault(ids.get(i), List.of())));
        }
        return hits;
    }

    private Map<String, List<String>> copies(Chosen chosen, List<String> ids) throws IOException {
        Map<Long, String> heads = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            heads.put(number(chosen.heads.get(i).doc, Documents.FOLD), ids.get(i));
        }
        if (heads.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> copies = new HashMap<>();
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc one : chosen.complete ? chosen.all : saying(heads.keySet())) {
            String head = heads.get(number(one.doc, Documents.FOLD));
            if (head == null) {
                continue;
            }
            String id = stored.document(one.doc, Set.of(Documents.ID)).get(Documents.ID);
            List<String> under = copies.computeIfAbsent(head, h -> new ArrayList<>());
            if (!id.equals(head) && under.size() < MAX_COPIES) {
                under.add(id);
            }
        }
        return copies;
    }

    /** Hits that say one of these, in order; as many as a page could name. */
    private List<ScoreDoc> saying(Set<Long> folds) throws IOException {
        Query same = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(
                        LongPoint.newSetQuery(
                                Documents.FOLD,
                                folds.stream().mapToLong(Long::longValue).toArray()),
                        Occur.FILTER)
                .build();
        int most = reach((long) folds.size() * (MAX_COPIES + 1));
        return List.of(searcher.search(same, new TopFieldCollectorManager(order(), most, null, 1)).scoreDocs);
    }

    /** By asking each condition alone of the few that are shown. */
    private Map<String, Hits.Why> why(List<ScoreDoc> shown, List<String> ids) throws IOException {
        List<Leaf> told = conditions.told();
        if (told.isEmpty() || ids.isEmpty()) {
            return Map.of();
        }
        int[] documents = shown.stream().mapToInt(one -> one.doc).toArray();
        List<List<String>> here = new ArrayList<>();
        List<List<String>> elsewhere = new ArrayList<>();
        ids.forEach(id -> {
            here.add(new ArrayList<>());
            elsewhere.add(new ArrayList<>());
        });
        for (Leaf condition : told) {
            BitSet own = conditions.isMetByEach(condition)
                    ? all(documents.length)
                    : among(conditions.own(condition, queries), documents);
            own.stream().forEach(i -> here.get(i).add(condition.toString()));
            if (request.in() == SearchRequest.In.CLAIMS && own.cardinality() < documents.length) {
                BitSet article = among(queries.somewhere(condition), documents);
                article.andNot(own);
                article.stream().forEach(i -> elsewhere.get(i).add(condition.toString()));
            }
        }
        Map<String, Hits.Why> why = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            why.put(ids.get(i), new Hits.Why(here.get(i), elsewhere.get(i)));
        }
        return why;
    }

    private static BitSet all(int size) {
        BitSet all = new BitSet(size);
        all.set(0, size);
        return all;
    }

    /** Which of these documents, by their places, a query finds; only their parts of the index are looked at. */
    private BitSet among(Optional<Query> alone, int[] documents) throws IOException {
        BitSet found = new BitSet(documents.length);
        if (alone.isEmpty()) {
            return found;
        }
        Weight weight = searcher.createWeight(searcher.rewrite(alone.get()), ScoreMode.COMPLETE_NO_SCORES, 1);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        List<Integer> places = IntStream.range(0, documents.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> documents[i]))
                .toList();
        int leaf = -1;
        DocIdSetIterator hits = DocIdSetIterator.empty();
        for (int place : places) {
            int at = ReaderUtil.subIndex(documents[place], leaves);
            if (at != leaf) {
                leaf = at;
                Scorer scorer = weight.scorer(leaves.get(leaf));
                hits = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            }
            int document = documents[place] - leaves.get(leaf).docBase;
            int reached = hits.docID() < document ? hits.advance(document) : hits.docID();
            found.set(place, reached == document);
        }
        return found;
    }

    private List<Hits.Part> parts() throws IOException {
        List<Hits.Part> parts = new ArrayList<>();
        for (Leaf condition : conditions.told()) {
            Query query = queries.of(condition);
            // Words are others each time.
            int count = LuceneLeaves.isMarked(condition)
                    ? searcher.count(query)
                    : columns.alone().of(query, searcher);
            parts.add(new Hits.Part(condition.toString(), count));
        }
        return parts;
    }

    private final class Known implements Suggestion.KnownWords {
        private final DirectSpellChecker speller = new DirectSpellChecker();

        @Override
        public Optional<String> like(String field, String word) {
            Term term = new Term(field, word);
            try {
                if (searcher.getIndexReader().docFreq(term) > 0) {
                    return Optional.empty();
                }
                SuggestWord[] like = speller.suggestSimilar(
                        term, 1, searcher.getIndexReader(), SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
                return like.length > 0 ? Optional.of(like[0].string) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean findsAny(QueryNode meant) {
            try {
                return searcher.count(queries.of(meant)) > 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
