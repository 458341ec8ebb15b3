package org.hearsay.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hearsay.app.PaperSite;
import org.hearsay.bench.Spent;
import org.hearsay.demo.Newsroom;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedEntry;
import org.hearsay.gather.feed.FeedList;
import org.hearsay.gather.feed.FeedReading;
import org.hearsay.gather.fetch.FetchOutcome;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.keep.archive.Kept;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.language.FullReader;
import org.hearsay.read.language.LightReader;
import org.hearsay.read.language.ModelFiles;
import org.hearsay.read.language.Reader;

/**
 * The whole way of articles, from a visit of their feeds to a claim that a search finds, beside its parts one after the
 * other: what waiting, queues and transactions cost. Served from loopback by the bundled newsroom, or, where
 * {@code HEARSAY_CORPORA} names a folder with {@code article/fundus-dev/html}, by an outlet for each of those pages'.
 * Every round begins with an empty data folder; the last of them count. Told are articles a second of processor time and by
 * the clock, and the bytes on the disk.
 *
 * <pre>{@code
 * taskset -c 0 java … org.hearsay.run.WholeWay full|light [ROUNDS] [newsroom|pages]
 * }</pre>
 */
public final class WholeWay {
    private static final int COUNTED = 3;

    private final List<Feed> feeds;
    private final Reader language;
    private final ArticleReader articles;

