package org.hearsay.run;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hearsay.app.PaperSite;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedList;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.index.IndexedArticle;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest.In;
import org.hearsay.keep.store.Ending;
import org.hearsay.keep.store.Store;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.FullReader;
import org.hearsay.read.language.Reader;
import org.hearsay.read.language.Reading;
import org.hearsay.read.language.SentenceVectors;

/**
 * How long a new article takes to be found, stage by stage: {@code FoundLoad [FOLDER]}. Outlets on loopback publish real
 * pages, those of {@code article/fundus-dev/html} in the folder that {@code HEARSAY_CORPORA} names, to a running
 * timetable and clerk with the full reader: first some that warm it up, then one at a time, then all that are left
 * at once. FOLDER is a data folder to add to, as one of {@code PageLoad}, so that the store and the index
 * are as large as they are somewhere; without it they begin empty.
 */
public final class FoundLoad implements AutoCloseable {
    private static final int OUTLETS = 12;
    private static final int WARM = 40;
    private static final int LONE = 8;
    private static final int BURST = 48;
    private static final Duration EVERY = Duration.ofSeconds(2);
    /** How often it is looked whether a search finds what was filed; the figures are that coarse. */
    private static final Duration LOOK = Duration.ofMillis(5);

    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration GIVEN_UP = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The times of one article, by its address, in the order that they come in. */
    private final Map<PageUrl, Map<Stage, Instant>> seen = new ConcurrentHashMap<>();
    /** Pages that were no new articles. */
    private final Set<PageUrl> other = ConcurrentHashMap.newKeySet();
    /** Of the last transaction of each thread. */
    private final ThreadLocal<List<Instant>> transaction = ThreadLocal.withInitial(List::of);

    private final PaperSite site = PaperSite.open();
    private final Rooms rooms;
    private int published;

    private enum Stage {
        FETCHED("fetched"),
        READING("archived, a reader free, page to article"),
        READ("language read"),
        ASKED("claims found, turn in the store asked for"),
        TURN("turn in the store"),
        FILED("compared and filed"),
        TAKEN("taken by the clerk"),
        FOUND("found by a search");

        final String words;

        Stage(String words) {
            this.words = words;
        }
    }

    private FoundLoad(Path folder) throws IOException {
        Reader language = FullReader.load(name -> Files.newInputStream(Rooms.MODELS.resolve(name)), Rooms.MODELS);
        RunSettings defaults = RunSettings.defaults();
        rooms = new Rooms(
                folder,
                Rooms.articles(),
                new Timed(language),
                new RunSettings(
                        EVERY,
                        EVERY,
                        defaults.backoff(),
                        defaults.backoffMax(),
                        List.of(),
                        defaults.hostsAtOnce(),
                        defaults.readers(),
                        defaults.patience()));
    }

    public static void main(String[] args) throws Exception {
        Optional<Path> pages = Rooms.pages();
        if (pages.isEmpty()) {
            System.out.println("FoundLoad skipped: set HEARSAY_CORPORA to a folder that holds article/fundus-dev/html");
            return;
        }
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("found");
        try (FoundLoad load = new FoundLoad(folder)) {
            load.run(pages.get());
        }
    }

    private void run(Path pages) throws Exception {
        List<Path> left;
        try (Stream<Path> files = Files.list(pages)) {
            left = new ArrayList<>(files.sorted(Comparator.comparing(
                            // In an order that mixes outlets, and is the same each time.
                            file -> Integer.reverse(
                                    file.getFileName().toString().hashCode())))
                    .toList());
        }
        List<PageUrl> cold = publish(left, OUTLETS);
        List<Feed> feeds = FeedList.parse(String.join("\n", site.feedLines())).feeds();
        Progress filed = new Progress() {
            @Override
            public void page(PageUrl page, Ending ending) {
                List<Instant> times = transaction.get();
                note(page, Stage.ASKED, times.get(0));
                note(page, Stage.TURN, times.get(1));
                note(page, Stage.FILED, times.get(2));
                if (ending != Ending.NEW) {
                    other.add(page);
                }
            }
        };
        Parts parts = timed(rooms.parts);
        try (Clerk clerk = Clerk.start(parts.store(), parts.index().orElseThrow());
                Timetable timetable = Timetable.start(parts, feeds, clerk::wake, filed, fault -> {})) {
            List<PageUrl> first = new ArrayList<>(cold);
            first.addAll(publish(left, WARM - OUTLETS));
            untilFound(first);
            tell("the first, cold", first);
            Thread.sleep(QUIET);
            List<PageUrl> alone = new ArrayList<>();
            for (int i = 0; i < LONE; i++) {
                List<PageUrl> one = publish(left, 1);
                untilFound(one);
                alone.addAll(one);
                Thread.sleep(QUIET);
            }
            tell("one alone", alone);
            List<PageUrl> burst = publish(left, BURST);
            untilFound(burst);
            tell("of " + burst.size() + " at once", burst);
        }
    }

