package org.hearsay.gather.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hearsay.ClosedPort;
import org.hearsay.gather.fetch.FetchOutcome.Failed;
import org.hearsay.gather.fetch.FetchOutcome.Trouble;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;

/** What becomes of answers that are slow, cut off, too large, an error or none. */
class FetchTroublesTest extends AtTheGallery {
    @Test
    void aNotModifiedThatNobodyAskedForIsNonsense() throws Exception {
        gallery.route("/rss", t -> t.head("304 Not Modified", "ETag: x"));
        assertThat(trouble("/rss")).isEqualTo(Trouble.NONSENSE);
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
        try (ClosedPort closed = new ClosedPort()) {
            PageUrl url = PageUrl.of(closed.uri("http") + "/x");
            assertThat(fetcher.feed(url, Validators.NONE))
                    .isInstanceOfSatisfying(
                            Failed.class, f -> assertThat(f.trouble()).isEqualTo(Trouble.CANNOT_CONNECT));
        }
    }
}
