package org.hearsay.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedEntry;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.index.IndexedArticle;
import org.hearsay.keep.index.IndexedArticle.IndexedClaim;
import org.hearsay.keep.index.LuceneIndex;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.keep.store.Watches.SavedWatch;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.Difference;
import org.hearsay.read.compare.Fingerprint;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Relation;
import org.hearsay.read.language.Mention;
import org.hearsay.run.Clerk;
import org.hearsay.tell.web.WebServer;
import org.hearsay.tell.web.WebSettings;

/**
 * How fast every page is made over many claims: {@code PageLoad FOLDER [CLAIMS [PAGES]]}, PAGES
 * being how the pages begin that are asked for. Fills a store and an index in the folder
 * if it is empty, starts the site over them, and asks for each page some dozens of times, each time another one of its
 * kind. Told are the time by the clock, of the whole request, and the processor time of the whole process.
 */
public final class PageLoad {
    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
    private static final int BATCH = 200;
    private static final int ROUNDS = 40;
    private static final int WARM = 40;
    /** One claim in so many is said otherwise by an earlier one. */
    private static final int DISPUTED = 60;

    private static final Pattern LINK =
            Pattern.compile("href=\"(/(claims|stories|articles|proposals|entities|outlets)/" + "[^\"#?]+)\"");

