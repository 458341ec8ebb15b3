package org.hearsay.run;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.hearsay.bench.Spent;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.store.Claims;
import org.hearsay.keep.store.PostgresServer;
import org.hearsay.keep.store.PostgresStore;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.Bytes;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Findings;
import org.hearsay.read.claim.Quotation;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.compare.Comparer;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Statement;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.NameType;
import org.hearsay.read.language.Quantity;
import org.hearsay.read.language.Reading;

/**
 * What filing an article costs beside so many stored claims: {@code FilingLoad FOLDER|postgresql CLAIMS [COPIES]}. The store
 * is filled without comparing, up to so many claims; then articles are filed as intake files them, after their pages were
 * read, and their stories settled. With {@code COPIES}, so many articles with one text follow. Told is processor time of the
 * whole process and, with a PostgreSQL that is started for it, also how long it took, which is how long nobody else may file.
 */
public final class FilingLoad {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    /** Of some hundred feeds. */
    private static final int A_DAY = 1_400;

    private static final int CLAIMS = 8;
    /** Articles put into the store together. */
    private static final int AT_ONCE = 5_000;

    private static final int FILED = 125;
    private static final int WARM = 500;
    private static final int WORDS = 30_000;
    private static final Comparer COMPARER = new Comparer();

    private final List<String> common = common();
    private final Store store;
    private final Random random;
    private int made;
    private int events;

