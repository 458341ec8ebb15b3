package org.hearsay.tell.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hearsay.keep.index.Hits;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.ArticleId;
import org.hearsay.tell.json.Csv;

/**
 * The search as a page, and the same rows for programs.
 *
 * @param room where the site is, with its final slash
 */
record SearchRoutes(Desk desk, Supplier<String> room) {
    void on(Routes routes) {
        routes.get("/search", this::page);
        routes.get("/search.json", this::json);
        routes.get("/search.csv", this::csv);
        routes.get("/search.atom", this::atom);
    }

    static Address address(Context ctx) {
        Optional<String> query = Optional.ofNullable(ctx.queryParam("q"));
        int length = query.map(String::length).orElse(0);
        if (length > WebServer.MAX_QUERY) {
            throw Refusal.tooLong(length);
        }
        return Address.of(
                        query,
                        Optional.ofNullable(ctx.queryParam("in")),
                        Optional.ofNullable(ctx.queryParam("sort")),
                        Optional.ofNullable(ctx.queryParam("page")))
                .at(Optional.ofNullable(ctx.queryParam("cursor")))
                .orElseThrow(Refusal::cursor);
    }

    private void page(Context ctx) {
        Address address = address(ctx);
        Optional<String> written = QueryForm.query(ctx);
        if (written.isPresent()) {
            ctx.redirect(address.asking(written.get()).at("/search"));
            return;
        }
        String title = address.query().isEmpty() ? "Search" : address.query();
        SearchPage page = SearchPage.of(address, desk.index(), desk.sight(), desk.words());
        desk.answers().page(ctx, "search", title, "search", page);
    }

    private Hits hits(Address address) {
        return desk.index().search(SearchPage.request(address, Query.parse(address.query())));
    }

    private void json(Context ctx) {
        Address address = address(ctx);
        Query query = Query.parse(address.query());
        Hits hits = hits(address);
        Sight sight = desk.sight();
        boolean claims = address.in() == SearchRequest.In.CLAIMS;
        Map<String, StoredClaim> known = new HashMap<>();
        if (claims) {
            SearchPage.stored(hits, sight)
                    .forEach(claim -> known.put(claim.claim().id().text(), claim));
        }
        List<ObjectNode> found = new ArrayList<>();
        for (SearchPage.Row row : SearchPage.rows(hits)) {
            Optional<ObjectNode> one = claims
                    ? Optional.ofNullable(known.get(row.id()))
                            .flatMap(claim ->
                                    sight.of(claim).map(article -> desk.shapes().claim(claim, article)))
                    : sight.article(new ArticleId(row.id())).map(desk.shapes()::article);
            one.ifPresent(object -> found.add(object.put("under", row.under().orElse(null))));
        }
        Optional<String> next = SearchPage.next(address, hits, desk.now()).map(page -> page.at("/search.json"));
        next.ifPresent(page -> ctx.header("Link", "<" + page + ">; rel=\"next\""));
        desk.answers().json(ctx, desk.shapes().hits(hits.total(), found, hits.facets(), next, query));
    }

    private void csv(Context ctx) {
        Address address = address(ctx);
        Address claims = address.with(SearchRequest.In.CLAIMS).page(address.page());
        Sight sight = desk.sight();
        StringBuilder out = new StringBuilder(Csv.header(Csv.CLAIMS));
        for (StoredClaim claim : SearchPage.stored(hits(claims), sight)) {
            sight.of(claim)
                    .ifPresent(article -> out.append(Csv.row(desk.shapes().claim(claim, article), Csv.CLAIMS)));
        }
        ctx.header("Content-Disposition", "attachment; filename=\"claims.csv\"");
        desk.answers().text(ctx, "text/csv; charset=utf-8", out.toString());
    }

    private void atom(Context ctx) {
        // A feed reader wants what is new, whatever the page it was taken from was sorted by.
        Address newest = address(ctx).with(SearchRequest.In.CLAIMS).with(SearchRequest.Sort.NEWEST);
        List<StoredClaim> claims = SearchPage.stored(hits(newest), desk.sight());
        String feed = AtomFeed.of(newest, claims, room.get(), desk.now());
        desk.answers().text(ctx, "application/atom+xml; charset=utf-8", feed);
    }
}
