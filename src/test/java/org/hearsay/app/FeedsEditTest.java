package org.hearsay.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding feeds and changing the list of them, by the real commands against sites on loopback. */
class FeedsEditTest {
    private static final String LIST = "# mine, and not to be lost\nhttps://a.example/rss every=1h # why\n";

    @TempDir
    private Path folder;

    private Child child;
    private PaperSite site;
    private Path feeds;

    @BeforeEach
    void open() throws Exception {
        child = new Child(folder);
        site = PaperSite.open();
        feeds = Files.writeString(folder.resolve("feeds.txt"), LIST);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Child.Ended feeds(String... args) throws Exception {
        List<String> all = new ArrayList<>(List.of("feeds"));
        all.addAll(List.of(args));
        all.addAll(List.of(
                "--feeds", feeds.toString(), "--data", folder.resolve("data").toString()));
        all.addAll(List.of("--set", "fetch.allow=127.0.0.0/8", "--set", "fetch.delay=1ms"));
        return child.run(all.toArray(String[]::new));
    }

    private static byte[] story(String title) {
        String text = "<p>The mine at Karsk will open in May, the ministry of energy said on Tuesday in the capital. "
                + "It had been closed for two years after a flood, and 400 people lost their work.</p>";
        return ("<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>" + text.repeat(4)
                        + "</article></body></html>")
                .getBytes(UTF_8);
    }

    @Test
    void addFindsWhatAPageAnnouncesAndKeepsTheComments() throws Exception {
        site.publish("star", "/1", "Mine opens", story("Mine opens"));
        site.place(
                "star",
                "/",
                "text/html",
                "<html><head><link rel=\"alternate\" type=\"application/rss+xml\" "
                        + "href=\"/rss.xml\"></head><body>Front</body></html>");
        Child.Ended dry = feeds("add", site.root("star"), "--dry-run");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("/rss.xml", "would be added", "rss, 1 entries", "announced by");
        assertThat(feeds).hasContent(LIST);

        Child.Ended added = feeds("add", site.root("star"), "--tags", "mines,north", "--outlet", "The Star");
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(Files.readString(feeds))
                .isEqualTo(LIST + site.root("star") + "/rss.xml outlet=\"The Star\" tags=mines,north\n");

        assertThat(feeds("add", site.root("star") + "/rss.xml").out()).contains("in the list already");
        assertThat(feeds("remove", site.root("star") + "/rss.xml").code()).isZero();
        assertThat(Files.readString(feeds)).isEqualTo(LIST);
        Child.Ended unknown = feeds("remove", "https://nowhere.example/");
        assertThat(unknown.code()).isEqualTo(Stop.NOTHING);
        assertThat(unknown.err()).contains("has no feed https://nowhere.example/");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("feeds") && name.endsWith(".tmp"));
        }
    }

    @Test
    void addTriesTheUsualPlacesAndThenTheNewsSitemapsOfRobots() throws Exception {
        site.place("sun", "/", "text/html", "<html><body>Nothing announced</body></html>");
        site.place("sun", "/robots.txt", "text/plain", "User-agent: *\nSitemap: " + site.root("sun") + "/maps.xml\n");
        site.place(
                "sun",
                "/maps.xml",
                "text/xml",
                "<sitemapindex><sitemap><loc>" + site.root("sun") + "/news.xml</loc></sitemap></sitemapindex>");
        site.place(
                "sun",
                "/news.xml",
                "text/xml",
                "<urlset xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"><url><loc>" + site.root("sun")
                        + "/1</loc><news:news><news:title>One</news:title></news:news></url></urlset>");
        assertThat(feeds("add", site.root("sun") + "/", "--dry-run").out())
                .contains("/news.xml", "sitemap, 1 entries", "robots.txt");
        site.place("sun", "/feed.xml", "text/xml", "<rss version=\"2.0\"><channel><title>Sun</title></channel></rss>");
        assertThat(feeds("add", site.root("sun") + "/", "--dry-run").out())
                .contains("/feed.xml", "Sun, rss, 0 entries, at a usual place");
        Child.Ended none = feeds("add", site.root("moon"));
        assertThat(none.code()).isEqualTo(Stop.NOTHING);
        assertThat(none.err()).contains("no feed was found at");
    }

    @Test
    void previewShowsEntriesAndArticlesAndStoresNothing() throws Exception {
        for (int i = 1; i <= 4; i++) {
            site.publish("star", "/" + i, "Mine number " + i, story("Mine number " + i));
        }
        Child.Ended ended = feeds("preview", site.root("star") + "/rss.xml");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("rss, 4 entries", "- Mine number 4", "no date", "The mine at Karsk will open");
        assertThat(site.requests("star", "/3")).isEqualTo(1);
        assertThat(site.requests("star", "/4")).as("three articles are enough").isZero();
        assertThat(feeds).hasContent(LIST);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void opmlComesInAndGoesOut() throws Exception {
        Path opml = Files.writeString(folder.resolve("in.opml"), """
            <opml version="2.0"><body><outline text="Far East">
            <outline text="Sun" xmlUrl="https://sun.example/rss"/>
            <outline text="A" xmlUrl="https://a.example/rss"/>
            <outline text="Sun" xmlUrl="https://sun.example/rss"/></outline></body></opml>
            """);
        Child.Ended ended = feeds("import", opml.toString());
        assertThat(ended.code()).as("duplicates are told").isEqualTo(Stop.IN_PART);
        assertThat(ended.err()).contains("listed twice", "in the list already, https://a.example/rss");
        assertThat(Files.readString(feeds))
                .isEqualTo(LIST + "https://sun.example/rss outlet=\"Sun\" tags=\"Far East\"\n");
        Child.Ended out = feeds("export", "--opml");
        assertThat(out.code()).as(out.err()).isZero();
        assertThat(out.out())
                .contains("<opml version=\"2.0\">", "xmlUrl=\"https://sun.example/rss\" category=\"Far East\"");

        Child.Ended none = feeds("import", feeds.toString());
        assertThat(none.code()).isEqualTo(Stop.USAGE);
        assertThat(none.err()).contains("is no OPML file");
    }
}
