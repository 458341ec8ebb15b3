package org.hearsay.tell.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearsay.gather.feed.FeedHealth;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;

/** How the installation fares, for people and for programs that watch it; and the files of the site. */
record StateRoutes(Desk desk) {
    void on(Routes routes) {
        routes.get(
                "/",
                ctx -> desk.answers()
                        .page(
                                ctx,
                                "today",
                                "Today",
                                "today",
                                Today.of(desk, java.util.Objects.requireNonNullElse(ctx.queryParam("shelf"), ""))));
        routes.get(
                "/feeds",
                ctx -> desk.answers()
                        .page(
                                ctx,
                                "feeds",
                                "Feeds",
                                "feeds",
                                FeedsPage.of(
                                        desk.sight(),
                                        desk.words(),
                                        desk.settings().feeds().get())));
        routes.get("/feeds.json", this::feeds);
        routes.get("/about", ctx -> desk.answers().page(ctx, "about", "About", "", AboutPage.of(desk)));
        routes.get("/healthz", this::health);
        routes.get("/readyz", this::ready);
        routes.get("/metrics", this::metrics);
        Templates files = desk.answers().templates();
        routes.get(
                "/openapi.json", ctx -> desk.answers().text(ctx, "application/json; charset=utf-8", files.openApi()));
        routes.get("/style.css", ctx -> desk.answers().file(ctx, "text/css; charset=utf-8", files.style()));
        routes.get("/keys.js", ctx -> desk.answers().file(ctx, "text/javascript; charset=utf-8", files.keys()));
        routes.get("/favicon.svg", ctx -> desk.answers().file(ctx, "image/svg+xml", files.icon()));
    }

    private void feeds(Context ctx) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        Instant now = desk.now();
        for (FeedState state : desk.store().feeds().states()) {
            FeedHealth health = FeedHealth.of(state, false, desk.store().feeds().volume(state.feed(), now), now);
            out.add(desk.shapes().feed(state, health, now));
        }
        desk.answers().json(ctx, out);
    }

    /** Counted by the index, which knows without going through a million rows each time a watcher asks. */
    private void health(Context ctx) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("status", "ok");
        out.put("articles", desk.index().count(SearchRequest.In.ARTICLES));
        out.put("claims", desk.index().count(SearchRequest.In.CLAIMS));
        out.put("waitingForIndex", desk.store().indexQueue().size());
        desk.answers().json(ctx, out);
    }

    /** Whether questions can be answered: both engines are asked one. */
    private void ready(Context ctx) {
        desk.store().indexQueue().size();
        desk.index()
                .search(new SearchRequest(
                        Query.parse("group:none"), SearchRequest.In.CLAIMS, SearchRequest.Sort.NEWEST, 0, 1));
        desk.answers().json(ctx, JsonNodeFactory.instance.objectNode().put("status", "ready"));
    }

    /** The text format of Prometheus, version 0.0.4. */
    private void metrics(Context ctx) {
        StringBuilder out = new StringBuilder();
        gauge(
                out,
                "hearsay_articles",
                "Articles that searches find.",
                desk.index().count(SearchRequest.In.ARTICLES));
        gauge(out, "hearsay_claims", "Claims that searches find.", desk.index().count(SearchRequest.In.CLAIMS));
        gauge(
                out,
                "hearsay_index_queue",
                "Articles that the index does not know yet.",
                desk.store().indexQueue().size());
        SortedMap<String, Integer> feeds = new TreeMap<>();
        desk.store()
                .feeds()
                .states()
                .forEach(state -> feeds.merge(state.status().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        out.append("# HELP hearsay_feeds Feeds by how they fare.\n# TYPE hearsay_feeds gauge\n");
        feeds.forEach((status, n) -> out.append("hearsay_feeds{status=\"" + status + "\"} " + n + "\n"));
        out.append("# HELP hearsay_entries Entries of feeds by how they ended.\n# TYPE hearsay_entries gauge\n");
        desk.store()
                .feeds()
                .endings()
                .forEach((ending, n) -> out.append(
                        "hearsay_entries{ending=\"" + ending.name().toLowerCase(Locale.ROOT) + "\"} " + n + "\n"));
        counter(
                out,
                "hearsay_web_answers_total",
                "Requests answered.",
                desk.answers().answered());
        counter(
                out,
                "hearsay_web_refusals_total",
                "Of these, refused.",
                desk.answers().refused());
        Runtime machine = Runtime.getRuntime();
        gauge(out, "hearsay_memory_used_bytes", "Heap in use.", machine.totalMemory() - machine.freeMemory());
        desk.answers().text(ctx, "text/plain; version=0.0.4; charset=utf-8", out.toString());
    }

    private static void gauge(StringBuilder out, String name, String help, long value) {
        out.append("# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n" + name + " " + value + "\n");
    }

    private static void counter(StringBuilder out, String name, String help, long value) {
        out.append("# HELP " + name + " " + help + "\n# TYPE " + name + " counter\n" + name + " " + value + "\n");
    }
}
