package org.hearsay.keep.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a server every few seconds whether it is there, on a connection of its own, for as long as it is open. A network
 * may be cut without an end of any connection, and then whoever waits for an answer waits for ever; no bound on a single
 * answer would do, for some statements may take long. So where the server is silent for too long all connections are cut,
 * and whoever waited on them begins anew.
 */
final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final Lines lines;
    private final String where;
    private final Duration silence;
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pulse").daemon().factory());
    private volatile long inTouchSince = System.nanoTime();
    private long heard = System.nanoTime();
    private boolean said;
    private @Nullable Connection connection;

    /** @param silence the longest that a server is waited for which is there */
    private Pulse(Lines lines, String where, Duration silence) {
        this.lines = lines;
        this.where = where;
        this.silence = silence;
    }

    static Pulse of(Lines lines, String where, Duration silence) {
        Pulse pulse = new Pulse(lines, where, silence);
        // Five times within the longest silence, so that a beat that is late is no silence.
        long beat = silence.toNanos() / 5;
        var unused = pulse.beats.scheduleWithFixedDelay(pulse::ask, beat, beat, TimeUnit.NANOSECONDS);
        return pulse;
    }

    /** How long the server has answered without a silence, as far as is known. */
    Duration inTouch() {
        return Duration.ofNanos(System.nanoTime() - inTouchSince);
    }

    private void ask() {
        try {
            boolean answered = answers();
            long now = System.nanoTime();
            boolean silent = now - heard > silence.toNanos();
            if (silent) {
                inTouchSince = now;
            }
            if (answered) {
                heard = now;
                said = false;
                lines.forgetClosed();
            } else if (silent) {
                say(now - heard);
                lines.cut();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.error("no longer looking whether database={} is there", where, e);
            beats.shutdown();
        }
    }

    private void say(long nanos) {
        if (!said) {
            said = true;
            LOG.warn(
                    "silent database={} for s={}: beginning anew what was asked of it",
                    where,
                    TimeUnit.NANOSECONDS.toSeconds(nanos));
        }
    }

    private boolean answers() {
        try {
            if (connection == null) {
                connection = lines.getConnection();
            }
            if (connection.isValid((int) Math.max(1, silence.toSeconds()))) {
                return true;
            }
        } catch (SQLException e) {
            // Whoever wants something of the server says so; here it only counts that there was no answer.
            LOG.debug("no answer from database={}", where, e);
        }
        hangUp();
        return false;
    }

    private void hangUp() {
        Connection used = connection;
        connection = null;
        if (used != null) {
            try {
                used.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("cannot hang up on database={}", where, e);
            }
        }
    }

    @Override
    public void close() {
        beats.close();
        hangUp();
    }
}
