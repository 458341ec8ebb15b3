package org.hearsay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.index.LuceneIndex;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest.In;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.Hints;
import org.hearsay.read.claim.ClaimFinder;
import org.hearsay.read.compare.Comparer;
import org.hearsay.read.language.LightReader;
import org.hearsay.read.language.SentenceVectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ClerkTest {
    private static final Instant DAY = Instant.parse("2026-11-20T08:00:00Z");

    private static PageReader reader;

    @TempDir
    Path folder;

    private Store store;
    private LuceneIndex index;

    @BeforeAll
    static void load() throws IOException {
        LightReader words = LightReader.load(name -> Files.newInputStream(Path.of("models", name)));
        reader = new PageReader(new ArticleReader(), words, new ClaimFinder(), new Comparer());
    }

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("hearsay.db"));
        index = LuceneIndex.open(folder.resolve("index"));
    }

    @AfterEach
    void close() {
        index.close();
        store.close();
    }

    private void file(String id) {
        Article article = new ArticleReader()
                .ofText(
                        new ArticleId(id),
                        "The ferry " + id + " will sail again in March, the company said on Monday.",
                        Optional.of("Ferry " + id),
                        "Star",
                        Optional.empty());
        Filing.Source source = new Filing.Source(
                PageUrl.of("https://star.example/" + id),
                DAY,
                new Kept("1.warc.gz", 0, 1),
                PageUrl.of("https://star.example/rss"),
                Hints.NONE);
        store.inTransaction(() -> new Filing(store, new Comparer()).file(reader.read(article), source));
    }

    private List<ArticleId> due() {
        return index.withoutMeaning(10);
    }

    /** A way to tell what sentences mean, and what happens while it does. */
    private void understand(Consumer<String> meanwhile) {
        index.understand(new SentenceVectors() {
            @Override
            public int size() {
                return 4;
            }

            @Override
            public float[] of(String sentence) {
                meanwhile.accept(sentence);
                return new float[] {1, 0, 0, 0};
            }
        });
    }

    @Test
    void meaningsAreMadeForAllThatIsDueWhereNothingElseWaits() {
        understand(sentence -> {});
        List.of("a", "b", "c").forEach(this::file);
        assertThat(Clerk.step(store, index)).isTrue();
        assertThat(due()).hasSize(3);
        assertThat(Clerk.deepen(store, index)).isTrue();
        assertThat(due()).isEmpty();
        assertThat(Clerk.deepen(store, index)).isFalse();
    }

    @Test
    void aNewClaimWaitsForTheMeaningsOfOneArticleAtMost() {
        List.of("a", "b", "c").forEach(this::file);
        understand(sentence -> {
            if (store.articles().current(new ArticleId("late")).isEmpty()) {
                file("late");
            }
        });
        assertThat(Clerk.step(store, index)).isTrue();
        assertThat(Clerk.deepen(store, index)).isTrue();
        assertThat(due()).as("left for later").hasSize(2);
        assertThat(Clerk.step(store, index)).as("what came meanwhile").isTrue();
        Clerk.catchUp(store, index);
        assertThat(due()).isEmpty();
    }

    @Test
    @Timeout(30)
    void whoeverWorksAsLongAsItIsOpenGivesMeaningsToo() throws InterruptedException {
        CountDownLatch given = new CountDownLatch(1);
        understand(sentence -> given.countDown());
        List.of("a", "b", "c").forEach(this::file);
        try (Clerk clerk = Clerk.start(store, index)) {
            given.await();
            file("late");
            clerk.wake();
            clerk.drain();
        }
        assertThat(index.count(Query.parse("late"), In.ARTICLES)).isOne();
        assertThat(due()).isEmpty();
    }
}
