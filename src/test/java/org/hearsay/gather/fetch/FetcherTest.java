package org.hearsay.gather.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hearsay.gather.fetch.FetchOutcome.Declined;
import org.hearsay.gather.fetch.FetchOutcome.Fetched;
import org.hearsay.gather.fetch.FetchOutcome.Reason;
import org.hearsay.gather.fetch.FetchOutcome.Trouble;
import org.hearsay.gather.fetch.FetchOutcome.Unchanged;
import org.hearsay.page.Header;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;

class FetcherTest extends AtTheGallery {
    @Test
    void aWholeAnswerBecomesAPage() throws Exception {
        gallery.route("/rss", t -> t.answer("200 OK", "<rss/>", "Content-Type: text/xml", "ETag: \"a\""));
        Fetched f = fetched(feed("/rss"));
        assertThat(text(f)).isEqualTo("<rss/>");
        assertThat(f.page().url()).isEqualTo(gallery.url("/rss"));
        assertThat(f.page().fetched()).isEqualTo(NOW);
        assertThat(f.page().contentType()).contains("text/xml");
        assertThat(f.page().headers()).extracting(Header::name).doesNotContain("Connection");
        assertThat(f.validators().etag()).contains("\"a\"");
        assertThat(gallery.asked().getFirst().header("User-Agent")).startsWith("Hearsay/");
    }

    @Test
    void validatorsGoBackByteForByteAndEarnAnUnchanged() throws Exception {
        gallery.route(
                "/rss",
                t -> t.answer(
                        t.asked.header("If-None-Match").equals("W/\"ä ; x\"") ? "304 Not Modified" : "200 OK", ""));
        Validators validators = new Validators(Optional.of("W/\"ä ; x\""), Optional.of("yesterday, about noon"));
        assertThat(fetcher.feed(gallery.url("/rss"), validators)).isInstanceOf(Unchanged.class);
        assertThat(gallery.asked().getFirst().header("If-Modified-Since")).isEqualTo("yesterday, about noon");
    }

    @Test
    void redirectsAreFollowedAndTold() throws Exception {
        gallery.route("/a", t -> t.answer("301 Moved", "", "Location: /b?x=1#part"));
        gallery.route("/b", t -> t.answer("302 Found", "", "Location: c"));
        gallery.route("/c", t -> t.answer("200 OK", "here", "ETag: \"c\""));
        Validators old = new Validators(Optional.of("\"a\""), Optional.empty());
        Fetched f = fetched(fetcher.feed(gallery.url("/a"), old));
        assertThat(f.page().url()).isEqualTo(gallery.url("/c"));
        assertThat(f.hops()).extracting(FetchOutcome.Hop::permanent).containsExactly(true, false);
        assertThat(f.validators().etag()).as("those of the last address").contains("\"c\"");
        assertThat(gallery.asked()).extracting(a -> a.header("If-None-Match")).containsExactly("\"a\"", "", "");
    }

    @Test
    void validatorsGoToTheAddressThatGaveThemAndToNoOther() throws Exception {
        gallery.route("/a", t -> t.answer("302 Found", "", "Location: /b", "ETag: \"1\""));
        gallery.route(
                "/b",
                t -> t.answer(
                        t.asked.header("If-None-Match").equals("\"1\"") ? "304 Not Modified" : "200 OK",
                        "",
                        "ETag: \"1\""));
        Fetched f = fetched(feed("/a"));
        FetchOutcome again =
                fetcher.feed(gallery.url("/a"), f.validators(), f.page().url(), Credentials.NONE);
        assertThat(again)
                .isInstanceOfSatisfying(
                        Unchanged.class, u -> assertThat(u.hops()).hasSize(1));
        assertThat(gallery.asked()).extracting(a -> a.header("If-None-Match")).containsExactly("", "", "", "\"1\"");
    }

