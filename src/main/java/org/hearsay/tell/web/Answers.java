package org.hearsay.tell.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.concurrent.atomic.LongAdder;
import org.hearsay.page.Bytes;
import org.hearsay.tell.json.Shapes;

/** How an answer leaves: as a page, as JSON, as a file or as a problem. Thread-safe. */
final class Answers {
    /** A browser asks again at the next visit, and gets a short "unchanged" if it is. */
    private static final String FRESH = "private, no-cache";

    private static final String TOLD = "told";

    private final WebSettings settings;
    private final Guard guard;
    private final Templates templates = new Templates();
    private final String styleTag = tag(templates.style());
    private final String keysTag = tag(templates.keys());
    private final LongAdder answered = new LongAdder();
    private final LongAdder refused = new LongAdder();

    Answers(WebSettings settings, Guard guard) {
        this.settings = settings;
        this.guard = guard;
    }

    private static String tag(Bytes file) {
        return file.sha256().substring(0, 16);
    }

    Templates templates() {
        return templates;
    }

    /** Answers since the start, and those of them that were refusals. */
    long answered() {
        return answered.sum();
    }

    long refused() {
        return refused.sum();
    }

    /** @param here which part of the site it is, for the navigation; "" for none */
    void page(Context ctx, String template, String title, String here, Object model) {
        send(
                ctx,
                "text/html; charset=utf-8",
                FRESH,
                Bytes.utf8(templates.render(template, site(ctx, title, here), model)));
    }

    private Templates.Site site(Context ctx, String title, String here) {
        return new Templates.Site(
                plainTitle(title),
                here,
                styleTag,
                keysTag,
                zone(),
                WebServer.MAX_QUERY,
                guard.formToken(),
                Desk.person(ctx).editor());
    }

    private String zone() {
        String id = settings.zone().getId();
        return id.equals("Z") || id.equals("Etc/UTC") ? "UTC" : id;
    }

    /** A title bar has no markup to set words apart with, so what would turn its direction goes, and its length ends. */
    static String plainTitle(String title) {
        String plain = title.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
        return plain.codePointCount(0, plain.length()) <= 80
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, 80)) + "…";
    }

    void json(Context ctx, JsonNode node) {
        send(ctx, "application/json; charset=utf-8", FRESH, Bytes.utf8(Shapes.toLine(node)));
    }

    void text(Context ctx, String type, String body) {
        send(ctx, type, FRESH, Bytes.utf8(body));
    }

    /** Our own files are asked for under an address that changes with them. */
    void file(Context ctx, String type, Bytes body) {
        send(ctx, type, "public, max-age=31536000, immutable", body);
    }

    private void send(Context ctx, String type, String caching, Bytes body) {
        answered.increment();
        String tag = '"' + body.sha256().substring(0, 32) + '"';
        ctx.header("ETag", tag).header("Cache-Control", caching).header("Vary", "Accept-Encoding");
        String known = ctx.header("If-None-Match");
        if (known != null && known.contains(tag)) {
            ctx.status(304);
            return;
        }
        ctx.contentType(type).result(body.toArray());
    }

    /** After a form: on to a page, which can be loaded again without sending anything twice. */
    void onTo(Context ctx, String path) {
        answered.increment();
        ctx.status(303).header("Location", path);
    }

    boolean told(Context ctx) {
        return ctx.attribute(TOLD) != null;
    }

    /** RFC 9457 for programs, a page for people. */
    void problem(Context ctx, Refusal refusal) {
        answered.increment();
        refused.increment();
        ctx.attribute(TOLD, true);
        ctx.status(refusal.status);
        guard.headers(ctx);
        String accept = ctx.header("Accept");
        boolean program = ctx.path().endsWith(".json")
                || accept != null && accept.contains("json") && !accept.contains("text/html");
        if (program) {
            ObjectNode out = JsonNodeFactory.instance.objectNode();
            out.put("type", "about:blank").put("title", refusal.heading).put("status", refusal.status);
            out.put("detail", refusal.what + " " + refusal.next).put("instance", ctx.path());
            ctx.contentType("application/problem+json").result(Shapes.toLine(out));
            return;
        }
        ctx.contentType("text/html; charset=utf-8")
                .result(templates.render("problem", site(ctx, refusal.heading, ""), refusal.told()));
    }
}
