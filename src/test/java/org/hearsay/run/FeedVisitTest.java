package org.hearsay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedReading;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.feed.FeedState.Status;
import org.hearsay.gather.fetch.FetchOutcome.Failed;
import org.hearsay.gather.fetch.FetchOutcome.Fetched;
import org.hearsay.gather.fetch.FetchOutcome.Hop;
import org.hearsay.gather.fetch.FetchOutcome.Trouble;
import org.hearsay.gather.fetch.FetchOutcome.Unchanged;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.page.Bytes;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;

class FeedVisitTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final PageUrl URL = PageUrl.of("https://star.example/rss");
    private static final Feed FEED = new Feed(URL, Optional.empty(), Optional.empty(), List.of(), false);
    private static final Validators TAG = new Validators(Optional.of("\"7\""), Optional.empty());
    private static final RunSettings SETTINGS = RunSettings.defaults();

    private static FeedState after(FeedState before, Failed failed) {
        return FeedVisit.after(FEED, before, failed, Optional.empty(), SETTINGS);
    }

    private static Fetched fetched(Instant at, Validators validators, List<Hop> hops) {
        PageUrl found = hops.isEmpty() ? URL : hops.get(hops.size() - 1).to();
        return new Fetched(URL, at, new Page(found, at, 200, List.of(), Bytes.utf8("x")), validators, hops);
    }

    private static FeedReading readable() {
        return new FeedReading.Readable(
                FeedReading.Format.RSS, Optional.of("The Star"), Optional.empty(), List.of(), "strict", List.of());
    }

    private static Failed failed(Instant at, Trouble trouble, Optional<Instant> notBefore) {
        return new Failed(URL, at, trouble, notBefore, "HTTP 503");
    }

    @Test
    void aFeedThatFailsIsAskedMoreAndMoreSeldomAndNeverGivenUp() {
        FeedState state = FeedState.fresh(FEED);
        Instant at = NOON;
        Duration before = Duration.ZERO;
        for (int i = 0; i < 60; i++) {
            state = after(state, failed(at, Trouble.SERVER_ERROR, Optional.empty()));
            Duration pause = Duration.between(at, state.nextVisit().orElseThrow());
            assertThat(pause).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(SETTINGS.backoffMax());
            before = pause;
            at = state.nextVisit().orElseThrow();
        }
        assertThat(state.failures()).isEqualTo(60);
        assertThat(state.failingSince()).contains(NOON);
    }

    @Test
    void aFeedThatComesBackIsSimplyBack() {
        FeedState down = after(FeedState.fresh(FEED), failed(NOON, Trouble.TIMED_OUT, Optional.empty()));
        FeedState up = FeedVisit.after(
                FEED, down, fetched(NOON.plusSeconds(60), TAG, List.of()), Optional.of(readable()), SETTINGS);
        assertThat(up.status()).isEqualTo(Status.FINE);
        assertThat(up.failures()).isZero();
        assertThat(up.failingSince()).isEmpty();
        assertThat(up.lastProblem()).contains("HTTP 503");
        assertThat(up.usableValidators()).isEqualTo(TAG);
    }

    @Test
    void aServerThatAsksForQuietGetsIt() {
        Instant later = NOON.plus(Duration.ofHours(9));
        FeedState state = after(FeedState.fresh(FEED), failed(NOON, Trouble.SLOW_DOWN, Optional.of(later)));
        assertThat(state.nextVisit()).contains(later);
        assertThat(state.notBefore()).contains(later);
    }

    @Test
    void theValidatorsOfABodyThatCouldNotBeReadAreNotKept() {
        FeedState good = FeedVisit.after(
                FEED, FeedState.fresh(FEED), fetched(NOON, TAG, List.of()), Optional.of(readable()), SETTINGS);
        Validators newer = new Validators(Optional.of("\"8\""), Optional.empty());
        FeedState bad = FeedVisit.after(
                FEED,
                good,
                fetched(NOON.plusSeconds(9), newer, List.of()),
                Optional.of(new FeedReading.Unreadable("an HTML page, not a feed")),
                SETTINGS);
        assertThat(bad.status()).isEqualTo(Status.FAILING);
        assertThat(bad.usableValidators()).isEqualTo(TAG);
        assertThat(bad.lastProblem()).contains("an HTML page, not a feed");
    }

    @Test
    void unchangedIsASuccess() {
        FeedState state =
                FeedVisit.after(FEED, FeedState.fresh(FEED), new Unchanged(URL, NOON), Optional.empty(), SETTINGS);
        assertThat(state.status()).isEqualTo(Status.FINE);
        assertThat(state.lastSuccess()).contains(NOON);
        assertThat(state.nextVisit()).contains(NOON.plus(SETTINGS.every()));
    }

    private static FeedState sentTo(FeedState before, int status, PageUrl there) {
        return FeedVisit.after(
                FEED,
                before,
                fetched(NOON, TAG, List.of(new Hop(before.address(), status, there))),
                Optional.of(readable()),
                SETTINGS);
    }

    @Test
    void aMoveForGoodIsTakenWhenItHeldForThreeVisits() {
        PageUrl there = PageUrl.of("https://www.star.example/feed");
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            FeedState state = FeedState.fresh(FEED);
            for (int visit = 1; visit <= 3; visit++) {
                assertThat(state.address()).as("HTTP " + status).isEqualTo(URL);
                state = sentTo(state, status, there);
                assertThat(state.status()).isEqualTo(Status.FINE);
                assertThat(state.validatorsOf()).isEqualTo(there);
            }
            boolean permanent = status == 301 || status == 308;
            assertThat(state.address()).as("HTTP " + status).isEqualTo(permanent ? there : URL);
            assertThat(state.feed()).as("its identity").isEqualTo(URL);
        }
    }

    @Test
    void aMoveThatDoesNotHoldIsForgotten() {
        PageUrl there = PageUrl.of("https://star.example/feed");
        FeedState twice = sentTo(sentTo(FeedState.fresh(FEED), 301, there), 301, there);
        FeedState home = FeedVisit.after(FEED, twice, fetched(NOON, TAG, List.of()), Optional.of(readable()), SETTINGS);
        assertThat(home.move()).isEmpty();
        assertThat(sentTo(home, 301, there).address()).isEqualTo(URL);
        assertThat(sentTo(twice, 301, PageUrl.of("https://star.example/third")).address())
                .isEqualTo(URL);
    }

    @Test
    void aMoveToAnotherSiteOrOutOfTlsIsReportedAndNeverTaken() {
        for (String address : List.of("https://moon.example/rss", "http://star.example/rss")) {
            PageUrl there = PageUrl.of(address);
            FeedState state = FeedState.fresh(FEED);
            for (int visit = 0; visit < 5; visit++) {
                state = sentTo(state, 301, there);
                assertThat(state.status()).isEqualTo(Status.MOVED);
                assertThat(state.address()).isEqualTo(URL);
                assertThat(state.lastProblem().orElseThrow()).contains(there.text());
            }
        }
    }

    @Test
    void anAddressThatWasTakenAndFailsIsGivenBack() {
        PageUrl there = PageUrl.of("https://star.example/feed");
        FeedState moved = sentTo(sentTo(sentTo(FeedState.fresh(FEED), 301, there), 301, there), 301, there);
        FeedState once = after(moved, failed(NOON, Trouble.REFUSED, Optional.empty()));
        assertThat(once.address()).isEqualTo(there);
        FeedState thrice = after(
                after(once, failed(NOON, Trouble.REFUSED, Optional.empty())),
                failed(NOON, Trouble.REFUSED, Optional.empty()));
        assertThat(thrice.address()).isEqualTo(URL);
        assertThat(thrice.validatorsOf()).as("they stay with their address").isEqualTo(there);
    }

    @Test
    void aWallIsNamed() {
        FeedState state = FeedVisit.after(
                FEED,
                FeedState.fresh(FEED),
                fetched(NOON, TAG, List.of()),
                Optional.of(new FeedReading.Unreadable("an HTML page, not a feed")),
                Optional.of("consent page"),
                SETTINGS);
        assertThat(state.status()).isEqualTo(Status.BLOCKED);
        assertThat(state.lastProblem()).contains("consent page");
        assertThat(state.usableValidators()).isEqualTo(Validators.NONE);
    }

    @Test
    void pausesDifferFromFeedToFeedAndNotFromRunToRun() {
        Set<Duration> pauses = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            Duration pause = SETTINGS.pauseAfter(3, "https://a.example/" + i);
            assertThat(pause).isEqualTo(SETTINGS.pauseAfter(3, "https://a.example/" + i));
            assertThat(pause).isBetween(SETTINGS.pauseAfter(3).multipliedBy(4).dividedBy(5), SETTINGS.pauseAfter(3));
            pauses.add(pause);
        }
        assertThat(pauses).hasSizeGreaterThan(90);
    }

    @Test
    void aFeedThatIsGoneSaysSoAndIsStillAskedNowAndThen() {
        FeedState state = after(FeedState.fresh(FEED), failed(NOON, Trouble.GONE, Optional.empty()));
        assertThat(state.status()).isEqualTo(Status.GONE);
        assertThat(state.nextVisit()).contains(NOON.plus(Duration.ofDays(1)));
        for (int days : new int[] {2, 4, 8, 16, 30, 30}) {
            state = after(state, failed(NOON, Trouble.GONE, Optional.empty()));
            assertThat(state.nextVisit()).contains(NOON.plus(Duration.ofDays(days)));
        }
    }

    @Test
    void aLineMayNotAskMoreOftenThanTheLeastInterval() {
        Feed eager = new Feed(URL, Optional.empty(), Optional.of(Duration.ofSeconds(1)), List.of(), false);
        FeedState state =
                FeedVisit.after(eager, FeedState.fresh(eager), new Unchanged(URL, NOON), Optional.empty(), SETTINGS);
        assertThat(state.nextVisit()).contains(NOON.plus(SETTINGS.least()));
    }
}
