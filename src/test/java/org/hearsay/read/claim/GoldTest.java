package org.hearsay.read.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hearsay.Floors;
import org.hearsay.read.language.Reader;
import org.junit.jupiter.api.Test;

/**
 * Scores on the marked articles of our own. Run with {@code -Dhearsay.gold=seen} (or {@code full.seen}) to be told each failure on the articles that
 * rules may be made from; the others are only counted.
 */
final class GoldTest {
    private static final Path SEEN = Path.of("src/test/resources/gold/seen.txt");
    private static final Path UNSEEN = Path.of("src/test/resources/gold/unseen.txt");

    @Test
    void theArticlesThatRulesAreMadeFromStayAboveTheirFloors() throws IOException {
        hold("gold.seen.", SEEN, Texts.READER);
    }

    @Test
    void theArticlesThatNoRuleWasMadeFromStayAboveTheirFloors() throws IOException {
        hold("gold.unseen.", UNSEEN, Texts.READER);
    }

    @Test
    void theArticlesThatRulesAreMadeFromStayAboveTheirFloorsWithTheEncoder() throws IOException {
        hold("gold.full.seen.", SEEN, Texts.full());
    }

    @Test
    void theArticlesThatNoRuleWasMadeFromStayAboveTheirFloorsWithTheEncoder() throws IOException {
        hold("gold.full.unseen.", UNSEEN, Texts.full());
    }

    @Test
    void theArticlesOfAnotherHandThatRulesAreMadeFromStayAboveTheirFloors() throws IOException {
        hold("gold.hand.seen.", Path.of("src/test/resources/gold/hand-seen.txt"), Texts.full());
    }

    @Test
    void theArticlesOfAnotherHandThatNoRuleWasMadeFromStayAboveTheirFloors() throws IOException {
        hold("gold.hand.unseen.", Path.of("src/test/resources/gold/hand-unseen.txt"), Texts.full());
    }

    @Test
    void theArticlesThatAreCountedWhileRulesAreMadeStayAboveTheirFloors() throws IOException {
        holdBoth("gold.hands.counted.", "hands-counted.txt");
    }

    @Test
    void theArticlesOfNineHandsThatNothingWasLearnedFromStayAboveTheirFloors() throws IOException {
        holdBoth("gold.hands.unseen.", "hands-unseen.txt");
    }

    @Test
    void theArticlesOfALaterHandThatAreCountedWhileRulesAreMadeStayAboveTheirFloors() throws IOException {
        holdBoth("gold.hands.more.counted.", "hands-counted-more.txt");
    }

    @Test
    void theArticlesOfALaterHandThatNothingWasLearnedFromStayAboveTheirFloors() throws IOException {
        holdBoth("gold.hands.more.unseen.", "hands-unseen-more.txt");
    }

    @Test
    void theArticlesOfTheLastHandsThatNothingWasLearnedFromStayAboveTheirFloors() throws IOException {
        hold("gold.hands.third.unseen.", Path.of("src/test/resources/gold/hands-unseen-third.txt"), Texts.full());
    }

    @Test
    void theArticlesOfAFourthCallThatAreCountedWhileRulesAreMadeStayAboveTheirFloors() throws IOException {
        hold("gold.hands.fourth.counted.", Path.of("src/test/resources/gold/hands-counted-fourth.txt"), Texts.full());
    }

    @Test
    void theArticlesOfAFourthCallThatNothingWasLearnedFromStayAboveTheirFloors() throws IOException {
        hold("gold.hands.fourth.unseen.", Path.of("src/test/resources/gold/hands-unseen-fourth.txt"), Texts.full());
    }

    @Test
    void theArticlesOfAFifthCallThatNothingWasLearnedFromStayAboveTheirFloors() throws IOException {
        hold("gold.hands.fifth.unseen.", Path.of("src/test/resources/gold/hands-unseen-fifth.txt"), Texts.full());
    }

    @Test
    void theOffersThatRulesAreMadeFromStayAboveTheirFloors() throws IOException {
        holdOffers("gold.offers.seen.", Path.of("src/test/resources/gold/offers-seen.txt"));
    }

    @Test
    void theOffersThatNoRuleWasMadeFromStayAboveTheirFloors() throws IOException {
        holdOffers("gold.offers.unseen.", Path.of("src/test/resources/gold/offers-unseen.txt"));
    }

    @Test
    void theTermsThatRulesAreMadeFromStayAboveTheirFloors() throws IOException {
        holdOffers("gold.terms.seen.", Path.of("src/test/resources/gold/terms-seen.txt"));
    }

    @Test
    void theTermsThatNoRuleWasMadeFromStayAboveTheirFloors() throws IOException {
        holdOffers("gold.terms.unseen.", Path.of("src/test/resources/gold/terms-unseen.txt"));
    }