    private WholeWay(List<Feed> feeds, Reader language, ArticleReader articles) {
        this.feeds = feeds;
        this.language = language;
        this.articles = articles;
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals(Outside.SERVE)) {
            Outside.serve(args.length > 1 ? Optional.of(Path.of(args[1])) : Optional.empty());
            return;
        }
        boolean full = args.length == 0 || args[0].equals("full");
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        ModelFiles files = name -> Files.newInputStream(Rooms.MODELS.resolve(name));
        Reader language = full ? FullReader.load(files, Rooms.MODELS) : LightReader.load(files);
        ArticleReader articles = Rooms.articles();
        String only = args.length > 2 ? args[2] : "";
        if (!only.equals("pages")) {
            try (Outside newsroom = Outside.start()) {
                tell("newsroom", new WholeWay(newsroom.feeds(), language, articles), rounds);
            }
        }
        if (only.equals("newsroom")) {
            return;
        }
        Optional<Path> pages = Rooms.pages();
        if (pages.isEmpty()) {
            System.out.println("WholeWay of real pages skipped: set HEARSAY_CORPORA to a folder that holds"
                    + " article/fundus-dev/html");
            return;
        }
        try (Outside site = Outside.start(pages.get().toString())) {
            tell("real pages", new WholeWay(site.feeds(), language, articles), rounds);
        }
    }

    /** The servers that are read, in a process of their own: their processor time is not ours. */
    private record Outside(Process process, List<Feed> feeds) implements AutoCloseable {
        private static final String SERVE = "serve";

        /** @param pages the folder of them; without it the bundled newsroom */
        static Outside start(String... pages) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    WholeWay.class.getName(),
                    SERVE));
            command.addAll(List.of(pages));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<String> lines = new ArrayList<>();
            BufferedReader said = process.inputReader();
            for (String line = said.readLine(); line != null && !line.isEmpty(); line = said.readLine()) {
                lines.add(line);
            }
            return new Outside(process, FeedList.parse(String.join("\n", lines)).feeds());
        }

        /** Serves, and tells the lines of a feeds.txt, until nobody listens. */
        static void serve(Optional<Path> pages) throws IOException {
            if (pages.isEmpty()) {
                try (Newsroom newsroom = Newsroom.open(0, () -> 1)) {
                    serve(newsroom.feedLines());
                }
                return;
            }
            try (PaperSite site = PaperSite.open()) {
                publish(pages.get(), site);
                serve(site.feedLines());
            }
        }

        private static void serve(List<String> feeds) throws IOException {
            feeds.forEach(System.out::println);
            System.out.println();
            System.in.transferTo(OutputStream.nullOutputStream());
        }

        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
            process.onExit().join();
        }
    }

    private static void publish(Path pages, PaperSite site) throws IOException {
        try (Stream<Path> files = Files.list(pages)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName()).replace(".html.gz", "");
                String outlet =
                        name.replaceFirst("_[0-9_]+$", "").replace('_', '-').toLowerCase(Locale.ROOT);
                site.publish(outlet, "/" + name, name, Rooms.page(file));
            }
        }
    }

    private static void tell(String what, WholeWay way, int rounds) throws Exception {
        Times whole = new Times();
        Times parts = new Times();
        for (int round = 0; round < rounds; round++) {
            if (round == Math.max(0, rounds - COUNTED)) {
                whole = new Times();
                parts = new Times();
            }
            way.whole(whole);
            way.parts(parts);
        }
        System.out.printf(
                Locale.ROOT,
                "WholeWay, %s, %s, %d cores: %d articles; whole %.1f a second of processor time (%.1f by the clock);"
                        + " sum of the parts %.1f; whole of the sum %.0f %%%n",
                what,
                way.language.description().replaceAll(" .*", ""),
                Runtime.getRuntime().availableProcessors(),
                whole.articles,
                whole.perCpuSecond(),
                whole.perSecond(),
                parts.perCpuSecond(),
                100 * whole.perCpuSecond() / parts.perCpuSecond());
        for (Map.Entry<String, Double> part : parts.cpu.entrySet()) {
            System.out.printf(
                    Locale.ROOT, "  %-8s %7.2f ms an article%n", part.getKey(), part.getValue() * 1e3 / parts.articles);
        }
        System.out.printf(
                Locale.ROOT,
                "  bytes an article: archive %,d, store %,d, index %,d; its text %,d%n",
                whole.archive / whole.articles,
                whole.store / whole.articles,
                whole.index / whole.articles,
                whole.text / whole.articles);
    }

    /** Seconds, articles and bytes of several rounds. */
    private static final class Times {
        final Map<String, Double> cpu = new TreeMap<>();
        double clock;
        int articles;
        long archive;
        long store;
        long index;
        long text;

        double perCpuSecond() {
            return articles
                    / cpu.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        double perSecond() {
            return articles / clock;
        }

        void add(String part, Timed work) throws Exception {
            long start = System.nanoTime();
            long before = Spent.byProcess();
            work.run();
            cpu.merge(part, (Spent.byProcess() - before) / 1e9, Double::sum);
            clock += (System.nanoTime() - start) / 1e9;
        }
    }

    private interface Timed {
        void run() throws Exception;
    }

    private void whole(Times times) throws Exception {
        Path folder = Files.createTempDirectory("whole-way");
        try (Rooms rooms = new Rooms(folder, articles, language, RunSettings.defaults())) {
            times.add("whole", () -> new Crawl(rooms.parts, feeds, Progress.NONE).once());
            times.articles += rooms.store.articles().count();
            rooms.store.articles().each(article -> times.text += article.text().length());
        }
        times.archive += size(folder.resolve("archive"));
        times.store += size(folder.resolve("hearsay.db"));
        times.index += size(folder.resolve("index"));
        delete(folder);
    }

    /** A page on its way between the parts. */
    private record Fetched(Page page, PageFacts facts, Validators validators) {}

    private void parts(Times times) throws Exception {
        Path folder = Files.createTempDirectory("whole-way");
        try (Rooms rooms = new Rooms(folder, articles, language, RunSettings.defaults())) {
            List<Fetched> pages = new ArrayList<>();
            times.add("fetch", () -> fetch(rooms, pages));
            List<Kept> kept = new ArrayList<>();
            times.add("archive", () -> {
                for (Fetched page : pages) {
                    kept.add(rooms.archive.keep(page.page(), page.facts().toMap()));
                }
            });
            List<PageReader.PageReading> readings = new ArrayList<>();
            times.add("read", () -> {
                for (Fetched page : pages) {
                    readings.add(rooms.parts
                            .pageReader()
                            .read(page.page(), page.facts().hints()));
                }
            });
            times.add("store", () -> file(rooms, pages, kept, readings));
            times.add("index", () -> Clerk.catchUp(rooms.store, rooms.index));
            times.articles += rooms.store.articles().count();
        }
        delete(folder);
    }

    private void fetch(Rooms rooms, List<Fetched> pages) throws InterruptedException {
        Outlets outlets = new Outlets(feeds);
        Set<PageUrl> seen = new HashSet<>();
        for (Feed feed : feeds) {
            if (!(rooms.fetcher.feed(feed.url(), Validators.NONE) instanceof FetchOutcome.Fetched body)
                    || !(rooms.parts.feedReader().read(body.page()) instanceof FeedReading.Readable content)) {
                continue;
            }
            for (FeedEntry entry : content.entries()) {
                PageUrl link = entry.link().orElse(feed.url());
                if (seen.add(link) && rooms.fetcher.page(link, Validators.NONE) instanceof FetchOutcome.Fetched page) {
                    Optional<String> outlet = outlets.of(page.page().url(), feed.url(), content.title());
                    pages.add(
                            new Fetched(page.page(), PageFacts.of(link, feed.url(), entry, outlet), page.validators()));
                }
            }
        }
    }

    private static void file(Rooms rooms, List<Fetched> pages, List<Kept> kept, List<PageReader.PageReading> readings) {
        Filing filing = new Filing(rooms.store, rooms.parts.comparer());
        for (int i = 0; i < pages.size(); i++) {
            Fetched from = pages.get(i);
            Kept at = kept.get(i);
            PageReader.PageReading reading = readings.get(i);
            rooms.store.inTransaction(() -> {
                Page page = from.page();
                rooms.store
                        .pages()
                        .took(
                                at,
                                from.facts().asked(),
                                page.url(),
                                page.fetched(),
                                page.body().sha256(),
                                from.validators());
                return filing.file(reading, Filing.Source.of(page, at, from.facts()));
            });
        }
        StoryDesk.of(rooms.store, rooms.parts.clock()).catchUp();
    }

    private static long size(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> {
                        try {
                            return Files.size(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
