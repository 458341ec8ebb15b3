package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
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

    @Test
    void aBusyWriterLocksTheSchedulerOutForNoTurn() throws Exception {
        try (SqliteStore store = SqliteStore.open(folder.resolve("hearsay.db"), Duration.ofMillis(200));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            DataSource source = store.dataSource();
            AtomicBoolean stop = new AtomicBoolean();
            List<Future<Integer>> writers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String name = "writer " + i;
                writers.add(threads.submit(() -> {
                    int written = 0;
                    while (!stop.get()) {
                        store.note(name, Integer.toString(written++));
                    }
                    return written;
                }));
            }
            try {
                for (int turn = 0; turn < 30; turn++) {
                    try (Connection connection = source.getConnection();
                            PreparedStatement update =
                                    connection.prepareStatement("UPDATE scheduled_tasks SET version = version + 1")) {
                        update.executeUpdate(); // "database is locked" without a queue
                    }
                }
            } finally {
                stop.set(true);
            }
            for (Future<Integer> writer : writers) {
                assertThat(writer.get()).isPositive();
            }
        }
    }
}
