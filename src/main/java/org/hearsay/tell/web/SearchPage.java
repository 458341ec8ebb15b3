package org.hearsay.tell.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.index.Hits;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.OutletNames;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.tell.web.Facets.Facet;
import org.hearsay.tell.web.Facets.Link;
import org.hearsay.tell.web.Marked.Piece;

/**
 * What was looked for, how that was understood, and what was found.
 *
 * @param blank nothing was asked; the page shows how to ask
 * @param waiting articles that are kept and not in the index yet, in words; absent if there is none
 */
record SearchPage(
        String query,
        boolean blank,
        boolean articles,
        String sort,
        String total,
        boolean none,
        String understood,
        Optional<Oddity> oddity,
        Optional<Link> meant,
        List<Link> parts,
        boolean cutShort,
        Optional<String> waiting,
        Optional<Scope> scope,
        List<Found> found,
        List<Facet> facets,
        Optional<Facets.Histogram> histogram,
        List<Link> chosen,
        Links links) {
    /** The place that could not be understood: the typed line with a caret under it. */
    record Oddity(String drawn, String words) {}

    /** A claim with its article's name, or an article. */
    record Found(
            Optional<Card> card,
            Optional<ArticleHit> article,
            String headline,
            String articleId,
            Optional<Hits.Why> why,
            Optional<Copies> copies) {}

    /** Others that were found and say the same. */
    record Copies(String words, List<Copy> list) {}

    record Copy(String href, String outlet, String words, Optional<Words.When> when) {}

    /** What AND and NOT look at, and the search in which they look at the other. */
    record Scope(String words, Link other) {}

    /** @param lead its first words */
    record ArticleHit(
            String id, List<Piece> title, String outlet, Optional<Words.When> stated, String lead, String claims) {}

    /** Addresses of the same search in another form; empty where there is none. */
    record Links(
            String claims,
            String articles,
            String best,
            String newest,
            String origins,
            String json,
            String csv,
            String atom,
            String compare,
            String before,
            String next) {}

    private static final int LEAD_CHARS = 280;

    static SearchPage of(Address address, ClaimIndex index, Sight sight, Words words) {
        Query query = Query.parse(address.query());
        boolean articles = address.in() == SearchRequest.In.ARTICLES;
        Hits hits = index.search(request(address, query));
        return new SearchPage(
                address.query(),
                address.query().isEmpty(),
                articles,
                address.sort().name().toLowerCase(Locale.ROOT),
                Words.count(hits.total(), articles ? "article" : "claim"),
                hits.total() == 0,
                query.understood(),
                query.oddity().map(oddity -> oddity(query, oddity)),
                hits.remarks().meant().map(q -> new Link(address.asking(q).at("/search"), q, "")),
                hits.remarks().parts().stream()
                        .map(part -> new Link(
                                address.asking(part.query()).at("/search"),
                                part.query(),
                                Words.count(part.total(), articles ? "article" : "claim")))
                        .toList(),
                hits.remarks().cutShort(),
                Optional.of(sight.store().indexQueue().size())
                        .filter(queued -> queued > 0)
                        .map(queued -> Words.count(queued, "article")),
                query.hasScope() && !articles ? Optional.of(scope(address, query)) : Optional.empty(),
                articles ? articles(hits, sight, words) : claims(hits, sight, words),
                Facets.of(hits, address, sight),
                Facets.histogram(hits),
                address.chosen().stream()
                        .map(c -> new Link(
                                c.without().at("/search"),
                                Facets.heading(c.field()) + ": " + Facets.words(c.field(), c.value(), sight),
                                ""))
                        .toList(),
                links(address, hits, words.now()));
    }

    private static Links links(Address address, Hits hits, Instant now) {
        return new Links(
                address.with(SearchRequest.In.CLAIMS).at("/search"),
                address.with(SearchRequest.In.ARTICLES).at("/search"),
                address.with(SearchRequest.Sort.RELEVANCE).at("/search"),
                address.with(SearchRequest.Sort.NEWEST).at("/search"),
                address.with(SearchRequest.Sort.ORIGINS).at("/search"),
                address.at("/search.json"),
                address.at("/search.csv"),
                address.with(SearchRequest.Sort.NEWEST).at("/search.atom"),
                new Address(address.query(), SearchRequest.In.CLAIMS, SearchRequest.Sort.RELEVANCE, 1).at("/compare"),
                address.page() > 1 ? address.before().at("/search") : "",
                next(address, hits, now).map(next -> next.at("/search")).orElse(""));
    }

    /** Empty where there is no more, or what there is lies deeper than pages go. */
    static Optional<Address> next(Address address, Hits hits, Instant now) {
        boolean more = hits.hits().size() == Address.PAGE && address.page() < Address.MAX_PAGE;
        return more ? Optional.of(address.next(now)) : Optional.empty();
    }

    private static Scope scope(Address address, Query query) {
        boolean within = query.understood().contains("scope:claim");
        Address other = within
                ? address.chosen().stream()
                        .filter(c -> c.field().equals("scope"))
                        .map(Address.Chosen::without)
                        .findFirst()
                        .orElseGet(() -> address.narrowed("scope", "article"))
                : address.narrowed("scope", "claim");
        return new Scope(
                within
                        ? "AND and NOT look at each claim by itself."
                        : "AND and NOT look at the whole article of a claim.",
                new Link(
                        other.at("/search"),
                        within ? "Look at the whole article" : "Look at each claim by itself",
                        ""));
    }

    static SearchRequest request(Address address, Query query) {
        return new SearchRequest(
                query,
                address.in(),
                address.sort(),
                true,
                (address.page() - 1) * Address.PAGE,
                Address.PAGE,
                address.seenBy());
    }

    /** A row of the same search for programs: a claim or article, and the hit that it is folded under, if it is. */
    record Row(String id, Optional<String> under) {}

    /** All that the page shows, those that were folded behind the one that they are under. */
    static List<Row> rows(Hits hits) {
        List<Row> rows = new ArrayList<>();
        for (Hits.Hit hit : hits.hits()) {
            rows.add(new Row(hit.id(), Optional.empty()));
            hit.copies().forEach(copy -> rows.add(new Row(copy, Optional.of(hit.id()))));
        }
        return rows;
    }

    /** Claims found, in order; the index may for a moment name some that the store no longer has. */
    static List<StoredClaim> stored(Hits hits, Sight sight) {
        return sight.store()
                .claims()
                .all(rows(hits).stream().map(row -> new ClaimId(row.id())).toList());
    }

    private static List<Found> claims(Hits hits, Sight sight, Words words) {
        Map<String, StoredClaim> claims = new HashMap<>();
        stored(hits, sight).forEach(claim -> claims.put(claim.claim().id().text(), claim));
        sight.prepare(claims.values());
        List<Found> found = new ArrayList<>();
        for (Hits.Hit hit : hits.hits()) {
            StoredClaim claim = claims.get(hit.id());
            if (claim == null) {
                continue;
            }
            List<StoredClaim> copies = hit.copies().stream()
                    .flatMap(id -> Optional.ofNullable(claims.get(id)).stream())
                    .toList();
            found.add(new Found(
                    Optional.of(Card.of(claim, sight, words, hit.marks())),
                    Optional.empty(),
                    sight.article(claim.article()).map(Card::title).orElse(claim.outlet()),
                    claim.article().text(),
                    Optional.of(hit.why()).filter(why -> !why.elsewhere().isEmpty()),
                    copies(claim, copies, sight, words)));
        }
        return found;
    }

    private static Optional<Copies> copies(StoredClaim head, List<StoredClaim> copies, Sight sight, Words words) {
        if (copies.isEmpty()) {
            return Optional.empty();
        }
        OutletNames outlets = new OutletNames();
        outlets.add(head.publisher());
        Set<String> origins = new TreeSet<>(Set.of(sight.origin(head)));
        for (StoredClaim copy : copies) {
            outlets.add(copy.publisher());
            origins.add(sight.origin(copy));
        }
        int others = outlets.count() - 1;
        String where = others == 0
                ? Words.count(copies.size(), "time") + " more in " + head.outlet()
                : "in " + Words.count(others, "other outlet");
        return Optional.of(new Copies(
                "also " + where + ", " + Words.count(origins.size(), "origin"),
                copies.stream()
                        .map(copy -> new Copy(
                                "/claims/" + copy.claim().id().text(),
                                outlets.name(copy.publisher()),
                                copy.shown(),
                                sight.of(copy).flatMap(words::dated)))
                        .toList()));
    }

    private static List<Found> articles(Hits hits, Sight sight, Words words) {
        sight.load(rows(hits).stream().map(row -> new ArticleId(row.id())).toList());
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
                List<Copy> copies = hit.copies().stream()
                        .flatMap(id -> sight.article(new ArticleId(id)).stream())
                        .map(copy -> new Copy(
                                "/articles/" + copy.id().text(), copy.outlet(), Card.title(copy), words.dated(copy)))
                        .toList();
                found.add(new Found(
                        Optional.empty(),
                        Optional.of(shown),
                        title,
                        hit.id(),
                        Optional.empty(),
                        copies.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Copies(
                                        "the same text " + Words.count(copies.size(), "time") + " more", copies))));
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
}
