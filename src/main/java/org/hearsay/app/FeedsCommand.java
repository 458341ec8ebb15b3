package org.hearsay.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedHealth;
import org.hearsay.gather.feed.FeedList;
import org.hearsay.gather.feed.FeedReader;
import org.hearsay.gather.feed.FeedReading;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.feed.FeedVolume;
import org.hearsay.gather.fetch.FetchOutcome;
import org.hearsay.gather.fetch.Fetcher;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.keep.store.Store;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.hearsay.run.FeedCheck;
import org.hearsay.run.RunSettings;
import org.hearsay.tell.json.Shapes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "feeds",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "The feed list: how each feed fares, and what its lines and bodies say.",
        subcommands = {
            FeedsCommand.ListFeeds.class,
            FeedsCommand.Check.class,
            FeedsAdd.class,
            FeedsRemove.class,
            FeedsPreview.class,
            FeedsImport.class,
            FeedsExport.class,
            FeedsCommand.Read.class
        })
final class FeedsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say list, check, add, remove, preview, import, export or read");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Every feed of the list with its state in words.")
    static final class ListFeeds implements Callable<Integer> {
        @Mixin
        private final Options options = new Options();

        @Option(names = "--json", description = "one JSON object a line")
        private boolean json;

        @Override
        public Integer call() {
            FeedList list = FeedsFile.read(options.feedsFile(), Serving::say);
            if (!options.folder().inUse()) {
                Instant now = Instant.now();
                list.feeds().forEach(feed -> print(FeedState.fresh(feed), feed.paused(), FeedVolume.NONE, now));
                return Stop.OK;
            }
            try (Installation installation = Installation.toRead(options.folder())) {
                Store store = installation.store();
                Instant now = store.clock().instant();
                list.feeds()
                        .forEach(feed -> print(
                                store.feeds().state(feed.url()).orElseGet(() -> FeedState.fresh(feed)),
                                feed.paused(),
                                store.feeds().volume(feed.url(), now),
                                now));
                // Those of the bundled newsroom stand in no line of their own.
                Set<PageUrl> listed = list.feeds().stream().map(Feed::url).collect(Collectors.toSet());
                store.feeds().states().stream()
                        .filter(state -> !listed.contains(state.feed()))
                        .forEach(state -> print(state, false, store.feeds().volume(state.feed(), now), now));
            }
            return Stop.OK;
        }

        private void print(FeedState state, boolean paused, FeedVolume volume, Instant now) {
            FeedHealth health = FeedHealth.of(state, paused, volume, now);
            if (json) {
                System.out.print(Shapes.toLine(new Shapes().feed(state, health, now)));
            } else {
                System.out.println(state.feed() + "\n  " + health.inWords(now, ZoneId.systemDefault()));
            }
        }
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Ask every feed of the list once and say what came; stores nothing.")
    static final class Check implements Callable<Integer> {
        @Mixin
        private final Options options = new Options();

        @Override
        public Integer call() throws InterruptedException {
            Settings settings = options.settings();
            List<String> problems = new ArrayList<>();
            FeedList list = FeedsFile.read(options.feedsFile(), problems::add);
            problems.forEach(Serving::say);
            int bad = problems.size();
            try (Fetcher fetcher = new Fetcher(settings.fetching(), InstantSource.system())) {
                for (Feed feed : list.feeds()) {
                    boolean ok = true;
                    if (feed.paused()) {
                        System.out.println(feed.url() + "\n  paused");
                    } else {
                        ok = check(fetcher, feed, settings.running());
                    }
                    bad += ok ? 0 : 1;
                }
            }
            if (list.newsroom()) {
                System.out.println("newsroom:\n  the bundled newsroom, opened with crawl and serve");
            }
            return bad == 0 ? Stop.OK : Stop.IN_PART;
        }

        private static boolean check(Fetcher fetcher, Feed feed, RunSettings settings) throws InterruptedException {
            FetchOutcome outcome = fetcher.feed(feed.url(), Validators.NONE, feed.url(), feed.credentials());
            Optional<FeedReading> reading = outcome instanceof FetchOutcome.Fetched fetched
                    ? Optional.of(new FeedReader().read(fetched.page()))
                    : Optional.empty();
            FeedState state = FeedCheck.of(feed, outcome, reading, settings);
            FeedHealth health = FeedHealth.of(state, false, FeedVolume.NONE, outcome.at());
            String words = health.kind() == FeedHealth.Kind.FINE
                    ? "fine" + reading.map(body -> carries(body, outcome)).orElse("")
                    : health.bare();
            System.out.println(feed.url() + "\n  " + words);
            return state.failures() == 0;
        }

        private static String carries(FeedReading reading, FetchOutcome outcome) {
            if (!(reading instanceof FeedReading.Readable readable)
                    || !(outcome instanceof FetchOutcome.Fetched fetched)) {
                return "";
            }
            return ": " + readable.format().name().toLowerCase(Locale.ROOT) + ", "
                    + readable.entries().size() + " entries, read " + readable.stage()
                    + (fetched.hops().isEmpty()
                            ? ""
                            : ", found at " + fetched.page().url());
        }
    }

    @Command(
            name = "read",
            mixinStandardHelpOptions = true,
            description = "Read feed bodies from files into JSON Lines.")
    static final class Read implements Callable<Integer> {
        @Option(
                names = "--list",
                required = true,
                paramLabel = "LIST",
                description = "lines: id TAB path [TAB content type [TAB url]]")
        @SuppressWarnings("NullAway.Init")
        private Path list;

        @Option(names = "--out", required = true, paramLabel = "OUT", description = "where the answers go")
        @SuppressWarnings("NullAway.Init")
        private Path out;

        @Override
        public Integer call() throws IOException {
            FeedReader feeds = new FeedReader();
            int bad = 0;
            int number = 0;
            try (BufferedWriter writer = Files.newBufferedWriter(out)) {
                for (String line : Batch.read(list)) {
                    number++;
                    if (line.isBlank()) {
                        continue;
                    }
                    String[] cells = line.split("\t", -1);
                    try {
                        writer.write(Shapes.toLine(
                                new Shapes().feedReading(cells[0], feeds.read(page(cells, list + ":" + number)))));
                    } catch (Stop e) {
                        Serving.say(String.valueOf(e.getMessage()));
                        bad++;
                    } catch (IOException e) {
                        Serving.say(list + ":" + number + ": " + Reasons.of(e));
                        bad++;
                    }
                }
            }
            return bad == 0 ? Stop.OK : Stop.IN_PART;
        }

        private static Page page(String[] cells, String where) throws IOException {
            if (cells.length < 2 || cells[1].isBlank() || cells[1].indexOf('\0') >= 0) {
                throw Stop.usage(where + ": write id TAB path [TAB content type [TAB url]]");
            }
            Optional<String> url = cell(cells, 3);
            Page bare = Extractor.fromFile(Path.of(cells[1]), url);
            List<Header> headers = cell(cells, 2)
                    .map(type -> List.of(new Header("Content-Type", type)))
                    .orElse(List.of());
            // A date is in the future if it is so now: when the file was fetched, nobody knows.
            return new Page(bare.url(), Instant.now(), 200, headers, bare.body());
        }

        private static Optional<String> cell(String[] cells, int index) {
            return cells.length > index && !cells[index].isBlank() ? Optional.of(cells[index]) : Optional.empty();
        }
    }
}
