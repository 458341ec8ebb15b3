package org.hearsay.tell.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.index.Hits;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.tell.web.Marked.Piece;

/**
 * What was looked for, how that was understood, and what was found.
 *
 * @param blank nothing was asked; the page shows how to ask
 */
record SearchPage(
        String query,
        boolean blank,
        boolean articles,
        boolean newest,
        String total,
        boolean none,
        String understood,
        Optional<Oddity> oddity,
        List<Found> found,
        List<Facet> facets,
        List<Link> chosen,
        Links links) {
    /** The place that could not be understood: the typed line with a caret under it. */
    record Oddity(String drawn, String words) {}

    /** A claim with its article's name, or an article. */
    record Found(Optional<Card> card, Optional<ArticleHit> article, String headline, String articleId, int copies) {}

    /** @param lead its first words */
    record ArticleHit(
            String id, List<Piece> title, String outlet, Optional<Words.When> stated, String lead, String claims) {}

    record Facet(String id, String heading, List<Link> links) {}

    record Link(String href, String words, String count) {}

    /** Addresses of the same search in another form; empty where there is none. */
    record Links(
            String claims,
            String articles,
            String best,
            String newest,
            String json,
            String csv,
            String atom,
            String before,
            String next) {}

    private static final int LEAD_CHARS = 280;
    private static final int VALUES = 8;

    static SearchPage of(Address address, ClaimIndex index, Sight sight, Words words) {
        Query query = Query.parse(address.query());
        boolean articles = address.in() == SearchRequest.In.ARTICLES;
        Hits hits = index.search(request(address, query));
        List<Found> found = articles ? articles(hits, sight, words) : claims(hits, sight, words);
        boolean more = hits.total() > address.page() * Address.PAGE && address.page() < Address.MAX_PAGE;
        return new SearchPage(
                address.query(),
                address.query().isEmpty(),
                articles,
                address.sort() == SearchRequest.Sort.NEWEST,
                Words.count(hits.total(), articles ? "article" : "claim"),
                hits.total() == 0,
                query.understood(),
                query.oddity().map(oddity -> oddity(query, oddity)),
                found,
                facets(hits, address),
                address.chosen().stream()
                        .map(c -> new Link(
                                c.without().at("/search"), heading(c.field()) + ": " + value(c.field(), c.value()), ""))
                        .toList(),
                new Links(
                        address.with(SearchRequest.In.CLAIMS).at("/search"),
                        address.with(SearchRequest.In.ARTICLES).at("/search"),
                        address.with(SearchRequest.Sort.RELEVANCE).at("/search"),
                        address.with(SearchRequest.Sort.NEWEST).at("/search"),
                        address.at("/search.json"),
                        address.at("/search.csv"),
                        address.with(SearchRequest.Sort.NEWEST).at("/search.atom"),
                        address.page() > 1 ? address.page(address.page() - 1).at("/search") : "",
                        more ? address.page(address.page() + 1).at("/search") : ""));
    }

    static SearchRequest request(Address address, Query query) {
        return new SearchRequest(
                query, address.in(), address.sort(), (address.page() - 1) * Address.PAGE, Address.PAGE);
    }

    /** Claims found, in order; the index may for a moment name some that the store no longer has. */
    static List<StoredClaim> stored(Hits hits, Sight sight) {
        return sight.store()
                .claims()
                .all(hits.hits().stream().map(hit -> new ClaimId(hit.id())).toList());
    }

    private static List<Found> claims(Hits hits, Sight sight, Words words) {
        Map<String, List<Span>> marks = new HashMap<>();
        hits.hits().forEach(hit -> marks.put(hit.id(), hit.marks()));
        List<StoredClaim> claims = stored(hits, sight);
        sight.load(claims.stream().map(StoredClaim::article).toList());
        Map<String, List<StoredClaim>> folded = new LinkedHashMap<>();
        for (StoredClaim claim : claims) {
            folded.computeIfAbsent(claim.group().text(), g -> new ArrayList<>()).add(claim);
        }
        List<Found> found = new ArrayList<>();
        for (List<StoredClaim> same : folded.values()) {
            StoredClaim best = same.get(0);
            Optional<StoredArticle> article = sight.article(best.article());
            List<Span> marked = marks.getOrDefault(best.claim().id().text(), List.of());
            found.add(new Found(
                    Optional.of(Card.of(best, sight, words, marked)),
                    Optional.empty(),
                    article.map(Card::title).orElse(best.outlet()),
                    best.article().text(),
                    same.size() - 1));
        }
        return found;
    }

    private static List<Found> articles(Hits hits, Sight sight, Words words) {
        sight.load(hits.hits().stream().map(hit -> new ArticleId(hit.id())).toList());
        List<Found> found = new ArrayList<>();
        for (Hits.Hit hit : hits.hits()) {
            sight.article(new ArticleId(hit.id())).ifPresent(article -> {
                String title = Card.title(article);
                List<Span> marks = hit.marks().stream()
                        .filter(span -> span.end() <= title.length())
                        .toList();
                int claims = sight.store().claims().of(article.id()).size();
                ArticleHit shown = new ArticleHit(
                        hit.id(),
                        Marked.of(title).hits(marks).all(),
                        article.outlet(),
                        words.dated(article),
                        lead(article),
                        claims == 0 ? "no claims" : Words.count(claims, "claim"));
                found.add(new Found(Optional.empty(), Optional.of(shown), title, hit.id(), 0));
            });
        }
        return found;
    }

    /** The first paragraph, cut at a word; for a page that is no article what its feed says of it. */
    static String lead(StoredArticle article) {
        String lead = article.hints().summary().orElse("");
        if (article.extraction() instanceof Extraction.Readable readable) {
            lead = readable.article().blocks().stream()
                    .filter(block -> block instanceof org.hearsay.read.article.Block.Paragraph)
                    .map(block -> readable.article().words(block.span()))
                    .findFirst()
                    .orElse(lead);
        }
        if (lead.length() <= LEAD_CHARS) {
            return lead;
        }
        int space = lead.lastIndexOf(' ', LEAD_CHARS);
        return lead.substring(0, space > 0 ? space : LEAD_CHARS - 1) + " …";
    }

    private static Oddity oddity(Query query, Query.Oddity oddity) {
        List<String> lines = oddity.caret(query.typed()).lines().toList();
        String caret = lines.size() > 1 ? lines.get(1) : "^";
        return new Oddity(
                (lines.isEmpty() ? "" : lines.get(0)) + "\n" + caret.substring(0, caret.indexOf('^') + 1),
                oddity.words());
    }

    private static List<Facet> facets(Hits hits, Address address) {
        List<Facet> facets = new ArrayList<>();
        for (String field : List.of("outlet", "attribution", "kind", "stance")) {
            SortedMap<String, Integer> values = hits.facets().get(field);
            // One value for all hits narrows nothing.
            if (values == null || values.size() < 2) {
                continue;
            }
            List<Link> links = values.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(VALUES)
                    .map(v -> new Link(
                            address.narrowed(field, v.getKey()).at("/search"),
                            value(field, v.getKey()),
                            String.format(Locale.ENGLISH, "%,d", v.getValue())))
                    .toList();
            facets.add(new Facet("facet-" + field, heading(field), links));
        }
        return facets;
    }

    private static String heading(String field) {
        return switch (field) {
            case "outlet" -> "Outlet";
            case "attribution" -> "Who speaks";
            case "kind" -> "Kind";
            case "stance" -> "How surely";
            default -> field;
        };
    }

    private static String value(String field, String value) {
        return switch (field + ":" + value) {
            case "attribution:named" -> "somebody named";
            case "attribution:unnamed" -> "somebody unnamed";
            case "attribution:outlet" -> "the outlet itself";
            case "attribution:unresolved" -> "somebody not identified";
            case "kind:reported" -> "reported words";
            case "kind:own" -> "the outlet’s own";
            case "kind:proposal" -> "proposals";
            case "stance:asserted" -> "said as fact";
            case "stance:conditional" -> "only if …";
            case "denied:yes" -> "denied";
            default -> value;
        };
    }
}
