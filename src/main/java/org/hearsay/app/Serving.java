package org.hearsay.app;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.hearsay.gather.feed.FeedList;
import org.hearsay.run.Parts;
import org.hearsay.run.Progress;
import org.hearsay.run.Timetable;
import org.hearsay.tell.mail.Mailer;
import org.hearsay.tell.web.Access;
import org.hearsay.tell.web.PortInUse;
import org.hearsay.tell.web.WebServer;
import org.hearsay.tell.web.WebSettings;

/** The whole thing, from its start to a signal: web pages first, then visits, the clerk and the post. */
final class Serving {
    /** Systems kill what has not ended ten seconds after it was asked to. */
    private static final long PATIENCE_SECONDS = 9;

    private Serving() {}

    /**
     * Serves until the process is asked to end.
     *
     * @param atEnd run when everything is closed, before the process may go
     * @return the exit code
     */
    static int run(DataFolder folder, Settings settings, FeedList list, boolean verbose, Runnable atEnd)
            throws InterruptedException {
        Logging.shape(settings);
        Logging.show(verbose ? Level.DEBUG : Level.INFO);
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    stop.countDown();
                    try {
                        if (!stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                            System.err.println("hearsay: ended before everything was closed; nothing kept is lost");
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        AtomicReference<Throwable> fault = new AtomicReference<>();
        try {
            serve(folder, settings, list, stop, fault);
        } finally {
            try {
                atEnd.run();
            } finally {
                stopped.countDown();
            }
        }
        Throwable seen = fault.get();
        if (seen != null) {
            return Main.say("stopped: " + seen.getMessage(), Main.codeOf(seen));
        }
        return Stop.OK;
    }

    private static void serve(
            DataFolder folder, Settings settings, FeedList list, CountDownLatch stop, AtomicReference<Throwable> fault)
            throws InterruptedException {
        InstantSource clock = InstantSource.system();
        try (Installation installation = Installation.toWrite(folder);
                OpenNewsroom newsroom = OpenNewsroom.of(list, settings, installation.store(), clock, Serving::say)) {
            Parts parts = installation.parts(
                    newsroom.allowedIn(settings.fetching()), settings.running(), LanguageModels.chosenBy(settings));
            Optional<Mailer> mailer = Post.mailer(settings);
            CrawlCommand.finishRebuild(parts, Progress.NONE);
            try (WebServer web = web(installation, settings, newsroom, clock)) {
                say("reading room at http://" + settings.text(Setting.WEB_BIND) + ":" + web.port() + " (data in "
                        + folder.path() + ", " + newsroom.feeds().size() + " feeds; Ctrl-C ends it)");
                Optional<Runnable> letters = mailer.map(out -> letters(installation, settings, out, clock));
                Consumer<Throwable> onFault = broken -> {
                    fault.set(broken);
                    stop.countDown();
                };
                try (Timetable timetable = Timetable.start(parts, newsroom.feeds(), letters, Progress.NONE, onFault);
                        Upkeep upkeep = Upkeep.start(installation, settings, clock, onFault)) {
                    stop.await();
                    say("ending");
                }
            }
        }
    }

    private static Runnable letters(Installation installation, Settings settings, Mailer mailer, InstantSource clock) {
        String from = Post.from(settings);
        return Letters.of(installation, settings, from, clock).postman(mailer, from, settings)::deliverDue;
    }

    private static WebServer web(
            Installation installation, Settings settings, OpenNewsroom newsroom, InstantSource clock) {
        WebSettings where = new WebSettings(
                settings.text(Setting.WEB_BIND),
                settings.port(Setting.WEB_PORT),
                settings.uri(Setting.WEB_PUBLIC_URL, Set.of("https", "http")),
                settings.given(Setting.WEB_TOKEN),
                ZoneId.systemDefault(),
                clock,
                newsroom::feeds,
                new Access(
                        settings.given(Setting.WEB_READ_TOKEN),
                        settings.given(Setting.WEB_USER_HEADER),
                        Set.copyOf(settings.words(Setting.WEB_PROXIES)),
                        Set.copyOf(settings.words(Setting.WEB_EDITORS))));
        try {
            return WebServer.start(installation.store(), installation.index(), where);
        } catch (PortInUse e) {
            throw Stop.configuration(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Stop.configuration(
                    "the web pages cannot be served on " + where.bind() + ":" + where.port() + ": " + e.getMessage());
        }
    }

    static void say(String words) {
        Logging.say(words);
    }

    /** A list that is the bundled newsroom and nothing else. */
    static FeedList newsroomAlone() {
        return new FeedList(List.of(), true, List.of());
    }
}
