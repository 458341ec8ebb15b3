package org.hearsay.read.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.page.Bytes;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;

/** Which of a page's headings and names is the article's title. */
class TitleTest {
    private static final String TEXT =
            "<p>Engineers said on Thursday that the dam above the town holds, although the water still rises.</p>"
                    + "<p>The mayor thanked them in the evening, and asked the people of the lower quarter to stay away.</p>";

    private static Optional<String> title(String head, String body) {
        Page page = new Page(
                PageUrl.of("https://harbour.example/dam"),
                Instant.EPOCH,
                200,
                List.of(new Header("Content-Type", "text/html; charset=utf-8")),
                Bytes.of(("<html lang=en><head>" + head + "</head><body><article>" + body + TEXT
                                + "</article></body></html>")
                        .getBytes(StandardCharsets.UTF_8)));
        Extraction extraction = new ArticleReader().read(page, Hints.NONE);
        assertThat(extraction).isInstanceOf(Extraction.Readable.class);
        return ((Extraction.Readable) extraction).article().title();
    }

    @Test
    void theOnlyHeadlineIsTheTitleWhateverThePagesHeadSays() {
        assertThat(title("<title>Everything on dams | Harbour</title>", "<h1>The dam above the town holds</h1>"))
                .contains("The dam above the town holds");
    }

    @Test
    void aHeadlineThatIsTheSitesNameIsNot() {
        assertThat(title(
                        "<title>The dam holds » Harbour</title>",
                        "<h1>Harbour</h1><h2>Places</h2><h2>The dam holds</h2>"))
                .contains("The dam holds");
    }

    @Test
    void amongHeadlinesThatNoWitnessKnowsTheOneOverTheTextIsTaken() {
        assertThat(title(
                        "<title>Welcome</title>",
                        "<h1>Our weekly letter</h1><p>Sign here.</p><h1>The dam above the town holds</h1>" + TEXT
                                + TEXT))
                .contains("The dam above the town holds");
    }

    @Test
    void theSitesNameIsCutFromEitherEnd() {
        assertThat(title("<meta property=og:site_name content=Harbour><title>The dam holds › Harbour</title>", ""))
                .contains("The dam holds");
    }

    @Test
    void whereTheFirstRankIsForSearchEnginesTheTitleStandsBehindItsKicker() {
        String head = "<title>Dam on the river: Engineers calm people - Harbour</title>"
                + "<meta property='og:title' content='The dam above the town holds'>";
        String hidden = "<h1>Dam on the river: Engineers calm people</h1>";
        assertThat(title(head, hidden + "<h2><span>High water</span> The dam above the town holds</h2>"))
                .contains("The dam above the town holds");
        assertThat(title(head, hidden + "<h2>What the engineers saw</h2>"))
                .contains("Dam on the river: Engineers calm people");
    }

    @Test
    void aKickerInTheHeadlineIsNoPartOfIt() {
        String head = "<title>The dam above the town holds - Harbour</title>";
        assertThat(title(head, "<h1><span>High water</span> The dam above the town holds</h1>"))
                .contains("The dam above the town holds");
        assertThat(title("<title>Dams of the river - Harbour</title>", "<h1>The dams of the river</h1>"))
                .contains("The dams of the river");
    }

    @Test
    void aHeadlineThatSharesNoWordWithThePagesHeadIsASections() {
        assertThat(title(
                        "<title>The dam above the town holds</title>",
                        "<h1>News</h1><h2>The dam above the town holds</h2>"))
                .contains("The dam above the town holds");
        assertThat(title("<title>Welcome to Harbour</title>", "<h1>High water in spring</h1><h2>Places</h2>"))
                .contains("High water in spring");
    }
}
