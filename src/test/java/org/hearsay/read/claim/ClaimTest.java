package org.hearsay.read.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ClaimTest {
    private static final ClaimFinder FINDER = new ClaimFinder();

    @Test
    void theThatOfAReportIsPartOfItsContentAndIsNotShown() {
        String text = "Tom Eckert said that the mine was unsafe.";
        Claim claim = only(text);
        assertThat(claim.words(text)).isEqualTo("that the mine was unsafe");
        assertThat(claim.shown(claim.words(text))).isEqualTo("the mine was unsafe");
    }

    @Test
    void aThatInsideAQuotationIsTheSpeakers() {
        String text = "“That the mine was unsafe is a lie,” Tom Eckert said.";
        Claim claim = only(text);
        assertThat(claim.shown(claim.words(text))).isEqualTo(claim.words(text)).startsWith("That the mine");
    }

    private static Claim only(String text) {
        List<Claim> claims =
                FINDER.claimsIn(Texts.reading(text, "PERSON Tom Eckert")).claims();
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }
}
