package org.hearsay.gather.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.hearsay.gather.fetch.FetchOutcome.Declined;
import org.hearsay.gather.fetch.FetchOutcome.Failed;
import org.hearsay.gather.fetch.FetchOutcome.Fetched;
import org.hearsay.gather.fetch.FetchOutcome.Reason;
import org.hearsay.gather.fetch.FetchOutcome.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RobotsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-04T05:06:07Z"));
    private final RoguesGallery gallery = new RoguesGallery();
    private final Fetcher fetcher = new Fetcher(
            new FetchSettings(
                    Duration.ZERO,
                    Duration.ofSeconds(5),
                    1_000_000,
                    List.of("127.0.0.0/8"),
                    Set.of(),
                    "Hearsay/0.1 (news reader; claims index)"),
            now::get);

    @BeforeEach
    void pages() {
        for (String path : List.of("/news/1", "/private/1", "/private/open")) {
            gallery.route(path, t -> t.answer("200 OK", "page"));
        }
    }

    @AfterEach
    void close() {
        fetcher.close();
        gallery.close();
    }

    private void robots(String text) {
        gallery.route("/robots.txt", t -> t.answer("200 OK", text, "Content-Type: text/plain"));
    }

    private FetchOutcome page(String path) throws InterruptedException {
        return fetcher.page(gallery.url(path), Validators.NONE);
    }

    private boolean allowed(String path) throws InterruptedException {
        return switch (page(path)) {
            case Fetched f -> true;
            case Declined d -> {
                assertThat(d.reason()).isEqualTo(Reason.ROBOTS);
                yield false;
            }
            case FetchOutcome other -> throw new AssertionError(other.toString());
        };
    }

    @Test
    void theOwnGroupAndTheLongestRuleDecide() throws Exception {
        robots("""
            User-agent: *
            Disallow: /
            User-agent: hearsay
            Disallow: /private/
            Allow: /private/open
            """);
        assertThat(allowed("/news/1")).isTrue();
        assertThat(allowed("/private/1")).isFalse();
        assertThat(allowed("/private/open")).isTrue();
        assertThat(gallery.timesAsked("/private/1")).isZero();
        assertThat(gallery.timesAsked("/robots.txt")).isOne();
    }

    @Test
    void aFeedIsFetchedWithoutAsking() throws Exception {
        robots("User-agent: *\nDisallow: /");
        assertThat(fetcher.feed(gallery.url("/news/1"), Validators.NONE)).isInstanceOf(Fetched.class);
        assertThat(gallery.timesAsked("/robots.txt")).isZero();
    }

    @Test
    void aMissingRobotsTxtAllowsAll() throws Exception {
        assertThat(allowed("/private/1")).isTrue();
    }

    @Test
    void aServerErrorMeansWaitAndIsAskedAgainAfterAWhile() throws Exception {
        gallery.route("/robots.txt", t -> t.answer("500 Oops", ""));
        assertThat(page("/news/1")).isInstanceOfSatisfying(Failed.class, f -> {
            assertThat(f.trouble()).isEqualTo(Trouble.SERVER_ERROR);
            assertThat(f.detail()).contains("robots.txt");
        });
        assertThat(page("/news/1")).isInstanceOf(Failed.class);
        assertThat(gallery.timesAsked("/robots.txt")).isOne();
        assertThat(gallery.timesAsked("/news/1")).isZero();
        robots("");
        now.updateAndGet(t -> t.plus(Duration.ofMinutes(10)));
        assertThat(allowed("/news/1")).isTrue();
    }

    @Test
    void rulesAreKeptForADay() throws Exception {
        robots("");
        assertThat(allowed("/news/1")).isTrue();
        robots("User-agent: *\nDisallow: /");
        now.updateAndGet(t -> t.plus(Duration.ofHours(23)));
        assertThat(allowed("/news/1")).isTrue();
        now.updateAndGet(t -> t.plus(Duration.ofHours(2)));
        assertThat(allowed("/news/1")).isFalse();
    }

    @Test
    void whatStandsBehind500KiBIsNotRead() throws Exception {
        robots("# " + "x".repeat(600_000) + "\nUser-agent: *\nDisallow: /");
        assertThat(allowed("/news/1")).isTrue();
    }

    @Test
    void aRedirectedPageIsAskedAtItsNewHost() throws Exception {
        robots("User-agent: *\nDisallow: /private/");
        gallery.route("/go", t -> t.answer("302 Found", "", "Location: " + gallery.url("b.localhost", "/private/1")));
        assertThat(allowed("/go")).isFalse();
        assertThat(gallery.timesAsked("/private/1")).isZero();
        assertThat(gallery.timesAsked("/robots.txt")).isEqualTo(2);
    }

    @Test
    void crawlDelayIsKept() throws Exception {
        robots("User-agent: *\nCrawl-delay: 0.4");
        long began = System.nanoTime();
        assertThat(allowed("/news/1")).isTrue();
        assertThat(allowed("/news/1")).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(390));
    }
}
