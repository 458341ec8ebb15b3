package org.hearsay.gather.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.gather.feed.FeedTexts.entry;
import static org.hearsay.gather.feed.FeedTexts.read;
import static org.hearsay.gather.feed.FeedTexts.readable;
import static org.hearsay.gather.feed.FeedTexts.rss;
import static org.hearsay.gather.feed.FeedTexts.unreadable;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.hearsay.gather.feed.FeedReading.Readable;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is broken, cut, huge or in a character set that it does not say, is read as far as it goes. */
@Timeout(60)
class BrokenFeedsTest {
    @Test
    void brokenTextIsRepairedBeforeItIsReadLeniently() {
        Readable feed = readable("\n<b>Warning</b>: junk\n<?xml version=\"1.0\"?>"
                + rss("<item><title>Caf&eacute; & bar\u0001</title><link>/1?a=1&b=2</link></item>") + "\n<!-- tail");
        assertThat(feed.stage()).isEqualTo("repaired");
        assertThat(feed.entries().getFirst().title()).contains("Café & bar");
        assertThat(feed.entries().getFirst().link()).contains(PageUrl.of("https://star.example/1?a=1&b=2"));
    }

    @Test
    void aCutOrMisnestedFeedIsReadAsFarAsItGoes() {
        Readable feed = readable("<rss version=\"2.0\"><channel><title>Star</title>"
                + "<item><title>One</title><link>https://star.example/1</link><b><i>x</b></i></item>"
                + "<item><title>Two</title><link>https://star.example/2</link");
        assertThat(feed.stage()).isEqualTo("lenient");
        assertThat(feed.entries()).extracting(e -> e.title().orElse("")).containsExactly("One", "Two");
        assertThat(feed.problems()).isNotEmpty();
    }

    @Test
    void whatRomeRefusesIsReadAllTheSame() {
        Readable feed = readable("<channel><item><title>One</title></item></channel>");
        assertThat(feed.stage()).isEqualTo("lenient");
        assertThat(feed.entries()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><html><body>Not found</body></html> | an HTML page, not a feed",
                "<?xml version=\"1.0\"?> <html xmlns=\"x\"/>        | an HTML page, not a feed",
                "<opml><body/></opml>                               | XML or something like it, but no feed",
                "nothing here                                       | text, but no feed",
                "[1]                                                | JSON, but no JSON Feed",
                "{\"version\":                                      | broken JSON",
            })
    void whatIsNoFeedIsSaidInWords(String text, String words) {
        assertThat(unreadable(text)).startsWith(words);
    }

