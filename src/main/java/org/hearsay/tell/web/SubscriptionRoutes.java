package org.hearsay.tell.web;

import io.javalin.http.Context;
import java.util.Set;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.keep.store.Watches.Standing;

/**
 * Where a link in a letter leads: a reader says that he wants letters, or no more. To open the page changes nothing,
 * since mail programs open links by themselves; the button on it does, and so does a mail program's own one-click POST
 * (RFC 8058), which comes from elsewhere and carries no token of ours. The link's secret says who it is.
 */
record SubscriptionRoutes(Desk desk) {
    static final Set<String> PATHS = Set.of("/unsubscribe", "/confirm");

    /** @param button empty where there is nothing left to press */
    record Page(String words, String button, String action) {}

    void on(Routes routes) {
        routes.byLink(
                "/unsubscribe",
                ctx -> show(
                        ctx,
                        "Stop the daily letter to " + reader(ctx).address() + "?",
                        "Stop the letters",
                        "/unsubscribe"),
                ctx -> stand(ctx, Standing.UNSUBSCRIBED, "No more letters go to "));
        routes.byLink(
                "/confirm",
                ctx -> show(ctx, "Send the daily letter to " + reader(ctx).address() + "?", "Yes, send it", "/confirm"),
                ctx -> stand(ctx, Standing.ACTIVE, "The daily letter will go to "));
    }

    private Recipient reader(Context ctx) {
        String secret = ctx.queryParam("reader");
        return desk.store()
                .watches()
                .byToken(secret == null ? "" : secret)
                .orElseThrow(() -> Refusal.unusable(
                        "This link names no reader of ours.",
                        "If letters still come, answer one with the word" + " unsubscribe."));
    }

    private void show(Context ctx, String words, String button, String path) {
        page(ctx, new Page(words, button, path + "?reader=" + ctx.queryParam("reader")));
    }

    private void stand(Context ctx, Standing standing, String words) {
        Recipient reader = reader(ctx);
        Changes.about(ctx, reader.address());
        // To confirm undoes a pause of nobody's but the reader's own.
        boolean his = reader.standing() != Standing.PAUSED && reader.standing() != Standing.SUSPENDED;
        if (standing != Standing.ACTIVE || his) {
            String note = standing == Standing.ACTIVE ? "" : "by the reader, " + desk.now();
            desk.store().watches().standing(reader.address(), standing, note);
        }
        page(ctx, new Page(words + reader.address() + ".", "", ""));
    }

    private void page(Context ctx, Page page) {
        // The address holds a secret.
        ctx.header("Referrer-Policy", "no-referrer");
        desk.answers().page(ctx, "subscription", "The daily letter", "", page);
    }
}
