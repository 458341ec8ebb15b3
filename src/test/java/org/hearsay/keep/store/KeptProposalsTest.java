package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Likelihood;
import org.hearsay.read.claim.Proposal;
import org.junit.jupiter.api.Test;

final class KeptProposalsTest {
    private static final Proposal UNTOLD = new Proposal(
            Proposal.Act.OFFER,
            Proposal.Status.OFFERED,
            List.of(new Span(1, 3)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    @Test
    void aProposalThatWasKeptBeforeItsLikelihoodWasToldIsReadWithoutOne() {
        String kept = Values.write(UNTOLD);

        assertThat(kept).doesNotContain("likelihood");
        assertThat(Values.read(kept, Proposal.class)).isEqualTo(UNTOLD);
    }

    @Test
    void aLikelihoodIsKeptWithItsSigns() {
        Proposal told = Samples.proposal();

        assertThat(told.likelihood().map(Likelihood::signs)).contains(List.of("for: a figure"));
        assertThat(Values.read(Values.write(told), Proposal.class)).isEqualTo(told);
    }
}
