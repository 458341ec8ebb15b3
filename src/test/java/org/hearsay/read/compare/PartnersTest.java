package org.hearsay.read.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.read.language.WordVectors;
import org.junit.jupiter.api.Test;

class PartnersTest {
    /** Words that mean the same point the same way, those that may stand for each other lie at an angle. */
    private static final Map<String, float[]> POINTS = Map.of(
            "ferry", new float[] {1, 0, 0},
            "ship", new float[] {0.8f, 0.6f, 0},
            "sank", new float[] {0, 0, 1},
            "foundered", new float[] {0, 0.6f, 0.8f},
            "burned", new float[] {0, 1, 0},
            ".", new float[] {0, 0, 1});

    private static WordVectors said(String... words) {
        float[][] vectors = new float[words.length][];
        for (int i = 0; i < words.length; i++) {
            vectors[i] = POINTS.getOrDefault(words[i].toLowerCase(java.util.Locale.ROOT), new float[3]);
        }
        return new WordVectors(List.of(words), vectors, new float[] {1});
    }

    private static double of(String name, WordVectors a, WordVectors b) {
        return Partners.of(a, b)[Partners.NAMES.indexOf("partners." + name)];
    }

    @Test
    void anotherWordForTheSameIsAPartner() {
        WordVectors one = said("Ferry", "sank");
        WordVectors other = said("Ship", "foundered");

        assertThat(of("shorter.replaced", one, other)).isEqualTo(2);
        assertThat(of("shorter.least", one, other)).isEqualTo(0.8, within(1e-6));
        assertThat(of("crossing", one, other)).isZero();
        assertThat(of("without.shorter", one, other)).isZero();
    }

    @Test
    void aWordThatNothingAnswersToIsLeftWithoutAPartner() {
        WordVectors one = said("Ferry", "sank");
        WordVectors other = said("Ferry", "burned");

        assertThat(of("shorter.least", one, other)).isZero();
        assertThat(of("without.shorter", one, other)).isPositive();
        assertThat(of("without.longer", one, other)).isPositive();
    }

    @Test
    void wordsInAnotherOrderCross() {
        assertThat(of("crossing", said("ferry", "sank"), said("foundered", "ship")))
                .isEqualTo(1);
    }

    @Test
    void theShorterIsToldFirstWhicheverIsGivenFirst() {
        WordVectors one = said("Ferry", "sank");
        WordVectors other = said("The", "ship", "burned", "and", "foundered", ".");

        assertThat(Partners.of(one, other)).containsExactly(Partners.of(other, one));
        assertThat(of("shorter.least", one, other)).isGreaterThan(of("longer.least", one, other));
    }

    @Test
    void marksAloneTellNothing() {
        assertThat(Partners.of(said("."), said("Ferry", "sank"))).containsOnly(Float.NaN);
    }

    @Test
    void theNumbersOfPartnersStandBehindThoseThatAreThereInAnyCase() {
        Slots a = Slots.of(Said.given("a", "A ferry sank."));
        Slots b = Slots.of(Said.given("b", "A ship foundered."));
        Likeness.Near near = new Likeness.Near(0.7, Partners.of(said("ferry", "sank"), said("ship", "foundered")));

        float[] plain = PairFeatures.of(a, b, Optional.empty());
        float[] all = PairFeatures.of(a, b, Optional.of(near));

        assertThat(plain).hasSize(PairFeatures.WITHOUT_PARTNERS);
        assertThat(PairFeatures.names(a, b)).hasSize(PairFeatures.WITHOUT_PARTNERS);
        assertThat(all).hasSize(PairFeatures.WITHOUT_PARTNERS + Partners.NAMES.size());
        assertThat(PairJudge.havePartners(all)).isTrue();
        assertThat(PairJudge.withoutPartners(all)).hasSameSizeAs(plain);
    }
}
