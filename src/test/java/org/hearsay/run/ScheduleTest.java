package org.hearsay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.Pace;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    /** A Friday. */
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static final PageUrl URL = PageUrl.of("https://star.example/rss");
    private static final Feed FEED = new Feed(URL, Optional.empty(), Optional.empty(), List.of(), false);
    private static final RunSettings SETTINGS = RunSettings.defaults();

    private static Duration pause(Optional<Instant> lastNew, Pace pace, Optional<Duration> freshFor) {
        return Duration.between(NOON, Schedule.next(FEED, NOON, lastNew, pace, freshFor, SETTINGS));
    }

    private static Pace every(Duration every) {
        return new Pace(Optional.of(every), new TreeSet<>(), new TreeSet<>());
    }

    @Test
    void aFeedThatAsksForNothingIsVisitedAtTheUsualInterval() {
        assertThat(pause(Optional.of(NOON), Pace.NONE, Optional.empty())).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aFeedMayAskForMoreOrFewerVisitsWithinBounds() {
        assertThat(pause(Optional.empty(), every(Duration.ofMinutes(10)), Optional.empty()))
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(pause(Optional.empty(), every(Duration.ofSeconds(10)), Optional.empty()))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(pause(Optional.empty(), every(Duration.ofHours(3)), Optional.empty()))
                .isEqualTo(Duration.ofHours(3));
        assertThat(pause(Optional.empty(), every(Duration.ofDays(365)), Optional.empty()))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void whatIsFreshIsNotAskedForAgain() {
        assertThat(pause(Optional.empty(), Pace.NONE, Optional.of(Duration.ofHours(2))))
                .isEqualTo(Duration.ofHours(2));
        assertThat(pause(Optional.empty(), Pace.NONE, Optional.of(Duration.ofSeconds(60))))
                .as("a cache's minute does not hurry us")
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(pause(Optional.empty(), Pace.NONE, Optional.of(Duration.ofSeconds(Integer.MAX_VALUE))))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aSilentFeedIsVisitedLessOften() {
        assertThat(pause(Optional.of(NOON.minus(Duration.ofHours(12))), Pace.NONE, Optional.empty()))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(pause(Optional.of(NOON.minus(Duration.ofDays(10))), Pace.NONE, Optional.empty()))
                .isEqualTo(Duration.ofHours(10));
        assertThat(pause(Optional.of(NOON.minus(Duration.ofDays(1000))), Pace.NONE, Optional.empty()))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void hoursAndDaysAreSkippedButNeverMoreThanADay() {
        Pace night = new Pace(Optional.empty(), new TreeSet<>(List.of(12, 13)), new TreeSet<>());
        assertThat(Schedule.next(FEED, NOON, Optional.empty(), night, Optional.empty(), SETTINGS))
                .isEqualTo("2026-11-20T14:00:00Z");
        Pace weekend = new Pace(
                Optional.of(Duration.ofHours(13)),
                new TreeSet<>(),
                new TreeSet<>(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
        assertThat(Schedule.next(FEED, NOON, Optional.empty(), weekend, Optional.empty(), SETTINGS))
                .isEqualTo("2026-11-21T12:00:00Z");
    }

    @Test
    void theOwnersIntervalBeatsEveryWish() {
        Feed own = new Feed(URL, Optional.empty(), Optional.of(Duration.ofMinutes(7)), List.of(), false);
        assertThat(Schedule.next(
                        own,
                        NOON,
                        Optional.of(NOON.minus(Duration.ofDays(99))),
                        every(Duration.ofHours(9)),
                        Optional.of(Duration.ofHours(9)),
                        SETTINGS))
                .isEqualTo(NOON.plus(Duration.ofMinutes(7)));
    }
}
