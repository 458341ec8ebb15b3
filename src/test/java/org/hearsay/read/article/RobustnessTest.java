package org.hearsay.read.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RobustnessTest {
    private static final PageUrl URL = PageUrl.of("https://news.example/2024/05/02/dam");
    private static final String PAGE = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The dam holds | Example News</title>
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"The dam holds","author":[{"@type":"Person",
        "name":"Ada Mill"}],"datePublished":"2024-05-02T10:00:00+02:00"}</script></head><body><nav><a href="/">Home</a></nav>
        <article><h1>The dam holds</h1><p>Engineers said on Thursday that the dam above the town holds, although water still
        rises — by two centimetres an hour.</p><ul><li>First the gates, which were opened in the night.</li><li>Then the
        pumps, which came from the coast.</li></ul><table><tr><td>Level</td><td>4.2 m</td></tr></table><p>The mayor thanked
        them.<br><br>“We slept badly,” she said, and went home.</p></article><footer>© Example</footer></body></html>
        """;

    private static Extraction read(byte[] bytes) {
        return Trained.READER.read(ExtractList.page(URL, bytes), Hints.NONE);
    }

    private static Article article(String html) {
        Extraction extraction = read(html.getBytes(StandardCharsets.UTF_8));
        assertThat(extraction).isInstanceOf(Extraction.Readable.class);
        Article article = ((Extraction.Readable) extraction).article();
        check(article);
        return article;
    }

    /** What holds for every article: spans inside lines, each line a block, no empty line. */
    private static void check(Article article) {
        assertThat(article.blocks()).hasSize((int) article.text().lines().count());
        article.blocks()
                .forEach(b -> assertThat(article.words(b.span()))
                        .isNotBlank()
                        .doesNotContain("\n")
                        .doesNotStartWith(" ")
                        .doesNotEndWith(" "));
    }

    @Test
    void aPageCutAtAnyByteIsReadAsFarAsItGoes() {
        byte[] whole = PAGE.getBytes(StandardCharsets.UTF_8);
        int readable = 0;
        for (int cut = 0; cut <= whole.length; cut++) {
            if (read(Arrays.copyOf(whole, cut)) instanceof Extraction.Readable r) {
                check(r.article());
                readable++;
            }
        }
        assertThat(readable).isGreaterThan(whole.length / 3);
    }

    @Test
    void twentyThousandNestedTagsCostNoStack() {
        for (String tag : new String[] {"div", "span", "b", "blockquote", "ul><li", "table><tr><td"}) {
            Article article = article("<html><body>" + ("<" + tag + ">").repeat(20_000)
                    + "<p>The water rose all night, the engineers said, and the dam did not give way.</p>");
            assertThat(article.text()).contains("the dam did not give way");
        }
    }

    @Test
    void tenMegabytesInOneLineAreOneBlock() {
        String line = "The water rose all night, and nobody slept. ".repeat(10_000_000 / 44);
        Article article = article("<html><body><p>" + line + "</p></body></html>");
        assertThat(article.text()).hasSize(line.length() - 1);
    }

    @Test
    void aMillionLinksDoNotHideTheText() {
        Article article = article("<html><body><div>" + "<a href=/x>x</a>".repeat(1_000_000)
                + "</div><div><p>The water rose all night, the engineers said, and the dam did not give way.</p>"
                + "<p>The town slept in the school, and the school was warm, as a teacher made sure.</p></div>");
        assertThat(article.text()).contains("the dam did not give way", "the school was warm");
    }

    @Test
    void aMillionParagraphsAreReadAsFarAsMemoryGoes() {
        Article article = article("<html><body><p>The water rose all night, the engineers said, and the dam held."
                + "<p>x".repeat(1_000_000));
        assertThat(article.text()).startsWith("The water rose all night");
    }

    @Test
    void jsonOfEndlessDepthIsGivenUp() {
        Article article = article("<html><head><script type='application/ld+json'>" + "[{\"a\":".repeat(100_000)
                + "</script></head><body><p>The water rose all night, the engineers said, and the dam"
                + " held.</p></body>");
        assertThat(article.text()).startsWith("The water rose");
    }

    @Test
    void textOutsideOfAnyElementIsText() {
        assertThat(article("The water rose all night, the engineers said, and the dam did not give way.")
                        .text())
                .isEqualTo("The water rose all night, the engineers said, and the dam did not give way.");
    }

    @Test
    void bytesThatAreNoTextAreUnreadable() {
        byte[] picture = new byte[5_000];
        new java.util.Random(7).nextBytes(picture);
        assertThat(read(picture))
                .isInstanceOfSatisfying(
                        Extraction.Unreadable.class, u -> assertThat(u.why()).isEqualTo(Extraction.Why.UNREADABLE));
        assertThat(read("%PDF-1.4 and so on".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Extraction.Unreadable.class);
    }

    @Test
    void nothingIsEmpty() {
        assertThat(read(new byte[0]))
                .isInstanceOfSatisfying(
                        Extraction.Unreadable.class, u -> assertThat(u.why()).isEqualTo(Extraction.Why.EMPTY));
    }
}
