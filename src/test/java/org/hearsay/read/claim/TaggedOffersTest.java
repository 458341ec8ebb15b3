package org.hearsay.read.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Reading;
import org.hearsay.read.language.TaggedOffer;
import org.hearsay.read.language.Tagging;
import org.junit.jupiter.api.Test;

/** What the network for proposals brings beside the rules, read by the shipped models. */
final class TaggedOffersTest {
    private static final String BOARD = """
            Board makes offer to dockers

            The harbour board is ready to let the dockers keep their Sundays. In exchange they would load grain ships until \
            midnight and drop the claim over the broken crane.""";

    private static Findings read(String text) {
        return new ClaimFinder().claimsIn(Texts.full().read(Texts.article(text)));
    }

    @Test
    void bothSidesTermsAreThoseOfOneOffer() {
        Findings found = read(BOARD);
        assertThat(found.proposals()).hasSize(1);
        Proposal offer = found.proposals().get(0);
        assertThat(offer.act()).isEqualTo(Proposal.Act.OFFER);
        assertThat(words(offer.proposer())).containsExactly("The harbour board");
        assertThat(offer.terms())
                .extracting(t -> t.spans().get(0).of(BOARD))
                .contains("load grain ships until midnight", "drop the claim over the broken crane");
        assertThat(offer.terms()).noneMatch(t -> t.spans().get(0).of(BOARD).equals("they"));
    }

    private static List<String> words(List<Span> spans) {
        return spans.stream().map(s -> s.of(BOARD)).toList();
    }

    @Test
    void wordsThatOnlySoundLikeAnOfferAreNone() {
        assertThat(read("""
                Marta Olsen spent the evening in a café that offers a glimpse of the fjord. She ordered soup and planned her holiday.
                The species is threatened, and the demand for steel is up.""").proposals()).isEmpty();
    }

    @Test
    void whatIsMarkedLiesInTheText() {
        Article article = Texts.article((BOARD + "\n").repeat(40).strip());
        Reading reading = Texts.full().read(article);
        List<TaggedOffer> offers = reading.tagging().map(Tagging::offers).orElseThrow();
        assertThat(offers).isNotEmpty().hasSizeLessThanOrEqualTo(100);
        for (TaggedOffer offer : offers) {
            assertThat(article.blocks()
                            .get(offer.block())
                            .span()
                            .contains(offer.trigger().span()))
                    .isTrue();
            assertThat(offer.terms())
                    .allSatisfy(t -> assertThat(article.words(t.words().span()))
                            .isNotBlank()
                            .doesNotContain("\n"));
        }
        assertThat(Texts.full().read(article).tagging().map(Tagging::offers)).contains(offers);
    }
}
