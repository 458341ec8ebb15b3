package org.hearsay.gather.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.gather.fetch.Credentials;
import org.hearsay.page.Bytes;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;

class OpmlTest {
    private static Optional<Opml> read(String text) {
        return Opml.read(
                new Page(PageUrl.of("https://file.invalid/x"), Instant.EPOCH, 200, List.of(), Bytes.utf8(text)));
    }

    @Test
    void foldersAndCategoriesAreTags() {
        Opml opml = read("""
            <opml version="2.0"><body>
            <outline text="Asia &amp; Pacific"><outline title="Trade">
              <outline type="rss" text="The &quot;Star&quot;" xmlUrl="https://star.example/rss" htmlUrl="x"/>
            </outline></outline>
            <outline text="Sun" xmlUrl="feed://sun.example/atom#x" category="/Boston/Weather,/Harvard"/>
            </body></opml>\
            """).orElseThrow();
        assertThat(opml.problems()).isEmpty();
        assertThat(opml.feeds())
                .containsExactly(
                        new Feed(
                                PageUrl.of("https://star.example/rss"),
                                Optional.of("The 'Star'"),
                                Optional.empty(),
                                List.of("Asia & Pacific", "Trade"),
                                false),
                        new Feed(
                                PageUrl.of("http://sun.example/atom"),
                                Optional.of("Sun"),
                                Optional.empty(),
                                List.of("Boston", "Weather", "Harvard"),
                                false));
    }

    @Test
    void aFeedListedTwiceIsTakenOnceWithTheTagsOfBothPlaces() {
        Opml opml = read("<opml version=\"1.0\"><body><outline text=\"a\"><outline"
                        + " xmlUrl=\"https://star.example/rss\"/></outline><outline text=\"b\"><outline"
                        + " xmlurl=\"https://STAR.example/rss\"/></outline>")
                .orElseThrow();
        assertThat(opml.feeds()).hasSize(1);
        assertThat(opml.feeds().getFirst().tags()).containsExactly("a", "b");
        assertThat(opml.problems()).singleElement().asString().contains("twice");
    }

    @Test
    void whatCannotBeFetchedIsAProblemAndAPasswordIsTakenOver() {
        Opml opml = read("<opml><body><outline text=\"Local\" xmlUrl=\"file:///etc/passwd\"/>"
                        + "<outline text=\"Paid\" xmlUrl=\"https://me:s3cret@star.example/rss\"/></body></opml>")
                .orElseThrow();
        Feed paid = opml.feeds().getFirst();
        assertThat(paid.url()).isEqualTo(PageUrl.of("https://star.example/rss"));
        assertThat(paid.credentials()).isEqualTo(Credentials.in("https://me:s3cret@star.example/rss"));
        assertThat(opml.problems()).containsExactly("Local: no http or https address");
        assertThat(opml.toString() + Opml.write(opml.feeds())).doesNotContain("s3cret");
    }

    @Test
    void whatIsNoOpmlIsToldApart() {
        assertThat(read("<html><body>no</body></html>")).isEmpty();
        assertThat(read("nothing")).isEmpty();
        assertThat(read("<outline>".repeat(5_000))).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        List<Feed> feeds = List.of(
                new Feed(
                        PageUrl.of("https://star.example/rss?a=1&b=2"),
                        Optional.of("A & <B>"),
                        Optional.empty(),
                        List.of("asia", "far trade"),
                        false),
                new Feed(
                        PageUrl.of("https://sun.example/"),
                        Optional.of("sun.example"),
                        Optional.empty(),
                        List.of(),
                        false));
        assertThat(read(Opml.write(feeds)).orElseThrow()).isEqualTo(new Opml(feeds, List.of()));
    }
}
