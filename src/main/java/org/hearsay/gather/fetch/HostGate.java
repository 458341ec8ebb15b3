package org.hearsay.gather.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Politeness towards one host: one request at a time, a pause after each, and silence for as long as the host asked
 * for. Threads pass in the order in which they came.
 */
final class HostGate {
    private final Semaphore turn = new Semaphore(1, true);
    private final CountDownLatch closed;
    private volatile Duration delay;
    private volatile Instant restUntil = Instant.MIN;
    private long freeAt = System.nanoTime();

    /** @param closed opens when the fetcher is closed, which ends every wait */
    HostGate(Duration delay, CountDownLatch closed) {
        this.delay = delay;
        this.closed = closed;
    }

    /** Waits for the turn and for the pause after the last request; {@link #leave} must follow. */
    void enter() throws InterruptedException {
        turn.acquire();
        boolean passed = false;
        try {
            if (closed.await(Math.max(0, freeAt - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                throw new InterruptedException("the fetcher was closed");
            }
            passed = true;
        } finally {
            if (!passed) {
                turn.release();
            }
        }
    }

    void leave() {
        freeAt = System.nanoTime() + delay.toNanos();
        turn.release();
    }

    /** The pause is never made shorter than it was. */
    void slowTo(Duration wished) {
        if (wished.compareTo(delay) > 0) {
            delay = wished;
        }
    }

    void restUntil(Instant time) {
        restUntil = time;
    }

    /** Until when the host asked to be left alone, if that is still to come. */
    Optional<Instant> restsUntil(Instant now) {
        Instant until = restUntil;
        return until.isAfter(now) ? Optional.of(until) : Optional.empty();
    }
}
