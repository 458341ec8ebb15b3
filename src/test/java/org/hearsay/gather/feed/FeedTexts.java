package org.hearsay.gather.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.hearsay.gather.feed.FeedReading.Readable;
import org.hearsay.gather.feed.FeedReading.Unreadable;
import org.hearsay.page.Bytes;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;

/** Reads feeds that stand in a test. */
final class FeedTexts {
    private static final PageUrl URL = PageUrl.of("https://star.example/news/feed.xml");

    private FeedTexts() {}

    static FeedReading read(byte[] bytes, String contentType) {
        List<Header> headers = contentType.isEmpty() ? List.of() : List.of(new Header("content-type", contentType));
        return new FeedReader().read(new Page(URL, Instant.EPOCH, 200, headers, Bytes.of(bytes)));
    }

    static Readable readable(String text) {
        FeedReading reading = read(text.getBytes(StandardCharsets.UTF_8), "");
        assertThat(reading).isInstanceOf(Readable.class);
        return (Readable) reading;
    }

    static String unreadable(String text) {
        FeedReading reading = read(text.getBytes(StandardCharsets.UTF_8), "");
        assertThat(reading).isInstanceOf(Unreadable.class);
        return ((Unreadable) reading).problem();
    }

    static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>Star</title>" + items + "</channel></rss>";
    }

    static FeedEntry entry(String item) {
        return readable(rss("<item>" + item + "</item>")).entries().getFirst();
    }
}
