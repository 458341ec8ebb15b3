package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table that V2__timetable.sql makes is the one that the scheduler expects. */
class TimetableTableTest {
    @TempDir
    Path folder;

    @Test
    void theSchedulerRunsOnTheStoresDataSourceBesideItsTransactions() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(3);
        try (SqliteStore store = SqliteStore.open(folder.resolve("hearsay.db"))) {
            var task = Tasks.recurring("count", FixedDelay.of(Duration.ofMillis(20)))
                    .execute((instance, context) -> {
                        store.note("ran", instance.getTaskName());
                        ran.countDown();
                    });
            Scheduler scheduler = Scheduler.create(store.dataSource())
                    .startTasks(task)
                    .enablePriority()
                    .pollingInterval(Duration.ofMillis(20))
                    .threads(1)
                    .build();
            scheduler.start();
            try {
                assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
            } finally {
                scheduler.stop();
            }
            assertThat(scheduler.getScheduledExecutions()).hasSize(1);
            assertThat(store.note("ran")).contains("count");
            store.forgetTimetable();
            assertThat(scheduler.getScheduledExecutions()).isEmpty();
        }
    }
}
