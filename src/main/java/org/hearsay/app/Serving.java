package org.hearsay.app;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedList;
import org.hearsay.keep.store.Store;
import org.hearsay.page.Bytes;
import org.hearsay.run.Clerk;
import org.hearsay.run.Parts;
import org.hearsay.run.PostRounds;
import org.hearsay.run.Progress;
import org.hearsay.run.Timetable;
import org.hearsay.tell.mail.Mailer;
import org.hearsay.tell.web.Access;
import org.hearsay.tell.web.PortInUse;
import org.hearsay.tell.web.WebServer;
import org.hearsay.tell.web.WebSettings;

/** The whole thing, or a part of it, from its start to a signal: web pages first, then the clerk, the post and visits. */
final class Serving {
    private static final String LIST = "feed list";

    private Serving() {}

    /**
     * Serves until the process is asked to end.
     *
     * @param atEnd run when everything is closed, before the process may go
     * @return the exit code
     */
    static int run(
            DataFolder folder, Settings settings, FeedList list, Set<Role> roles, boolean verbose, Runnable atEnd)
            throws InterruptedException {
        Logging.shape(settings);
        if (roles.size() < Role.ALL.ordinal() && folder.elsewhere().isEmpty()) {
            throw Stop.configuration("a part alone needs a store that other processes share: set store.url to a"
                    + " PostgreSQL database, or serve without --role");
        }
        if (roles.equals(Set.of(Role.DIGEST)) && Post.mailer(settings).isEmpty()) {
            throw Stop.configuration(
                    "letters have no way out: set mail.smtp, mail.command or mail.to-folder, or leave out --role digest");
        }
        Logging.show(verbose ? Level.DEBUG : Level.INFO);
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Ending.waitsFor(longest -> {
            stop.countDown();
            return stopped.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        });
        AtomicReference<Throwable> fault = new AtomicReference<>();
        try {
            serve(folder, settings, list, roles, stop, fault);
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
            DataFolder folder,
            Settings settings,
            FeedList list,
            Set<Role> roles,
            CountDownLatch stop,
            AtomicReference<Throwable> fault)
            throws InterruptedException {
        boolean searching = roles.contains(Role.WEB) || roles.contains(Role.DIGEST);
        boolean crawling = roles.contains(Role.CRAWL);
        Consumer<Throwable> onFault = broken -> {
            fault.set(broken);
            stop.countDown();
        };
        // What is open is closed in the reverse order: who files before who indexes, both before the store.
        try (Installation installation = Installation.toShare(folder, searching);
                OpenNewsroom newsroom = OpenNewsroom.of(
                        crawling ? list : new FeedList(list.feeds(), false, List.of()),
                        settings,
                        installation.store(),
                        installation.store().clock(),
                        Serving::say);
                Closing open = new Closing()) {
            Optional<Mailer> mailer = Post.mailer(settings);
            if (roles.contains(Role.WEB)) {
                WebServer web = open.keep(web(installation, settings, newsroom));
                say("reading room at http://" + settings.text(Setting.WEB_BIND) + ":" + web.port() + " (data in "
                        + folder.path() + ", " + newsroom.feeds().size() + " feeds; Ctrl-C ends it)");
            }
            // What is stored can be read at once; to load the models takes as long as all of the above.
            Parts parts = installation.parts(
                    newsroom.allowedIn(settings.fetching()), settings.running(), LanguageModels.chosenBy(settings));
            CrawlCommand.finishRebuild(parts, Progress.NONE);
            Runnable wake = parts.index()
                    .map(index -> open.keep(Clerk.start(parts.store(), index)))
                    .<Runnable>map(clerk -> clerk::wake)
                    .orElse(() -> {});
            if (roles.contains(Role.DIGEST) && mailer.isPresent()) {
                open.keep(PostRounds.start(parts.store(), letters(installation, settings, mailer.get()), onFault));
            }
            if (crawling) {
                if (parts.store().shared()) {
                    otherList(parts.store(), list.feeds()).ifPresent(Serving::say);
                }
                open.keep(Timetable.start(parts, newsroom.feeds(), wake, Progress.NONE, onFault));
                open.keep(Upkeep.start(installation, settings, parts.clock(), onFault));
            }
            if (!roles.contains(Role.WEB)) {
                say("at work as " + words(roles) + " (data in " + folder.path() + "; Ctrl-C ends it)");
            }
            stop.await();
            say("ending");
        }
    }

    /**
     * A host's visit goes to whoever is free, and a feed that he does not know is not visited then.
     *
     * @return what to say if the process that began to crawl last has another list
     */
    static Optional<String> otherList(Store store, List<Feed> feeds) {
        String all = feeds.stream().map(feed -> feed.url().text()).sorted().collect(Collectors.joining("\n"));
        String mine = feeds.size() + " feeds, " + Bytes.utf8(all).sha256().substring(0, 8);
        Optional<String> last = store.note(LIST);
        store.note(LIST, mine);
        return last.filter(others -> !others.equals(mine))
                .map(others -> "this feed list (" + mine + ") is not that of the process that began to crawl last ("
                        + others + "): all that crawl on one database need the same, so give it to the others too");
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" and "));
    }

    private static Runnable letters(Installation installation, Settings settings, Mailer mailer) {
        String from = Post.from(settings);
        return Letters.of(installation, settings, from, installation.store().clock())
                .postman(mailer, from, settings)::deliverDue;
    }

    private static WebServer web(Installation installation, Settings settings, OpenNewsroom newsroom) {
        WebSettings where = new WebSettings(
                settings.text(Setting.WEB_BIND),
                settings.port(Setting.WEB_PORT),
                settings.uri(Setting.WEB_PUBLIC_URL, Set.of("https", "http")),
                settings.given(Setting.WEB_TOKEN),
                ZoneId.systemDefault(),
                installation.store().clock(),
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
