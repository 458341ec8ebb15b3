package org.hearsay.keep.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.hearsay.keep.index.QueryNode.Form;
import org.hearsay.keep.index.QueryNode.Leaf;
import org.hearsay.keep.index.SearchRequest.In;

/**
 * A query tree as a query of the engine. An article's claims and the article itself lie side by side in the index, the
 * article last, so that what one of them says can be asked of the other.
 *
 * @param withinClaim whether AND and NOT look at a claim by itself and not at all of its article
 */
record LuceneQueries(In in, boolean withinClaim, LuceneLeaves leaves) {
    private static final Query CLAIMS = new TermQuery(new Term(Documents.DOC, "claim"));
    private static final Query ARTICLES = new TermQuery(new Term(Documents.DOC, "article"));
    private static final BitSetProducer WHOLES = new QueryBitSetProducer(ARTICLES);

    /** @param now by which "the last 7 days" is meant */
    LuceneQueries(In in, QueryNode asked, Instant now) {
        this(in, asked.sought().stream().anyMatch(LuceneQueries::isWithinClaim), new LuceneLeaves(now));
    }

    /** All of one kind. */
    static Query kind(In in) {
        return in == In.CLAIMS ? CLAIMS : ARTICLES;
    }

    private static boolean isWithinClaim(Leaf leaf) {
        return leaf.field() == QueryField.SCOPE && leaf.text().equals("claim");
    }

    Query of(QueryNode node) {
        Optional<Query> asked = in == In.CLAIMS
                ? inClaim(node)
                : !withinClaim ? inArticle(node) : claims().inClaim(node).map(LuceneQueries::ofSomeClaim);
        return new BooleanQuery.Builder()
                .add(asked.orElseGet(() -> new MatchNoDocsQuery("nothing was asked")), Occur.MUST)
                .add(kind(in), Occur.FILTER)
                .build();
    }

    // ---- asked of a claim; empty where nothing is left to compare, as of a word that analysis takes for none ------

    private Optional<Query> inClaim(QueryNode node) {
        return switch (node) {
            case Leaf leaf -> leaves.of(leaf);
            case QueryNode.All all -> all(all.parts(), this::inClaim);
            case QueryNode.And and -> withinClaim ? all(and.parts(), this::inClaim) : acrossArticle(and.parts());
            case QueryNode.Any any -> any(any.parts(), this::inClaim);
            case QueryNode.Not not -> all(List.of(not), this::inClaim);
            case QueryNode.Everything everything -> Optional.of(MatchAllDocsQuery.INSTANCE);
            case QueryNode.Nothing nothing -> Optional.empty();
        };
    }