    @Test
    void aRequestIsNotRepeatedBehindOurBack() throws Exception {
        gallery.route("/busy", t -> t.answer("503 Busy", "", "Retry-After: 0"));
        gallery.route("/slow", t -> t.answer("408 Request Timeout", ""));
        gallery.route("/bare", t -> t.answer("503 Busy", ""));
        assertThat(trouble("/slow")).isEqualTo(Trouble.REFUSED);
        assertThat(trouble("/bare"))
                .as("no Retry-After of ours is taken for theirs")
                .isEqualTo(Trouble.SERVER_ERROR);
        assertThat(trouble("/busy")).isEqualTo(Trouble.SLOW_DOWN);
        assertThat(gallery.asked()).hasSize(3);
    }

    @Test
    void redirectsThatDoNotEndAreGivenUp() throws Exception {
        gallery.route("/circle", t -> t.answer("302 Found", "", "Location: /circle2"));
        gallery.route("/circle2", t -> t.answer("302 Found", "", "Location: /circle"));
        gallery.route("/on", t -> {
            String[] at = t.asked.target().split("=");
            t.answer("302 Found", "", "Location: /on?n=" + (at.length == 1 ? 1 : Integer.parseInt(at[1]) + 1));
        });
        assertThat(trouble("/circle")).isEqualTo(Trouble.TOO_MANY_REDIRECTS);
        assertThat(gallery.asked()).hasSize(2);
        assertThat(trouble("/on")).isEqualTo(Trouble.TOO_MANY_REDIRECTS);
        assertThat(gallery.asked()).hasSize(2 + 11);
    }

    @Test
    void aRedirectOutOfHttpIsDeclined() throws Exception {
        gallery.route("/file", t -> t.answer("302 Found", "", "Location: file:///etc/passwd"));
        gallery.route("/bad", t -> t.answer("302 Found", "", "Location: http://:nowhere/"));
        assertThat(feed("/file"))
                .isInstanceOfSatisfying(
                        Declined.class, d -> assertThat(d.reason()).isEqualTo(Reason.NOT_HTTP));
        assertThat(trouble("/bad")).isEqualTo(Trouble.NONSENSE);
    }

    @Test
    void aCookieWallIsPassedAndItsCookieStaysAtItsHost() throws Exception {
        gallery.route("/wall", t -> {
            if (t.asked.header("Cookie").equals("seen=1")) {
                t.answer("302 Found", "", "Location: " + gallery.url("other.localhost", "/in"));
            } else {
                t.answer("302 Found", "", "Location: /wall", "Set-Cookie: seen=1; Path=/");
            }
        });
        gallery.route("/in", t -> t.answer("200 OK", "in"));
        assertThat(text(fetched(feed("/wall")))).isEqualTo("in");
        assertThat(gallery.asked().getLast().header("Cookie")).isEmpty();
    }

    @Test
    void aPrivateAddressIsDeclinedHoweverItIsWritten() throws Exception {
        fetcher.close();
        FetchSettings strict = FetchSettings.defaults();
        fetcher = fetcher(strict);
        for (String host : List.of("127.0.0.1", "2130706433", "star.localhost", "[::1]", "[::ffff:127.0.0.1]")) {
            PageUrl url = PageUrl.of("http://" + host + ":" + gallery.socket().getPort() + "/rss");
            assertThat(fetcher.feed(url, Validators.NONE)).as(host).isInstanceOfSatisfying(Declined.class, d -> {
                assertThat(d.reason()).isEqualTo(Reason.PRIVATE_ADDRESS);
                assertThat(d.detail()).endsWith(", a private address; allow it with fetch.allow");
            });
        }
        assertThat(gallery.asked()).isEmpty();
    }

    @Test
    void aRedirectIntoAPrivateNetworkIsDeclined() throws Exception {
        try (RoguesGallery inner = new RoguesGallery("127.9.0.1")) {
            fetcher.close();
            FetchSettings s = settings();
            fetcher = fetcher(new FetchSettings(
                    s.delay(), s.timeout(), s.maxBytes(), List.of(), Set.of(gallery.socket()), s.userAgent()));
            gallery.route("/in", t -> t.answer("302 Found", "", "Location: " + inner.url("/secret")));
            assertThat(feed("/in"))
                    .isInstanceOfSatisfying(
                            Declined.class, d -> assertThat(d.reason()).isEqualTo(Reason.PRIVATE_ADDRESS));
            assertThat(inner.asked()).isEmpty();
        }
    }

