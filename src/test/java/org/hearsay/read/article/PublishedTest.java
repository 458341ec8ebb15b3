package org.hearsay.read.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When an article was published: which witness is believed, and in whose zone. */
class PublishedTest {
    private static final String TEXT =
            "<p>Engineers said on Thursday that the dam above the town holds, although the water still rises.</p>"
                    + "<p>The mayor thanked them in the evening, and asked the people of the lower quarter to stay away.</p>";

    private static Optional<String> published(String url, String head, String line) {
        String html = "<html lang=en><head>" + head + "</head><body><article><h1>The dam holds</h1><div>" + line
                + "</div>" + TEXT + "</article></body></html>";
        return Trained.article(url, html).published().map(Dated::toString);
    }

    private static String structured(String published) {
        return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"" + published
                + "\"}</script>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 May 2024",
                "Von Ada Mill, 03.05.2024, 14:05 Uhr",
                "Panorama, 3.5.24",
                "le 3 mai 2024 à 14h05",
                "3 de mayo de 2024 | 21:25",
                "Pátek 3. května 2024",
                "2024年5月3日",
                "Updated 9 June 2025, published 3 May 2024",
                "Letzte Änderung: 09.06.2025 Erschienen am: 03.05.2024",
                "03 | 05 | 2024",
                "<span>May</span> <span>3</span><span>2024</span>",
                "Ada<span>03.05.24</span><span>14:05</span>"
            })
    void theDateUnderTheHeadlineIsReadInManySpellings(String line) {
        assertThat(published("https://news.example/dam", "", line)).contains("2024-05-03");
    }

    @Test
    void aDateThatOnlyTellsOfAChangeIsNone() {
        assertThat(published("https://news.example/dam", "", "Last updated: 9 June 2025"))
                .isEmpty();
        assertThat(published("https://news.example/dam", "", "Last updated:</div><div>9 June 2025"))
                .isEmpty();
    }

    @Test
    void theFirstParagraphMayOpenWithTheDate() {
        assertThat(published(
                        "https://news.example/dam",
                        "",
                        "<p>03.05.2024 – The dam above the town holds, the engineers said.</p>"))
                .contains("2024-05-03");
    }

    @Test
    void aDateShownBeforeTheOneToldToMachinesIsThatOfPublication() {
        assertThat(published("https://news.example/dam", structured("2025-11-05"), "January 31, 2024"))
                .contains("2024-01-31");
    }

    @Test
    void aDateShownLaterMayBeThatOfAChange() {
        assertThat(published("https://news.example/dam", structured("2024-01-31"), "November 5, 2025"))
                .contains("2024-01-31");
    }

    @Test
    void aLooseMetaNameYieldsToTheDateShown() {
        assertThat(published("https://news.example/dam", "<meta name=dc.date content='2024-05-09'>", "3 May 2024"))
                .contains("2024-05-03");
    }

    @Test
    void anotherWitnessDecidesWhichNumberIsTheMonth() {
        assertThat(published("https://news.example/2024/may/03/dam", "", "03/05/2024"))
                .contains("2024-05-03");
        assertThat(published("https://news.example/dam", structured("2024-03-05T10:00:00+01:00"), "03/05/2024"))
                .contains("2024-03-05T10:00:00+01:00");
    }

    @Test
    void aTimeInUtcIsToldInTheZoneOfTheSite() {
        assertThat(published("https://news.example/dam", structured("2024-05-03T22:30:00Z"), ""))
                .contains("2024-05-03T22:30:00Z");
        assertThat(published("https://news.example.de/dam", structured("2024-05-03T22:30:00Z"), ""))
                .contains("2024-05-04T00:30:00+02:00");
        assertThat(published("https://news.example/dam", structured("2024-05-04T03:37:00Z"), "3 May, 2024, 11:37 pm"))
                .contains("2024-05-03T23:37:00-04:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<li><b>Datum</b> 03.05.2024</li>",
                "<p>Letzte Änderung: 09.06.2025 - 14:49 Erschienen am: 03.05.2024 Leser: 61</p>",
                "<p>The dam holds wurde am 3. Mai 2024 um 23:03 Uhr gepostet und unter Orte abgelegt.</p>",
                "<p>This entry was posted on Friday, May 3rd, 2024 at 10:12 am and is filed under Places.</p>"
            })
    void aLineThatTellsTheDayOfPublicationMayStandAnywhere(String line) {
        String far = "<p>Ask the harbour office for the map of the river.</p>".repeat(12);
        assertThat(published(
                        "https://news.example/dam", "", "</div>" + TEXT + "<footer>" + far + line + "</footer><div>"))
                .contains("2024-05-03");
        assertThat(published(
                        "https://news.example/dam",
                        "",
                        "</div>" + TEXT + "<footer>" + far + line + "<p>Erschienen am: 11.05.2024</p></footer><div>"))
                .isEmpty();
    }

    @Test
    void theHeadlineMayBeOfALowerRank() {
        String html = "<html lang=en><body><div><h2>Places</h2><h2>The dam holds</h2><div>⋅ May 3, 2024 ⋅ Print</div>"
                + TEXT + "</div></body></html>";
        assertThat(Trained.article(
                                "https://news.example/dam",
                                html.replace("<body>", "<title>The dam holds</title><body>"))
                        .published()
                        .map(Dated::toString))
                .contains("2024-05-03");
    }

    @Test
    void structuredDataMayStandInAnAttribute() {
        String data = "{&quot;headline&quot;:&quot;The dam holds&quot;,&quot;text&quot;:&quot;" + "river ".repeat(60)
                + "&quot;,&quot;datePublished&quot;:&quot;2024-05-03T09:00:00-05:00&quot;}";
        assertThat(published("https://news.example/dam", "", "<div data-page=\"" + data + "\"></div>"))
                .contains("2024-05-03T09:00:00-05:00");
    }

    @Test
    void aRecipesDataIsThatOfThePage() {
        String data = "<script type='application/ld+json'>[{\"@type\":\"WebPage\",\"datePublished\":\"2020-04-12\"},"
                + "{\"@type\":\"Recipe\",\"name\":\"The dam holds\",\"datePublished\":\"2006-10-10\"}]</script>";
        assertThat(published("https://news.example/dam", data, "")).contains("2006-10-10");
    }

    @Test
    void datesOfOtherStoriesAloneAreNone() {
        String list = "";
        for (int day = 1; day < 8; day++) {
            list += "</div><div class=post-date>0" + day + " May 2024</div><a href='/a" + day
                    + "'>Another story of the day " + day + " that has a long title</a><div>";
        }
        assertThat(published("https://news.example/dam", "", "")).isEmpty();
        assertThat(published("https://news.example/dam", "", "</div><aside>" + list + "</aside><div>"))
                .isEmpty();
    }
}
