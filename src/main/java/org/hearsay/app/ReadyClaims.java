package org.hearsay.app;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import org.hearsay.tell.json.InputLine;
import org.hearsay.tell.json.InputLine.Ready;

/** Claims that were found elsewhere, taken in as they are, to be searched. A rebuild forgets them: no page says them. */
final class ReadyClaims {
    /** Rows of one transaction. */
    private static final int BATCH = 500;

    private static final String OUTLET = "imported";

    private final Store store;
    private final List<String> bad = new ArrayList<>();
    private int taken;

    ReadyClaims(Store store) {
        this.store = store;
    }

    /** How many were new. */
    int taken() {
        return taken;
    }

    /** Lines that could not be taken in, in words. */
    List<String> bad() {
        return List.copyOf(bad);
    }

    /** Takes in lines of {@code {"id","text","title"}}; a known id is passed over. */
    void take(Path claims, Runnable step) {
        List<Ready> batch = new ArrayList<>();
        Batch.each(claims, (line, number) -> {
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
                taken += take(batch);
                batch.clear();
            }
            step.run();
        });
        taken += take(batch);
    }

    private int take(List<Ready> batch) {
        Instant now = InstantSource.system().instant();
        return store.inTransaction(() -> {
            int added = 0;
            for (Ready ready : batch) {
                if (store.claims().claim(new ClaimId(ready.id())).isEmpty()) {
                    take(ready, now);
                    added++;
                }
            }
            return added;
        });
    }

    /** An article of one line that is one claim of its outlet's own. */
    private void take(Ready ready, Instant now) {
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
