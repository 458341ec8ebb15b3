package org.hearsay.gather.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How often a feed asks to be read, and when not. All of it is a wish: whoever plans visits bounds it.
 *
 * @param every the least time between two visits: {@code ttl} in minutes (RSS 2.0), else {@code sy:updatePeriod}
 *     divided by {@code sy:updateFrequency} (RSS 1.0 Syndication); always positive
 * @param skipHours hours of the day in UTC, 0 to 23, in which nothing is new; never all of them
 * @param skipDays days in UTC on which nothing is new; never all of them
 */
public record Pace(Optional<Duration> every, SortedSet<Integer> skipHours, SortedSet<DayOfWeek> skipDays) {
    /** The feed says nothing. */
    public static final Pace NONE = new Pace(Optional.empty(), new TreeSet<>(), new TreeSet<>());

    public Pace {
        // Who skips every hour or day has misunderstood the element, and would never be read again.
        skipHours = java.util.Collections.unmodifiableSortedSet(
                skipHours.size() >= 24 ? new TreeSet<>() : new TreeSet<>(skipHours));
        skipDays = java.util.Collections.unmodifiableSortedSet(
                skipDays.size() >= 7 ? new TreeSet<>() : new TreeSet<>(skipDays));
        every = every.filter(Duration::isPositive);
        if (!skipHours.isEmpty() && (skipHours.first() < 0 || skipHours.last() > 23)) {
            throw new IllegalArgumentException("hours are 0 to 23, not " + skipHours);
        }
    }

    /** Whether the feed asks not to be read at that time. */
    public boolean skips(Instant at) {
        ZonedDateTime time = at.atZone(ZoneOffset.UTC);
        return skipHours.contains(time.getHour()) || skipDays.contains(time.getDayOfWeek());
    }

    /**
     * {@code due}, or the first full hour after it that is not skipped: at most seven days later.
     *
     * <pre>{@code
     * Instant next = pace.from(lastVisit.plus(pace.every().orElse(usual)));
     * }</pre>
     */
    public Instant from(Instant due) {
        Instant time = due;
        // A week has 168 hours, and not all of them are skipped.
        for (int hours = 0; hours <= 168 && skips(time); hours++) {
            time = time.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        }
        return time;
    }
}