    @Test
    void compressedBodiesAreDecodedAndTheHeadersFitThem() throws Exception {
        byte[] plain = "<rss>a feed</rss>".getBytes(StandardCharsets.UTF_8);
        gallery.route("/gzip", t -> t.answer("200 OK", RoguesGallery.gzip(plain), "content-encoding: GZIP"));
        gallery.route("/not", t -> t.answer("200 OK", plain, "Content-Encoding: gzip"));
        gallery.route("/br", t -> t.answer("200 OK", plain, "Content-Encoding: brotli-of-the-day"));
        Fetched f = fetched(feed("/gzip"));
        assertThat(text(f)).isEqualTo("<rss>a feed</rss>");
        assertThat(f.page().header("Content-Encoding")).isEmpty();
        assertThat(f.page().header("Content-Length")).contains("17");
        assertThat(text(fetched(feed("/not")))).isEqualTo("<rss>a feed</rss>");
        assertThat(trouble("/br")).isEqualTo(Trouble.NONSENSE);
    }

    @Test
    void namesUnderLocalhostReachASingleAllowedSocket() throws Exception {
        fetcher.close();
        FetchSettings s = settings();
        fetcher = fetcher(new FetchSettings(
                s.delay(), s.timeout(), s.maxBytes(), List.of(), Set.of(gallery.socket()), s.userAgent()));
        gallery.route("/rss", t -> t.answer("200 OK", t.asked.header("Host")));
        PageUrl url = gallery.url("star.localhost", "/rss");
        assertThat(text(fetched(fetcher.feed(url, Validators.NONE))))
                .isEqualTo("star.localhost:" + gallery.socket().getPort());
    }

    @Test
    void requestsToOneHostKeepTheirDistance() throws Exception {
        fetcher.close();
        FetchSettings s = settings();
        fetcher = fetcher(new FetchSettings(
                Duration.ofMillis(150), s.timeout(), s.maxBytes(), s.allow(), Set.of(), s.userAgent()));
        gallery.route("/rss", t -> t.answer("200 OK", ""));
        long began = System.nanoTime();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            all.add(done);
            Thread.ofVirtual().start(() -> {
                try {
                    feed("/rss");
                    done.complete(null);
                } catch (InterruptedException e) {
                    done.completeExceptionally(e);
                }
            });
        }
        for (CompletableFuture<Void> one : all) {
            one.get();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(450));
    }

    @Test
    void anInterruptEndsAFetchThatWaitsForTheNetworkOrItsTurn() throws Exception {
        fetcher.close();
        FetchSettings s = settings();
        fetcher = fetcher(new FetchSettings(
                Duration.ofHours(1), Duration.ofHours(1), s.maxBytes(), s.allow(), Set.of(), s.userAgent()));
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        gallery.route("/silent", t -> {
            reached.countDown();
            never.await();
        });
        for (String where : List.of("network", "turn")) {
            CompletableFuture<String> ended = new CompletableFuture<>();
            Thread thread = Thread.ofVirtual().start(() -> {
                try {
                    ended.complete("outcome " + feed("/silent"));
                } catch (InterruptedException e) {
                    ended.complete("interrupted");
                }
            });
            reached.await();
            thread.interrupt();
            assertThat(ended.get(5, TimeUnit.SECONDS)).as(where).isEqualTo("interrupted");
        }
    }

    @Test
    void closingEndsAFetchAtOnce() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        gallery.route("/silent", t -> {
            reached.countDown();
            never.await();
        });
        Fetcher patient = fetcher(new FetchSettings(
                Duration.ZERO, Duration.ofHours(1), 1_000, List.of("127.0.0.0/8"), Set.of(), "Hearsay"));
        Thread.ofVirtual().start(() -> {
            try {
                reached.await();
                patient.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThatThrownBy(() -> patient.feed(gallery.url("/silent"), Validators.NONE))
                .isInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> patient.feed(gallery.url("/silent"), Validators.NONE))
                .isInstanceOf(InterruptedException.class);
    }
}
