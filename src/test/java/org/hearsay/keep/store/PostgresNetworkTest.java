package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A network between a process and PostgreSQL that fails, in the ways that networks do. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PostgresNetworkTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration SILENCE = Duration.ofSeconds(2);

    @RegisterExtension
    static final PostgresDatabases DATABASES = new PostgresDatabases();

    private String direct = "";
    private Wire wire;

    @BeforeEach
    void layTheWire() throws IOException {
        direct = DATABASES.fresh();
        wire = Wire.to(DATABASES.server().port());
    }

    @AfterEach
    void takeTheWireAway() throws IOException {
        wire.close();
    }

    private PostgresStore far() {
        return PostgresStore.open(DATABASES.server().over(wire, direct), Optional.empty(), PATIENCE, SILENCE);
    }

    /** Runs a transaction whose first run loses the network in its middle, and gives what {@code meanwhile} needs its time. */
    private void aTransactionIsDoneOnceThough(Trouble begins, Trouble meanwhile) throws Exception {
        try (PostgresStore store = far()) {
            AtomicInteger runs = new AtomicInteger();
            CountDownLatch broken = new CountDownLatch(1);
            CompletableFuture<Integer> done = CompletableFuture.supplyAsync(() -> store.inTransaction(() -> {
                store.note("runs", store.note("runs").orElse("") + "x");
                if (runs.incrementAndGet() == 1) {
                    happens(begins);
                    broken.countDown();
                }
                store.note("after", "y");
                return runs.get();
            }));
            broken.await();
            meanwhile.happens();
            wire.mend();
            assertThat(done.get()).isEqualTo(2);
            assertThat(store.note("runs")).contains("x");
            assertThat(store.note("after")).contains("y");
            assertThat(store.inTouch()).as("a break was noticed").isLessThan(Duration.ofSeconds(30));
        }
    }

    private static void happens(Trouble trouble) {
        try {
            trouble.happens();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Trouble {
        void happens() throws Exception;
    }

    @Test
    void aNetworkThatCarriesNothingForAWhileLosesNothingAndHoldsNobodyUp() throws Exception {
        aTransactionIsDoneOnceThough(wire::stall, () -> {
            // Another process gets its turn although the server hears nothing of whoever had it.
            try (PostgresStore near = PostgresStore.open(direct, Optional.empty(), PATIENCE, SILENCE)) {
                assertThat(near.inTransaction(() -> near.note("runs"))).isEmpty();
            }
            wire.awaitCalls(1);
        });
    }

    @Test
    void aNetworkThatIsCutForAWhileLosesNothing() throws Exception {
        aTransactionIsDoneOnceThough(wire::cut, () -> wire.awaitCalls(3));
    }

    @Test
    void whoHadItAloneHasItAgainAfterASilence() throws Exception {
        try (PostgresStore store = far()) {
            assertThat(store.takeAlone()).isTrue();
            wire.stall();
            CompletableFuture<Optional<String>> read = CompletableFuture.supplyAsync(() -> store.note("any"));
            wire.awaitCalls(1);
            wire.mend();
            assertThat(read.get()).isEmpty();
            try (PostgresStore other = PostgresStore.open(direct, Optional.empty(), PATIENCE, SILENCE)) {
                assertThat(other.takePart()).isFalse();
            }
        }
    }

    @Test
    void aServerThatIsTooOldIsSaid() throws Exception {
        // The server says its version when a connection begins, as "server_version", a NUL and the number.
        try (Wire older =
                Wire.to(DATABASES.server().port(), said -> said.replaceFirst("(server_version\0)\\d\\d", "$114"))) {
            assertThatThrownBy(() -> PostgresStore.open(
                            DATABASES.server().over(older, direct), Optional.empty(), PATIENCE, SILENCE))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll("is PostgreSQL 14.", "15 or newer is needed: upgrade it");
        }
    }

    @Test
    void aServerThatSaysNothingAtFirstIsNotWaitedForLong() throws Exception {
        wire.stall();
        assertThatThrownBy(this::far)
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("cannot be reached", "start it");
    }
}
