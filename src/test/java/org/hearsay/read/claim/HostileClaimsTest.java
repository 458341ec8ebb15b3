package org.hearsay.read.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are no articles, or that pretend: few claims, right offsets, bounded time. */
@Timeout(30)
final class HostileClaimsTest {
    private static final ClaimFinder FINDER = new ClaimFinder();

    @Test
    void anInterviewWithoutNamesNamesNobody() {
        Findings findings = find(
                "Q: When did you leave the village?\nA: In spring. They told us that the dam would hold.\nQ: Who told you?\nA: The men from the company said so. I did not believe them.");
        assertThat(findings.claims()).noneMatch(c -> c.speaker() instanceof Voice.Named);
    }

    @Test
    void aTranscriptGivesEachParagraphToItsLabel() {
        Findings findings = find(
                "Mayor Jane Dunmore spoke on Monday.\nINTERVIEWER: Was the main cracked?\nDUNMORE: It was. The city knew nothing.\nINTERVIEWER: Will you resign?\nDUNMORE: I may.");
        List<Claim> hers = findings.claims().stream()
                .filter(c -> c.speaker() instanceof Voice.Named n && n.name().endsWith("Dunmore"))
                .toList();
        assertThat(hers)
                .extracting(c -> c.words(text(findings)))
                .containsExactly("It was. The city knew nothing", "I may");
        assertThat(hers.get(1).stance()).isEqualTo(Stance.POSSIBLE);
    }

    @Test
    void aPoemClaimsNothing() {
        Findings findings = find(
                "The sea said nothing to the stone,\nthe stone said nothing to the sea;\nand night, who knows them both, alone\nwould tell them neither what will be.");
        assertThat(findings.claims()).hasSizeLessThanOrEqualTo(2);
        assertThat(findings.proposals()).isEmpty();
    }

    @Test
    void aListOfScoresHasNoVoices() {
        String scores = IntStream.range(0, 60)
                .mapToObj(i -> "Rovers " + i % 7 + " United " + i % 5 + " (HT " + i % 3 + "-0)")
                .collect(Collectors.joining("\n"));
        Findings findings = find(scores);
        assertThat(findings.claims()).allMatch(c -> c.cue().isEmpty());
        assertThat(findings.claims()).hasSizeLessThan(10);
    }

    @Test
    void quotationsSixDeepHaveOneSpeaker() {
        Findings findings = find(
                "Mara Sung said: \"He told me 'she wrote \"they shouted 'we heard \"it fell 'at noon' again\" then' loudly\" once' before I left.\"");
        assertThat(findings.claims()).hasSizeLessThanOrEqualTo(3);
        spansAreWords(findings);
    }

    @Test
    void aSentenceOfFourThousandWordsEnds() {
        String words = IntStream.range(0, 500)
                .mapToObj(i -> "and the minister said that prices would rise,")
                .collect(Collectors.joining(" "));
        Findings findings = find("It rained " + words + " while the council rejected the offer.");
        assertThat(findings.claims()).hasSizeLessThan(10);
        spansAreWords(findings);
    }

    @Test
    void aSentenceWithoutAnEndEndsWithTheEncoderToo() {
        String words = IntStream.range(0, 600)
                .mapToObj(i -> "and Mara Sung told Peter Weil that he \"knew")
                .collect(Collectors.joining(" "));
        Findings findings = FINDER.claimsIn(Texts.full().read(Texts.article("It rained " + words)));
        assertThat(findings.claims()).hasSizeLessThan(10);
        spansAreWords(findings);
    }

    @Test
    void aTextThatQuotesEverybodyEndsSoonAndPointsAtItsWords() {
        String everybody = IntStream.range(0, 400)
                .mapToObj(i -> "\"No\", said Mara Sung, \"yes\", said Peter Weil, who offered him " + i
                        + " crowns, a boat and a horse if he left.")
                .collect(Collectors.joining(" "));
        Findings findings = find(everybody);
        spansAreWords(findings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Koval told Reuters, according to the agency, that",
                "was quoted by Weil as saying, citing \"Sung, that (3% of"
            })
    void oneSentenceOfTwentyThousandWordsCostsSecondsAtMost(String words) {
        Reading reading = Texts.READER.read(
                Texts.article("Koval said: " + (words + " ").repeat(20_000 / words.split(" ").length)));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        Findings findings = FINDER.claimsIn(reading);
        long spent = threads.getCurrentThreadCpuTime() - before;
        assertThat(findings.claims()).hasSizeLessThan(100);
        spansAreWords(findings);
        assertThat(Duration.ofNanos(spent)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void marksWithoutWordsClaimNothing() {
        assertThat(find("\"\" said '' : \u201c\u201d \u2018 \u2019 , , . ;;; -- \u201c\u201c\u201c")
                        .claims())
                .isEmpty();
    }

    @Test
    void noPhraseBeginsWithADash() {
        Lines lines = new Lines(Texts.READER.read(Texts.article("- should pay, / should pay.")), new Lexicon());
        for (Line line : lines.all()) {
            for (int i = 0; i < line.size(); i++) {
                int end = Phrases.endOf(line, i);
                assertThat(end).isBetween(i, line.size());
            }
        }
    }

    private static Findings find(String text) {
        return FINDER.claimsIn(Texts.READER.read(Texts.article(text)));
    }

    private static String text(Findings findings) {
        return findings.reading().article().text();
    }

    private static void spansAreWords(Findings findings) {
        String text = text(findings);
        for (Claim claim : findings.claims()) {
            for (Span span : claim.content()) {
                assertThat(span.of(text)).isNotBlank().isEqualTo(span.of(text).strip());
            }
        }
    }
}
