package org.hearsay.read.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
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

    /** Sentences that end in every kind of word, so that nothing may stand behind a cue. */
    private static final List<String> ENDINGS = List.of(
            "The port is what they wanted",
            "Prices will rise, Mara Sung said",
            "Mara Sung said that it was what Peter Weil had demanded",
            "\"No,\" said",
            "Peter Weil was quoted by Reuters as saying",
            "According to",
            "The offer includes:",
            "Norway, Sweden and",
            "signs that say",
            "Mara Sung called",
            "Was it true, according to Norway?",
            "Mara Sung, considered",
            "What the union threatened to",
            "DUNMORE: We",
            "\u201cIt is \u2018fair\u2019 and we will stay,\u201d Mara Sung told",
            "Reuters reported, citing",
            "The man whose lawyer, Peter Weil,",
            "Norway offered $20 million if");

    /** Offers, demands and their terms, to be cut behind each word. */
    private static final List<String> OFFERS = List.of(
            "Under the plan, ports would close, while Norway would hand over $20 million, and ships would be spared",
            "It would (a) cap prices at 60%, (b) require logs within 48 hours, and (c) exempt ferries",
            "Norway is ready, willing and able to sell its ports if Sweden drops its claim, Mara Sung said",
            "Peter Weil put $20 million on the table, with another $6 million to follow as long as prices rise",
            "Negotiators agreed in the small hours on a treaty whereby they would cut prices by 60% by 2035",
            "Mara Sung will plead guilty and repay $20 million in a deal with Norway that spares her a trial",
            "Reuters said Norway should cap the price and must lend ships provided they carry gas and return by Friday",
            "The bid expires on Friday, unless the board wants the fee waived, subject to a review",
            "In a list behind Norway's plan the minister's terms are that ports close under Mara Sung's offer",
            "In return, Norway must:");

    private static final List<UnaryOperator<String>> SHAPES = List.of(
            UnaryOperator.identity(),
            t -> t + ".",
            t -> t.toUpperCase(Locale.ROOT),
            t -> t.toLowerCase(Locale.ROOT),
            t -> t.replace('"', '\u201c'),
            t -> t.replace("\u201c", "\u00ab").replace("\u201d", "\u00bb"),
            t -> t.replace(" ", " \ud83d\ude00 "),
            t -> "\u202b" + t.replace(" ", "\u200f ") + "\u202c",
            t -> t.replace(" ", "\u00a0"),
            t -> t.replace(" ", "\u200b "),
            t -> t.replace("e", "e\u0301"),
            t -> t.replace(" ", " \u2014 "),
            t -> t.replace(" ", "... "),
            t -> t.replace(" ", " ?! "),
            t -> t.replace(" ", "/"),
            t -> t.replace(" ", ", "),
            t -> t.replace("a", ""),
            t -> "(" + t + "]",
            t -> t + "\n" + t,
            t -> "* " + t,
            t -> "# " + t);

    @Test
    void anOfferMayStopBehindAnyWord() {
        String before = "Norway made an offer to Sweden for a gas contract. ";
        for (String offer : OFFERS) {
            for (int cut = offer.indexOf(' '); cut > 0; cut = offer.indexOf(' ', cut + 1)) {
                check(offer.substring(0, cut), "alone");
                check(before + offer.substring(0, cut), "behind an offer");
                check(before + offer.substring(0, cut) + ":\n* the ports\n* the ships", "with a list");
            }
        }
    }

    @Test
    void aTextOfAnyShapeGivesBackItsWords() {
        for (String ending : ENDINGS) {
            for (UnaryOperator<String> shape : SHAPES) {
                check("It rained in the north, the minister said on Monday.\n" + shape.apply(ending), "a shape");
            }
        }
    }

    @Test
    void aTextOfAnyShapeGivesBackItsWordsWithTheEncoder() {
        String all = String.join("\n", ENDINGS);
        for (UnaryOperator<String> shape : SHAPES) {
            String text = "It rained in the north, the minister said on Monday.\n" + shape.apply(all);
            holds(text, Texts.full().read(Texts.article(text)));
        }
    }

    @Test
    @Timeout(120)
    void aSentenceOfTwentyThousandWordsEnds() {
        String endless = "and the minister said that Mara Sung demanded gas from Norway ".repeat(1_820);
        check("It rained on Monday in the north. It rained " + endless, "20,000 words");
        String unstopped = "\u201cthe price (" + "is what they wanted \u201cor ".repeat(1_000);
        check("It rained on Monday in the north. " + unstopped, "quoted and unstopped");
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
        holds(what + ": " + text, Texts.reading(text, NAMES));
    }

    private void holds(String what, Reading reading) {
        assertThatCode(() -> {
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
                .as("%.2000s", what)
                .doesNotThrowAnyException();
    }

    private static void holds(String text, Span span, Span sentence) {
        assertThat(sentence.contains(span)).isTrue();
        assertThat(span.of(text)).isNotBlank().isEqualTo(span.of(text).strip());
    }
}