    @Test
    void anEmptyBodyIsNoFeed() {
        assertThat(unreadable(" \n")).isEqualTo("an empty body");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,      text/xml,                     false",
        "UTF-8,      text/xml; charset=iso-8859-1, true",
        "UTF-16LE,   text/xml,                     true",
        "UTF-16BE,   text/xml,                     false",
        "UTF-32BE,   text/xml,                     true",
        "windows-1252, text/xml,                   false",
        "windows-1252, text/xml; charset=nonsense, false",
        "windows-1251, text/xml; charset=windows-1251, false",
        "ISO-8859-5, '',                           false",
    })
    void theCharacterSetIsFound(String charset, String contentType, boolean mark) {
        String word = charset.equals("windows-1251") || charset.equals("ISO-8859-5") ? "Звезда" : "Grüße";
        String declared = charset.equals("ISO-8859-5") ? " encoding=\"ISO-8859-5\"" : "";
        String text = (mark ? "\ufeff" : "") + "<?xml version=\"1.0\"" + declared + "?>"
                + rss("<item><title>" + word + "</title></item>");
        FeedReading reading = read(text.getBytes(Charset.forName(charset)), contentType);
        assertThat(reading).isInstanceOf(Readable.class);
        assertThat(((Readable) reading).entries().getFirst().title()).contains(word);
    }

    @ParameterizedTest
    @CsvSource({
        // what stands in the feed; its declaration; its header; what the bytes are
        "鉱山が開く①,   Shift_JIS,    text/xml,                      windows-31j",
        "鉱山が開く,     UTF-8,        text/xml; charset=euc-jp,      EUC-JP",
        "煤礦開放碁,     gb2312,       text/xml,                      GBK",
        "광산이 열린다,  utf-8,        text/xml; charset=ks_c_5601-1987, x-windows-949",
        "İstanbul şehri, ISO-8859-9,   '',                            windows-1254",
        "Kohlengrube – „zu“, ISO-8859-1, '',                          windows-1252",
        "Grüße,          UTF-16,       text/xml,                      UTF-8",
        "Grüße,          x-made-up,    text/xml; charset=also-made-up, UTF-8",
        "Grüße,          iso-8859-1,   text/xml; charset=utf-8,       UTF-8",
    })
    void whatIsDeclaredIsReadAsItIsMeant(String words, String declared, String contentType, String real) {
        String text = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>"
                + rss("<item><title>" + words + "</title></item>");
        Readable feed = (Readable) read(text.getBytes(Charset.forName(real)), contentType);
        assertThat(feed.entries().getFirst().title()).contains(words);
    }

    @Test
    void oneBrokenByteDoesNotChangeTheCharacterSet() {
        String text = "<?xml version=\"1.0\" encoding=\"euc-jp\"?>"
                + rss("<item><title>鉱山が開く</title><description>~</description></item>");
        byte[] bytes = text.getBytes(Charset.forName("EUC-JP"));
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('~')] = (byte) 0xff;
        Readable feed = (Readable) read(bytes, "");
        assertThat(feed.entries().getFirst().title()).contains("鉱山が開く");
    }

    @Test
    void entitiesAreNeverExpanded() {
        Readable feed = readable("<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"boom\">]>"
                + rss("<item><title>x &a; &b;</title></item>"));
        assertThat(feed.entries().getFirst().title()).contains("x &a; &b;");
    }

    @Test
    void deepNestingIsRefusedWithoutReadingOn() {
        String deep = "<a>".repeat(50_000);
        assertThat(unreadable("<rss><channel>" + deep + "</channel></rss>")).contains("nested");
        assertThat(unreadable("<rss><channel>" + deep + "</a>".repeat(50_000) + "</channel></rss>"))
                .contains("nested");
        assertThat(entry("<title><![CDATA[" + "<b>".repeat(50_000) + "deep]]></title>")
                        .title())
                .isPresent();
    }

    @Test
    void hugeNamesAndFeedsAreBounded() {
        assertThat(unreadable("<" + "a".repeat(2_000_000) + ">")).contains("no feed");
        assertThat(entry("<title><![CDATA[<" + "a".repeat(2_000_000) + "> <b>x</b>]]></title>")
                        .key())
                .isNotNull();
        Readable many = readable(rss("<item><title>x</title></item>".repeat(20_000)));
        assertThat(many.entries()).hasSize(TreeBuilder.MAX_ITEMS);
        assertThat(many.problems()).anyMatch(problem -> problem.contains("left out"));
    }

    @Test
    void whatIsBrokenIsMendedAsFarAsItIsWorth() {
        Readable feed = readable(rss("<item><title>One</title></item><x>" + "&eacute;".repeat(1_000_000)));
        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.problems()).anyMatch(problem -> problem.contains("first 4 million characters"));
    }

    @Test
    void oneElementOfMillionsOfChildrenIsCut() {
        Readable feed = readable(rss("<item><title>One</title>" + "<link/>".repeat(500_000) + "</item>"));
        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.problems()).anyMatch(problem -> problem.contains("left out"));
        assertThat(readable(rss("<a/>".repeat(1_000_000))).problems())
                .anyMatch(problem -> problem.contains("left out"));
    }

    @Test
    void manyTagsInTitlesAndBasesCostLittle() {
        String title = "<item><title><![CDATA[" + "<b>".repeat(1_000) + "x &amp; y]]></title></item>";
        assertThat(readable(rss(title.repeat(2_000))).entries())
                .allMatch(e -> e.title().equals(Optional.of("x & y")));
        String bases = "<x xml:base=\"a/\">".repeat(200);
        assertThat(readable(rss(bases + "<item><link>b</link></item>".repeat(2_000)))
                        .entries())
                .hasSize(2_000);
    }

    @Test
    void aJsonFeedThatIsCutKeepsWhatCame() {
        String start = "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"id\": 1}, 5, {\"id\": 2}";
        Readable cut = readable(start + ", {\"id\": \"3");
        assertThat(cut.entries()).extracting(FeedEntry::key).containsExactly("1", "2");
        assertThat(cut.problems()).anyMatch(problem -> problem.contains("broken JSON after 2 entries"));
        assertThat(readable(start + "], \"title\": \"Star\"}").title()).contains("Star");
        Readable many = readable(start + ", {}".repeat(100_000) + "]}");
        assertThat(many.entries()).hasSize(TreeBuilder.MAX_ITEMS);
        assertThat(many.problems()).anyMatch(problem -> problem.contains("left out"));
    }

    @Test
    void anyBytesGetAnAnswer() {
        byte[] feed = rss("<item><title>Grüße</title><link>/1</link><pubDate>2 Mar 2026</pubDate></item>".repeat(5))
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20260302);
        for (int round = 0; round < 400; round++) {
            byte[] bytes = Arrays.copyOf(feed, random.nextInt(feed.length) + 1);
            for (int i = random.nextInt(20); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(bytes, "")).as("seed 20260302, round " + round).isNotNull();
        }
    }
}
