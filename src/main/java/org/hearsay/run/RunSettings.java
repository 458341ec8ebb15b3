package org.hearsay.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * How a run behaves.
 *
 * @param every how often a feed is visited that names no interval of its own
 * @param least the shortest interval that a feed's own line may name
 * @param backoff pause after the first failure of a feed or page; doubles with every further one
 * @param backoffMax the longest such pause
 * @param lookAgain how long after an entry was first seen its page is looked at again, for silent edits; ascending
 * @param hostsAtOnce how many hosts are visited at the same time
 * @param readers how many pages are read at the same time
 * @param patience how long one page may be read
 */
public record RunSettings(
        Duration every,
        Duration least,
        Duration backoff,
        Duration backoffMax,
        List<Duration> lookAgain,
        int hostsAtOnce,
        int readers,
        Duration patience) {
    public RunSettings {
        lookAgain = List.copyOf(lookAgain);
        if (hostsAtOnce < 1 || readers < 1) {
            throw new IllegalArgumentException("at least one host and one reader at a time");
        }
    }

    /** The defaults of the documentation. */
    public static RunSettings defaults() {
        return new RunSettings(
                Duration.ofMinutes(30),
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                Duration.ofHours(6),
                // Most silent corrections are made within the first hours; later ones are caught by the third look.
                List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24)),
                64,
                Runtime.getRuntime().availableProcessors(),
                // The slowest page that was ever seen took twelve seconds; a busy machine makes minutes of them.
                Duration.ofMinutes(5));
    }

    /** Threads that read pages; whoever opens them closes them. */
    ExecutorService openReaders() {
        return new Readers(readers, patience);
    }

    /** How often a feed is visited whose line asks for {@code own}. */
    Duration interval(Optional<Duration> own) {
        return own.map(asked -> asked.compareTo(least) < 0 ? least : asked).orElse(every);
    }

    /**
     * The pause after {@code failures} in a row of one feed or page: up to a fifth shorter than that of another, so that
     * a thousand that failed together do not come back together, and the same for one name every time.
     */
    Duration pauseAfter(int failures, String name) {
        long spread = (name.hashCode() * 0x9E3779B1L >>> 8) & 0xffff;
        Duration pause = pauseAfter(failures);
        return pause.minus(pause.multipliedBy(spread).dividedBy(5L * 0x10000));
    }

    /** The longest pause after {@code failures} in a row. */
    Duration pauseAfter(int failures) {
        // 2^16 times any pause is past every cap, and a larger shift would overflow.
        Duration pause = backoff.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 16));
        return pause.compareTo(backoffMax) < 0 ? pause : backoffMax;
    }
}
