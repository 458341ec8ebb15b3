package org.hearsay.tell.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hearsay.gather.feed.FeedHealth;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.index.Hits;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.store.Claims.Related;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.Bytes;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.GroupId;
import org.hearsay.tell.json.Csv;
import org.hearsay.tell.json.Shapes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reading room on the web. Serves until it is closed; store and index stay open. Thread-safe.
 *
 * <pre>{@code
 * try (WebServer web = WebServer.start(store, index, WebSettings.local(8080, () -> feeds))) {
 *     System.out.println(web.url());
 * }
 * }</pre>
 */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    /** Longer than any question a person asks, short enough that no query costs a noticeable time. */
    static final int MAX_QUERY = 1_000;

    private static final int MAX_ID = 200;
    /** Pages made at the same time; each takes a few megabytes at most, and who comes later waits a moment. */
    private static final int SEATS = 32;

    private static final long PATIENCE_MILLIS = 1_000;
    /** A browser asks again at the next visit, and gets a short "unchanged" if it is. */
    private static final String FRESH = "private, no-cache";

    private final Store store;
    private final ClaimIndex index;
    private final WebSettings settings;
    private final Guard guard;
    private final Templates templates = new Templates();
    private final Shapes shapes = new Shapes();
    private final String styleTag;
    private final Semaphore seats = new Semaphore(SEATS, true);
    private final Javalin server;

    private WebServer(Store store, ClaimIndex index, WebSettings settings, Guard guard) {
        this.store = store;
        this.index = index;
        this.settings = settings;
        this.guard = guard;
        this.styleTag = templates.style().sha256().substring(0, 16);
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts to serve.
     *
     * @throws PortInUse if another program listens there
     * @throws IOException if it may not or cannot listen there; the message says what to do
     */
    public static WebServer start(Store store, ClaimIndex index, WebSettings settings) throws IOException {
        Guard guard = Guard.of(settings);
        Port.checkFree(settings);
        WebServer web = new WebServer(store, index, settings, guard);
        try {
            web.server.start();
        } catch (RuntimeException e) {
            web.close();
            throw Port.refused(settings, e);
        }
        return web;
    }

    /** Where it listens, as when any free port was asked for. */
    public int port() {
        return server.port();
    }

    /** The address for a browser on this machine, or the public one if there is one. */
    public String url() {
        String bind = settings.bind().contains(":") ? "[" + settings.bind() + "]" : settings.bind();
        return settings.publicUrl()
                .map(address -> address.toString().replaceFirst("/*$", "/"))
                .orElseGet(() -> "http://" + (bind.equals("0.0.0.0") || bind.equals("[::]") ? "127.0.0.1" : bind) + ":"
                        + port() + "/");
    }

    /** Ends within about a second: pages under way are let finish that long, idle connections are not waited for. */
    @Override
    public void close() {
        try {
            if (!seats.tryAcquire(SEATS, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.info("web ends pages under way={}", SEATS - seats.availablePermits());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.host = settings.bind();
        config.jetty.port = settings.port();
        config.concurrency.useVirtualThreads = true;
        // Nothing is posted here.
        config.http.maxRequestSize = 0;
        Jetty.configure(config.jetty);
        config.routes.before(this::admit);
        get(config, "/", ctx -> page(ctx, "today", "Today", "today", today()));
        get(config, "/search", this::search);
        get(config, "/search.json", this::searchJson);
        get(config, "/search.csv", this::searchCsv);
        get(config, "/search.atom", this::searchAtom);
        get(config, "/claims/{id}", this::claim);
        get(config, "/articles/{id}", this::article);
        get(config, "/stories/{id}", this::story);
        get(config, "/feeds", ctx -> page(ctx, "feeds", "Feeds", "feeds", feeds()));
        get(config, "/feeds.json", this::feedsJson);
        get(config, "/healthz", this::health);
        get(config, "/style.css", ctx -> file(ctx, "text/css; charset=utf-8", templates.style()));
        get(config, "/favicon.svg", ctx -> file(ctx, "image/svg+xml", templates.icon()));
        config.routes.exception(Refusal.class, (refusal, ctx) -> problem(ctx, refusal));
        config.routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("page failed path={}", ctx.path(), e);
            problem(ctx, Refusal.broken());
        });
        for (int status : new int[] {400, 404, 405, 413, 431, 500}) {
            config.routes.error(status, ctx -> {
                if (ctx.attribute("told") == null) {
                    problem(ctx, Refusal.ofStatus(ctx.statusCode()));
                }
            });
        }
    }

    private void get(JavalinConfig config, String path, Handler handler) {
        Handler seated = ctx -> {
            seats.acquire();
            try {
                handler.handle(ctx);
            } finally {
                seats.release();
            }
        };
        config.routes.get(path, seated);
        config.routes.head(path, seated);
    }

    private void admit(Context ctx) {
        guard.headers(ctx);
        if (!guard.knows(ctx)) {
            throw Refusal.stranger();
        }
        if (guard.shows(ctx)) {
            ctx.redirect("/");
            ctx.skipRemainingHandlers();
            return;
        }
        boolean open = ctx.path().equals("/healthz") || ctx.path().equals("/style.css");
        if (!open && !guard.admits(ctx)) {
            throw Refusal.noToken();
        }
    }

    // ---- pages ---------------------------------------------------------------------------------------------------

    private Today today() {
        return Today.of(new Sight(store), words(), settings.feeds().get());
    }

    private FeedsPage feeds() {
        return FeedsPage.of(new Sight(store), words(), settings.feeds().get());
    }

    private void search(Context ctx) {
        Optional<String> written = QueryForm.query(ctx);
        if (written.isPresent()) {
            ctx.redirect(address(ctx).asking(written.get()).at("/search"));
            return;
        }
        Address address = address(ctx);
        String title = address.query().isEmpty() ? "Search" : address.query();
        page(ctx, "search", title, "search", SearchPage.of(address, index, new Sight(store), words()));
    }

    private void claim(Context ctx) {
        String id = id(ctx);
        if (id.endsWith(".json")) {
            claimJson(ctx, id.substring(0, id.length() - 5));
            return;
        }
        StoredClaim claim = store.claims().claim(new ClaimId(id)).orElseThrow(() -> Refusal.unknown("claim"));
        page(ctx, "claim", claim.words(), "", ClaimPage.of(claim, new Sight(store), words()));
    }

    private void article(Context ctx) {
        String id = id(ctx);
        boolean json = id.endsWith(".json");
        ArticleId articleId = new ArticleId(json ? id.substring(0, id.length() - 5) : id);
        Optional<Integer> version = Optional.ofNullable(ctx.queryParam("version"))
                .filter(v -> v.matches("[0-9]{1,6}"))
                .map(Integer::parseInt);
        StoredArticle article = version.flatMap(v -> store.articles().version(articleId, v))
                .or(() -> version.isPresent()
                        ? Optional.empty()
                        : store.articles().current(articleId))
                .orElseThrow(() -> Refusal.unknown("article"));
        if (json) {
            json(ctx, shapes.article(article));
        } else {
            page(ctx, "article", Card.title(article), "", ArticlePage.of(article, new Sight(store), words()));
        }
    }

    private void story(Context ctx) {
        StoryPage story = StoryPage.of(new GroupId(id(ctx)), new Sight(store), words())
                .orElseThrow(() -> Refusal.unknown("story"));
        page(ctx, "story", story.headline(), "", story);
    }

    private void page(Context ctx, String template, String title, String here, Object model) {
        answer(ctx, "text/html; charset=utf-8", Bytes.utf8(templates.render(template, site(title, here), model)));
    }

    private Templates.Site site(String title, String here) {
        return new Templates.Site(plainTitle(title), here, styleTag, zone(), MAX_QUERY);
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

    private void problem(Context ctx, Refusal refusal) {
        ctx.attribute("told", true);
        ctx.status(refusal.status);
        guard.headers(ctx);
        if (ctx.path().endsWith(".json")) {
            ObjectNode out = JsonNodeFactory.instance.objectNode();
            out.put("title", refusal.heading).put("status", refusal.status).put("detail", refusal.what);
            ctx.contentType("application/problem+json").result(Shapes.toLine(out));
            return;
        }
        ctx.contentType("text/html; charset=utf-8")
                .result(templates.render("problem", site(refusal.heading, ""), refusal.told()));
    }

    // ---- the same for programs -----------------------------------------------------------------------------------

    private void searchJson(Context ctx) {
        Address address = address(ctx);
        Query query = Query.parse(address.query());
        Hits hits = index.search(SearchPage.request(address, query));
        Sight sight = new Sight(store);
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
                            .flatMap(claim -> sight.of(claim).map(article -> shapes.claim(claim, article)))
                    : sight.article(new ArticleId(row.id())).map(shapes::article);
            one.ifPresent(object -> found.add(object.put("under", row.under().orElse(null))));
        }
        boolean more = hits.hits().size() == Address.PAGE && address.page() < Address.MAX_PAGE;
        Optional<String> next =
                more ? Optional.of(address.page(address.page() + 1).at("/search.json")) : Optional.empty();
        json(ctx, shapes.hits(hits.total(), found, hits.facets(), next, query));
    }

    private void searchCsv(Context ctx) {
        Address address =
                address(ctx).with(SearchRequest.In.CLAIMS).page(address(ctx).page());
        Hits hits = index.search(SearchPage.request(address, Query.parse(address.query())));
        Sight sight = new Sight(store);
        StringBuilder out = new StringBuilder(Csv.header(Csv.CLAIMS));
        for (StoredClaim claim : SearchPage.stored(hits, sight)) {
            sight.of(claim).ifPresent(article -> out.append(Csv.row(shapes.claim(claim, article), Csv.CLAIMS)));
        }
        ctx.header("Content-Disposition", "attachment; filename=\"claims.csv\"");
        answer(ctx, "text/csv; charset=utf-8", Bytes.utf8(out.toString()));
    }

    private void searchAtom(Context ctx) {
        // A feed reader wants what is new, whatever the page it was taken from was sorted by.
        Address newest = address(ctx).with(SearchRequest.In.CLAIMS).with(SearchRequest.Sort.NEWEST);
        Hits hits = index.search(SearchPage.request(newest, Query.parse(newest.query())));
        List<StoredClaim> claims = SearchPage.stored(hits, new Sight(store));
        String feed = AtomFeed.of(newest, claims, url(), settings.clock().instant());
        answer(ctx, "application/atom+xml; charset=utf-8", Bytes.utf8(feed));
    }

    private void claimJson(Context ctx, String id) {
        StoredClaim claim = store.claims().claim(new ClaimId(id)).orElseThrow(() -> Refusal.unknown("claim"));
        Sight sight = new Sight(store);
        StoredArticle article = sight.of(claim).orElseThrow(() -> Refusal.unknown("claim"));
        ObjectNode out = shapes.claim(claim, article);
        Sight.Spread spread = sight.spread(claim);
        out.put("outlets", spread.outlets()).put("origins", spread.origins());
        ArrayNode relations = out.putArray("relations");
        for (Related related : sight.relations(claim)) {
            ObjectNode relation = shapes.relation(related.other().claim().id().text(), related.relation());
            relation.put("outlet", related.other().outlet())
                    .put("text", related.other().words());
            relations.add(relation);
        }
        json(ctx, out);
    }

    private void feedsJson(Context ctx) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        Instant now = settings.clock().instant();
        for (FeedState state : store.feeds().states()) {
            FeedHealth health = FeedHealth.of(state, false, store.feeds().volume(state.feed(), now), now);
            out.add(shapes.feed(state, health, now));
        }
        json(ctx, out);
    }

    private void health(Context ctx) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("status", "ok");
        out.put("articles", store.articles().count());
        out.put("claims", store.claims().count());
        out.put("waitingForIndex", store.indexQueue().size());
        json(ctx, out);
    }

    private static void json(Context ctx, JsonNode node) {
        answer(ctx, "application/json; charset=utf-8", Bytes.utf8(Shapes.toLine(node)));
    }

    // ---- requests and answers ------------------------------------------------------------------------------------

    private Words words() {
        return new Words(settings.clock().instant(), settings.zone());
    }

    private static Address address(Context ctx) {
        Optional<String> query = Optional.ofNullable(ctx.queryParam("q"));
        int length = query.map(String::length).orElse(0);
        if (length > MAX_QUERY) {
            throw Refusal.tooLong(length);
        }
        return Address.of(
                query,
                Optional.ofNullable(ctx.queryParam("in")),
                Optional.ofNullable(ctx.queryParam("sort")),
                Optional.ofNullable(ctx.queryParam("page")));
    }

    private static String id(Context ctx) {
        String id = ctx.pathParam("id");
        if (id.isBlank() || id.equals(".json") || id.length() > MAX_ID) {
            throw Refusal.ofStatus(404);
        }
        return id;
    }

    private static void answer(Context ctx, String type, Bytes body) {
        send(ctx, type, FRESH, body);
    }

    /** Our own files are asked for under an address that changes with them. */
    private static void file(Context ctx, String type, Bytes body) {
        send(ctx, type, "public, max-age=31536000, immutable", body);
    }

    private static void send(Context ctx, String type, String caching, Bytes body) {
        String tag = '"' + body.sha256().substring(0, 32) + '"';
        ctx.header("ETag", tag).header("Cache-Control", caching).header("Vary", "Accept-Encoding");
        String known = ctx.header("If-None-Match");
        if (known != null && known.contains(tag)) {
            ctx.status(304);
            return;
        }
        ctx.contentType(type).result(body.toArray());
    }
}
