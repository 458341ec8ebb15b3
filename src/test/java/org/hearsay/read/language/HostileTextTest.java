package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hearsay.read.article.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands on a page: an answer in bounded time whose spans give back their words. */
class HostileTextTest {
    private static final String[] PIECES = {
        "The minister",
        " said ",
        "$",
        "€3",
        "5",
        "%",
        "1,2",
        " million",
        " dollars",
        "-",
        "–",
        "—",
        "'s",
        "’",
        "\"",
        "“",
        "(",
        ")",
        ".",
        "...",
        "…",
        "?",
        "!",
        " ",
        "\u00a0",
        "\u200b",
        "\0",
        "\ud800",
        "\udc00",
        "😀",
        "שלום",
        "مرحبا",
        "e\u0301",
        "U.S.",
        "Mr.",
        "p.m.",
        "No. ",
        "a",
        "of ",
        "between ",
        " and ",
        " to ",
        "Monday",
        "March 5",
        "2025",
        "Putin",
        "NATO",
        "first",
        "half of ",
        "tens of thousands",
        "http://a.b/c",
        "@x",
        "#y",
        "/",
        "|",
        "0",
        "00",
        "9999999999999999999999",
        "1.2.3",
        "12/31/1999",
        ",",
        ";",
        ":"
    };

    static Stream<String> hostile() {
        return Stream.of(
                "a".repeat(100_000),
                "The minister said " + "x".repeat(100_000) + " on Monday.",
                "9".repeat(100_000),
                "1,".repeat(50_000),
                "The,minister.said:".repeat(5_000),
                "😀".repeat(20_000),
                "שלום עולם. ".repeat(3_000) + "The minister said so.",
                "e\u0301\u0302\u0303 ".repeat(10_000),
                "The \ud800 minister \udc00 said\0 so.\uFFFE",
                "\"".repeat(20_000),
                "$".repeat(20_000),
                "one ".repeat(20_000),
                "The end of the ".repeat(10_000),
                " \t\u00a0 ",
                ".",
                "%");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void anyTextIsReadInBoundedTime(String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> check(Texts.read(text)));
    }

    /** Each was quadratic once: the search for an apostrophe, the places of names seen before, acronyms. */
    @ParameterizedTest
    @ValueSource(
            strings = {"the European Space Agency (ESA) and the ", "Ann Hill and the men of Acme Motors in ", "\" ' "})
    void aLineOfAMegabyteIsReadInTimeThatGrowsWithItsLength(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        // A tenth of it takes a second on a slow core; what is quadratic takes minutes.
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Texts.read(text));
    }

    /** As large as the largest page that is fetched, without a single stop. */
    @Test
    void fiveMegabytesInOneSentenceAreReadAndTheEndWithoutTheModels() {
        String piece = "the minister of the north said that 5 men and ";
        String text = piece.repeat(5_000_000 / piece.length()) + "Ann Hill of Bergen";
        Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(120), () -> Texts.read(text));
        assertThat(reading.quantities()).isNotEmpty();
        Sentence last = reading.sentences().getLast();
        assertThat(last.span().end()).isEqualTo(text.length());
        assertThat(last.tokens()).allMatch(token -> token.tag().equals("X"));
    }

    @Test
    void ofAVeryLongSentenceTheBeginningIsTagged() {
        Reading reading = Texts.read("the man and a dog of ".repeat(180));
        List<Token> tokens = reading.sentences().get(0).tokens();
        assertThat(tokens).hasSizeGreaterThan(Frame.READ_OF_A_SENTENCE);
        assertThat(tokens.get(Frame.READ_OF_A_SENTENCE - 1).tag()).isNotEqualTo("X");
        assertThat(tokens.subList(Frame.READ_OF_A_SENTENCE, tokens.size()))
                .allMatch(token -> token.tag().equals("X"));
        check(reading);
    }

    @Test
    void whateverIsStrungTogetherSpansGiveBackTheirWords() {
        Random random = new Random(20261126);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder("The minister said that the talks had failed. ");
            for (int n = random.nextInt(40); n >= 0; n--) {
                text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(3) == 0 ? " " : "");
            }
            String shown = text.toString();
            assertThatCode(() -> check(Texts.read(shown))).as("%s", shown).doesNotThrowAnyException();
        }
    }

    static void check(Reading reading) {
        String text = reading.article().text();
        int lastEnd = 0;
        for (Sentence sentence : reading.sentences()) {
            assertThat(sentence.span().start()).isGreaterThanOrEqualTo(lastEnd);
            assertThat(reading.article().blocks().get(sentence.block()).span().contains(sentence.span()))
                    .isTrue();
            lastEnd = sentence.span().end();
            int last = sentence.span().start();
            for (Token token : sentence.tokens()) {
                assertThat(token.span().start()).isGreaterThanOrEqualTo(last);
                assertThat(token.text()).hasSize(token.span().length());
                last = token.span().end();
            }
            assertThat(last).isLessThanOrEqualTo(lastEnd);
        }
        Span before = null;
        for (Quantity quantity : reading.quantities()) {
            assertThat(before == null || before.end() <= quantity.span().start())
                    .isTrue();
            assertThat(quantity.span().end()).isLessThanOrEqualTo(text.length());
            quantity.of().ifPresent(of -> assertThat(of.end()).isLessThanOrEqualTo(text.length()));
            before = quantity.span();
        }
        before = null;
        for (Mention name : reading.names()) {
            assertThat(before == null || before.end() <= name.span().start()).isTrue();
            assertThat(reading.entities().stream().filter(e -> e.mentions().contains(name.span())))
                    .hasSize(1);
            before = name.span();
        }
    }
}
