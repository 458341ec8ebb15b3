package org.hearsay.gather.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.hearsay.gather.fetch.FetchOutcome.Failed;
import org.hearsay.gather.fetch.FetchOutcome.Fetched;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;

class FetchPasswordsTest extends AtTheGallery {
    /** A route for those who say the one right thing. */
    private static RoguesGallery.Route locked(String nameAndPassword) {
        String right = "Basic " + Base64.getEncoder().encodeToString(nameAndPassword.getBytes(StandardCharsets.UTF_8));
        return t -> {
            if (t.asked.header("Authorization").equals(right)) {
                t.answer("200 OK", "<rss/>");
            } else {
                t.answer("401 Unauthorized", "", "WWW-Authenticate: Basic realm=\"Readers\"");
            }
        };
    }

    private FetchOutcome feed(PageUrl url, String nameAndPassword) throws InterruptedException {
        Credentials credentials = Credentials.in(url.text().replace("://", "://" + nameAndPassword + "@"));
        return fetcher.feed(url, Validators.NONE, url, credentials);
    }

    @Test
    void aFeedIsAskedForWithTheNameAndPasswordOfItsAddress() throws Exception {
        gallery.route("/paid", locked("réader:s@crt:100%"));
        FetchOutcome outcome = feed(gallery.url("/paid"), "r%C3%A9ader:s%40crt:100%");
        assertThat(text(fetched(outcome))).isEqualTo("<rss/>");
        assertThat(outcome.toString()).doesNotContain("s@crt", "s%40crt", "Basic");
        gallery.route("/token", locked("t0ken:"));
        assertThat(feed(gallery.url("/token"), "t0ken")).isInstanceOf(Fetched.class);
        gallery.route("/a", t -> t.answer("302 Found", "", "Location: /paid"));
        assertThat(feed(gallery.url("/a"), "r%C3%A9ader:s%40crt:100%")).isInstanceOf(Fetched.class);
    }

    @Test
    void aNameAndPasswordStayAtTheirHostAndPort() throws Exception {
        try (RoguesGallery other = new RoguesGallery("127.0.0.2");
                RoguesGallery port = new RoguesGallery()) {
            for (RoguesGallery stranger : List.of(other, port)) {
                stranger.route("/b", t -> t.answer("200 OK", "<rss/>"));
                stranger.route("/c", t -> t.answer("302 Found", "", "Location: " + gallery.url("/back")));
                for (String way : List.of("/b", "/c")) {
                    gallery.route("/a", t -> t.answer("301 Moved", "", "Location: " + stranger.url(way)));
                    gallery.route("/back", t -> t.answer("200 OK", "<rss/>"));
                    assertThat(feed(gallery.url("/a"), "me:s3cret")).isInstanceOf(Fetched.class);
                }
                assertThat(stranger.asked())
                        .hasSize(2)
                        .allMatch(a -> a.header("Authorization").isEmpty());
                // What a feed that moved was allowed to say to its old host, its new one does not hear.
                Credentials old = Credentials.in(gallery.url("/a").text().replace("://", "://me:s3cret@"));
                fetcher.feed(stranger.url("/b"), Validators.NONE, stranger.url("/b"), old);
                assertThat(stranger.asked().getLast().header("Authorization")).isEmpty();
            }
        }
        for (RoguesGallery.Asked asked : gallery.asked()) {
            assertThat(asked.header("Authorization").isEmpty())
                    .isEqualTo(asked.target().equals("/back"));
        }
        assertThat(fetcher.page(gallery.url("/back"), Validators.NONE)).isInstanceOf(Fetched.class);
        assertThat(gallery.asked())
                .filteredOn(a -> a.target().equals("/robots.txt"))
                .hasSize(1);
        assertThat(gallery.asked().getLast().header("Authorization")).isEmpty();
    }

    @Test
    void aNameAndPasswordAreForOneSchemeAndNeverShown() {
        Credentials credentials = Credentials.in("https://me:s3cret@Star.example:443/rss#x");
        assertThat(credentials.areFor(PageUrl.of("https://star.example/other"))).isTrue();
        assertThat(credentials.areFor(PageUrl.of("http://star.example/other"))).isFalse();
        assertThat(credentials.areFor(PageUrl.of("https://www.star.example/"))).isFalse();
        assertThat(credentials.areFor(PageUrl.of("https://star.example:8443/"))).isFalse();
        assertThat(credentials).hasToString("hidden");
        for (String none :
                List.of("https://star.example/a@b", "https://@star.example/", "https://:@a.example/", "x@y")) {
            assertThat(Credentials.in(none)).isEqualTo(Credentials.NONE).hasToString("none");
        }
    }

    @Test
    void aServerThatAsksWhoIsThereIsToldOfInWordsThatHelp() throws Exception {
        gallery.route("/paid", locked("me:right"));
        gallery.route("/a", t -> t.answer("302 Found", "", "Location: " + gallery.url("x.localhost", "/paid")));
        assertThat(((Failed) feed("/paid")).detail()).startsWith("HTTP 401, it asks for a user name and a password");
        assertThat(((Failed) feed(gallery.url("/paid"), "me:wr0ng")).detail())
                .isEqualTo("HTTP 401, it refuses the user name or the password");
        fetcher.close();
        fetcher = fetcher(new FetchSettings(
                Duration.ZERO, Duration.ofSeconds(5), 9_000, List.of("127.0.0.0/8"), Set.of(gallery.socket()), "H"));
        assertThat(((Failed) feed(gallery.url("/a"), "me:right")).detail())
                .startsWith("HTTP 401 at http://x.localhost")
                .endsWith("the user name and the password are sent to the feed's own scheme, host and port only");
    }
}
