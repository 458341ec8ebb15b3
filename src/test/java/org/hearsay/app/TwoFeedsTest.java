package org.hearsay.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.keep.store.Store;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An article that two feeds of an outlet carry, each with its own tracking, is fetched once and is one article. */
class TwoFeedsTest {
    @TempDir
    private Path folder;

    @Test
    void oneArticleInTwoFeedsIsOneArticleWithTwoEntries() throws Exception {
        try (PaperSite site = PaperSite.open()) {
            String text =
                    "<p>The mine at Karsk will open in May, the ministry of energy said on Tuesday in the capital. "
                            + "It had been closed for two years after a flood, and 400 people lost their work.</p>";
            site.publish(
                    "star",
                    "/story?id=7",
                    "Mine opens",
                    ("<html><head><title>Mine opens</title></head><body><article><h1>Mine opens</h1>" + text.repeat(4)
                                    + "</article></body></html>")
                            .getBytes(UTF_8));
            site.place(
                    "star",
                    "/world.xml",
                    "text/xml",
                    "<rss version=\"2.0\"><channel><title>World</title><item><guid"
                            + " isPermaLink=\"false\">w7</guid><link>"
                            + site.root("star") + "/story?utm_source=world&amp;id=7#top</link></item></channel></rss>");
            List<String> feeds = List.of(site.root("star") + "/rss.xml", site.root("star") + "/world.xml");
            Path list = Files.write(folder.resolve("feeds.txt"), feeds);
            Path data = folder.resolve("data");
            Child.Ended ended = new Child(folder)
                    .run(
                            "crawl",
                            "--data",
                            data.toString(),
                            "--feeds",
                            list.toString(),
                            "--set",
                            "fetch.allow=127.0.0.0/8",
                            "--set",
                            "fetch.delay=1ms");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(site.requests("star", "/story?id=7")).isEqualTo(1);
            try (Installation installation = Installation.toRead(DataFolder.at(Optional.of(data), Map.of()))) {
                Store store = installation.store();
                assertThat(store.articles().count()).isEqualTo(1);
                assertThat(feeds)
                        .allSatisfy(feed -> assertThat(store.feeds().entries(PageUrl.of(feed), 10))
                                .hasSize(1));
            }
        }
    }
}
