package org.hearsay.read.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.hearsay.page.Bytes;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;

/** Text that a page keeps in a script and shows later. */
class ScriptTextTest {
    private static final String FIRST =
            "Engineers said on Thursday that the dam above the town holds, although the wáter still rises.";
    private static final String SECOND =
            "The mayor thanked them in the evening, and asked the people of the lower quarter to stay away.";
    private static final String THIRD =
            "“Nobody has to leave a house tonight,” she told reporters in front of the town hall on Friday.";
    private static final String NOTICE =
            "We and our partners store cookies on your device and use what they tell us to make this site better for you. ";

    private static Extraction read(String script) {
        String html =
                "<html lang=en><head><title>The dam holds - Harbour</title><meta property='og:title' content='The dam"
                        + " holds'></head><body><div id=root></div>" + script + "</body></html>";
        Page page = new Page(
                PageUrl.of("https://harbour.example/dam"),
                Instant.EPOCH,
                200,
                List.of(new Header("Content-Type", "text/html; charset=utf-8")),
                Bytes.of(html.getBytes(StandardCharsets.UTF_8)));
        return Trained.READER.read(page, Hints.NONE);
    }

    private static String text(Extraction extraction) {
        return extraction instanceof Extraction.Readable r ? r.article().text() : "";
    }

    @Test
    void aTemplateHoldsTheStory() {
        String story = "<p>" + FIRST + "</p><p>" + SECOND + "</p><p>" + THIRD + "</p>";
        assertThat(text(read("<script type='text/template'>" + story + "</script>")))
                .isEqualTo(FIRST + "\n" + SECOND + "\n" + THIRD);
        assertThat(text(read("<script type='text/x-template'><p>{{name}}</p>" + story + "</script>")))
                .isEmpty();
    }

    @Test
    void markupInDataIsTheStory() {
        String data = "{\"props\":{\"page\":{\"title\":\"The dam holds\",\"body\":\"<p>" + FIRST + "</p><p>" + SECOND
                + "<\\/p><p>" + THIRD + "</p>\"},\"consent\":\"" + NOTICE + "\"}}";
        assertThat(text(read("<script id='__NEXT_DATA__' type='application/json'>" + data + "</script>")))
                .isEqualTo(FIRST + "\n" + SECOND + "\n" + THIRD);
    }

    @Test
    void aTreeOfTextInDataIsTheStory() {
        String tree =
                "{\"type\":\"p\",\"children\":[{\"type\":\"text\",\"data\":\"%s\"},{\"type\":\"a\",\"href\":\"https://a.example/b\","
                        + "\"children\":[{\"type\":\"text\",\"data\":\" More soon.\"}]}]}";
        String data = "window.__STATE__ = {\"story\":{\"headline\":\"The dam holds\",\"body\":[" + tree.formatted(FIRST)
                + "," + tree.formatted(SECOND) + "," + tree.formatted(THIRD) + "]},\"other\":\"" + NOTICE + "\"};";
        assertThat(text(read("<script>" + data + "</script>")))
                .isEqualTo(FIRST + " More soon.\n" + SECOND + " More soon.\n" + THIRD + " More soon.");
    }

    @Test
    void proseInDataThatDoesNotTellTheTitleIsNoStory() {
        String data =
                "{\"consent\":{\"title\":\"Cookies\",\"text\":[\"" + NOTICE.repeat(5) + "\",\"" + NOTICE + "\"]}}";
        assertThat(read("<script type='application/json'>" + data + "</script>"))
                .isInstanceOf(Extraction.Unreadable.class);
    }

    @Test
    void aTextThatThePageShowsStays() {
        String data = "{\"title\":\"The dam holds\",\"body\":\"<p>" + NOTICE.repeat(9) + "</p>\"}";
        String shown = "<article><h1>The dam holds</h1><p>" + FIRST + "</p><p>" + SECOND + "</p><p>" + THIRD
                + "</p></article>";
        assertThat(text(read(shown + "<script type='application/json'>" + data + "</script>")))
                .isEqualTo(FIRST + "\n" + SECOND + "\n" + THIRD);
    }
}
