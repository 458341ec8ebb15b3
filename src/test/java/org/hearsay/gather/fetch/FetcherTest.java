package org.hearsay.gather.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hearsay.gather.fetch.FetchOutcome.Declined;
import org.hearsay.gather.fetch.FetchOutcome.Failed;
import org.hearsay.gather.fetch.FetchOutcome.Fetched;
import org.hearsay.gather.fetch.FetchOutcome.Reason;
import org.hearsay.gather.fetch.FetchOutcome.Trouble;
import org.hearsay.gather.fetch.FetchOutcome.Unchanged;
import org.hearsay.page.Header;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FetcherTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private final RoguesGallery gallery = new RoguesGallery();
    private Fetcher fetcher = fetcher(settings());

    @AfterEach
    void close() {
        fetcher.close();
        gallery.close();
    }

    private static FetchSettings settings() {
        return new FetchSettings(
                Duration.ZERO,
                Duration.ofMillis(700),
                100_000,
                List.of("127.0.0.0/8"),
                Set.of(),
                "Hearsay/0.1 (news reader; claims index)");
    }

    private static Fetcher fetcher(FetchSettings settings) {
        return new Fetcher(settings, InstantSource.fixed(NOW));
    }

    private FetchOutcome feed(String path) throws InterruptedException {
        return fetcher.feed(gallery.url(path), Validators.NONE);
    }

    private Trouble trouble(String path) throws InterruptedException {
        FetchOutcome outcome = feed(path);
        assertThat(outcome).isInstanceOf(Failed.class);
        return ((Failed) outcome).trouble();
    }

    private Fetched fetched(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(Fetched.class);
        return (Fetched) outcome;
    }

    private static String text(Fetched fetched) {
        return fetched.page().body().decode(StandardCharsets.UTF_8);
    }

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
    void aNotModifiedThatNobodyAskedForIsNonsense() throws Exception {
        gallery.route("/rss", t -> t.head("304 Not Modified", "ETag: x"));
        assertThat(trouble("/rss")).isEqualTo(Trouble.NONSENSE);
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
    void statusesBecomeTroubles() throws Exception {
        gallery.route("/410", t -> t.answer("410 Gone", ""));
        gallery.route("/403", t -> t.answer("403 Forbidden", ""));
        gallery.route("/500", t -> t.answer("500 Oops", ""));
        gallery.route("/503", t -> t.answer("503 Busy", ""));
        gallery.route("/999", t -> t.answer("999 Whatever", ""));
        gallery.route("/206", t -> t.answer("206 Partial", "part"));
        assertThat(trouble("/410")).isEqualTo(Trouble.GONE);
        assertThat(trouble("/403")).isEqualTo(Trouble.REFUSED);
        assertThat(trouble("/404")).isEqualTo(Trouble.REFUSED);
        assertThat(trouble("/500")).isEqualTo(Trouble.SERVER_ERROR);
        assertThat(trouble("/503")).isEqualTo(Trouble.SERVER_ERROR);
        assertThat(trouble("/999")).isEqualTo(Trouble.NONSENSE);
        assertThat(trouble("/206")).isEqualTo(Trouble.NONSENSE);
    }

    @Test
    void retryAfterIsUnderstoodInSecondsAndAsADate() throws Exception {
        gallery.route("/503", t -> t.answer("503 Busy", "", "Retry-After: 120"));
        gallery.route("/date", t -> t.answer("429 Slow", "", "Retry-After: Wed, 04 Mar 2026 05:16:07 GMT"));
        assertThat(feed("/503")).isInstanceOfSatisfying(Failed.class, f -> {
            assertThat(f.trouble()).isEqualTo(Trouble.SLOW_DOWN);
            assertThat(f.notBefore()).contains(NOW.plusSeconds(120));
        });
        assertThat(feed("/date"))
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.notBefore()).contains(NOW.plusSeconds(600)));
    }

    @Test
    void aHostThatSaidSlowDownIsNotAskedForOtherThings() throws Exception {
        gallery.route("/429", t -> t.answer("429 Slow", "", "Retry-After: 60"));
        feed("/429");
        assertThat(feed("/other")).isInstanceOfSatisfying(Failed.class, f -> {
            assertThat(f.trouble()).isEqualTo(Trouble.SLOW_DOWN);
            assertThat(f.notBefore()).contains(NOW.plusSeconds(60));
        });
        assertThat(gallery.timesAsked("/other")).isZero();
    }

    @Test
    void slowAnswersEndAtTheTimeLimit() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        gallery.route("/silent", t -> never.await());
        gallery.route("/head", t -> drip(t, "HTTP/1.1 200 OK\r\nA: b\r\n".repeat(1_000)));
        gallery.route("/body", t -> {
            t.head("200 OK", "Content-Length: 90000");
            drip(t, "x".repeat(90_000));
        });
        long began = System.nanoTime();
        assertThat(trouble("/silent")).isEqualTo(Trouble.TIMED_OUT);
        assertThat(trouble("/head")).isEqualTo(Trouble.TIMED_OUT);
        assertThat(trouble("/body")).isEqualTo(Trouble.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    private static void drip(RoguesGallery.Talk talk, String text) throws IOException, InterruptedException {
        CountDownLatch pause = new CountDownLatch(1);
        for (int i = 0; i < text.length(); i++) {
            talk.raw(text.substring(i, i + 1));
            pause.await(20, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void aBodyThatEndsEarlyIsCutOff() throws Exception {
        byte[] zipped = RoguesGallery.gzip("<rss>a long enough feed</rss>".getBytes(StandardCharsets.UTF_8));
        gallery.route("/length", t -> {
            t.head("200 OK", "Content-Length: 100");
            t.raw("only this");
        });
        gallery.route("/chunks", t -> {
            t.head("200 OK", "Transfer-Encoding: chunked");
            t.raw("5\r\nhello\r\nff\r\nand no more");
        });
        gallery.route(
                "/gzip", t -> t.answer("200 OK", Arrays.copyOf(zipped, zipped.length - 6), "Content-Encoding: gzip"));
        gallery.route("/nothing", t -> {});
        gallery.route("/head", t -> t.raw("HTTP/1.1 200 OK\r\nContent-Ty"));
        for (String path : List.of("/length", "/chunks", "/gzip", "/nothing", "/head")) {
            assertThat(trouble(path)).as(path).isEqualTo(Trouble.CUT_OFF);
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
    void bodiesAreBoundedBeforeAndAfterDecoding() throws Exception {
        gallery.route(
                "/bomb", t -> t.answer("200 OK", RoguesGallery.gzip(new byte[20 << 20]), "Content-Encoding: gzip"));
        gallery.route("/declared", t -> t.head("200 OK", "Content-Length: 100001"));
        gallery.route("/endless", t -> {
            t.head("200 OK", "Content-Type: text/xml");
            byte[] noise = new byte[50_000];
            new Random(7).nextBytes(noise);
            while (true) {
                t.raw(noise);
            }
        });
        assertThat(trouble("/bomb")).isEqualTo(Trouble.TOO_LARGE);
        assertThat(trouble("/declared")).isEqualTo(Trouble.TOO_LARGE);
        assertThat(trouble("/endless")).isEqualTo(Trouble.TOO_LARGE);
    }

    @Test
    void answersThatAreNoHttpAreFailures() throws Exception {
        gallery.route("/teapot", t -> t.raw("I am a teapot\r\n\r\n"));
        gallery.route("/huge", t -> {
            t.raw("HTTP/1.1 200 OK\r\nX: ");
            t.raw("y".repeat(400_000));
        });
        gallery.route("/many", t -> {
            t.raw("HTTP/1.1 200 OK\r\n");
            t.raw("X: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n".repeat(20_000));
        });
        assertThat(trouble("/teapot")).isEqualTo(Trouble.NONSENSE);
        assertThat(trouble("/huge")).isEqualTo(Trouble.CUT_OFF);
        assertThat(trouble("/many")).isEqualTo(Trouble.CUT_OFF);
    }

    @Test
    void anUnknownHostFailsAtOnce() throws Exception {
        long began = System.nanoTime();
        FetchOutcome outcome = fetcher.page(PageUrl.of("http://no-such-host.invalid/x"), Validators.NONE);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.trouble()).isEqualTo(Trouble.UNKNOWN_HOST));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aClosedPortCannotBeConnected() throws Exception {
        PageUrl url = gallery.url("/x");
        gallery.close();
        assertThat(fetcher.feed(url, Validators.NONE))
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.trouble()).isEqualTo(Trouble.CANNOT_CONNECT));
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
