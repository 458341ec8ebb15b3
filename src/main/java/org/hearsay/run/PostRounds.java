package org.hearsay.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.hearsay.keep.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes round with the post twice a minute for as long as it is open; of all processes on a store, one at a time. */
public final class PostRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostRounds.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Scheduler scheduler;
    private final AtomicBoolean ended = new AtomicBoolean();

    private PostRounds(Store store, Runnable round, Consumer<Throwable> onFault) {
        RecurringTask<Void> letters =
                Tasks.recurring("post", FixedDelay.of(EVERY)).execute((instance, context) -> go(round, onFault));
        this.scheduler = Leases.scheduler(store, "scheduled_letters", List.of())
                .startTasks(letters)
                .threads(1)
                .build();
    }

    /**
     * Starts going round.
     *
     * @param round makes and sends the letters that are due
     * @param onFault told, once, of a fault of our own disk; the program should end
     */
    public static PostRounds start(Store store, Runnable round, Consumer<Throwable> onFault) {
        PostRounds rounds = new PostRounds(store, round, onFault);
        rounds.scheduler.start();
        return rounds;
    }

    private void go(Runnable round, Consumer<Throwable> onFault) {
        try {
            round.run();
        } catch (RuntimeException | Error e) {
            if (!ended.getAndSet(true)) {
                LOG.error("stopping the post", e);
                onFault.accept(e);
            }
        }
    }

    /** Waits some seconds for the round that is under way. */
    @Override
    public void close() {
        ended.set(true);
        scheduler.stop();
    }
}
