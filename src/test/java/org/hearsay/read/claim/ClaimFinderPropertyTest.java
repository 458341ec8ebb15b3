package org.hearsay.read.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for any text: no exception, every span gives back words of the text, and time that grows with the text. */
final class ClaimFinderPropertyTest {
    private static final String NAMES =
            "PERSON Mara Sung; PERSON Peter Weil = Minister; ORGANIZATION Reuters; LOCATION Norway; MISC Danes";

    private static final List<String> WORDS = List.of(
            "said",
            "says",
            "told",
            "Mara Sung",
            "Peter Weil",
            "Reuters",
            "Norway",
            "the",
            "a",
            "minister",
            "that",
            "\"",
            "\u201c",
            "\u201d",
            "\u2018",
            "'",
            "''",
            ",",
            ".",
            ":",
            ";",
            "\u2014",
            "(",
            ")",
            "according",
            "to",
            "according to",
            "reportedly",
            "will",
            "would",
            "if",
            "offer",
            "demanded",
            "in exchange for",
            "gas",
            "prices",
            "and",
            "but",
            "who",
            "which",
            "he",
            "she",
            "it",
            "they",
            "not",
            "n't",
            "60%",
            "$20 million",
            "of production",
            "by Friday",
            "with",
            "some officials",
            "expressing",
            "claim",
            "'s",
            "is",
            "are expected to",
            "rise",
            "?",
            "!",
            "...",
            "\ud83d\ude00",
            "includes:",
            "\n",
            "\n* ",
            "\n# ",
            "The deal",
            "rejected",
            "was",
            "signed",
            "I",
            "think");

    private final ClaimFinder finder = new ClaimFinder();

    @Test
    void soupsOfWordsNeverThrowAndTheirSpansHold() {
        long seed = 20260301;
        for (int round = 0; round < 200; round++) {
            Random random = new Random(seed + round);
            StringBuilder soup = new StringBuilder("The minister said that the price of gas in the north would rise. ");
            int words = 5 + random.nextInt(120);
            for (int i = 0; i < words; i++) {
                soup.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(8) == 0 ? "" : " ");
            }
            check(soup.toString(), "seed " + (seed + round));
        }
    }

    @Test
    void textsCutAnywhereNeverThrow() {
        String text = "Mara Sung made an offer to Norway for a gas contract, Reuters reported, citing two officials.\n"
                + "\u201cIt is \u2018fair\u2019 and we will not change it,\u201d said Mara Sung, the head of the union."
                + " \u201cNot now.\u201d\n"
                + "According to people close to the talks, the offer includes:\n"
                + "* A payment of $20 million by June.\n"
                + "* Ports, if Norway agrees.\n"
                + "Peter Weil (D-Md.), who told Reuters that 60% of ports were idle, denied it.";
        for (int cut = 1; cut < text.length(); cut += 3) {
            check(text.substring(0, cut), "first " + cut);
            check(text.substring(cut), "from " + cut);
        }
    }

    @Test
    @Timeout(60)
    void hostileTextsTakeBoundedTime() {
        List<String> texts = List.of(
                "The minister said " + "that Norway said ".repeat(7_000) + "prices rise.",
                "The price rose. " + "\u201cThe minister said \u2018it \u201c".repeat(3_000),
                "The union said: \"" + "He said \"no. ".repeat(4_000),
                "He said it. She said it. It said so. They said it. ".repeat(1_500),
                "The offer, the deal, the plan and the demand were made. ".repeat(1_000),
                "Mara Sung demanded gas from Norway. ".repeat(1_500));
        for (String text : texts) {
            Reading reading = Texts.reading(text, NAMES);
            assertThat(finder.claimsIn(reading).reading()).isEqualTo(reading);
        }
    }

    private void check(String text, String what) {
        assertThatCode(() -> {
                    Reading reading = Texts.reading(text, NAMES);
                    Findings findings = finder.claimsIn(reading);
                    assertThat(finder.claimsIn(reading)).isEqualTo(findings);
                    String whole = reading.article().text();
                    for (Claim claim : findings.claims()) {
                        claim.content().forEach(span -> holds(whole, span, claim.sentence()));
                        claim.source().forEach(span -> holds(whole, span, new Span(0, whole.length())));
                        claim.cue().forEach(span -> holds(whole, span, new Span(0, whole.length())));
                        assertThat(claim.voices().get(0)).isInstanceOf(Voice.Outlet.class);
                        claim.proposal()
                                .ifPresent(p -> assertThat(findings.proposals()).contains(p));
                    }
                    assertThat(findings.claims().stream().map(Claim::id)).doesNotHaveDuplicates();
                })
                .as("%s: %s", what, text)
                .doesNotThrowAnyException();
    }

    private static void holds(String text, Span span, Span sentence) {
        assertThat(sentence.contains(span)).isTrue();
        assertThat(span.of(text)).isNotBlank().isEqualTo(span.of(text).strip());
    }
}