    private FilingLoad(Store store) throws IOException {
        this.store = store;
        this.made = store.articles().count();
        this.events = made / 4;
        this.random = new Random(20261127 + made);
    }

    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        int claims = Integer.parseInt(args[1]);
        int copies = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        if (args[0].equals("postgresql")) {
            try (PostgresServer server = PostgresServer.start();
                    Store store = PostgresStore.open(server.database(), Optional.empty())) {
                FilingLoad load = new FilingLoad(store);
                load.fill(claims, server.database());
                load.run(copies);
            }
            return;
        }
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        Path file = folder.resolve("hearsay.db");
        try (Store store = SqliteStore.open(file)) {
            FilingLoad load = new FilingLoad(store);
            load.fill(claims, "jdbc:sqlite:" + file);
            load.run(copies);
        }
    }

    private void run(int copies) {
        // Until the compiler is done.
        file(WARM);
        for (int round = 0; round < 3; round++) {
            file(FILED);
        }
        if (copies > 0) {
            copies(copies);
        }
    }

    private static double seconds() {
        return Spent.byProcess() / 1e9;
    }

    /** Without compiler and collector. */
    private static double ownSeconds() {
        return Spent.byThisThread() / 1e9;
    }

    private record Draft(Article article, Reading reading, List<Claim> claims, Instant seen) {}

    /** Without keys first, and these in their order then: a million claims have fifty million of them. */
    private void fill(int claims, String url) throws SQLException {
        double start = seconds();
        int before = made;
        while (made < claims / CLAIMS) {
            int some = Math.min(AT_ONCE, claims / CLAIMS - made);
            store.inTransaction(() -> {
                for (int i = 0; i < some; i++) {
                    put(next());
                }
                return true;
            });
            System.out.printf(Locale.ROOT, "%,d claims after %.0f s%n", made * CLAIMS, seconds() - start);
        }
        store.stories().done(store.stories().next(Integer.MAX_VALUE));
        store.indexQueue().done(store.indexQueue().next(Integer.MAX_VALUE));
        if (made > before) {
            try (Connection connection = DriverManager.getConnection(url);
                    var sql = connection.createStatement()) {
                sql.execute(
                        "INSERT INTO claim_keys (claim_key, first_seen, claim) SELECT k.value, c.first_seen, c.claim"
                                + " FROM claims c, "
                                + (url.contains("sqlite")
                                        ? "json_each(c.claim_keys, '$.value') k"
                                        : "jsonb_array_elements_text(c.claim_keys::jsonb -> 'value') AS k (value)")
                                + " WHERE c.state = 'CHANGED' ORDER BY 1, 2, 3");
                sql.execute("UPDATE claims SET state = 'CURRENT', ended = NULL WHERE state = 'CHANGED'");
            }
        }
        System.out.printf(Locale.ROOT, "%,d claims stored in %.0f s%n", made * CLAIMS, seconds() - start);
    }

    private void put(Draft draft) {
        GroupId own = new GroupId(draft.article().id().text());
        PageUrl url = url(draft.article().id().text());
        store.articles()
                .add(
                        new StoredArticle(
                                draft.article().id(),
                                1,
                                url,
                                url,
                                "Outlet",
                                draft.seen(),
                                draft.seen(),
                                new Extraction.Readable(draft.article()),
                                Hints.NONE,
                                new Kept("sample", 0, 1),
                                own,
                                own,
                                draft.reading().names(),
                                draft.reading().quantities(),
                                List.of()),
                        COMPARER.fingerprint(draft.reading()));
        List<Claims.Keyed> claims = new ArrayList<>();
        for (Claim claim : draft.claims()) {
            StoredClaim stored = new StoredClaim(
                    claim,
                    draft.article().id(),
                    1,
                    url,
                    "Outlet",
                    claim.words(draft.article().text()),
                    claim.sentence().of(draft.article().text()),
                    new GroupId(claim.id().text()),
                    draft.seen(),
                    StoredClaim.State.CHANGED,
                    Optional.of(draft.seen()));
            claims.add(new Claims.Keyed(stored, COMPARER.keys(new Statement(claim, draft.article()))));
        }
        store.claims().put(claims);
    }

    private void file(int articles) {
        Filing filing = new Filing(store, COMPARER);
        StoryDesk desk = StoryDesk.of(store, () -> START);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < articles; i++) {
            drafts.add(next());
        }
        double start = seconds();
        double own = ownSeconds();
        long from = System.nanoTime();
        drafts.forEach(draft -> file(filing, draft));
        double filed = seconds();
        double took = (System.nanoTime() - from) / 1e9;
        desk.catchUp();
        System.out.printf(
                Locale.ROOT,
                "%d articles, %d claims: filed %.2f s (by the clock %.2f s), stories %.2f s; %.1f ms an article, %.1f of the"
                        + " thread that files%n",
                articles,
                articles * CLAIMS,
                filed - start,
                took,
                seconds() - filed,
                (seconds() - start) * 1_000 / articles,
                (ownSeconds() - own) * 1_000 / articles);
    }

    private void file(Filing filing, Draft draft) {
        Page page = new Page(url(draft.article().id().text()), draft.seen(), 200, List.of(), Bytes.of(new byte[] {1}));
        PageReader.PageReading reading = new PageReader.PageReading(
                new Extraction.Readable(draft.article()),
                Optional.of(new Findings(draft.reading(), draft.claims(), List.of())),
                Optional.of(COMPARER.fingerprint(draft.reading())));
        store.inTransaction(() -> filing.file(
                reading,
                new Filing.Source(page.url(), page.fetched(), new Kept("sample", 0, 1), page.url(), Hints.NONE)));
    }

    private void copies(int copies) {
        Filing filing = new Filing(store, COMPARER);
        StoryDesk desk = StoryDesk.of(store, () -> START);
        List<String> text = next().article().text().lines().toList();
        int step = Math.max(1, copies / 5);
        for (int done = 0; done < copies; ) {
            double start = seconds();
            int some = Math.min(step, copies - done);
            for (int i = 0; i < some; i++) {
                file(filing, draft(text));
                if (i % 50 == 0) {
                    desk.catchUp();
                }
            }
            desk.catchUp();
            done += some;
            System.out.printf(Locale.ROOT, "copies to %,d: %.1f ms a copy%n", done, (seconds() - start) * 1_000 / some);
        }
    }

    private static PageUrl url(String id) {
        return PageUrl.of("https://site.example.org/" + id);
    }

    // ---- articles ------------------------------------------------------------------------------------------------

    /** Four in five are common in news, as often as they are there; the others are anything. */
    private String word() {
        return random.nextInt(5) < 4 ? common.get(random.nextInt(common.size())) : word(random.nextInt(WORDS));
    }

    /** The words of {@code lang/en/frequencies.txt}, each as many times as ten in ten thousand articles have it. */
    private static List<String> common() throws IOException {
        List<String> common = new ArrayList<>();
        try (InputStream in = FilingLoad.class.getResourceAsStream("/lang/en/frequencies.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] words = line.split(" ");
                for (int i = 1; i < words.length && !line.startsWith("#"); i++) {
                    common.addAll(Collections.nCopies(Math.max(1, Integer.parseInt(words[0]) / 10), words[i]));
                }
            }
        }
        return common;
    }

    /** The more frequent, the shorter. */
    private static String word(int rank) {
        StringBuilder word = new StringBuilder();
        for (int left = rank + 20; left > 0; left /= 20) {
            word.append("bcdfghjklmnprstvwxyz".charAt(left % 20)).append("aeiou".charAt(left % 5));
        }
        return word.append('n').toString();
    }

    /** An article of one of the day's events, of which four articles tell. Half of its words are those of the event. */
    private Draft next() {
        if (made % 4 == 0) {
            events++;
        }
        int event = Math.max(0, events - random.nextInt(A_DAY / 4));
        Random own = new Random(event);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            words.add(word(200 + own.nextInt(WORDS - 200)));
        }
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < CLAIMS; line++) {
            StringBuilder text = new StringBuilder(name(words.get(line % 3)) + " " + name(words.get(3 + line % 3)));
            for (int i = 0; i < 14; i++) {
                text.append(' ').append(random.nextBoolean() ? words.get(6 + random.nextInt(34)) : word());
            }
            if (random.nextInt(4) == 0) {
                text.append(' ')
                        .append(random.nextInt(100))
                        .append("% of ")
                        .append(words.get(6))
                        .append(' ')
                        .append(words.get(7 + line));
            }
            lines.add(text.append('.').toString());
        }
        return draft(lines);
    }

    private static String name(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private Draft draft(List<String> lines) {
        int number = made++;
        Instant seen = START.plusSeconds(number * 86_400L / A_DAY);
        String text = String.join("\n", lines);
        Article article = new ArticleReader()
                .ofText(
                        new ArticleId("a" + number),
                        text,
                        Optional.of(lines.get(0).substring(0, lines.get(0).length() / 2)),
                        "Outlet",
                        Optional.of(new Dated.At(seen)));
        List<Mention> names = new ArrayList<>();
        List<Quantity> quantities = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        int start = 0;
        for (String line : lines) {
            int second = line.indexOf(' ', line.indexOf(' ') + 1);
            Span name = new Span(start, start + second);
            Mention mention =
                    new Mention(name, NameType.PERSON, EntityId.of(NameType.PERSON, line.substring(0, second)));
            names.add(mention);
            int percent = line.indexOf('%');
            List<Quantity> figures = new ArrayList<>();
            if (percent > 0) {
                int from = line.lastIndexOf(' ', percent) + 1;
                Optional<BigDecimal> value = Optional.of(new BigDecimal(line.substring(from, percent)));
                figures.add(new Quantity(
                        new Span(start + from, start + percent + 1),
                        Quantity.Kind.PERCENT,
                        value,
                        value,
                        "%",
                        Quantity.Closeness.EXACT,
                        Optional.of(new Span(start + percent + 5, start + line.length() - 1)),
                        Optional.empty()));
            }
            quantities.addAll(figures);
            Span sentence = new Span(start, start + line.length());
            claims.add(new Claim(
                    new ClaimId("c" + Integer.toHexString(random.nextInt()) + "-" + number + "-" + claims.size()),
                    List.of(new Span(start, start + line.length() - 1)),
                    sentence,
                    List.of(),
                    List.of(),
                    Quotation.NONE,
                    List.of(new Voice.Outlet("Outlet")),
                    Stance.ASSERTED,
                    false,
                    List.of(mention),
                    figures,
                    Optional.empty(),
                    0.8,
                    "sample"));
            start += line.length() + 1;
        }
        return new Draft(article, new Reading(article, false, List.of(), names, List.of(), quantities), claims, seen);
    }
}
