package org.hearsay.read.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrimmingTest {
    @Test
    void scriptsStylesDrawingsAndCommentsAreEmptied() {
        assertThat(trimmed("<style>p{}</style><p>One<!-- two --> three<svg class='a b'><path d=M0></svg>"
                        + "<SCRIPT async>if (a<b) c('</p>')</SCRIPT>four"))
                .isEqualTo("<style></style><p>One three<svg class='a b'></svg><SCRIPT></SCRIPT>four");
    }

    @Test
    void whatScriptsHoldIsHandedOnInOrder() {
        List<Trimming.Script> scripts = Trimming.of("<script>first</script><p>text<script src=x>second</script >")
                .scripts();
        assertThat(scripts)
                .extracting(s -> s.page().substring(s.from(), s.to()))
                .containsExactly("first", "second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script type=\"application/ld+json\">{\"a\": 1}</script>",
                "<script type='application/LD+JSON'>{}</script>",
                "<script type=\"application/ld&#x2B;json\">{}</script>",
                "<a class=\"<script>\">text</a><p>more</p></script>",
                "<a class='a > b <!--'>text</a> -->",
                "<a class = '<style>'>text</a></style>",
                "<title>How <script> works</title><p>By itself.</p></script>",
                "<textarea><!-- </textarea><p>text --></p>",
                "<p>1 < 2 and 3 <4> 5</p>",
                "<p>An open tag <a class='x",
                "<p>An open comment <!-- x",
                "<p>An open script <script>x",
                "<script><!-- document.write('<script>x</script>')<p>text",
                "<svg/><p>text</p></svg>",
                "<styles>x</styles><scripted>y</scripted>",
                "</><p>x<//p>"
            })
    void whatIsReadOrUnclearStays(String html) {
        assertThat(trimmed(html)).isEqualTo(html);
    }

    @Test
    void aScriptWithinAScriptsCommentDoesNotEndIt() {
        assertThat(trimmed("<script><!-- document.write('<script>x</script>') --></script><p>text"))
                .isEqualTo("<script></script><p>text");
    }

    @Test
    void shortCommentsEndWhereBrowsersEndThem() {
        assertThat(trimmed("a<!-->b<!--->c<!---->d<!-- -- -->e")).isEqualTo("abcde");
    }

    @Test
    void blanksAroundBlocksAreCutWhereTheySeparateNothing() {
        assertThat(trimmed("<div>\n <p>One</p>\n <p>two <b>three</b> <i>four</i> </p>\n</div>\n"))
                .isEqualTo("<div><p>One</p><p>two <b>three</b> <i>four</i></p></div>\n");
        assertThat(trimmed("<h1><span>One</span> </h1>two<div><b>a</b> </div><b>b</b>"))
                .isEqualTo("<h1><span>One</span> </h1>two<div><b>a</b> </div><b>b</b>");
    }

    @Test
    void linksKeepAddressesWithinThePageAndOfWriters() {
        assertThat(trimmed("<a href='/w/x'>a</a><A HREF=http://b.example/>b</A><a class=c href= '#c'>c</a>"))
                .isEqualTo("<a>a</a><A>b</A><a class=c href= '#c'>c</a>");
        assertThat(trimmed("<a href='/author/ada'>a</a><a href='&#35;b'>b</a><link rel=canonical href=/c>"))
                .isEqualTo("<a href='/author/ada'>a</a><a href='&#35;b'>b</a><link rel=canonical href=/c>");
    }

    @Test
    void attributesThatNoStageReadsAreCut() {
        assertThat(
                        trimmed(
                                "<a data-x='1' href=y onclick=\"f('>')\" class=z title=q>t</a><img src=a alt=\"b > c\" /><p data-y=1>"))
                .isEqualTo("<a class=z>t</a><img /><p>");
        assertThat(
                        trimmed(
                                "<i data-x=\"1\"id=a /data-y><b\ndata-z = 2 id=b><u data-testid=t data-component=c aria-label>"))
                .isEqualTo("<i id=a><b id=b><u data-testid=t data-component=c>");
        assertThat(trimmed("<i DATA-X=1 =src=1 src @click=f itemProp=author>")).isEqualTo("<i =src=1 itemProp=author>");
    }

    @Test
    void dataThatMayHoldADateOfPublicationStays() {
        String data = "<i data-story='" + "x".repeat(300) + "datePublished'>";
        assertThat(trimmed(data)).isEqualTo(data);
    }

    @Test
    void drawingsWithinDrawingsGoAsOne() {
        assertThat(trimmed("<svg><g><svg><path/></svg></g><svg></svg></svg><p>text"))
                .isEqualTo("<svg></svg><p>text");
    }

    @Property(tries = 500)
    void textAndElementsStayWhatTheyWere(@ForAll("pages") String html) {
        Document whole = Jsoup.parse(html);
        Document part = Jsoup.parse(trimmed(html));
        List.of(whole, part).forEach(page -> page.select("svg").forEach(Element::empty));
        assertThat(part.select("*").eachAttr("id")).isEqualTo(whole.select("*").eachAttr("id"));
        assertThat(part.text().replace(" ", "")).isEqualTo(whole.text().replace(" ", ""));
    }

    @Provide
    Arbitrary<String> pages() {
        return Arbitraries.of(
                        "<p id=1>",
                        "</p>",
                        "<div id='a>b' class=x>",
                        "</div>",
                        "<script>",
                        "</script>",
                        "<style>",
                        "</style>",
                        "<!--",
                        "-->",
                        "<svg>",
                        "</svg>",
                        "<title>",
                        "</title>",
                        "text ",
                        "1<2 ",
                        "'",
                        "\"",
                        "<a id=\"<script>\">",
                        "<b id==3>",
                        ">",
                        "<textarea>",
                        "</textarea>",
                        "var x = '</p>';")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    private static String trimmed(String html) {
        return Trimming.of(html).html();
    }
}
