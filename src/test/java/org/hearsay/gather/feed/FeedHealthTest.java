package org.hearsay.gather.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hearsay.gather.feed.FeedState.Move;
import org.hearsay.gather.feed.FeedState.Status;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;

class FeedHealthTest {
    /** A Thursday. */
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final PageUrl URL = PageUrl.of("https://star.example/rss");

    private static FeedState state(Status status, int failures, String problem) {
        return new FeedState(
                URL,
                URL,
                status,
                Optional.empty(),
                failures,
                failures > 0 ? Optional.of(NOON.minus(Duration.ofDays(2))) : Optional.empty(),
                Optional.of(NOON),
                failures > 0 ? Optional.empty() : Optional.of(NOON),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOON.plus(Duration.ofMinutes(80))),
                Optional.of(problem).filter(words -> !words.isEmpty()),
                Validators.NONE);
    }

    private static String words(FeedState state, FeedVolume volume) {
        return FeedHealth.of(state, false, volume, NOON).inWords(NOON, ZONE);
    }

    private static String words(FeedState state) {
        return words(state, FeedVolume.NONE);
    }

    /** A feed known for {@code known} days that brought so many in each, but for the last ones given. */
    private static FeedVolume volume(int known, int daily, Integer... last) {
        List<Integer> days = new ArrayList<>(List.of(last));
        days.addAll(Collections.nCopies(FeedVolume.DAYS - days.size(), daily));
        return new FeedVolume(Optional.of(NOON.minus(Duration.ofDays(known))), days);
    }

    @Test
    void everyStateHasItsWords() {
        Feed feed = new Feed(URL, Optional.empty(), Optional.empty(), List.of(), false);
        assertThat(words(FeedState.fresh(feed))).isEqualTo("not visited yet");
        assertThat(words(state(Status.FINE, 0, "HTTP 500"))).isEqualTo("fine, next visit 14:20");
        assertThat(words(state(Status.FAILING, 3, "HTTP 503"))).isEqualTo("failing since Tuesday: 503, next try 14:20");
        assertThat(words(state(Status.BLOCKED, 3, "consent page")))
                .isEqualTo("blocked: consent page since Tuesday, next try 14:20");
        assertThat(words(state(Status.GONE, 1, "HTTP 410"))).isEqualTo("gone since Tuesday: 410; asked again 14:20");
        assertThat(words(state(Status.MOVED, 0, "moved for good to https://moon.example/, which is another site")))
                .isEqualTo("moved, confirm: to https://moon.example/, which is another site");
        assertThat(FeedHealth.of(state(Status.FAILING, 3, "HTTP 503"), true, FeedVolume.NONE, NOON)
                        .inWords(NOON, ZONE))
                .isEqualTo("paused");
    }

    @Test
    void aMoveIsToldWhileItIsCountedAndAfterwards() {
        PageUrl there = PageUrl.of("https://star.example/feed");
        FeedState state = state(Status.FINE, 0, "");
        assertThat(words(state.living(URL, Optional.of(new Move(there, 2)))))
                .isEqualTo("fine: moving to https://star.example/feed (it said so 2 times in a row), next visit 14:20");
        assertThat(words(state.living(there, Optional.empty())))
                .isEqualTo("fine: it lives at https://star.example/feed now, next visit 14:20");
    }

    @Test
    void daysFartherOffAreDates() {
        FeedHealth health = new FeedHealth(
                FeedHealth.Kind.FAILING,
                "503",
                Optional.of(NOON.minus(Duration.ofDays(40))),
                Optional.of(NOON.plus(Duration.ofDays(1))));
        assertThat(health.inWords(NOON, ZONE)).isEqualTo("failing since 17 Oct 2026: 503, next try Friday 13:00");
    }

    @Test
    void aFallInVolumeIsNoticed() {
        FeedState fine = state(Status.FINE, 0, "");
        assertThat(words(fine, volume(40, 6, 0))).isEqualTo("quiet: 0 new against the usual 6 a day");
        assertThat(words(fine, volume(40, 300, 60))).isEqualTo("quiet: 60 new against the usual 300 a day");
        assertThat(words(fine, volume(40, 1, 0, 0, 0, 0, 0, 0, 0)))
                .isEqualTo("quiet: 0 new in seven days against the usual 7");
    }

    @Test
    void whatMayBeChanceOrHabitIsNoFall() {
        FeedState fine = state(Status.FINE, 0, "");
        assertThat(words(fine, volume(40, 1, 0))).startsWith("fine");
        assertThat(words(fine, volume(40, 300, 150))).startsWith("fine");
        assertThat(words(fine, volume(5, 6, 0))).as("too young to have a habit").startsWith("fine");
        assertThat(words(fine, volume(40, 6, 0, 6, 6, 6, 6, 6, 6, 0, 6, 6, 6, 6, 6, 6, 0, 6, 6, 6, 6, 6, 6, 0)))
                .as("it has this weekday off")
                .startsWith("fine");
        assertThat(words(state(Status.FAILING, 2, "HTTP 503"), volume(40, 6, 0)))
                .as("it is not its fault that nothing came")
                .startsWith("failing");
    }
}
