package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Span;
import org.junit.jupiter.api.Test;

/** What the shipped network for claims says of words, and that its answers are probabilities. */
final class TellingTest {
    private static final String TEXT = """
            Harbour board and dockers meet

            The harbour board of Tarnvik ordered a review of the crane on Monday, and two ships left without their cargo.

            Peter Holt, of the dockers' union, was not convinced.

            "The crane is safe and has been tested twice," said Mara Sung, who leads the board.

            She added that the union had been shown the results in May.""";

    private static final Article ARTICLE = Texts.article(TEXT);
    private static final Telling TELLING =
            FullTexts.READER.read(ARTICLE).tagging().flatMap(Tagging::telling).orElseThrow();

    private static List<Span> at(String words) {
        int start = ARTICLE.text().indexOf(words);
        assertThat(start).as(words).isNotNegative();
        return List.of(new Span(start, start + words.length()));
    }

    private static double teller(String words, int who) {
        return Math.exp(TELLING.of(at(words)).orElseThrow().tellers()[who]);
    }

    @Test
    void anActIsTheOutletsAndAQuotationIsWhoSpoke() {
        assertThat(teller("ordered a review of the crane on Monday", Telling.OUTLET))
                .isGreaterThan(0.5);
        assertThat(teller("The crane is safe and has been tested twice", Telling.NAMED))
                .isGreaterThan(0.5);
    }

    @Test
    void aPronounsWordsAreOfWhomItStandsFor() {
        double[] shares = TELLING.speakers(
                at("the union had been shown the results in May"),
                List.of(
                        at("Mara Sung").get(0),
                        at("Peter Holt").get(0),
                        at("Tarnvik").get(0)));
        assertThat(shares).hasSize(3);
        assertThat(shares[0]).isGreaterThan(shares[1] + shares[2]);
        assertThat(shares[0] + shares[1] + shares[2]).isLessThanOrEqualTo(1 + 1e-9);
    }

    @Test
    void whatItGivesAreProbabilities() {
        Telling.Told told = TELLING.of(at("two ships left without their cargo")).orElseThrow();
        for (double[] logarithms : List.of(told.tellers(), told.stances(), told.denials())) {
            double sum = 0;
            for (double logarithm : logarithms) {
                sum += Math.exp(logarithm);
            }
            assertThat(sum).isBetween(1 - 1e-6, 1 + 1e-6);
        }
        assertThat(told.stances()).hasSize(Telling.STANCES.size());
    }

    @Test
    void ofNoWordsItSaysNothing() {
        assertThat(TELLING.of(List.of())).isEmpty();
        assertThat(TELLING.of(List.of(
                        new Span(ARTICLE.text().length() + 5, ARTICLE.text().length() + 9))))
                .isEmpty();
        assertThat(TELLING.speakers(List.of(), at("Mara Sung"))).isEmpty();
        assertThat(TELLING.speakers(at("The crane is safe"), List.of())).isEmpty();
    }

    @Test
    void aNameFarAwayDoesNotSpeak() {
        Article far = Texts.article(TEXT + "\n\n"
                + "The port of Karsk counted its ropes again. ".repeat(80).strip());
        Telling telling =
                FullTexts.READER.read(far).tagging().flatMap(Tagging::telling).orElseThrow();
        int last = far.text().lastIndexOf("Karsk");
        double[] shares = telling.speakers(at("The crane is safe"), List.of(new Span(last, last + 5)));
        assertThat(shares).containsExactly(0.0);
    }
}
