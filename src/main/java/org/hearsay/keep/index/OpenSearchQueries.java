package org.hearsay.keep.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.ChildScoreMode;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/**
 * A query of {@link LuceneQueries} as OpenSearch takes it: one reading of the query language for both engines. Only the
 * kinds of query that are made there are known here.
 */
final class OpenSearchQueries {
    private OpenSearchQueries() {}

    static Query of(org.apache.lucene.search.Query query) {
        return of(query, 1);
    }

    private static Query of(org.apache.lucene.search.Query query, float boost) {
        return switch (query) {
            case BoostQuery boosted -> of(boosted.getQuery(), boost * boosted.getBoost());
            case BooleanQuery bool -> bool(bool, boost);
            case TermQuery term -> term(term.getTerm(), boost);
            case PhraseQuery phrase -> phrase(phrase, boost);
            case PhrasePrefix begun -> begun(begun, boost);
            case PrefixQuery prefix ->
                Query.of(q -> q.prefix(p -> p.field(field(prefix.getField()))
                        .value(prefix.getPrefix().text())
                        .boost(boost)));
            case FuzzyQuery fuzzy -> fuzzy(fuzzy, boost);
            case CombinedFieldQuery combined -> combined(combined, boost);
            case DisjunctionMaxQuery best ->
                Query.of(q -> q.disMax(d -> d.queries(best.getDisjuncts().stream()
                                .map(OpenSearchQueries::of)
                                .toList())
                        .tieBreaker(best.getTieBreakerMultiplier())
                        .boost(boost)));
            case ConstantScoreQuery same ->
                Query.of(q -> q.constantScore(c -> c.filter(of(same.getQuery())).boost(boost)));
            case PointRangeQuery range -> range(range, boost);
            // What lies beside it in a block of Lucene's is tied to it by name here.
            case ToChildBlockJoinQuery ofArticle ->
                Query.of(q -> q.hasParent(p -> p.parentType("article")
                        .query(of(ofArticle.getParentQuery()))
                        .score(true)
                        .boost(boost)));
            case ToParentBlockJoinQuery ofClaim ->
                Query.of(q -> q.hasChild(c -> c.type("claim")
                        .query(of(ofClaim.getChildQuery()))
                        .scoreMode(ChildScoreMode.Max)
                        .boost(boost)));
            case MatchAllDocsQuery all -> Query.of(q -> q.matchAll(m -> m.boost(boost)));
            case MatchNoDocsQuery none -> none();
            default -> throw new IllegalStateException("unknown kind of query: " + query.getClass());
        };
    }

    static Query none() {
        return Query.of(q -> q.matchNone(m -> m));
    }

    /** These and no others. */
    static Query among(Query query, Query filter) {
        return Query.of(q -> q.bool(b -> b.must(query).filter(filter)));
    }

