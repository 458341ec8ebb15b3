package org.hearsay.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.train.Alignment.Label.OTHER;
import static org.hearsay.train.Alignment.Label.TEXT;
import static org.hearsay.train.Alignment.Label.UNSURE;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    private static final String RIVER = "The river rose by two metres in a single night, the mayor said.";
    private static final String SCHOOL = "The school will stay closed until the water has gone.";

    @Test
    void linesOfTheTextAreFoundAndOthersAreNot() {
        assertThat(Alignment.labels(
                        List.of("Home", RIVER, "Read our newsletter every morning", SCHOOL), RIVER + "\n\n" + SCHOOL))
                .containsExactly(OTHER, TEXT, OTHER, TEXT);
    }

    @Test
    void aWordInTheMenuIsNotTheHeadingOfTheSameWord() {
        assertThat(Alignment.labels(List.of("Schools", RIVER, "Schools", SCHOOL), RIVER + "\nSchools\n" + SCHOOL))
                .containsExactly(UNSURE, TEXT, TEXT, TEXT);
    }

    @Test
    void aQuotationPulledUpIsNotTheParagraphItComesFrom() {
        assertThat(Alignment.labels(List.of("in a single night, the mayor said", RIVER), RIVER))
                .containsExactly(UNSURE, TEXT);
    }

    @Test
    void hiddenMarksInsideOfWordsDoNotMatter() {
        assertThat(Alignment.labels(
                        List.of("The ri\u00adver ro\u200bse by two metres"), "The river rose by two metres"))
                .containsExactly(TEXT);
    }

    @Test
    void ofMarkedPartsOnlyTheirLinesAreLearned() {
        assertThat(Alignment.labels(
                        List.of(RIVER, SCHOOL, "Share this page"), List.of("two metres in a"), List.of("Share this")))
                .containsExactly(TEXT, UNSURE, OTHER);
    }

    @Test
    void aPartThatIsInSeveralLinesMarksNone() {
        assertThat(Alignment.labels(List.of(RIVER, RIVER), List.of("two metres"), List.of()))
                .containsExactly(UNSURE, UNSURE);
    }
}
