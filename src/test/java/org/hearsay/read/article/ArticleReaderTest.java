package org.hearsay.read.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.page.Bytes;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleReaderTest {
    private static final PageUrl URL = PageUrl.of("https://www.news.example/world/dam-holds");
    private static final String ONE =
            "Engineers said on Thursday that the dam above the town holds, although the water still rises.";
    private static final String TWO =
            "The mayor thanked them in the evening, and asked the people of the lower quarter to stay away.";
    private static final String THREE =
            "Rain is expected to end on Saturday, according to the weather service, which lifted its warning.";

    private static Page page(String contentType, byte[] body) {
        return new Page(URL, Instant.EPOCH, 200, List.of(new Header("Content-Type", contentType)), Bytes.of(body));
    }

    private static Extraction extract(String html, Hints hints) {
        return Trained.READER.read(page("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8)), hints);
    }

    private static Article read(String html) {
        return article(extract(html, Hints.NONE));
    }

    private static Article article(Extraction extraction) {
        assertThat(extraction).isInstanceOf(Extraction.Readable.class);
        return ((Extraction.Readable) extraction).article();
    }

    private static Extraction.Why refused(String html) {
        Extraction extraction = extract(html, Hints.NONE);
        assertThat(extraction).isInstanceOf(Extraction.Unreadable.class);
        Extraction.Unreadable unreadable = (Extraction.Unreadable) extraction;
        assertThat(unreadable.detail()).isNotBlank();
        return unreadable.why();
    }

    private static List<String> blocks(String body) {
        return Blocks.shown(read("<html><body>" + body + "</body></html>"));
    }

    private static String p(String text) {
        return "<p>" + text + "</p>";
    }

    @Test
    void paragraphsAndHeadingsAreBlocksInOrder() {
        assertThat(blocks("<article><h1>The dam holds</h1>" + p(ONE) + "<h3>What comes next</h3>" + p(TWO)
                        + "</article>"))
                .containsExactly("p " + ONE, "h3 What comes next", "p " + TWO);
    }

    @Test
    void everyBlockIsOneLineOfTheText() {
        Article article = read("<article><h1>The dam holds</h1>" + p(ONE)
                + p("  Two\n lines&nbsp; of <b>one</b>\tparagraph, as it stands. ") + "</article>");
        assertThat(article.text()).isEqualTo(ONE + "\nTwo lines of one paragraph, as it stands.");
        assertThat(article.words(article.blocks().get(1).span()))
                .isEqualTo("Two lines of one paragraph, as it stands.");
    }

    @Test
    void textIsComposed() {
        assertThat(read("<article>" + p(ONE) + p("The cafe\u0301 in the old town was closed for the week.")
                                + "</article>")
                        .text())
                .contains("The caf\u00e9 in");
    }

    @Test
    void aListKnowsTheLineThatIntroducesIt() {
        assertThat(blocks("<article>" + p(ONE) + p("The plan has three parts:")
                        + "<ul><li>new gates</li><li>a second wall</li><li>more pumps</li></ul>" + p(TWO)
                        + "</article>"))
                .containsExactly(
                        "p " + ONE,
                        "p The plan has three parts:",
                        "i new gates <- The plan has three parts:",
                        "i a second wall <- The plan has three parts:",
                        "i more pumps <- The plan has three parts:",
                        "p " + TWO);
    }

    @Test
    void aListWithoutAnIntroductionHasNone() {
        assertThat(blocks("<article>" + p(ONE) + "<ul><li>new gates</li><li>a second wall</li></ul>" + p(TWO)
                        + "</article>"))
                .contains("i new gates", "i a second wall");
    }

    @Test
    void quotesAndRowsAreBlocksOfTheirOwn() {
        assertThat(blocks("<article>" + p(ONE) + "<blockquote>" + p("We slept badly, but we slept.") + "</blockquote>"
                        + "<table><tr><th>Place</th><th>Level</th></tr><tr><td>Mill</td><td>4.2 m</td></tr></table>"
                        + p(TWO) + "</article>"))
                .containsExactly(
                        "p " + ONE, "q We slept badly, but we slept.", "r Place | Level", "r Mill | 4.2 m", "p " + TWO);
    }

    @Test
    void twoLineBreaksPartParagraphsAndOneDoesNot() {
        assertThat(blocks("<div>" + ONE + "<br><br>" + TWO + "<br>And one line more of it.</div>"))
                .containsExactly("p " + ONE, "p " + TWO + " And one line more of it.");
    }

    @Test
    void aPageOfNothingButDivsIsRead() {
        assertThat(blocks("<div><div>" + ONE + "</div><div>" + TWO + "</div><div>" + THREE + "</div></div>"))
                .containsExactly("p " + ONE, "p " + TWO, "p " + THREE);
    }

    @Test
    void aBodyCutIntoManyContainersIsJoined() {
        assertThat(blocks("<main><div class='row'><div>" + p(ONE) + "</div></div><div class='row'><div>" + p(TWO)
                        + "</div></div><div class='row'><div>" + p(THREE) + "</div></div></main><footer>"
                        + p("© The News, all of it.") + "</footer>"))
                .containsExactly("p " + ONE, "p " + TWO, "p " + THREE);
    }

    @Test
    void theStandFirstBelongsToTheText() {
        assertThat(blocks("<article><header><h1>The dam holds</h1><p class='standfirst'>Water rises by two centimetres"
                        + " an hour above the town</p><p class='byline'>By Ada Mill</p></header><div"
                        + " class='article-body'>"
                        + p(ONE) + p(TWO) + "</div></article>"))
                .containsExactly("p Water rises by two centimetres an hour above the town", "p " + ONE, "p " + TWO);
    }

    @Test
    void whatStandsAroundAnArticleIsNoText() {
        assertThat(blocks("<nav><a href=/>Home</a> <a href=/w>World</a></nav><article><h1>The dam holds</h1><div"
                        + " class='byline'>By Ada Mill</div><time>2 May 2024</time><figure><img"
                        + " src=a.jpg><figcaption>The dam on Thursday, seen from the road.</figcaption></figure>"
                        + p(ONE)
                        + "<p><a href=/x>Read more: the flood of 1953</a></p><div class='newsletter-box'>"
                        + p("Get our letter every morning, it is free, and good.")
                        + "</div>" + p(TWO) + p("Photo: Ada Mill/The News") + p("#dam #river #rain")
                        + "<ul class='tags'><li><a href=/t>Rain</a></li></ul><div class='related'><h3>Related"
                        + " articles</h3><ul><li><a href=/y>The last"
                        + " flood</a></li></ul></div></article><section id='comments'><h2>3 comments</h2>"
                        + p("I never trusted that dam, and my father did not either.") + "</section>"))
                .containsExactly("p " + ONE, "p " + TWO);
    }

    @Test
    void aClassNameThatHoldsTheWholeBodyIsNotBelieved() {
        assertThat(blocks("<div class='widget promo'>" + p(ONE) + p(TWO) + p(THREE) + "</div>"))
                .containsExactly("p " + ONE, "p " + TWO, "p " + THREE);
    }

    @Test
    void factsComeFromStructuredData() {
        Article article = read("""
            <html lang="en-GB"><head><title>The dam holds - The News</title><meta property="og:site_name" content="The News">
            <link rel="canonical" href="https://news.example/a/17">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},
            {"@type":"NewsArticle","headline":"The dam holds","datePublished":"2024-05-02T23:30:00+02:00","dateModified":"2024-05-03",
            "author":[{"@type":"Person","name":"Ada Mill"},{"@type":"Organization","name":"The News"},{"name":"Reuters"},],
            "publisher":{"@type":"Organization","name":"The News"}},]}</script></head><body><article><h1>The dam holds</h1>
            """ + p(ONE) + p(TWO) + "</article></body></html>");
        assertThat(article.title()).contains("The dam holds");
        assertThat(article.authors()).containsExactly("Ada Mill", "Reuters");
        assertThat(article.published()).map(Dated::toString).contains("2024-05-02T23:30:00+02:00");
        assertThat(article.published()).map(Dated::earliest).contains(Instant.parse("2024-05-02T21:30:00Z"));
        assertThat(article.modified()).map(Dated::toString).contains("2024-05-03");
        assertThat(article.language()).contains("en-GB");
        assertThat(article.url()).contains(PageUrl.of("https://news.example/a/17"));
        assertThat(article.id()).isEqualTo(ArticleId.of(PageUrl.of("https://news.example/a/17")));
        assertThat(article.outlet()).isEqualTo("The News");
    }

    @Test
    void aCanonicalLinkToAnotherSiteOrToTheFrontPageIsNotBelieved() {
        for (String link : List.of("https://other.example/a", "https://news.example/", "javascript:alert(1)", "")) {
            assertThat(read("<head><link rel=canonical href='" + link + "'></head><body>" + p(ONE) + p(TWO))
                            .url())
                    .contains(URL);
        }
    }

    @Test
    void aPageWithoutADateTakesItsFeedsAndElseHasNone() {
        String html = "<html><body><article><h1>The dam holds</h1>" + p(ONE) + p(TWO) + "</article></body></html>";
        assertThat(read(html).published()).isEmpty();
        Instant told = Instant.parse("2024-05-02T08:00:00Z");
        Hints hints = new Hints(
                Optional.of("The Feed"), Optional.empty(), Optional.empty(), Optional.of(told), Optional.of("en"));
        Article article = article(extract(html, hints));
        assertThat(article.published()).contains(new Dated.At(told));
        assertThat(article.outlet()).isEqualTo("The Feed");
        assertThat(article.language()).contains("en");
    }

    @Test
    void aDateShownBesideTheHeadlineIsADay() {
        assertThat(read("<html lang=en-GB><body><h1>The dam holds</h1><div>3 May 2024, 10:15</div>" + p(ONE) + p(TWO))
                        .published())
                .map(Dated::toString)
                .contains("2024-05-03");
    }

    @Test
    void whenAPageChangedIsNotWhenItWasPublished() {
        Article article = read(
                "<head><meta property='article:modified_time' content='2024-05-09T10:00:00Z'></head><body><h1>The dam"
                        + " holds</h1><div>Updated 9 May 2024</div>" + p(ONE) + p(TWO));
        assertThat(article.published()).isEmpty();
        assertThat(article.modified()).map(Dated::toString).contains("2024-05-09T10:00:00Z");
    }

    @Test
    void theSitesNameIsNoPartOfTheTitle() {
        for (String title : List.of(
                "The dam holds | The News",
                "The dam holds - The News",
                "The News: The dam holds",
                "The dam holds – news.example")) {
            String head =
                    "<head><title>" + title + "</title><meta property=og:site_name content='The News'></head><body>";
            String expected = title.startsWith("The News") ? title : "The dam holds";
            assertThat(read(head + p(ONE) + p(TWO)).title()).contains(expected);
        }
    }

    @Test
    void bylinesAreCutIntoNames() {
        String page =
                "<body><h1>The dam holds</h1><div class='byline'>By Ada Mill and José Núñez</div>" + p(ONE) + p(TWO);
        assertThat(read(page).authors()).containsExactly("Ada Mill", "José Núñez");
    }

    @Test
    void theAgencyIsReadFromTheText() {
        assertThat(read("<body>" + p("HARBOUR TOWN (Reuters) - " + ONE) + p(TWO))
                        .agency())
                .contains("Reuters");
        assertThat(read("<body>" + p("WASHINGTON (AP) — " + ONE) + p(TWO)).agency())
                .contains("AP");
        assertThat(read("<body>" + p(ONE) + p(TWO) + p("This article was first published by The Harbour Gazette."))
                        .agency())
                .contains("The Harbour Gazette");
        assertThat(read("<body>" + p(ONE) + p(TWO) + p("Source: AFP")).agency()).contains("AFP");
        assertThat(read("<body>" + p(ONE) + p(TWO)).agency()).isEmpty();
    }

    @Test
    void theCharsetIsFoundByMarkHeaderMetaAndValidity() {
        String html = "<html><head></head><body><p>Die Mühle über dem Fluß, sagte der Bürgermeister, hält noch"
                + " stand.</p></body></html>";
        String meta = html.replace("<head>", "<head><meta charset='windows-1252'>");
        Charset windows = Charset.forName("windows-1252");
        byte[] marked = ("\uFEFF" + html).getBytes(StandardCharsets.UTF_8);
        for (Page page : List.of(
                page("text/html", marked),
                page("text/html; charset=iso-8859-1", html.getBytes(windows)),
                page("text/html", meta.getBytes(windows)),
                page("text/html", html.getBytes(StandardCharsets.UTF_8)),
                page("text/html", html.getBytes(windows)),
                page("text/html; charset=iso-8859-1", html.getBytes(StandardCharsets.UTF_8)),
                page("text/html", ("\uFEFF" + html).getBytes(StandardCharsets.UTF_16LE)))) {
            assertThat(article(Trained.READER.read(page, Hints.NONE)).text()).startsWith("Die Mühle über dem Fluß");
        }
    }

    @Test
    void plainTextIsReadByLines() {
        Page page = page("text/plain; charset=utf-8", (ONE + "\n\n" + TWO + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(article(Trained.READER.read(page, Hints.NONE)).text()).isEqualTo(ONE + "\n" + TWO);
    }

    @Test
    void aConsentPageIsNoArticle() {
        assertThat(refused("<html><body><h1>Before you continue</h1><p>We and our partners use cookies to store"
                        + " information on your device.</p><p>You may give or withdraw your consent at any"
                        + " time in the privacy settings.</p><a>Accept all</a></body></html>"))
                .isEqualTo(Extraction.Why.CONSENT);
    }

    @Test
    void aStubBeforeAPaywallIsRefusedAndAWholeTextIsNot() {
        String flag = "<script"
                + " type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"isAccessibleForFree\":false}</script>";
        assertThat(refused(flag + "<article><h1>The dam holds</h1>" + p(ONE) + p("Subscribe to continue reading.")
                        + "</article>"))
                .isEqualTo(Extraction.Why.PAYWALL);
        assertThat(read(flag + "<article><h1>The dam holds</h1>" + p(ONE).repeat(1) + p((TWO + " ").repeat(8))
                                + p((THREE + " ").repeat(8)) + "</article>")
                        .text())
                .contains(THREE);
    }

    @Test
    void pagesThatAreNoArticlesAreRefused() {
        assertThat(refused("<title>Page not found</title><h1>Page not found</h1>"
                        + p("The page may have been moved, so try the search.")))
                .isEqualTo(Extraction.Why.NOT_AN_ARTICLE);
        assertThat(refused("<title>World</title><ul>" + "<li><a href=/x>Another day at the dam</a></li>".repeat(30)
                        + "</ul>"))
                .isEqualTo(Extraction.Why.NOT_AN_ARTICLE);
        assertThat(refused("<html><body><div id=app></div><script>start()</script></body></html>"))
                .isEqualTo(Extraction.Why.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-12, 2026-11-12", "0001-01-01,", "1970-01-01T00:00:00Z,", "9999-12-31T23:59:59Z,"})
    void aPlaceholderIsNoDateOfAnArticleOfLines(String stated, @Nullable String read) {
        Page lines = new Page(
                URL,
                Instant.EPOCH,
                200,
                List.of(new Header("Content-Type", ArticleReader.LINES), new Header("Published", stated)),
                Bytes.utf8(ONE));

        assertThat(article(Trained.READER.read(lines, Hints.NONE)).published().map(Dated::toString))
                .isEqualTo(Optional.ofNullable(read));
    }
}
