package org.hearsay.gather.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much a feed brought of late.
 *
 * @param since its first visit that brought anything; what that brought is older and does not count
 * @param days new entries in each of the last {@link #DAYS} days, counted in spans of 24 hours back from now, the last
 *     one first
 */
public record FeedVolume(Optional<Instant> since, List<Integer> days) {
    /** Four weeks: news have the rhythm of a week, and of anything longer too little is kept in mind. */
    public static final int DAYS = 28;

    private static final int WEEK = 7;

    /** Fewer days than this tell no habit. */
    private static final int ENOUGH = 7;

    /** A fall that chance brings about once in a hundred looks or more often is none. */
    private static final double CHANCE = 0.01;

    /** Editors have good days and bad ones far beyond chance; two thirds less than usual are more than a bad day. */
    private static final double FALL = 1.0 / 3;

    public static final FeedVolume NONE = new FeedVolume(Optional.empty(), List.of());

    public FeedVolume {
        days = List.copyOf(days);
    }

    /** In words, if it brings much less than it used to: "0 new against the usual 6 a day". */
    Optional<String> quiet(Instant now) {
        int known = since.map(first ->
                        (int) Math.min(days.size(), Duration.between(first, now).toDays()))
                .orElse(0);
        if (known <= ENOUGH) {
            return Optional.empty();
        }
        double daily = mean(1, known, 1);
        int sameWeekdays = (known - 1) / WEEK;
        // Against the emptier of all days and the same weekday: on a Sunday a Sunday is usual.
        double usual = sameWeekdays < 2 ? daily : Math.min(daily, mean(WEEK, known, WEEK));
        if (fell(days.get(0), usual)) {
            return Optional.of(days.get(0) + " new against the usual " + Math.max(1, Math.round(daily)) + " a day");
        }
        if (known < 3 * WEEK) {
            return Optional.empty();
        }
        int week = days.subList(0, WEEK).stream().mapToInt(Integer::intValue).sum();
        double weekly = mean(WEEK, known, 1) * WEEK;
        return fell(week, weekly)
                ? Optional.of(week + " new in seven days against the usual " + Math.round(weekly))
                : Optional.empty();
    }

    private double mean(int from, int to, int step) {
        int sum = 0;
        int count = 0;
        for (int day = from; day < to; day += step) {
            sum += days.get(day);
            count++;
        }
        return count == 0 ? 0 : (double) sum / count;
    }

    private static boolean fell(int now, double usual) {
        return now <= usual * FALL && atMost(now, usual) < CHANCE;
    }

    /** The chance of so few where {@code mean} are usual and they come independently (Poisson). */
    private static double atMost(int few, double mean) {
        double term = Math.exp(-mean);
        double sum = term;
        for (int k = 1; k <= few; k++) {
            term *= mean / k;
            sum += term;
        }
        return sum;
    }
}
