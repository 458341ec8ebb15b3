package org.hearsay.app;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedList;
import org.hearsay.run.Clerk;
import org.hearsay.run.Crawl;
import org.hearsay.run.CrawlReport;
import org.hearsay.run.Parts;
import org.hearsay.run.Progress;
import org.hearsay.run.Rebuild;
import org.hearsay.run.Timetable;
import org.hearsay.tell.json.Shapes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "crawl",
        mixinStandardHelpOptions = true,
        description = "Visit every feed now and take in what is new; ends with a report.")
final class CrawlCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @ArgGroup
    @Nullable
    private HowLong howLong;

    @Option(names = "--json", description = "the report as one JSON object on stdout")
    private boolean json;

    static final class HowLong {
        @Option(names = "--once", description = "visit what there is now, then end (the default)")
        boolean once;

        @Option(names = "--for", paramLabel = "DURATION", description = "visit on schedule for so long, like 180s")
        @Nullable
        String duration;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.settings();
        FeedList list = FeedsFile.read(options.feedsFile(), Serving::say);
        Optional<Duration> span = Optional.ofNullable(howLong)
                .flatMap(given -> Optional.ofNullable(given.duration))
                .map(text -> Durations.parse(text)
                        .orElseThrow(
                                () -> Stop.usage("--for " + text + " is no duration: write one like 180s or 10m")));
        boolean lively = Terminal.lively(options.plain);
        Logging.shape(settings);
        Logging.show(lively ? Level.ERROR : options.verbose ? Level.DEBUG : Level.INFO);
        CrawlReport report;
        // Not try-with-resources: on SIGTERM the visits must end before the store is closed under them.
        Thread main = Thread.currentThread();
        CountDownLatch ended = new CountDownLatch(1);
        Ending.waitsFor(longest -> {
            main.interrupt();
            return ended.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        });
        try (Installation installation = span.isEmpty()
                        ? Installation.toWrite(options.folder())
                        : Installation.toShare(options.folder(), true);
                OpenNewsroom newsroom = OpenNewsroom.of(
                        list,
                        settings,
                        installation.store(),
                        installation.store().clock(),
                        Serving::say)) {
            Parts parts = installation.parts(
                    newsroom.allowedIn(settings.fetching()), settings.running(), LanguageModels.chosenBy(settings));
            if (lively) {
                try (Terminal.Bar bar = Terminal.bar("crawl")) {
                    finishRebuild(parts, bar);
                    report = crawl(parts, newsroom, span, bar);
                }
            } else {
                finishRebuild(parts, Progress.NONE);
                report = crawl(parts, newsroom, span, Progress.NONE);
            }
            Upkeep.once(installation, settings, parts.clock());
            System.err.println(report.inWords());
            if (json) {
                System.out.print(Shapes.toLine(asJson(report)));
            }
            long paused = newsroom.feeds().stream().filter(Feed::paused).count();
            long leftAlone = newsroom.feeds().size() - paused - report.feeds().size();
            if (paused > 0) {
                System.err.println(paused + " feeds paused");
            }
            if (leftAlone > 0 && span.isEmpty()) {
                System.err.println(leftAlone + " feeds left alone for now (gone, or their server asked for quiet);"
                        + " \"hearsay feeds list\" says until when");
            }
        } finally {
            ended.countDown();
        }
        return report.failed().isEmpty() ? Stop.OK : Stop.IN_PART;
    }

    private static ObjectNode asJson(CrawlReport report) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("from", report.from().toString());
        out.put("to", report.to().toString());
        out.put("feeds", report.feeds().size());
        out.put("failed", report.failed().size());
        out.put("seen", report.seen());
        ObjectNode endings = out.putObject("endings");
        report.endings().forEach((ending, count) -> endings.put(ending.inWords(), count));
        return out;
    }

    private static CrawlReport crawl(Parts parts, OpenNewsroom newsroom, Optional<Duration> span, Progress progress)
            throws InterruptedException {
        if (span.isEmpty()) {
            return new Crawl(parts, newsroom.feeds(), progress).once();
        }
        CountDownLatch stop = new CountDownLatch(1);
        AtomicReference<Throwable> fault = new AtomicReference<>();
        Clerk clerk = Clerk.start(parts.store(), parts.index().orElseThrow());
        Timetable timetable = Timetable.startForReport(parts, newsroom.feeds(), clerk::wake, progress, broken -> {
            fault.set(broken);
            stop.countDown();
        });
        try (clerk) {
            try (timetable) {
                boolean early = stop.await(span.get().toMillis(), TimeUnit.MILLISECONDS);
                if (early && fault.get() instanceof RuntimeException broken) {
                    throw broken;
                }
            }
            clerk.settle();
        }
        return timetable.report();
    }

    /** A rebuild that was killed left the store with part of what the archive holds; it is done over first. */
    static void finishRebuild(Parts parts, Progress progress) throws InterruptedException {
        if (Rebuild.unfinished(parts)) {
            if (parts.store().shared()) {
                throw Stop.later(
                        "a rebuild of the store was begun and not finished: end every other Hearsay on it, then"
                                + " \"hearsay rebuild\"");
            }
            Serving.say("the store does not hold all that the archive does; rebuilding it");
            Serving.say(new Rebuild(parts, progress).run().inWords());
        }
    }
}
