package org.hearsay.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.hearsay.gather.feed.FeedList;
import org.hearsay.gather.feed.FeedReader;
import org.hearsay.gather.feed.Opml;
import org.hearsay.keep.archive.Archive;
import org.hearsay.keep.index.Query;
import org.hearsay.page.Bytes;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;

/**
 * What strangers hand in, made up: pieces of what is valid, put together wrongly. None of it may throw, and what comes
 * out must hold together. A few tries in each build, others in each.
 */
class FuzzTest {
    private static final PageUrl URL = PageUrl.of("https://star.example/a");
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final ArticleReader ARTICLES = Installation.articles();

    private static Path folder = Path.of("");

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("fuzz");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Backup.delete(folder);
    }

    @Property(tries = 200)
    void aQueryIsUnderstoodOrSearchedAsWords(@ForAll("queries") String typed) {
        Query query = Query.parse(typed);
        assertThat(Query.parse(query.understood()).understood()).isEqualTo(query.understood());
        query.oddity().ifPresent(oddity -> assertThat(oddity.caret(typed)).isNotBlank());
    }

    @Property(tries = 100)
    void aFeedIsReadOrSaysWhyNot(@ForAll("feeds") byte[] body) {
        assertThat(new FeedReader().read(page(body))).isNotNull();
    }

    @Property(tries = 60)
    void aPageIsAnArticleOrSaysWhyNot(@ForAll("pages") byte[] body) {
        Extraction extraction = ARTICLES.read(page(body), Hints.NONE);
        extraction
                .readable()
                .ifPresent(article -> article.blocks()
                        .forEach(block -> assertThat(block.span().end())
                                .isLessThanOrEqualTo(article.text().length())));
    }

    @Property(tries = 100)
    void aFeedListIsReadLineByLine(@ForAll("lists") String text) {
        FeedList list = FeedList.parse(text);
        assertThat(FeedList.parse(FeedList.with("", list.feeds())).feeds()).isEqualTo(list.feeds());
    }

    @Property(tries = 60)
    void anOpmlListIsReadOrItsProblemsAreTold(@ForAll("opml") byte[] body) {
        assertThat(Opml.read(page(body))).isNotNull();
    }

    @Property(tries = 20)
    void anArchiveWithAnyBytesChangedGivesWholePagesOnly(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Path place = Files.createTempDirectory(folder, "archive");
        List<Page> kept = new ArrayList<>();
        try (Archive archive = Archive.open(place)) {
            for (int i = 0; i < 5; i++) {
                Page page = page(("<p>page " + i + " " + random.nextLong()).getBytes(UTF_8));
                archive.keep(page, Map.of("feed", "https://star.example/rss"));
                kept.add(page);
            }
        }
        Path file;
        try (var files = Files.list(place)) {
            file = files.filter(path -> path.toString().endsWith(".warc.gz"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int i = random.nextInt(6); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(file, random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        try (Archive archive = Archive.open(place, damage -> {})) {
            archive.each(page -> assertThat(kept).contains(page.page()));
        }
    }

    private static Page page(byte[] body) {
        return new Page(URL, NOON, 200, List.of(), Bytes.of(body));
    }

    private static Arbitrary<String> of(int most, String... pieces) {
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(6);
        return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.of(pieces)), Tuple.of(1, any))
                .list()
                .ofMaxSize(most)
                .map(parts -> String.join("", parts));
    }

    /** Text, with a byte changed here and there and its end cut off. */
    private static Arbitrary<byte[]> bent(Arbitrary<String> texts) {
        return texts.flatMap(text -> Arbitraries.longs().map(seed -> {
            byte[] bytes = text.getBytes(UTF_8);
            Random random = new Random(seed);
            if (bytes.length > 0 && random.nextInt(3) == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            return random.nextInt(4) == 0 && bytes.length > 0
                    ? Arrays.copyOf(bytes, random.nextInt(bytes.length))
                    : bytes;
        }));
    }

    @Provide
    Arbitrary<String> queries() {
        return of(
                14,
                "rare ",
                "\"",
                "(",
                ")",
                " AND ",
                " OR ",
                " NOT ",
                "*",
                "~",
                "~3",
                ":",
                "source:",
                "quantity:",
                "entity:",
                ">50%",
                "50..",
                "date:",
                "2026-11",
                "first-seen:7d",
                "scope:claim ",
                "stance:",
                "possible",
                "-",
                "\\",
                "ſ",
                "𝔄",
                "\ud800",
                " ");
    }

    @Provide
    Arbitrary<byte[]> feeds() {
        return bent(of(
                30,
                "<?xml version=\"1.0\"?>",
                "<rss version=\"2.0\"><channel>",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\">",
                "<item>",
                "</item>",
                "<entry>",
                "</entry>",
                "<title>A",
                "</title>",
                "<link>https://star.example/x</link>",
                "<link href=\"/y\"/>",
                "<guid>1</guid>",
                "<pubDate>Fri, 27 Nov 2026 25:61:00 XYZ</pubDate>",
                "<![CDATA[",
                "]]>",
                "&nbsp;",
                "&#x110000;",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>&b;",
                "<!--",
                "-->",
                "</channel></rss>",
                "</feed>",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[",
                "{\"id\":",
                "\"1\"",
                "}]}",
                "null",
                "\u0000",
                "\ufeff"));
    }

    @Provide
    Arbitrary<byte[]> pages() {
        return bent(of(
                40,
                "<html>",
                "<head>",
                "<title>A",
                "</title>",
                "<body>",
                "<article>",
                "<h1>",
                "</h1>",
                "<p>",
                "</p>",
                "<ul><li>",
                "</ul>",
                "<table><tr><td>",
                "</table>",
                "<div>",
                "</div>",
                "<script>",
                "</script>",
                "<style>",
                "<svg>",
                "<math>",
                "<template>",
                "<meta property=\"article:published_time\" content=\"2026-13-45\">",
                "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",",
                "\"datePublished\":[[",
                "The mayor said on Monday that the bridge will be closed. ",
                "<a href=\"x\">",
                "</a>",
                "<time datetime=",
                "\"2026-11-27\">",
                "&lt;",
                "<![CDATA[",
                "<blockquote>",
                "<br>",
                "\u202e",
                "<plaintext>",
                "<select>",
                "<frameset>"));
    }

    @Provide
    Arbitrary<String> lists() {
        return of(
                20,
                "https://star.example/rss",
                "http://a:b@star.example/x",
                "newsroom:",
                "\n",
                "\r\n",
                "# words",
                " every=5m",
                " every=",
                " outlet=\"The Star\"",
                " outlet=\"",
                " tags=a,b",
                " paused",
                "ftp://x",
                "//",
                "\t",
                "\ufeff",
                "https://[::1]/",
                "https://xn--/",
                " ");
    }

    @Provide
    Arbitrary<byte[]> opml() {
        return bent(of(
                20,
                "<?xml version=\"1.0\"?>",
                "<opml version=\"2.0\">",
                "<body>",
                "<outline text=\"a\" xmlUrl=\"https://star.example/rss\"/>",
                "<outline>",
                "</outline>",
                "xmlUrl=\"",
                "</body>",
                "</opml>",
                "<!DOCTYPE a [<!ENTITY b \"bb\">]>",
                "&b;",
                "<outline xmlUrl=\"ftp://x\"/>"));
    }
}