    @Test
    void theMarksAreManyAndOfEveryKind() throws IOException {
        List<Gold.Document> documents = new ArrayList<>(Gold.read(SEEN));
        documents.addAll(Gold.read(UNSEEN));
        Set<String> ids = new HashSet<>();
        int claims = 0;
        int hedged = 0;
        int denied = 0;
        int proposals = 0;
        Set<String> statuses = new HashSet<>();
        for (Gold.Document document : documents) {
            ids.add(document.id());
            claims += document.claims().size();
            proposals += document.proposals().size();
            document.proposals().forEach(p -> statuses.addAll(p.statuses()));
            for (Gold.MarkedClaim claim : document.claims()) {
                hedged += claim.stances().get(0).stance() == Stance.ASSERTED ? 0 : 1;
                denied += claim.stances().get(0).denied() ? 1 : 0;
            }
        }
        assertThat(ids).hasSameSizeAs(documents).hasSizeGreaterThanOrEqualTo(117);
        assertThat(claims).isGreaterThanOrEqualTo(1300);
        assertThat(hedged).isGreaterThanOrEqualTo(250);
        assertThat(denied).isGreaterThanOrEqualTo(80);
        assertThat(proposals).isGreaterThanOrEqualTo(160);
        assertThat(statuses).contains("offered", "accepted", "rejected", "withdrawn", "agreed", "under_discussion");
    }

    /** Articles in which only proposals and the items of lists are marked. */
    private static void holdOffers(String key, Path file) throws IOException {
        GoldScore score = score(key, file, Texts.full());
        assertThat(score.itemsRight()).as("list items").isGreaterThanOrEqualTo(Floors.of(key + "items"));
        assertThat(score.proposals()).as("proposals").isGreaterThanOrEqualTo(Floors.of(key + "proposals.f1"));
        assertThat(score.proposersRight()).as("proposers").isGreaterThanOrEqualTo(Floors.of(key + "proposers"));
        assertThat(score.terms()).as("terms").isGreaterThanOrEqualTo(Floors.of(key + "terms.f1"));
        assertThat(score.kindsRight()).as("kinds").isGreaterThanOrEqualTo(Floors.of(key + "kinds"));
    }

    private static GoldScore score(String key, Path file, Reader reader) throws IOException {
        List<Gold.Document> documents = Gold.read(file);
        return score(key, documents, found(documents, reader));
    }

    private static GoldScore score(String key, List<Gold.Document> documents, List<Findings> found) {
        GoldScore score = new GoldScore();
        for (int k = 0; k < documents.size(); k++) {
            score.add(documents.get(k), found.get(k));
        }
        if (key.equals("gold." + System.getProperty("hearsay.gold") + ".")) {
            score.failures().stream().sorted().forEach(System.out::println);
        }
        System.out.println(key + "\n" + score);
        return score;
    }

    private static List<Findings> found(List<Gold.Document> documents, Reader reader) {
        ClaimFinder finder = new ClaimFinder();
        return documents.stream()
                .map(d -> finder.claimsIn(reader.read(d.article())).shown())
                .toList();
    }

    /** Articles that two people marked: against the marks of the first, and against what both of them marked. */
    private static void holdBoth(String key, String file) throws IOException {
        List<Gold.Document> first = Gold.read(Path.of("src/test/resources/gold", file));
        List<Gold.Document> second = SecondReader.read(Path.of("src/test/resources/gold/second", file), first);
        List<Gold.Document> agreed = new ArrayList<>();
        for (int k = 0; k < first.size(); k++) {
            agreed.add(SecondReader.agreed(first.get(k), second.get(k)));
        }
        List<Findings> found = found(first, Texts.full());
        score(
                key + "people.",
                first,
                second.stream().map(SecondReader::findings).toList());
        hold(key, score(key, first, found));
        hold(key + "agreed.", score(key + "agreed.", agreed, found));
    }

    private static void hold(String key, Path file, Reader reader) throws IOException {
        hold(key, score(key, file, reader));
    }

    private static void hold(String key, GoldScore score) {
        assertThat(score.recall()).as("recall").isGreaterThanOrEqualTo(Floors.of(key + "recall"));
        assertThat(score.precision()).as("precision").isGreaterThanOrEqualTo(Floors.of(key + "precision"));
        assertThat(score.voiceRight()).as("voice").isGreaterThanOrEqualTo(Floors.of(key + "voice"));
        assertThat(score.wrongName()).as("wrong name").isLessThanOrEqualTo(Floors.of(key + "wrong.name.most"));
        assertThat(score.stanceRight()).as("stance").isGreaterThanOrEqualTo(Floors.of(key + "stance"));
        assertThat(score.hedgedAsAsserted())
                .as("hedged shown as asserted")
                .isLessThanOrEqualTo(Floors.of(key + "hedged.as.asserted.most"));
        assertThat(score.denial()).as("denial").isGreaterThanOrEqualTo(Floors.of(key + "denial.f1"));
        assertThat(score.itemsRight()).as("list items").isGreaterThanOrEqualTo(Floors.of(key + "items"));
        assertThat(score.proposals()).as("proposals").isGreaterThanOrEqualTo(Floors.of(key + "proposals.f1"));
        assertThat(score.terms()).as("terms").isGreaterThanOrEqualTo(Floors.of(key + "terms.f1"));
    }
}
