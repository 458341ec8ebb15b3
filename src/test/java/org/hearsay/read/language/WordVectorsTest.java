package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WordVectorsTest {
    private final SentenceVectors vectors = FullTexts.READER.vectors().orElseThrow();

    @Test
    void everyWordAndMarkHasAVectorOfLengthOne() {
        WordVectors words =
                vectors.words("Norland's trawler sank, officials said.").orElseThrow();

        assertThat(words.words())
                .containsExactly("Norland", "'", "s", "trawler", "sank", ",", "officials", "said", ".");
        assertThat(words.vectors()).hasNumberOfRows(9);
        for (float[] vector : words.vectors()) {
            assertThat(vector).hasSize(vectors.size());
            assertThat(product(vector, vector)).isEqualTo(1, within(1e-4));
        }
    }

    @Test
    void theSentenceHasTheVectorItHasAlone() {
        String sentence = "The ferry to Westmark was late again.";

        assertThat(vectors.words(sentence).orElseThrow().sentence()).containsExactly(vectors.of(sentence));
    }

    @Test
    void anotherWordForTheSameLiesNearerThanOneForSomethingElse() {
        float[] car = last("They sold the car");
        float[] automobile = last("They sold the automobile");
        float[] banana = last("They sold the banana");

        assertThat(product(car, automobile)).isGreaterThan(product(car, banana));
    }

    @Test
    void noWordsHaveNoVectors() {
        assertThat(vectors.words(" ").orElseThrow().words()).isEmpty();
    }

    private float[] last(String sentence) {
        float[][] words = vectors.words(sentence).orElseThrow().vectors();
        return words[words.length - 1];
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
