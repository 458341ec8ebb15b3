package org.hearsay.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
import org.hearsay.page.Bytes;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;
import org.hearsay.read.claim.Findings;
import org.hearsay.read.compare.Comparer;
import org.hearsay.read.compare.Fingerprint;
import org.hearsay.read.language.Reading;

/** A store of its own into which a test files articles without claims, as intake does, and the desk that settles their stories. */
final class FiledStories implements AutoCloseable {
    static final Instant DAY = Instant.parse("2026-11-20T08:00:00Z");
    private static final PageUrl FEED = PageUrl.of("https://star.example/rss");
    private static final Comparer COMPARER = new Comparer();

    final Store store;
    private final Filing filing;
    private final StoryDesk desk;
    private int filed;

    FiledStories(Path file) {
        store = SqliteStore.open(file);
        filing = new Filing(store, COMPARER);
        desk = StoryDesk.of(store, () -> DAY.plusSeconds(filed));
    }

    static Article article(String id, String title, String text, Optional<Instant> published) {
        return new ArticleReader()
                .ofText(new ArticleId(id), text, Optional.of(title), "Star", published.map(Dated.At::new));
    }

    /** Files one that is known by its words alone. */
    void file(String id, String title, String text, Optional<Instant> published) {
        Article article = article(id, title, text, published);
        file(article, COMPARER.fingerprint(without(article)));
    }

    /** Files one, seen a second after the one before. */
    void file(Article article, Fingerprint fingerprint) {
        Page page = new Page(
                PageUrl.of("https://star.example/" + article.id().text()),
                DAY.plusSeconds(++filed),
                200,
                List.of(),
                Bytes.of(new byte[] {1}));
        store.inTransaction(() -> filing.file(
                new PageReader.PageReading(
                        new Extraction.Readable(article),
                        Optional.of(new Findings(without(article), List.of(), List.of())),
                        Optional.of(fingerprint)),
                new Filing.Source(page.url(), page.fetched(), new Kept("1.warc.gz", 0, 1), FEED, Hints.NONE)));
    }

    private static Reading without(Article article) {
        return new Reading(article, false, List.of(), List.of(), List.of(), List.of());
    }

    void catchUp() {
        desk.catchUp();
    }

    /** The articles of each story, whatever the stories are called. */
    Set<Set<String>> partition() {
        Map<String, Set<String>> stories = new HashMap<>();
        store.articles()
                .each(article -> stories.computeIfAbsent(article.story().text(), s -> new TreeSet<>())
                        .add(article.id().text()));
        return Set.copyOf(stories.values());
    }

    @Override
    public void close() {
        store.close();
    }
}
