package org.hearsay.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.Pace;

/** When a feed that is fine is visited next: a pure function of what its owner, its body and its server say. */
final class Schedule {
    /** No wish of a feed keeps us away for longer, or its window of entries may have moved on. */
    private static final Duration MOST = Duration.ofDays(1);

    /**
     * A feed that has been silent is visited at this share of its silence, so what comes then is seen after at most 4 %
     * more: twelve hours without news leave the half hour of the defaults as it is, ten days make it ten hours.
     */
    private static final int SHARE = 24;

    private Schedule() {}

    /**
     * The next visit. An interval that the owner wrote beside the feed beats every wish of the feed; else the feed may
     * ask for more or fewer visits, its server and its silence for fewer.
     *
     * @param freshFor how long the answer stays good by the server's word
     */
    static Instant next(
            Feed feed,
            Instant at,
            Optional<Instant> lastNew,
            Pace pace,
            Optional<Duration> freshFor,
            RunSettings settings) {
        if (feed.every().isPresent()) {
            return at.plus(settings.interval(feed.every()));
        }
        Duration usual = settings.interval(Optional.empty());
        Duration least = usual.compareTo(settings.least()) < 0 ? usual : settings.least();
        Duration pause = pace.every().orElse(usual);
        pause = longer(pause, freshFor.orElse(Duration.ZERO));
        pause = longer(
                pause,
                lastNew.map(last -> Duration.between(last, at).dividedBy(SHARE)).orElse(Duration.ZERO));
        pause = longer(pause, least);
        Instant latest = at.plus(longer(MOST, least));
        Instant next = pause.compareTo(MOST) < 0 ? pace.from(at.plus(pause)) : latest;
        return next.isBefore(latest) ? next : latest;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }
}
