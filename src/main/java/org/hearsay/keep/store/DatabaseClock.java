package org.hearsay.keep.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of the database's machine, which all go by who work on it: what one worker calls due, or takes for dead, must
 * not depend on whose clock is fast. It is asked once a minute; between, this machine's own time is counted on from there,
 * whatever somebody sets its clock to.
 */
final class DatabaseClock implements InstantSource {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);
    /** More than a clock kept by the network is ever off. */
    private static final Duration WORTH_SAYING = Duration.ofSeconds(5);

    /** @param counted {@link System#nanoTime} when the database said {@code said} */
    private record Asked(Instant said, long counted) {
        Instant now() {
            return said.plusNanos(System.nanoTime() - counted);
        }
    }

    private volatile Asked last;
    private boolean saidSo;

    /** Asks. */
    DatabaseClock(Handle handle) {
        last = asked(handle);
        compare();
    }

    @Override
    public Instant instant() {
        return last.now();
    }

    boolean isOld() {
        return System.nanoTime() - last.counted() > ASK_AGAIN.toNanos();
    }

    void ask(Handle handle) {
        last = asked(handle);
        compare();
    }

    private static Asked asked(Handle handle) {
        long from = System.nanoTime();
        long micros = handle.createQuery("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")
                .mapTo(Long.class)
                .one();
        long to = System.nanoTime();
        // It was read somewhere between; the middle is off by half the way there and back at most.
        return new Asked(Instant.EPOCH.plusNanos(micros * 1_000), from + (to - from) / 2);
    }

    private synchronized void compare() {
        Duration off = Duration.between(instant(), InstantSource.system().instant());
        boolean far = off.abs().compareTo(WORTH_SAYING) > 0;
        if (far && !saidSo) {
            LOG.warn(
                    "clock of this machine is off by={}s; everybody goes by the database's: set it right",
                    off.toSeconds());
        }
        saidSo = far;
    }
}
