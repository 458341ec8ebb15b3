package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sen. Mary Hale said the vote would come at 3 p.m. on Tuesday.| Nothing else was planned for the day.",
                "The fleet is based in the U.S. The second one is not.| It never was.",
                "He met Mr. Jones and Dr. A. B. Smith of Acme Inc. in Wash. on Monday.| They did not agree.",
                "Amendment No. 2 failed on Jan. 5 by 3.5 points.| The count was slow.",
                "\"It is over.\"| \"We won,\" he said.| Nobody answered.",
                "\"Is it over?\" he asked the crowd.| There was silence.",
                "The company (formerly Acme Corp.) lost $1.2 million.| Shares fell.",
                "They came... and they left again.| Then came others.",
                "U.S. President Ann Hill arrived in St. Louis with Gov. Bob Lee Jr. on Friday.| A crowd cheered.",
                "He said: “We are done.”| She did not reply."
            })
    void cutsWhereASentenceEndsAndNowhereElse(String marked) {
        // The bars of the table are the cuts; "The second" after "U.S." is one that the mark leaves out.
        String text = marked.replace("|", "");
        List<String> expected = List.of(marked.replace("U.S. The", "U.S.| The").split("\\|\\s*"));
        assertThat(Texts.sentences(text)).isEqualTo(expected);
    }

    @Test
    void aSentenceNeverCrossesABlock() {
        assertThat(Texts.sentences("Talks fail again\nThe talks that began on Monday have failed"))
                .containsExactly("Talks fail again", "The talks that began on Monday have failed");
    }

    @Test
    void aTextInAnotherLanguageHasSentencesOnly() {
        Reading reading = Texts.read("Der Präsident hat am Montag erklärt, dass die Gespräche gescheitert seien. "
                + "Die Regierung will nun neue Vorschläge machen, sagte ein Sprecher in Berlin.");
        assertThat(reading.english()).isFalse();
        assertThat(reading.sentences()).hasSize(2);
        assertThat(reading.sentences()).allSatisfy(s -> assertThat(s.tokens()).isEmpty());
    }

    @Test
    void theDeclaredLanguageIsOnlyAPrior() {
        assertThat(Texts.read("The minister said on Monday that the talks had failed.")
                        .english())
                .isTrue();
    }
}
