package org.hearsay.gather.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hearsay.gather.feed.FeedReading.Format;
import org.hearsay.gather.feed.FeedReading.Readable;
import org.hearsay.gather.feed.FeedReading.Unreadable;
import org.hearsay.page.Bytes;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class FeedReaderTest {
    private static final PageUrl URL = PageUrl.of("https://star.example/news/feed.xml");

    private static FeedReading read(byte[] bytes, String contentType) {
        List<Header> headers = contentType.isEmpty() ? List.of() : List.of(new Header("content-type", contentType));
        return new FeedReader().read(new Page(URL, Instant.EPOCH, 200, headers, Bytes.of(bytes)));
    }

    private static Readable readable(String text) {
        FeedReading reading = read(text.getBytes(StandardCharsets.UTF_8), "");
        assertThat(reading).isInstanceOf(Readable.class);
        return (Readable) reading;
    }

    private static String unreadable(String text) {
        FeedReading reading = read(text.getBytes(StandardCharsets.UTF_8), "");
        assertThat(reading).isInstanceOf(Unreadable.class);
        return ((Unreadable) reading).problem();
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>Star</title>" + items + "</channel></rss>";
    }

    private static FeedEntry entry(String item) {
        return readable(rss("<item>" + item + "</item>")).entries().getFirst();
    }

    @Test
    void rssIsRead() {
        Readable feed = readable("""
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <title>The Star</title><language>en-gb</language><link>https://star.example/</link>
            <item><title>Mine &amp;amp; mill</title><link>https://star.example/1?utm_source=rss#x</link>
            <guid isPermaLink="false">n1</guid><pubDate>Mon, 02 Mar 2026 10:11:12 GMT</pubDate>
            <dc:creator>Ann Bell</dc:creator><author>desk@star.example (Carl Dent)</author>
            <description>&lt;p&gt;Two &lt;b&gt;words&lt;/b&gt;&lt;/p&gt;</description></item>
            </channel></rss>\
            """);
        assertThat(feed.stage()).isEqualTo("strict");
        assertThat(feed.format()).isEqualTo(Format.RSS);
        assertThat(feed.title()).contains("The Star");
        assertThat(feed.language()).contains("en-gb");
        FeedEntry e = feed.entries().getFirst();
        assertThat(e.key()).isEqualTo("n1");
        assertThat(e.link()).contains(PageUrl.of("https://star.example/1"));
        assertThat(e.address()).contains("https://star.example/1?utm_source=rss#x");
        assertThat(e.title()).contains("Mine & mill");
        assertThat(e.summary()).contains("Two words");
        assertThat(e.authors()).containsExactly("Carl Dent", "Ann Bell");
        assertThat(e.published()).contains(Instant.parse("2026-03-02T10:11:12Z"));
        assertThat(e.updated()).isEmpty();
    }

    @Test
    void atomIsRead() {
        Readable feed = readable("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://star.example/de/">
            <title type="html">Der &lt;i&gt;Stern&lt;/i&gt;</title>
            <entry xml:base="2026/"><id>tag:1</id><title type="text">a &lt;b&gt; c</title>
            <link rel="self" href="self.xml"/><link href="one.html"/>
            <author><name>Ann</name><email>a@b.example</email></author><author><name>Bo</name></author>
            <published>2026-03-02T10:11:12+01:00</published><updated>2026-03-03T00:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">So <b>so</b>.</div></content>
            </entry></feed>\
            """);
        assertThat(feed.stage()).isEqualTo("strict");
        assertThat(feed.format()).isEqualTo(Format.ATOM);
        assertThat(feed.title()).contains("Der Stern");
        assertThat(feed.language()).contains("de");
        FeedEntry e = feed.entries().getFirst();
        assertThat(e.link()).contains(PageUrl.of("https://star.example/de/2026/one.html"));
        assertThat(e.title()).as("type text means itself").contains("a <b> c");
        assertThat(e.summary()).contains("So so.");
        assertThat(e.authors()).containsExactly("Ann", "Bo");
        assertThat(e.published()).contains(Instant.parse("2026-03-02T09:11:12Z"));
        assertThat(e.updated()).contains(Instant.parse("2026-03-03T00:00:00Z"));
    }

    @Test
    void rdfIsRead() {
        Readable feed = readable("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
              xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://star.example/"><title>Star</title><link>https://star.example/</link>
            <description>d</description></channel>
            <item rdf:about="https://star.example/1"><title>One</title><link>https://star.example/1</link>
            <dc:date>2026-03-02</dc:date></item></rdf:RDF>\
            """);
        assertThat(feed.format()).isEqualTo(Format.RDF);
        assertThat(feed.title()).contains("Star");
        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.entries().getFirst().id()).contains("https://star.example/1");
        assertThat(feed.entries().getFirst().published()).contains(Instant.parse("2026-03-02T00:00:00Z"));
    }

    @Test
    void jsonFeedIsRead() {
        Readable feed = readable("""
            {"version": "https://jsonfeed.org/version/1.1", "title": "Star", "language": "en", "items": [
              {"id": 7, "url": "/a", "title": "T", "content_html": "<p>x &amp; y</p>",
               "date_published": "2026-03-02T10:11:12Z", "authors": [{"name": "Ann"}, {"name": "Bo"}]},
              {"id": "https://star.example/b", "author": {"name": "Old"}}]}\
            """);
        assertThat(feed.format()).isEqualTo(Format.JSON);
        assertThat(feed.entries()).hasSize(2);
        FeedEntry e = feed.entries().getFirst();
        assertThat(e.id()).contains("7");
        assertThat(e.link()).contains(PageUrl.of("https://star.example/a"));
        assertThat(e.summary()).contains("x & y");
        assertThat(e.authors()).containsExactly("Ann", "Bo");
        assertThat(feed.entries().getLast().link()).contains(PageUrl.of("https://star.example/b"));
        assertThat(feed.entries().getLast().authors()).containsExactly("Old");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // RSS: HTML without saying so
                "rss  | <title>a &lt;b&gt;c&lt;/b&gt;</title>                     | a c   | a <b>c</b>",
                "rss  | <title><![CDATA[<i>c</i>]]></title>                       | c     | <i>c</i>",
                "rss  | <title>AT&amp;amp;T</title>                               | AT&T  |",
                "rss  | <title>1 &lt; 2</title>                                   | 1 < 2 |",
                "rss  | <title>&lt;b onclick='x'&gt;c&lt;/b&gt;&lt;script&gt;x&lt;/script&gt;</title> | c | <b>c</b>",
                // Atom says which
                "atom | <title>a &lt;b&gt; c</title>                              | a <b> c |",
                "atom | <title type='text'>&amp;lt;</title>                       | &lt;  |",
                "atom | <title type='html'>&lt;b&gt;c&lt;/b&gt;</title>           | c     | <b>c</b>",
                "atom | <title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><a href='x'>c</a>"
                        + " &lt;p></div></title> | c <p> | <a href=~https://star.example/news/x~>c</a> &lt;p&gt;",
                "atom | <title type='application/octet-stream'>PGI+YzwvYj4=</title> | c   | <b>c</b>",
                "atom | <title type='image/png'>iVBORw0KGgo=</title>              |       |",
                "atom | <title type='star/special'>Mine opens</title>             | Mine opens |",
                "03   | <title mode='base64'>YyBk</title>                         | c d   |",
                "03   | <title mode='base64'>no base 64</title>                   | no base 64 |",
            })
    void aTitleIsTextAndKeepsItsMarkupBeside(String format, String title, String text, String markup) {
        String atom = format.equals("03") ? "http://purl.org/atom/ns#" : "http://www.w3.org/2005/Atom";
        Readable feed = format.equals("rss")
                ? readable(rss("<item>" + title + "</item>"))
                : readable("<feed version=\"0.3\" xmlns=\"" + atom + "\"><title>t</title><entry><id>i</id>" + title
                        + "</entry></feed>");
        FeedEntry e = feed.entries().getFirst();
        assertThat(e.title()).isEqualTo(Optional.ofNullable(text));
        assertThat(e.markup()).isEqualTo(Optional.ofNullable(markup).map(html -> html.replace('~', '"')));
    }

    @Test
    void ofSeveralLinksTheAlternateIsTheEntrys() {
        String atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>i</id>"
                + "<link rel=\"enclosure\">https://star.example/1.mp3</link>"
                + "<link rel=\"self\" href=\"https://star.example/1.xml\"/>"
                + "<link rel=\"http://www.iana.org/assignments/relation/alternate\" href=\"1#part\"/></entry></feed>";
        FeedEntry e = readable(atom).entries().getFirst();
        assertThat(e.link()).contains(PageUrl.of("https://star.example/news/1"));
        assertThat(e.address()).contains("https://star.example/news/1#part");
    }

    @Test
    void aFeedFromAFileKeepsItsRelativeLinksAsTheyStand() {
        Page file = new Page(
                PageUrl.of("https://file.invalid/x"),
                Instant.EPOCH,
                200,
                List.of(),
                Bytes.utf8(rss("<item><link>../a</link></item>")));
        assertThat(((Readable) new FeedReader().read(file)).entries().getFirst().address())
                .contains("../a");
    }

    @Test
    void aNewsSitemapIsRead() {
        Readable feed = readable("""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
              xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
              xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
            <url><loc>https://star.example/1?utm_source=x</loc><lastmod>2026-03-03</lastmod>
            <image:image><image:loc>https://star.example/1.jpg</image:loc></image:image>
            <n:news><n:publication><n:name>Star</n:name><n:language>de</n:language></n:publication>
            <n:publication_date>2026-03-02T10:11:12+01:00</n:publication_date><n:title>Eins &amp; zwei</n:title>
            </n:news></url>
            <url><loc>https://star.example/about</loc></url></urlset>\
            """);
        assertThat(feed.format()).isEqualTo(Format.SITEMAP);
        assertThat(feed.stage()).isEqualTo("strict");
        assertThat(feed.title()).contains("Star");
        assertThat(feed.language()).contains("de");
        assertThat(feed.entries()).hasSize(1);
        FeedEntry e = feed.entries().getFirst();
        assertThat(e.key()).isEqualTo("https://star.example/1");
        assertThat(e.title()).contains("Eins & zwei");
        assertThat(e.published()).contains(Instant.parse("2026-03-02T09:11:12Z"));
        assertThat(e.updated()).contains(Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(feed.problems()).containsExactly("1 pages that are no news");
    }

    @Test
    void aSitemapWithoutNewsIsNoFeed() {
        assertThat(unreadable("<urlset><url><loc>https://star.example/about</loc></url></urlset>"))
                .contains("lists the pages of a site");
        assertThat(unreadable("<sitemapindex><sitemap><loc>https://star.example/n.xml</loc></sitemap></sitemapindex>"))
                .contains("index of sitemaps");
    }

    @Test
    void aDateWithoutZoneAndOneAheadAreKeptAndMarked() {
        FeedEntry bare = entry("<title>x</title><pubDate>2 Mar 1969 10:00</pubDate>");
        assertThat(bare.doubt()).contains(new FeedEntry.Doubt(true, false));
        Instant ahead = Instant.parse("2099-01-01T00:00:00Z");
        FeedEntry future = entry("<title>x</title><pubDate>" + ahead + "</pubDate>");
        assertThat(future.published()).contains(ahead);
        assertThat(future.doubt()).contains(new FeedEntry.Doubt(false, true));
        assertThat(entry("<title>x</title><pubDate>2 Mar 1969 10:00 GMT</pubDate>")
                        .doubt())
                .isEmpty();
    }

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

    @Test
    void aGuidIsALinkUnlessItSaysOtherwise() {
        assertThat(entry("<guid>https://star.example/9</guid>").link()).contains(PageUrl.of("https://star.example/9"));
        FeedEntry e = entry("<guid isPermaLink=\"false\">https://star.example/9</guid>");
        assertThat(e.link()).isEmpty();
        assertThat(e.key()).isEqualTo("https://star.example/9");
    }

    @Test
    void anImpossibleDateIsAbsent() {
        assertThat(entry("<title>x</title><pubDate>31 Feb 2026 10:00 GMT</pubDate>")
                        .published())
                .isEmpty();
    }

    @Test
    void entriesWithOneGuidAndSeveralLinksAreToldApart() {
        String one = "<item><guid isPermaLink=\"false\">g</guid><link>https://star.example/1</link></item>";
        String two = "<item><guid isPermaLink=\"false\">g</guid><link>https://star.example/2</link></item>";
        List<FeedEntry> before = readable(rss(one + two)).entries();
        List<FeedEntry> after = readable(rss(two + one + one)).entries();
        assertThat(before).extracting(FeedEntry::key).doesNotHaveDuplicates();
        assertThat(after).extracting(FeedEntry::key).doesNotHaveDuplicates();
        assertThat(after.get(1).key())
                .as("wherever it stands")
                .isEqualTo(before.get(0).key());
        assertThat(readable(rss(one)).entries().getFirst().key()).isEqualTo("g");
    }

    @Test
    void withoutGuidAndLinkTitleAndDateAreTheKey() {
        FeedEntry e = entry("<title>x</title><pubDate>2 Mar 2026</pubDate>");
        assertThat(e.key()).isEqualTo("x\n2026-03-02T00:00:00Z");
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
