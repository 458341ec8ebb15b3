package org.hearsay.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LongValueFacetCounts;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LongValues;
import org.apache.lucene.search.LongValuesSource;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/**
 * The same questions over the same index, asked as one would with Lucene's own parts. {@link #bare} only matches, ranks
 * and counts the hits of the words as written; {@link #whole} does what a page of hits needs: words and titles by their
 * stems, claims only, the same facets over all hits (Lucene's own counters, their state of the index kept) and highlights
 * of the twenty best. It folds no copies, weighs nothing by age, and tells of no hit why it is one.
 */
final class PlainSearch {
    private static final List<String> FACETS = List.of("facet.outlet", "facet.voice", "facet.entity", "facet.story");
    private static final int TOP = 20;

    private final IndexSearcher searcher;
    private final List<StringDocValuesReaderState> facets = new ArrayList<>();
    private final Analyzer analyzer = new EnglishAnalyzer();

    PlainSearch(DirectoryReader reader) throws IOException {
        searcher = new IndexSearcher(reader);
        for (String facet : FACETS) {
            facets.add(new StringDocValuesReaderState(reader, facet));
        }
    }

    /** @return whether it can be asked so */
    boolean bare(String shape, String query) throws IOException {
        Optional<Query> asked = query(shape, query, false);
        if (asked.isPresent()) {
            searcher.search(asked.get(), new TopScoreDocCollectorManager(TOP, null, Integer.MAX_VALUE));
        }
        return asked.isPresent();
    }

    void whole(String shape, String query) throws IOException {
        Optional<Query> words = query(shape, query, true);
        if (words.isEmpty()) {
            return;
        }
        Query asked = new BooleanQuery.Builder()
                .add(words.get(), Occur.MUST)
                .add(new TermQuery(new Term("doc", "claim")), Occur.FILTER)
                .build();
        FacetsCollectorManager.FacetsResult found =
                FacetsCollectorManager.search(searcher, asked, TOP, new FacetsCollectorManager());
        FacetsCollector hits = found.facetsCollector();
        for (int i = 0; i < FACETS.size(); i++) {
            new StringValueFacetCounts(facets.get(i), hits).getTopChildren(200, FACETS.get(i));
        }
        new LongValueFacetCounts("traits", LongValuesSource.fromLongField("traits"), hits).getAllChildrenSortByValue();
        new LongValueFacetCounts("when", new Days(), hits).getAllChildrenSortByValue();
        TopDocs top = found.topDocs();
        UnifiedHighlighter.builder(searcher, analyzer)
                .withFieldMatcher(field -> true)
                .build()
                .highlight("shown", asked, top, 1);
    }

    private static Optional<Query> query(String shape, String query, boolean stems) {
        String[] words = query.replace("\"", "").split(" ");
        BooleanQuery.Builder asked = new BooleanQuery.Builder();
        if (shape.startsWith("word, ")) {
            asked.add(word(words[0], stems), Occur.MUST);
        } else if (shape.equals("two words")) {
            asked.add(word(words[0], stems), Occur.MUST);
            asked.add(word(words[1], stems), Occur.MUST);
        } else if (shape.startsWith("phrase")) {
            asked.add(
                    stems
                            ? either(
                                    new PhraseQuery("text.exact", words[0], words[1]),
                                    new PhraseQuery("title.exact", words[0], words[1]))
                            : new PhraseQuery("text.exact", words[0], words[1]),
                    Occur.MUST);
            if (shape.contains("fields")) {
                asked.add(new TermQuery(new Term("attribution", "named")), Occur.FILTER);
                asked.add(new PhraseQuery("outlet", "outlet", "3"), Occur.FILTER);
            }
        } else {
            return Optional.empty();
        }
        return Optional.of(asked.build());
    }

    private static Query word(String word, boolean stems) {
        if (!stems) {
            return new TermQuery(new Term("text.exact", word));
        }
        String stem = stem(word);
        return either(new TermQuery(new Term("text", stem)), new TermQuery(new Term("title", stem)));
    }

    private static Query either(Query text, Query title) {
        return new DisjunctionMaxQuery(List.of(text, new BoostQuery(title, 0.6f)), 0.2f);
    }

    private static String stem(String word) {
        try (var stream = new EnglishAnalyzer().tokenStream("", word)) {
            var term = stream.addAttribute(org.apache.lucene.analysis.tokenattributes.CharTermAttribute.class);
            stream.reset();
            return stream.incrementToken() ? term.toString() : word;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The day of a second. */
    private static final class Days extends LongValuesSource {
        private final LongValuesSource seconds = LongValuesSource.fromLongField("when");

        @Override
        public LongValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
            LongValues values = seconds.getValues(leaf, scores);
            return new LongValues() {
                @Override
                public long longValue() throws IOException {
                    return Math.floorDiv(values.longValue(), 86_400);
                }

                @Override
                public boolean advanceExact(int document) throws IOException {
                    return values.advanceExact(document);
                }
            };
        }

        @Override
        public boolean needsScores() {
            return false;
        }

        @Override
        public LongValuesSource rewrite(IndexSearcher by) {
            return this;
        }

        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
            return true;
        }

        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Days;
        }

        @Override
        public String toString() {
            return "days";
        }
    }
}