    static Query values(String field, List<FieldValue> values) {
        return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(values))));
    }

    static Query keys(String field, List<String> values) {
        return values(field, values.stream().map(FieldValue::of).toList());
    }

    private static Query bool(BooleanQuery bool, float boost) {
        if (bool.clauses().isEmpty()) {
            // For this engine that is everything.
            return none();
        }
        return Query.of(q -> q.bool(b -> {
            for (BooleanClause clause : bool.clauses()) {
                Query part = of(clause.query());
                switch (clause.occur()) {
                    case MUST -> b.must(part);
                    case FILTER -> b.filter(part);
                    case SHOULD -> b.should(part);
                    case MUST_NOT -> b.mustNot(part);
                }
            }
            return b.boost(boost);
        }));
    }

    private static Query term(Term term, float boost) {
        return Query.of(q -> q.term(t ->
                t.field(field(term.field())).value(FieldValue.of(term.text())).boost(boost)));
    }

    private static String field(String lucene) {
        return OpenSearchDocuments.field(lucene);
    }

    /** The server parts words by spaces, as it does those of a document. */
    private static Query phrase(PhraseQuery phrase, float boost) {
        String words = Arrays.stream(phrase.getTerms()).map(Term::text).collect(Collectors.joining(" "));
        return Query.of(q -> q.matchPhrase(p -> p.field(field(phrase.getField()))
                .query(words)
                .slop(phrase.getSlop())
                .boost(boost)));
    }

    private static Query begun(PhrasePrefix begun, float boost) {
        return Query.of(q -> q.matchPhrasePrefix(p -> p.field(field(begun.field()))
                .query(String.join(" ", begun.words()))
                .slop(begun.slop())
                .maxExpansions(PhrasePrefix.MAX_WORDS)
                .boost(boost)));
    }

    private static Query fuzzy(FuzzyQuery fuzzy, float boost) {
        return Query.of(q -> q.fuzzy(f -> f.field(field(fuzzy.getField()))
                .value(FieldValue.of(fuzzy.getTerm().text()))
                .fuzziness(Integer.toString(fuzzy.getMaxEdits()))
                .prefixLength(fuzzy.getPrefixLength())
                .maxExpansions(LuceneLeaves.MAX_EXPANSIONS)
                .transpositions(fuzzy.getTranspositions())
                .boost(boost)));
    }

    private static Query combined(CombinedFieldQuery combined, float boost) {
        Set<String> fields = new TreeSet<>();
        Set<String> words = new TreeSet<>();
        combined.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(org.apache.lucene.search.Query query, Term... terms) {
                for (Term term : terms) {
                    fields.add(field(term.field()));
                    words.add(term.text());
                }
            }
        });
        return Query.of(q -> q.combinedFields(c ->
                c.fields(List.copyOf(fields)).query(String.join(" ", words)).boost(boost)));
    }

    private static Query range(PointRangeQuery range, float boost) {
        return range.getField().equals(Documents.FIGURE) ? figures(range, boost) : times(range, boost);
    }

    private static Query times(PointRangeQuery range, float boost) {
        long from = LongPoint.decodeDimension(range.getLowerPoint(), 0);
        long to = LongPoint.decodeDimension(range.getUpperPoint(), 0);
        return Query.of(q -> q.range(r -> {
            r.field(field(range.getField())).boost(boost);
            if (from > Instant.MIN.getEpochSecond()) {
                r.gte(time(from));
            }
            if (to < Instant.MAX.getEpochSecond()) {
                r.lte(time(to));
            }
            return r;
        }));
    }

    private static JsonData time(long second) {
        long inReach = Math.clamp(second, Documents.MIN_SECOND, Documents.MAX_SECOND);
        return JsonData.of(Instant.ofEpochSecond(inReach).toString());
    }

    /** A box around unit, lower and upper bound, of one figure of the claim's. */
    private static Query figures(PointRangeQuery range, float boost) {
        List<Query> sides = new ArrayList<>();
        List<String> names = List.of(OpenSearchDocuments.UNIT, OpenSearchDocuments.LOW, OpenSearchDocuments.HIGH);
        for (int i = 0; i < names.size(); i++) {
            String field = Documents.FIGURE + "." + names.get(i);
            double from = OpenSearchDocuments.dimension(range.getLowerPoint(), 0, i);
            double to = OpenSearchDocuments.dimension(range.getUpperPoint(), 0, i);
            if (from > Double.NEGATIVE_INFINITY) {
                sides.add(side(field, r -> r.gte(JsonData.of(OpenSearchDocuments.finite(from)))));
            }
            if (to < Double.POSITIVE_INFINITY) {
                sides.add(side(field, r -> r.lte(JsonData.of(OpenSearchDocuments.finite(to)))));
            }
        }
        return Query.of(q -> q.nested(n -> n.path(Documents.FIGURE)
                .query(all -> all.bool(b -> b.filter(sides)))
                .scoreMode(ChildScoreMode.None)
                .boost(boost)));
    }

    private static Query side(
            String field, Consumer<org.opensearch.client.opensearch._types.query_dsl.RangeQuery.Builder> bound) {
        return Query.of(q -> q.range(r -> {
            bound.accept(r.field(field));
            return r;
        }));
    }
}
