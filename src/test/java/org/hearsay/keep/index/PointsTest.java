package org.hearsay.keep.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.read.language.SentenceVectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointsTest {
    @TempDir
    Path folder;

    private ClaimIndex index;

    @BeforeEach
    void open() {
        index = LuceneIndex.open(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    /** Each sentence lies where its length says. */
    private static final class Noted implements SentenceVectors {
        final List<String> asked = new ArrayList<>();

        @Override
        public int size() {
            return 2;
        }

        @Override
        public float[] of(String sentence) {
            asked.add(sentence);
            return new float[] {sentence.length(), 1};
        }
    }

    private static IndexedArticle storm(String title, String origin, String... sentences) {
        IndexedArticles storm =
                IndexedArticles.at("https://example.org/storm").title(title).origin(origin);
        for (String sentence : sentences) {
            storm.says("id of " + sentence, sentence);
        }
        return storm.made();
    }

    @Test
    void ofAnArticleThatComesAgainOnlyWhatIsNewIsThoughtAbout() {
        Noted vectors = new Noted();
        index.understand(vectors);
        index.replace(List.of(storm("Storm", "first", "It rained.", "It hailed a lot.")));
        index.commit();
        vectors.asked.clear();

        index.replaceForNow(List.of(storm("Storm", "second", "It rained.", "It hailed a lot.")));
        index.commit();
        assertThat(index.withoutMeaning(10)).isEmpty();

        IndexedArticle longer = storm("Storm", "second", "It hailed a lot.", "It snowed.", "It rained.");
        index.replaceForNow(List.of(longer));
        index.commit();
        assertThat(index.withoutMeaning(10)).containsExactly(longer.id());
        assertThat(vectors.asked).isEmpty();

        index.replace(List.of(longer));
        index.commit();
        assertThat(index.withoutMeaning(10)).isEmpty();
        assertThat(vectors.asked).containsExactlyInAnyOrder("Storm", "It snowed.");
        vectors.asked.clear();
        assertThat(index.alike("It rained.", 1).hits()).extracting(Hits.Hit::id).containsExactly("id of It rained.");
    }

    @Test
    void underAnotherTitleClaimsAreThoughtAboutAgain() {
        Noted vectors = new Noted();
        index.understand(vectors);
        index.replace(List.of(storm("Storm", "first", "It rained.")));
        index.commit();
        vectors.asked.clear();

        IndexedArticle renamed = storm("Flood", "first", "It rained.");
        index.replaceForNow(List.of(renamed));
        index.commit();
        assertThat(index.withoutMeaning(10)).containsExactly(renamed.id());

        index.replace(List.of(renamed));
        assertThat(vectors.asked).containsExactlyInAnyOrder("Flood", "It rained.");
    }
}
