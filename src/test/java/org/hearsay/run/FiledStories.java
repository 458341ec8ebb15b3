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

/** A store of its own into which a test files articles as intake does, and the desk that settles their stories. */
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

    /** Files one without claims that is known by its words alone. */
    void file(String id, String title, String text, Optional<Instant> published) {
        Article article = article(id, title, text, published);
        file(article, COMPARER.fingerprint(bare(article)));
    }

    /** Files one without claims. */
    void file(Article article, Fingerprint fingerprint) {
        file(
                new PageReader.PageReading(
                        new Extraction.Readable(article),
                        Optional.of(new Findings(bare(article), List.of(), List.of())),
                        Optional.of(fingerprint)),
                PageUrl.of("https://star.example/" + article.id().text()));
    }

    /** Files what was read of a page, seen a second after the one before. */
    void file(PageReader.PageReading reading, PageUrl url) {
        Filing.Source source =
                new Filing.Source(url, DAY.plusSeconds(++filed), new Kept("1.warc.gz", 0, 1), FEED, Hints.NONE);
        store.inTransaction(() -> filing.file(reading, source));
    }

    static Reading bare(Article article) {
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
