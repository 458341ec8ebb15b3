package org.hearsay.app;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.Bytes;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Quotation;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.compare.Fingerprint;
import org.hearsay.read.compare.GroupId;
import org.hearsay.run.Clerk;
import org.hearsay.tell.json.InputLine;
import org.hearsay.tell.json.InputLine.Ready;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Takes in claims that were found elsewhere, to search them. A rebuild forgets them: no page of the"
                        + " archive says them.")
final class ImportCommand implements Callable<Integer> {
    /** Rows of one transaction. */
    private static final int BATCH = 500;

    private static final String OUTLET = "imported";

    @Mixin
    private final Options options = new Options();

    @Option(
            names = "--claims",
            paramLabel = "IN.jsonl",
            description = "lines: {\"id\":\"…\",\"text\":\"…\",\"title\":\"…\"}; a known id is passed over")
    @Nullable
    private Path claims;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (claims == null) {
            throw Stop.usage("say what to take in: hearsay import --claims IN.jsonl");
        }
        Settings settings = options.settings();
        List<String> bad = new ArrayList<>();
        int taken = 0;
        try (Installation installation = Installation.toWrite(options.folder())) {
            List<Ready> batch = new ArrayList<>();
            int number = 0;
            for (String line : Batch.read(claims)) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                switch (InputLine.ready(number, line)) {
                    case InputLine.Bad<Ready> problem -> bad.add(claims + ": " + problem.problem());
                    case InputLine.Good<Ready> good -> {
                        if (words(good.value().text()).isEmpty()) {
                            bad.add(claims + ": line " + number + " has no words");
                        } else {
                            batch.add(good.value());
                        }
                    }
                }
                if (batch.size() == BATCH) {
                    taken += take(installation.store(), batch);
                    batch.clear();
                }
            }
            taken += take(installation.store(), batch);
            Clerk.start(installation.parts(settings.fetching(), settings.running(), LanguageModels.chosenBy(settings)))
                    .drain();
        }
        bad.forEach(Serving::say);
        Serving.say(taken + " claims taken in");
        return bad.isEmpty() ? Stop.OK : Stop.IN_PART;
    }

    private static int take(Store store, List<Ready> batch) {
        Instant now = InstantSource.system().instant();
        return store.inTransaction(() -> {
            int taken = 0;
            for (Ready ready : batch) {
                if (store.claims().claim(new ClaimId(ready.id())).isEmpty()) {
                    take(store, ready, now);
                    taken++;
                }
            }
            return taken;
        });
    }

    /** An article of one line that is one claim of its outlet's own. */
    private static void take(Store store, Ready ready, Instant now) {
        String text = words(ready.text());
        String name = Bytes.utf8(ready.id()).sha256().substring(0, 24);
        PageUrl url = PageUrl.of("https://imported.invalid/" + name);
        ArticleId id = ArticleId.of(url);
        Span whole = new Span(0, text.length());
        Article article = new Article(
                id,
                Optional.of(url),
                OUTLET,
                ready.title(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("en"),
                Optional.empty(),
                text,
                List.of(new Block.Paragraph(whole)));
        GroupId alone = new GroupId(id.text());
        StoredArticle stored = new StoredArticle(
                id,
                1,
                url,
                PageUrl.of("https://imported.invalid/"),
                OUTLET,
                now,
                now,
                new Extraction.Readable(article),
                Hints.NONE,
                new Kept(OUTLET, 0, 1),
                alone,
                alone,
                List.of(),
                List.of(),
                List.of());
        Claim claim = new Claim(
                new ClaimId(ready.id()),
                List.of(whole),
                whole,
                List.of(),
                List.of(),
                Quotation.NONE,
                List.of(new Voice.Outlet(OUTLET)),
                Stance.ASSERTED,
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                1,
                "imported");
        store.articles()
                .add(stored, new Fingerprint(new TreeSet<>(), new TreeSet<>(), Optional.empty(), Optional.empty()));
        store.claims()
                .put(
                        new StoredClaim(
                                claim,
                                id,
                                1,
                                url,
                                OUTLET,
                                text,
                                text,
                                new GroupId(ready.id()),
                                now,
                                StoredClaim.State.CURRENT,
                                Optional.empty()),
                        Set.of());
    }

    private static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\s]+", " ")
                .strip();
    }
}
