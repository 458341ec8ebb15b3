package org.hearsay.tell.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.index.IndexAway;
import org.hearsay.keep.store.Store;
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
    /** What a form here can hold, several times over. */
    private static final long MAX_BODY = 32 * 1024;
    /** Pages made at the same time; each takes a few megabytes at most, and who comes later waits a moment. */
    private static final int SEATS = 32;

    private static final long PATIENCE_MILLIS = 1_000;

    private final WebSettings settings;
    private final Guard guard;
    private final Desk desk;
    private final Semaphore seats = new Semaphore(SEATS, true);
    private final Javalin server;

    private WebServer(Store store, ClaimIndex index, WebSettings settings, Guard guard) {
        this.settings = settings;
        this.guard = guard;
        this.desk = new Desk(store, index, settings, new Answers(settings, guard));
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
        config.http.maxRequestSize = MAX_BODY;
        Jetty.configure(config.jetty);
        config.routes.before(this::admit);
        Routes routes = new Seated(config);
        new SearchRoutes(desk, this::url).on(routes);
        new ItemRoutes(desk).on(routes);
        new EntityRoutes(desk).on(routes);
        new WatchRoutes(desk).on(routes);
        new StateRoutes(desk).on(routes);
        new SubscriptionRoutes(desk).on(routes);
        new Changes(desk).on(routes);
        config.routes.exception(Refusal.class, (refusal, ctx) -> desk.answers().problem(ctx, refusal));
        config.routes.exception(IndexAway.class, (e, ctx) -> {
            LOG.warn("page not shown path={} problem={}", ctx.path(), e.getMessage());
            desk.answers().problem(ctx, Refusal.away());
        });
        config.routes.exception(Exception.class, (e, ctx) -> {
            Optional<Integer> unread = Jetty.unread(e);
            if (unread.isEmpty()) {
                LOG.error("page failed path={}", ctx.path(), e);
            }
            desk.answers().problem(ctx, unread.map(Refusal::ofStatus).orElseGet(Refusal::broken));
        });
        for (int status : new int[] {400, 404, 405, 413, 431, 500}) {
            config.routes.error(status, ctx -> {
                if (!desk.answers().told(ctx)) {
                    desk.answers().problem(ctx, Refusal.ofStatus(ctx.statusCode()));
                }
            });
        }
    }

    /** Registers what each part of the site answers, so that not too much is made at once. */
    private final class Seated implements Routes {
        private final JavalinConfig config;

        Seated(JavalinConfig config) {
            this.config = config;
        }

        @Override
        public void get(String path, Handler handler) {
            config.routes.get(path, seated(handler));
            config.routes.head(path, seated(handler));
        }

        @Override
        public void post(String path, Handler handler) {
            config.routes.post(path, seated(ctx -> {
                Person person = Desk.person(ctx);
                if (!person.editor()) {
                    throw Refusal.readOnly();
                }
                guard.checkForm(ctx);
                noted(person, path, handler, ctx);
            }));
        }

        @Override
        public void byLink(String path, Handler page, Handler done) {
            get(path, page);
            config.routes.post(path, seated(ctx -> noted(Person.BY_LINK, path, done, ctx)));
        }

        /** The change and the note of it, both or neither. */
        private void noted(Person person, String path, Handler handler, Context ctx) {
            desk.store().inTransaction(() -> {
                try {
                    handler.handle(ctx);
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                desk.store().deeds().add(Changes.deed(person, path, ctx, desk.now()));
                return path;
            });
        }

        private Handler seated(Handler handler) {
            return ctx -> {
                seats.acquire();
                try {
                    handler.handle(ctx);
                } finally {
                    seats.release();
                }
            };
        }
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
        boolean open = ctx.path().equals("/healthz")
                || ctx.path().equals("/readyz")
                || ctx.path().equals("/style.css")
                || SubscriptionRoutes.PATHS.contains(ctx.path());
        Optional<Person> person = guard.person(ctx);
        if (!open && person.isEmpty()) {
            throw Refusal.noToken();
        }
        Desk.isFor(ctx, person.orElse(Person.READER));
    }
}
