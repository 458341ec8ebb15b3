package org.hearsay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hearsay.keep.store.Claims;
import org.hearsay.keep.store.Comparison;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.Dated;
import org.hearsay.read.claim.ClaimFinder;
import org.hearsay.read.compare.Comparer;
import org.hearsay.read.compare.Relation;
import org.hearsay.read.language.LightReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody writes, and a site may send all the same, is filed beside what was there, and compared. */
class OddFilingTest {
    private static final Instant DAY = FiledStories.DAY;
    private static final String FLOOD = "The flood damaged 20 houses in Brennick on Monday, the mayor of Lindsay said.";
    private static final String FLOOD_OTHERWISE =
            "The flood damaged 60 houses in Brennick on Monday, the mayor of Lindsay said.";

    private static final PageReader READER = reader();

    @TempDir
    private Path folder;

    private FiledStories stories;
    private Store store;

    private static PageReader reader() {
        try {
            LightReader words = LightReader.load(name -> Files.newInputStream(Path.of("models", name)));
            return new PageReader(new ArticleReader(), words, new ClaimFinder(), new Comparer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void open() {
        stories = new FiledStories(folder.resolve("hearsay.db"));
        store = stories.store;
    }

    @AfterEach
    void close() {
        stories.close();
    }

    private StoredArticle file(String site, String outlet, String text, Optional<Dated> published) {
        Article article =
                new ArticleReader().ofText(new ArticleId(site), text, Optional.of("Of the day"), outlet, published);
        stories.file(READER.read(article), PageUrl.of("https://" + site + ".example/a"));
        stories.catchUp();
        return store.articles().current(article.id()).orElseThrow();
    }

    private StoredArticle file(String site, String text) {
        return file(site, "The " + site, text, Optional.of(new Dated.At(DAY)));
    }

    private StoredClaim claimOf(StoredArticle article) {
        return store.claims().of(article.id()).get(0);
    }

    @Test
    void textsThatTellNothingStandAloneAndDisturbNothing() {
        StoredArticle flood = file("star", FLOOD);
        List<String> odd = List.of(
                "", "Yes", "12 3456 78 90 ".repeat(200), "word ".repeat(50_000), "\u0301\u200b\ufeff", "? ! ? !");
        for (int i = 0; i < odd.size(); i++) {
            for (String twice : List.of("a", "b")) {
                StoredArticle filed = file(twice + i, odd.get(i));
                assertThat(filed.story()).isNotEqualTo(flood.story());
            }
        }
        StoredArticle otherwise = file("post", FLOOD_OTHERWISE);

        assertThat(store.claims().relations(claimOf(otherwise).claim().id()))
                .extracting(related -> related.relation().kind())
                .containsExactly(Relation.Kind.DIFFERS);
    }

    @Test
    void aDateThatIsAbsentOrHasNotComeHindersNothing() {
        file("star", "The Star", FLOOD, Optional.empty());
        StoredArticle ahead = file(
                "post", "The Post", FLOOD_OTHERWISE, Optional.of(new Dated.At(Instant.parse("2999-01-01T00:00:00Z"))));

        Comparison comparison = Comparison.of(store, claimOf(ahead));

        assertThat(comparison.sides()).hasSize(2);
        assertThat(comparison.sides().get(0).firstStated())
                .as("a time that has not come")
                .isEmpty();
        assertThat(ahead.story())
                .isEqualTo(store.articles()
                        .current(new ArticleId("star"))
                        .orElseThrow()
                        .story());
    }

    @Test
    void twoOutletsWithOneNameAreTwo() {
        file("north", "The Star", FLOOD, Optional.of(new Dated.At(DAY)));
        StoredArticle south = file("south", "The Star", FLOOD, Optional.of(new Dated.At(DAY)));

        Comparison.Side side = Comparison.of(store, claimOf(south)).sides().get(0);

        assertThat(side.claims()).hasSize(2);
        assertThat(side.outlets()).isEqualTo(2);
        assertThat(side.origins()).as("one text").isOne();
    }

    /** Ten thousand cost no more each than these: each is held against as many as are looked at of any text. */
    @Test
    void aTextThatVeryManyCarryIsOneOriginAndIsHeldAgainstAFew() {
        IntStream.range(0, 80).forEach(i -> file("copy" + i, FLOOD + " Nobody was hurt, the mayor of Lindsay said."));

        StoredArticle last = store.articles().current(new ArticleId("copy79")).orElseThrow();
        assertThat(store.articles().inOrigin(last.origin())).hasSize(80);
        assertThat(store.articles().inStory(last.story())).hasSize(80);
        List<Claims.Related> related =
                store.claims().relations(claimOf(last).claim().id());
        assertThat(related).hasSize(Filing.OF_A_COMMON_TEXT);
        assertThat(store.claims().inGroup(claimOf(last).group()))
                .as("one thing is said")
                .hasSize(80);
    }
}