    private List<PageUrl> publish(List<Path> left, int many) throws IOException {
        List<PageUrl> urls = new ArrayList<>();
        for (int i = 0; i < many && !left.isEmpty(); i++) {
            Path file = left.remove(0);
            String outlet = "outlet" + published % OUTLETS;
            String path = "/" + published++ + "-" + System.currentTimeMillis();
            site.publish(outlet, path, path, Rooms.page(file));
            String root = site.feedLines().stream()
                    .filter(line -> line.contains("//" + outlet + "."))
                    .findFirst()
                    .orElseThrow();
            urls.add(PageUrl.parse(root.replace("/rss.xml", path)).orElseThrow());
        }
        return urls;
    }

    private void untilFound(List<PageUrl> urls) throws InterruptedException {
        List<PageUrl> waiting = new ArrayList<>(urls);
        Instant end = Instant.now().plus(PATIENCE);
        while (!waiting.isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(LOOK);
            waiting.removeAll(other);
            waiting.removeIf(url -> {
                boolean filed = seen.getOrDefault(url, Map.of()).containsKey(Stage.FILED);
                if (filed && rooms.index.count(Query.parse("feed:\"" + url.text() + '"'), In.ARTICLES) > 0) {
                    note(url, Stage.FOUND, Instant.now());
                    return true;
                }
                // A page that names another address as its own is found under that.
                return filed && seen.get(url).get(Stage.FILED).plus(GIVEN_UP).isBefore(Instant.now());
            });
        }
        waiting.forEach(url -> System.out.println("not found in time: " + url));
    }

    private void note(PageUrl page, Stage stage, Instant at) {
        seen.computeIfAbsent(page, p -> new ConcurrentHashMap<>()).putIfAbsent(stage, at);
    }

    private void tell(String what, List<PageUrl> urls) {
        List<Map<Stage, Instant>> all = urls.stream()
                .map(url -> seen.getOrDefault(url, Map.of()))
                .filter(times -> times.size() == Stage.values().length)
                .toList();
        System.out.printf(Locale.ROOT, "%-48s %8s %8s %8s%n", what + " (" + all.size() + "), ms", "p50", "p90", "max");
        Stage[] stages = Stage.values();
        for (int i = 1; i < stages.length; i++) {
            row(stages[i].words, all, stages[i - 1], stages[i]);
        }
        row("from fetched to found", all, Stage.FETCHED, Stage.FOUND);
        row("from filed to found", all, Stage.FILED, Stage.FOUND);
    }

    private static void row(String words, List<Map<Stage, Instant>> all, Stage from, Stage to) {
        List<Long> times = all.stream()
                .map(of -> Duration.between(of.get(from), of.get(to)).toMillis())
                .sorted()
                .toList();
        System.out.printf(
                Locale.ROOT,
                "  %-46s %8d %8d %8d%n",
                words,
                times.get(times.size() / 2),
                times.get(times.size() * 9 / 10),
                times.get(times.size() - 1));
    }

    /** Notes when an article begins to be read and is. */
    private final class Timed implements Reader {
        private final Reader reader;

        Timed(Reader reader) {
            this.reader = reader;
        }

        @Override
        public Reading read(Article article) {
            Instant begun = Instant.now();
            Reading reading = reader.read(article);
            article.url().ifPresent(url -> {
                note(url, Stage.READING, begun);
                note(url, Stage.READ, Instant.now());
            });
            return reading;
        }

        @Override
        public Reading read(Article article, List<List<Span>> words) {
            return reader.read(article, words);
        }

        @Override
        public String description() {
            return reader.description();
        }

        @Override
        public Optional<SentenceVectors> vectors() {
            return reader.vectors();
        }
    }

    private Parts timed(Parts parts) {
        return new Parts(
                timed(parts.store()),
                parts.archive(),
                parts.index().map(this::timed),
                parts.fetcher(),
                parts.feedReader(),
                parts.pageReader(),
                parts.comparer(),
                parts.clock(),
                parts.settings());
    }

    private Store timed(Store store) {
        return (Store) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("inTransaction")) {
                        return call(store, method, arguments);
                    }
                    Instant asked = Instant.now();
                    List<Instant> turn = new ArrayList<>();
                    var work = (Supplier<?>) arguments[0];
                    Object result = store.inTransaction(() -> {
                        turn.add(Instant.now());
                        return work.get();
                    });
                    transaction.set(List.of(asked, turn.get(0), Instant.now()));
                    return result;
                });
    }

    private ClaimIndex timed(ClaimIndex index) {
        return (ClaimIndex) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ClaimIndex.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("replaceForNow")) {
                        for (Object one : (List<?>) arguments[0]) {
                            IndexedArticle article = (IndexedArticle) one;
                            note(article.url(), Stage.FETCHED, article.firstSeen());
                            note(article.url(), Stage.TAKEN, Instant.now());
                        }
                    }
                    return call(index, method, arguments);
                });
    }

    private static Object call(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        site.close();
        rooms.close();
    }
}
