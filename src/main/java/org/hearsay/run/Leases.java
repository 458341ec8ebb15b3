package org.hearsay.run;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.hearsay.keep.store.Store;

/**
 * How a worker has a row of the scheduler: by a heartbeat in the database, on the database's clock. A worker that has not
 * been heard of for a while is taken for dead, and its rows by another; one that was only cut off must have ended its
 * requests by then, so it begins none that might last longer than its lease. Nobody is taken for dead by one who was cut
 * off himself.
 */
final class Leases {
    /** How late a due row may start. */
    private static final Duration POLL = Duration.ofSeconds(1);
    /** Rows are taken over this long after the last sign of life, then looked for every two heartbeats: 37 s at most. */
    private static final Duration TERM = Duration.ofSeconds(30);

    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    /** What may be begun after two heartbeats that did not get through, and ends before another may take the row. */
    static final Duration LONGEST = TERM.minus(HEARTBEAT.multipliedBy(2));
    /** Who has the store to himself cannot be taken for dead, and need not write so often that he is not. */
    private static final Duration CALM_HEARTBEAT = Duration.ofSeconds(10);
    /** Rows whose task this program does not know are never thrown away; a newer one may have made them. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private Leases() {}

    /** A scheduler for the rows of a table. */
    static SchedulerBuilder scheduler(Store store, String table, List<Task<?>> tasks) {
        InstantSource clock = store.clock();
        SchedulerBuilder builder = Scheduler.create(store.dataSource(), tasks)
                .tableName(table)
                .schedulerName(new SchedulerName.Fixed(worker()))
                .clock(clock::instant)
                .pollingInterval(POLL)
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(Duration.ofSeconds(5));
        return store.shared()
                // Told and not asked for: a server that is away just now would be taken for one of another make.
                ? builder.jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                        // Workers that ask at the same time get different rows, instead of racing for the same.
                        .pollUsingLockAndFetch(0.5, 1.0)
                        .heartbeatInterval(HEARTBEAT)
                        .missedHeartbeatsLimit((int) TERM.dividedBy(HEARTBEAT))
                : builder.heartbeatInterval(CALM_HEARTBEAT).missedHeartbeatsLimit(4);
    }

    /**
     * Whether a worker that is not heard of may be taken for dead. While the store was out of reach nobody could be heard
     * of, so all get the time of a lease again.
     */
    static boolean knowsWhoIsDead(Store store) {
        return store.inTouch().compareTo(TERM) > 0;
    }

    /** Whether what is begun now and lasts as long as {@code longest} ends before another may take the row. */
    static boolean lastFor(Duration longest, CurrentlyExecuting row, Store store) {
        if (!store.shared()) {
            return true;
        }
        Duration silent = TERM.multipliedBy((long) (row.getHeartbeatState().getFractionDead() * 1_000))
                .dividedBy(1_000);
        return TERM.minus(silent).compareTo(longest) >= 0;
    }

    /** For people who look at the table, and for the log. */
    private static String worker() {
        String pid = "/" + ProcessHandle.current().pid();
        try {
            return InetAddress.getLocalHost().getHostName() + pid;
        } catch (UnknownHostException e) {
            return "unnamed" + pid; // a machine need not be able to look itself up
        }
    }
}
