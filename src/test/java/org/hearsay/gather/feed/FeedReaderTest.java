package org.hearsay.gather.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.gather.feed.FeedTexts.entry;
import static org.hearsay.gather.feed.FeedTexts.readable;
import static org.hearsay.gather.feed.FeedTexts.rss;
import static org.hearsay.gather.feed.FeedTexts.unreadable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.gather.feed.FeedReading.Format;
import org.hearsay.gather.feed.FeedReading.Readable;
import org.hearsay.page.Bytes;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class FeedReaderTest {
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
}
