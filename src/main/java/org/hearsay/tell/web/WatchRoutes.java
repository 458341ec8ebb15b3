package org.hearsay.tell.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.util.Optional;
import org.hearsay.keep.store.Watches.SavedWatch;

/** Saved searches and the letters that come of them. */
record WatchRoutes(Desk desk) {
    private static final int MAX_NAME = 80;

    void on(Routes routes) {
        routes.get("/watches", ctx -> desk.answers().page(ctx, "watches", "Watches", "watches", WatchesPage.of(desk)));
        routes.get("/watches.json", this::json);
        routes.post("/watches", this::save);
        routes.post("/watches/remove", this::remove);
        routes.get("/digests", this::digests);
        routes.get("/digests/letter", this::letter);
    }

    private void json(Context ctx) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        desk.store()
                .watches()
                .watches()
                .forEach(watch -> out.addObject().put("name", watch.name()).put("query", watch.query()));
        desk.answers().json(ctx, out);
    }

    private void save(Context ctx) {
        String query = Desk.field(ctx, "q", WebServer.MAX_QUERY)
                .orElseThrow(() -> Refusal.unusable("There is no search to watch.", "Search for something first."));
        // A comma parts the names of watches where letters tell which they are about.
        String name = Desk.field(ctx, "name", MAX_NAME)
                .orElse(query)
                .replaceAll("[,\\s]+", " ")
                .strip();
        String shown = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
        Optional<SavedWatch> other =
                desk.store().watches().watch(shown).filter(w -> !w.query().equals(query));
        if (other.isPresent()) {
            throw Refusal.unusable(
                    "There is a watch of this name already, for " + other.get().query() + ".",
                    "Go back and give this one another name.");
        }
        SavedWatch watch = new SavedWatch(shown.isEmpty() ? "Watch" : shown, query);
        desk.store().watches().save(watch);
        Changes.about(ctx, watch.name() + ": " + query);
        desk.answers().onTo(ctx, "/watches");
    }

    private void remove(Context ctx) {
        Desk.field(ctx, "name", WebServer.MAX_QUERY).ifPresent(desk.store().watches()::removeWatch);
        desk.answers().onTo(ctx, "/watches");
    }

    /** A letter brings its own styles, as mail programs want it; its page may do nothing else. */
    private void letter(Context ctx) {
        String letter = DigestsPage.letter(desk, watch(ctx))
                .orElseThrow(() -> Refusal.unusable(
                        "Nothing is new in the last day, so there is no letter.", "Come back when something is."));
        ctx.header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups"
                        + " allow-top-navigation-by-user-activation; frame-ancestors 'none'");
        desk.answers().text(ctx, "text/html; charset=utf-8", letter);
    }

    private static Optional<String> watch(Context ctx) {
        return Optional.ofNullable(ctx.queryParam("watch")).filter(name -> !name.isBlank());
    }

    private void digests(Context ctx) {
        Optional<String> watch = watch(ctx);
        boolean preview = ctx.queryParam("preview") != null;
        desk.answers().page(ctx, "digests", "Letters", "watches", DigestsPage.of(desk, watch, preview));
    }
}
