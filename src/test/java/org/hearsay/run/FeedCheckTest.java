package org.hearsay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedHealth;
import org.hearsay.gather.feed.FeedReader;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.feed.FeedVolume;
import org.hearsay.gather.fetch.FetchOutcome.Failed;
import org.hearsay.gather.fetch.FetchOutcome.Fetched;
import org.hearsay.gather.fetch.FetchOutcome.Trouble;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.page.Bytes;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;

class FeedCheckTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final PageUrl URL = PageUrl.of("https://star.example/rss");
    private static final Feed FEED = new Feed(URL, Optional.empty(), Optional.empty(), List.of(), false);

    private static String words(String body) {
        List<Header> headers = List.of(new Header("Content-Type", "text/html; charset=utf-8"));
        Page page = new Page(URL, NOON, 200, headers, Bytes.utf8(body));
        Fetched fetched = new Fetched(URL, NOON, page, Validators.NONE, List.of());
        return words(FeedCheck.of(FEED, fetched, Optional.of(new FeedReader().read(page)), RunSettings.defaults()));
    }

    private static String words(FeedState state) {
        return FeedHealth.of(state, false, FeedVolume.NONE, NOON).bare();
    }

    @Test
    void oneLookSaysWhatACrawlWouldSay() {
        assertThat(words("<rss version='2.0'><channel><title>Star</title><item><title>x</title><guid>1</guid></item>"
                        + "</channel></rss>"))
                .isEqualTo("fine");
        assertThat(words("<html><body><h1>Maintenance</h1><p>We are back soon.</p></body></html>"))
                .isEqualTo("failing: an HTML page, not a feed");
        assertThat(words("<html><head><title>Before you continue</title></head><body><h1>We value your privacy</h1>"
                        + "<p>We and our partners use cookies to store and access information on your device. You can"
                        + " accept all cookies or manage your privacy settings at any time.</p><p>By clicking accept"
                        + " you consent to the use of cookies. Read our privacy policy and cookie policy.</p>"
                        + "<button>Accept all cookies</button><button>Manage your consent</button></body></html>"))
                .isEqualTo("blocked: consent page");
        Failed gone = new Failed(URL, NOON, Trouble.GONE, Optional.empty(), "HTTP 410");
        assertThat(words(FeedCheck.of(FEED, gone, Optional.empty(), RunSettings.defaults())))
                .isEqualTo("gone: 410");
    }
}