    private PageLoad() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        int claims = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        Files.createDirectories(folder);
        ClaimSample sample = new ClaimSample(20261126);
        List<Feed> feeds = new ArrayList<>();
        try (Store store = SqliteStore.open(folder.resolve("hearsay.db"));
                ClaimIndex index = LuceneIndex.open(folder.resolve("index"))) {
            if (store.claims().count() == 0) {
                fill(store, sample, claims);
            }
            long start = Spent.byProcess();
            int waiting = store.indexQueue().size();
            Clerk.catchUp(store, index);
            if (waiting > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "%,d articles from store to index in %.0f s%n",
                        waiting,
                        (Spent.byProcess() - start) / 1e9);
            }
            store.feeds()
                    .states()
                    .forEach(state ->
                            feeds.add(new Feed(state.feed(), Optional.empty(), Optional.empty(), List.of(), false)));
            WebSettings settings = new WebSettings(
                    "127.0.0.1", 0, Optional.empty(), Optional.empty(), ZoneOffset.UTC, () -> NOW, () -> feeds);
            try (WebServer web = WebServer.start(store, index, settings)) {
                ask(web.url(), sample, args.length > 2 ? args[2] : "");
            }
        }
    }

    // ---- the newsroom --------------------------------------------------------------------------------------------

    private static void fill(Store store, ClaimSample sample, int claims) {
        Random random = new Random(11);
        long start = Spent.byProcess();
        List<ClaimId> earlier = new ArrayList<>();
        int done = 0;
        while (done < claims) {
            List<IndexedArticle> batch = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                batch.add(sample.next());
            }
            store.inTransaction(() -> {
                batch.forEach(article -> put(store, article, earlier, random));
                return true;
            });
            done += BATCH * 8;
        }
        for (int i = 0; i < 12; i++) {
            store.watches()
                    .save(new SavedWatch("watch " + i, sample.word(50 + i * 37) + " OR " + sample.person(i * 20)));
        }
        System.out.printf(
                Locale.ROOT, "%,d claims into the store in %.0f s%n", done, (Spent.byProcess() - start) / 1e9);
    }

    private static void put(Store store, IndexedArticle from, List<ClaimId> earlier, Random random) {
        List<Block> blocks = new ArrayList<>();
        List<Mention> names = new ArrayList<>();
        for (IndexedClaim claim : from.claims()) {
            blocks.add(new Block.Paragraph(claim.claim().sentence()));
            names.addAll(claim.claim().names());
        }
        Article article = new Article(
                from.id(),
                Optional.of(from.url()),
                from.outlet(),
                from.title(),
                List.of(),
                from.published().map(Dated.At::new),
                Optional.empty(),
                from.language(),
                Optional.empty(),
                from.text(),
                blocks);
        StoredArticle stored = new StoredArticle(
                from.id(),
                1,
                from.url(),
                from.feed(),
                from.outlet(),
                from.firstSeen(),
                from.firstSeen(),
                new Extraction.Readable(article),
                Hints.NONE,
                new Kept("sample", 0, 1),
                new GroupId(from.story()),
                new GroupId(from.origin()),
                names,
                List.of(),
                List.of());
        Fingerprint fingerprint = new Fingerprint(
                new TreeSet<>(Set.of(random.nextLong(), random.nextLong())),
                new TreeSet<>(List.of(from.title().orElse("").split(" "))),
                from.published(),
                Optional.empty());
        store.articles().add(stored, fingerprint);
        if (store.feeds().state(from.feed()).isEmpty()) {
            store.feeds()
                    .save(FeedState.fresh(new Feed(from.feed(), Optional.empty(), Optional.empty(), List.of(), false)));
        }
        store.feeds().take(from.feed(), List.of(entry(from)), from.firstSeen());
        for (IndexedClaim claim : from.claims()) {
            store.claims()
                    .put(
                            new StoredClaim(
                                    claim.claim(),
                                    from.id(),
                                    1,
                                    from.url(),
                                    from.outlet(),
                                    claim.words(),
                                    claim.sentence(),
                                    new GroupId(claim.group()),
                                    claim.firstSeen(),
                                    StoredClaim.State.CURRENT,
                                    Optional.empty()),
                            Set.of());
            if (random.nextInt(DISPUTED) == 0 && !earlier.isEmpty()) {
                Span first = claim.claim().content().get(0);
                store.claims()
                        .relate(
                                claim.claim().id(),
                                earlier.get(random.nextInt(earlier.size())),
                                new Relation(
                                        Relation.Kind.DIFFERS,
                                        1,
                                        List.of(new Difference.Amount(first, new Span(0, 5), "60 % / 70 %")),
                                        List.of("figures of one thing differ")));
            }
            earlier.add(claim.claim().id());
        }
    }

    private static FeedEntry entry(IndexedArticle article) {
        return new FeedEntry(
                article.url().text(),
                Optional.empty(),
                Optional.of(article.url()),
                article.title(),
                Optional.empty(),
                List.of(),
                article.published(),
                Optional.empty());
    }

    // ---- its readers ---------------------------------------------------------------------------------------------

    private static void ask(String site, ClaimSample sample, String only) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        Random random = new Random(7);
        Map<String, List<String>> found = new LinkedHashMap<>();
        List<String> fixed = List.of(
                "/",
                "/feeds",
                "/feeds.json",
                "/proposals",
                "/entities",
                "/outlets",
                "/watches",
                "/watches.json",
                "/digests",
                "/digests/letter",
                "/changes",
                "/changes.json",
                "/about",
                "/search",
                "/healthz",
                "/readyz",
                "/metrics",
                "/openapi.json");
        for (int i = 0; i < 60; i++) {
            String q = URLEncoder.encode(sample.word(50 + random.nextInt(3_000)), StandardCharsets.UTF_8);
            found.computeIfAbsent("/search?q=", k -> new ArrayList<>()).add("/search?q=" + q);
            found.computeIfAbsent("/search.json?q=", k -> new ArrayList<>()).add("/search.json?q=" + q);
            found.computeIfAbsent("/search.atom?q=", k -> new ArrayList<>()).add("/search.atom?q=" + q);
            found.computeIfAbsent("/search?in=articles", k -> new ArrayList<>()).add("/search?in=articles&q=" + q);
            found.computeIfAbsent("/search?sort=origins", k -> new ArrayList<>())
                    .add("/search?sort=origins&q=" + q);
            found.computeIfAbsent("/compare?q=", k -> new ArrayList<>()).add("/compare?q=" + q);
            found.computeIfAbsent("/compare.json?q=", k -> new ArrayList<>()).add("/compare.json?q=" + q);
            found.computeIfAbsent("/search.csv?q=", k -> new ArrayList<>()).add("/search.csv?q=" + q);
            found.computeIfAbsent("/entities?q=", k -> new ArrayList<>()).add("/entities?q=" + name(sample, random));
        }
        found.put("/search?q=*", List.of("/search?q=*", "/search?q=*&page=7"));
        found.put("/digests?preview=1", List.of("/digests?preview=1"));
        fixed.forEach(path -> found.put(path, List.of(path)));
        for (String source : List.of("/", "/proposals", "/entities", "/outlets", "/search?q=" + sample.word(80))) {
            Matcher link = LINK.matcher(get(client, site, source));
            while (link.find()) {
                found.computeIfAbsent("/" + link.group(2) + "/…", k -> new ArrayList<>())
                        .add(link.group(1));
                found.computeIfAbsent("/" + link.group(2) + "/….json", k -> new ArrayList<>())
                        .add(link.group(1) + ".json");
            }
        }
        found.getOrDefault("/claims/…", List.of())
                .forEach(claim -> found.computeIfAbsent("/compare?claim=", k -> new ArrayList<>())
                        .add("/compare?claim=" + claim.substring("/claims/".length())));
        found.keySet().removeIf(kind -> !kind.startsWith(only));
        for (int i = 0; i < WARM; i++) {
            for (List<String> paths : found.values()) {
                get(client, site, paths.get(i % paths.size()));
            }
        }
        System.out.printf(
                Locale.ROOT, "%-24s %8s %8s %8s %8s %10s%n", "page (ms)", "p50", "p95", "max", "cpu", "bytes");
        for (Map.Entry<String, List<String>> kind : found.entrySet()) {
            time(client, site, kind.getKey(), kind.getValue());
        }
    }

    /** The last word of somebody's name. */
    private static String name(ClaimSample sample, Random random) {
        String person = sample.person(random.nextInt(500));
        return URLEncoder.encode(person.substring(person.lastIndexOf(' ') + 1), StandardCharsets.UTF_8);
    }

    private static void time(HttpClient client, String site, String name, List<String> paths)
            throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        long bytes = 0;
        long before = 0;
        for (int i = -1; i < ROUNDS; i++) {
            if (i == 0) {
                before = Spent.byProcess();
            }
            long start = System.nanoTime();
            bytes = get(client, site, paths.get(Math.floorMod(i, paths.size()))).length();
            if (i >= 0) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-24s %8.1f %8.1f %8.1f %8.1f %10d%n",
                name,
                sorted[ROUNDS / 2],
                sorted[ROUNDS * 95 / 100],
                Arrays.stream(sorted).max().orElse(0),
                (Spent.byProcess() - before) / 1e6 / ROUNDS,
                bytes);
    }

    private static String get(HttpClient client, String site, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(site).resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}
