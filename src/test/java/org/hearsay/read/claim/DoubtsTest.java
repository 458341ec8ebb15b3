package org.hearsay.read.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports to people who mark texts, and none to our readers. */
final class DoubtsTest {
    private static final String TEXT = """
            The minister said that the bridge was safe. He declined to say whether it would open in May.
            Jane Smith, the mayor, rejected a request from the harbour board. We believe that a new bridge is needed.
            If the council demands a vote, the work will stop.""";

    private static final Findings FINDINGS =
            new ClaimFinder().claimsIn(Texts.full().read(Texts.article(TEXT)));

    @Test
    void whatSomebodyDidNotSayAndWhatTheWriterThinksIsKeptWithLittleConfidence() {
        assertThat(told(FINDINGS, true))
                .contains("declined to say | whether it would open in May", "believe | that a new bridge is needed");
        assertThat(FINDINGS.claims())
                .filteredOn(Claim::doubtful)
                .allSatisfy(c -> assertThat(c.confidence()).isLessThan(0.35));
    }

    @Test
    void readersAreShownTheOthersAlone() {
        assertThat(told(FINDINGS.shown(), true)).isEmpty();
        assertThat(told(FINDINGS.shown(), false))
                .isEqualTo(told(FINDINGS, false))
                .contains("said | that the bridge was safe");
    }

    @Test
    void aDoubtfulReportNamesNobody() {
        assertThat(FINDINGS.claims())
                .filteredOn(Claim::doubtful)
                .isNotEmpty()
                .noneMatch(c -> c.speaker() instanceof Voice.Named);
    }

    @Test
    void whatTheOutletSupposesIsNoDoubtfulReport() {
        assertThat(told(FINDINGS, true)).noneMatch(words -> words.contains("a vote"));
    }

    private static List<String> told(Findings findings, boolean doubtful) {
        return findings.claims().stream()
                .filter(c -> c.doubtful() == doubtful && !c.cue().isEmpty())
                .map(c -> c.cue().getFirst().of(TEXT) + " | " + c.words(TEXT))
                .toList();
    }
}