    /** Its article says all of it, itself some of it. */
    private Optional<Query> acrossArticle(List<QueryNode> parts) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        BooleanQuery.Builder here = new BooleanQuery.Builder();
        int asked = 0;
        int some = 0;
        for (QueryNode part : parts) {
            Optional<Query> own = inClaim(part);
            if (own.isEmpty()) {
                continue;
            }
            asked++;
            if (isOfTheClaim(part) || part instanceof QueryNode.Everything) {
                all.add(own.get(), Occur.MUST);
            } else if (part instanceof QueryNode.Not not) {
                all.add(without(not.part()).orElse(own.get()), Occur.MUST_NOT);
            } else {
                inArticle(part).map(LuceneQueries::ofTheArticle).ifPresent(q -> all.add(q, Occur.FILTER));
                // A title is the same for all claims of its article: by it alone none of them is meant.
                own(part).ifPresent(words -> here.add(words, Occur.SHOULD));
                some++;
            }
        }
        if (some > 0) {
            all.add(here.build(), Occur.MUST);
        } else {
            all.add(CLAIMS, Occur.FILTER);
        }
        return asked == 0 ? Optional.empty() : Optional.of(all.build());
    }

    /** As {@link #inClaim}, but by its own words and not by the title above it. */
    private Optional<Query> own(QueryNode node) {
        return switch (node) {
            case Leaf leaf -> leaves.ownWords(leaf);
            case QueryNode.All all -> all(all.parts(), this::own);
            case QueryNode.And and -> all(and.parts(), this::own);
            case QueryNode.Any any -> any(any.parts(), this::own);
            case QueryNode.Not not -> all(List.of(not), this::own);
            case QueryNode.Everything everything -> Optional.of(MatchAllDocsQuery.INSTANCE);
            case QueryNode.Nothing nothing -> Optional.empty();
        };
    }

    /** What must not be so; in the scope of the article, if it is not of the claim, nowhere in it. */
    private Optional<Query> without(QueryNode part) {
        if (in == In.CLAIMS && !withinClaim && !isOfTheClaim(part)) {
            return inArticle(part).map(LuceneQueries::ofTheArticle);
        }
        return in == In.CLAIMS ? inClaim(part) : inArticle(part);
    }

    private static boolean isOfTheClaim(QueryNode node) {
        return switch (node) {
            case Leaf leaf -> leaf.field().isOfTheClaim();
            case QueryNode.All all -> all.parts().stream().anyMatch(LuceneQueries::isOfTheClaim);
            case QueryNode.And and -> and.parts().stream().anyMatch(LuceneQueries::isOfTheClaim);
            case QueryNode.Any any -> any.parts().stream().anyMatch(LuceneQueries::isOfTheClaim);
            case QueryNode.Not not -> isOfTheClaim(not.part());
            case QueryNode.Everything everything -> false;
            case QueryNode.Nothing nothing -> false;
        };
    }

    // ---- asked of an article -------------------------------------------------------------------------------------

    private Optional<Query> inArticle(QueryNode node) {
        return switch (node) {
            case Leaf leaf -> leaves.of(leaf);
            case QueryNode.All all ->
                in == In.CLAIMS
                        ? claims().inClaim(all).map(LuceneQueries::ofSomeClaim)
                        : all(all.parts(), this::inArticle);
            case QueryNode.And and -> all(and.parts(), this::inArticle);
            case QueryNode.Any any -> any(any.parts(), this::inArticle);
            case QueryNode.Not not -> all(List.of(not), this::inArticle);
            case QueryNode.Everything everything -> Optional.of(MatchAllDocsQuery.INSTANCE);
            case QueryNode.Nothing nothing -> Optional.empty();
        };
    }

    /** One claim by itself. */
    private LuceneQueries claims() {
        return new LuceneQueries(In.CLAIMS, true, leaves);
    }

    /** Whether the article of a claim meets a condition, whoever says it there. */
    Optional<Query> somewhere(Leaf leaf) {
        return inArticle(leaf).map(LuceneQueries::ofTheArticle);
    }

    private static Query ofTheArticle(Query article) {
        return new ToChildBlockJoinQuery(only(article, ARTICLES), WHOLES);
    }

    private static Query ofSomeClaim(Query claim) {
        return new ToParentBlockJoinQuery(only(claim, CLAIMS), WHOLES, ScoreMode.Max);
    }

    private static Query only(Query query, Query kind) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(kind, Occur.FILTER)
                .build();
    }

    // ---- both ----------------------------------------------------------------------------------------------------

    private Optional<Query> all(List<QueryNode> parts, Function<QueryNode, Optional<Query>> each) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int asked = 0;
        boolean positive = false;
        for (QueryNode part : parts) {
            boolean negated = part instanceof QueryNode.Not;
            Optional<Query> query = part instanceof QueryNode.Not not ? without(not.part()) : each.apply(part);
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

    /** So many words of which any may be there are a text to look for, and no question of a person's. */
    private static final int OF_A_TEXT = 4;

    private static Optional<Query> any(List<QueryNode> parts, Function<QueryNode, Optional<Query>> each) {
        List<Leaf> words = parts.stream()
                .flatMap(part -> part instanceof Leaf leaf ? Stream.of(leaf) : Stream.empty())
                .filter(leaf -> leaf.field() == QueryField.TEXT && leaf.form() == Form.WORD)
                .toList();
        List<Query> queries = parts.size() >= OF_A_TEXT && words.size() == parts.size()
                ? LuceneLeaves.ofText(words)
                : parts.stream().map(each).flatMap(Optional::stream).toList();
        if (queries.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return Optional.of(any.build());
    }
}
