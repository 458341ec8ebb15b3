package org.hearsay.read.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    private final ArticleReader reader = Trained.READER;

    private Article read(String... lines) {
        return reader.ofText(
                new ArticleId("a"), String.join("\n", lines), Optional.empty(), "The Outlet", Optional.empty());
    }

    private static List<String> shown(Article article) {
        return article.blocks().stream().map(b -> Blocks.shown(article, b)).toList();
    }

    @Test
    void theTextIsKeptAsGiven() {
        String text = "  First line. \n\n\tSecond line.\r\n";
        Article article = reader.ofText(new ArticleId("a"), text, Optional.empty(), "The Outlet", Optional.empty());
        assertThat(article.text()).isEqualTo(text);
        assertThat(shown(article)).containsExactly("p First line.", "p Second line.");
        assertThat(article.published()).isEmpty();
    }

    @Test
    void aShortLineWithoutFullStopIsAHeading() {
        assertThat(shown(read("What the harbour wants", "The harbour board met on Monday and asked for money.")))
                .containsExactly("h2 What the harbour wants", "p The harbour board met on Monday and asked for money.");
    }

    @Test
    void nounPhrasesAfterAColonAreItemsUntilASentenceComes() {
        assertThat(shown(read(
                        "People close to the talks say the draft contains:",
                        "A ceasefire of ninety days along the river.",
                        "Exchange of all prisoners taken since spring.",
                        "Grain shipments monitored by a third country.",
                        "The draft has been sent to both capitals, where officials have kept silent about it.")))
                .containsExactly(
                        "p People close to the talks say the draft contains:",
                        "i A ceasefire of ninety days along the river. <- People close to the talks say the draft"
                                + " contains:",
                        "i Exchange of all prisoners taken since spring. <- People close to the talks say the draft"
                                + " contains:",
                        "i Grain shipments monitored by a third country. <- People close to the talks say the draft"
                                + " contains:",
                        "p The draft has been sent to both capitals, where officials have kept silent about it.");
    }

    @Test
    void labelledSentencesAreItemsUntilTheLabelsEnd() {
        assertThat(shown(read(
                        "Three things weigh on the vote:",
                        "Price Pressure: The cost of bread would rise again.",
                        "Old Promises: Two parties have ruled a coalition out.",
                        "Foreign Credit: Lenders may wait until winter.",
                        "Despite all this, the minister expects a majority.")))
                .containsExactly(
                        "p Three things weigh on the vote:",
                        "i Price Pressure: The cost of bread would rise again. <- Three things weigh on the vote:",
                        "i Old Promises: Two parties have ruled a coalition out. <- Three things weigh on the vote:",
                        "i Foreign Credit: Lenders may wait until winter. <- Three things weigh on the vote:",
                        "p Despite all this, the minister expects a majority.");
    }

    @Test
    void marksMakeItemsHoweverLong() {
        assertThat(shown(read("The union asks for:", "• more pay", "• fewer nights", "It will strike on Friday.")))
                .containsExactly(
                        "p The union asks for:",
                        "i • more pay <- The union asks for:",
                        "i • fewer nights <- The union asks for:",
                        "p It will strike on Friday.");
    }

    @Test
    void aQuotationAfterAColonIsNoList() {
        assertThat(shown(read("The mayor said:", "“We will not pay.”", "“Not this year.”")))
                .containsExactly("p The mayor said:", "p “We will not pay.”", "p “Not this year.”");
    }

    @Test
    void furnitureIsInNoBlock() {
        assertThat(shown(read("The dam holds.", "#Dam #River #News", "No comments:", "Post a Comment")))
                .containsExactly("p The dam holds.");
    }

    @Test
    void aHeadingEndsAList() {
        assertThat(shown(read(
                        "The plan includes:",
                        "Two new bridges over the canal.",
                        "A tunnel under the old town.",
                        "Who pays",
                        "The state pays for most of it, as the minister made clear.")))
                .containsExactly(
                        "p The plan includes:",
                        "i Two new bridges over the canal. <- The plan includes:",
                        "i A tunnel under the old town. <- The plan includes:",
                        "h2 Who pays",
                        "p The state pays for most of it, as the minister made clear.");
    }

    @Test
    void aBlankLineEndsAListWhoseItemsStandTogether() {
        assertThat(shown(read("It needs:", "steel", "glass", "", "timber from the north", "It is late.")))
                .startsWith(
                        "p It needs:",
                        "i steel <- It needs:",
                        "i glass <- It needs:",
                        "h2 timber from the north".replace("h2", "p"));
    }
}
