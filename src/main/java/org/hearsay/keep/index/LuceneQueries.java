package org.hearsay.keep.index;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.hearsay.keep.index.QueryNode.Form;
import org.hearsay.keep.index.QueryNode.Leaf;

/** A query tree as a query of the engine. */
final class LuceneQueries {
    /** The title says what a text is about, but it is the same for all claims of an article. */
    private static final float TITLE_WEIGHT = 0.6f;
    /** How much the weaker of two fields that hold a word adds to the stronger. */
    private static final float TIE = 0.2f;

    private LuceneQueries() {}

    static Query of(QueryNode node, SearchRequest.In in) {
        Query asked = query(node).orElseGet(() -> new MatchNoDocsQuery("nothing was asked"));
        return new BooleanQuery.Builder()
                .add(asked, Occur.MUST)
                .add(
                        new TermQuery(new Term(Documents.DOC, in == SearchRequest.In.CLAIMS ? "claim" : "article")),
                        Occur.FILTER)
                .build();
    }

    /** Empty where nothing is left to compare: a word that analysis takes for none asks nothing. */
    private static Optional<Query> query(QueryNode node) {
        return switch (node) {
            case Leaf leaf -> leaf(leaf);
            case QueryNode.All all -> all(all.parts());
            case QueryNode.Any any -> any(any.parts());
            case QueryNode.Not not -> all(List.of(not));
            case QueryNode.Everything everything -> Optional.of(MatchAllDocsQuery.INSTANCE);
            case QueryNode.Nothing nothing -> Optional.empty();
        };
    }

    private static Optional<Query> all(List<QueryNode> parts) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int asked = 0;
        boolean positive = false;
        for (QueryNode part : parts) {
            boolean negated = part instanceof QueryNode.Not;
            Optional<Query> query = query(part instanceof QueryNode.Not not ? not.part() : part);
            if (query.isPresent()) {
                all.add(query.get(), negated ? Occur.MUST_NOT : Occur.MUST);
                positive |= !negated;
                asked++;
            }
        }
        if (!positive) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return asked == 0 ? Optional.empty() : Optional.of(all.build());
    }

    private static Optional<Query> any(List<QueryNode> parts) {
        List<Query> queries = parts.stream()
                .map(LuceneQueries::query)
                .flatMap(Optional::stream)
                .toList();
        if (queries.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return Optional.of(any.build());
    }

    private static Optional<Query> leaf(Leaf leaf) {
        return switch (leaf.field()) {
            case TEXT -> anywhere(leaf);
            case TITLE -> field(leaf, Documents.TITLE, Documents.TITLE + Documents.EXACT);
            case SOURCE, OUTLET, ABOUT -> field(leaf, leaf.field().label, leaf.field().label);
            case ENTITY, STANCE, DENIED, ATTRIBUTION, KIND, STORY, ORIGIN, GROUP, QUANTITY ->
                Optional.of(key(leaf.field().label, leaf.text()));
            case LANGUAGE -> Optional.of(key("lang", leaf.text().toLowerCase(Locale.ROOT)));
            case IN -> Optional.of(in(leaf.text()));
            case AFTER -> Optional.of(filter(LongPoint.newRangeQuery(Documents.WHEN, day(leaf), Long.MAX_VALUE)));
            case BEFORE -> Optional.of(filter(LongPoint.newRangeQuery(Documents.WHEN, Long.MIN_VALUE, day(leaf) - 1)));
        };
    }

    private static Query in(String place) {
        Query host = key("in", place.toLowerCase(Locale.ROOT));
        return org.hearsay.page.PageUrl.parse(place)
                .map(url -> key("in", url.text()))
                .orElse(host);
    }

    private static long day(Leaf leaf) {
        return LocalDate.parse(leaf.text()).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private static Optional<Query> anywhere(Leaf leaf) {
        List<Query> places = new ArrayList<>();
        field(leaf, Documents.TEXT, Documents.TEXT + Documents.EXACT).ifPresent(places::add);
        field(leaf, Documents.TITLE, Documents.TITLE + Documents.EXACT)
                .map(title -> new BoostQuery(title, TITLE_WEIGHT))
                .ifPresent(places::add);
        return places.isEmpty() ? Optional.empty() : Optional.of(new DisjunctionMaxQuery(places, TIE));
    }

    /** In one field, which is indexed by stems and as written (the same for names). */
    private static Optional<Query> field(Leaf leaf, String stems, String exact) {
        return switch (leaf.form()) {
            case PREFIX -> prefix(Analysis.asked(Analysis.EXACT, leaf.text()), exact);
            case WORD -> phrase(stems.equals(exact) ? Analysis.EXACT : Analysis.STEM, stems, leaf.text());
            case PHRASE, VALUE -> phrase(Analysis.EXACT, exact, leaf.text());
        };
    }

    private static Optional<Query> phrase(Analyzer analyzer, String field, String text) {
        List<String> words = Analysis.asked(analyzer, text);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                words.size() == 1
                        ? new TermQuery(new Term(field, words.get(0)))
                        : new PhraseQuery(field, words.toArray(String[]::new)));
    }

    /** "rare-ea*" asks for "rare" and for words that begin with "ea". */
    private static Optional<Query> prefix(List<String> words, String field) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : words.subList(0, words.size() - 1)) {
            all.add(new TermQuery(new Term(field, word)), Occur.MUST);
        }
        all.add(new PrefixQuery(new Term(field, words.get(words.size() - 1))), Occur.MUST);
        return Optional.of(all.build());
    }

    private static Query key(String field, String value) {
        return filter(new TermQuery(new Term(field, value)));
    }

    private static Query filter(Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), 0);
    }

    /** Whether a leaf's words are marked where they are found. */
    static boolean isMarked(Leaf leaf) {
        return leaf.form() != Form.VALUE
                && (leaf.field() == QueryField.TEXT
                        || leaf.field() == QueryField.TITLE
                        || leaf.field() == QueryField.ABOUT
                        || leaf.field() == QueryField.SOURCE);
    }
}
