package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStoreTest extends StoreContract {
    private static final Duration SHORT = Duration.ofSeconds(5);

    @RegisterExtension
    static final PostgresDatabases DATABASES = new PostgresDatabases();

    private @Nullable String url;

    @Override
    Store open() {
        url = url == null ? DATABASES.fresh() : url;
        Store store = PostgresStore.open(url, Optional.empty(), SHORT, SHORT);
        // As who searches does.
        store.indexQueue().enrol("test");
        return store;
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidWithHowToMakeIt() {
        refused(DATABASES.server().url("nowhere"), "there is no database 127.0.0.1:", "/nowhere", "CREATE DATABASE");
    }

    @Test
    void anotherOrderOfTextsIsRefused() throws Exception {
        DATABASES
                .server()
                .execute("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'");
        refused(DATABASES.server().url("latin"), "is in LATIN1", "UTF8 and C are needed");
    }

    @Test
    void aUserWhoMayNotIsSaid() throws Exception {
        DATABASES.server().execute("CREATE ROLE guest LOGIN");
        String guest = DATABASES.fresh().replace("user=hearsay", "user=guest");
        refused(guest, "may not write", "owner");
    }

    @Test
    void aDatabaseOfANewerProgramIsLeftAsItIs() throws Exception {
        String newer = DATABASES.fresh();
        PostgresStore.open(newer, Optional.empty(), SHORT, SHORT).close();
        try (Connection connection = DriverManager.getConnection(newer);
                Statement sql = connection.createStatement()) {
            sql.execute("UPDATE flyway_schema_history SET version = '999' WHERE installed_rank ="
                    + " (SELECT max(installed_rank) FROM flyway_schema_history)");
        }
        refused(newer, "written by a newer Hearsay", "999");
    }

    @Test
    void aServerThatIsNotThereIsSaid() {
        refused(
                "jdbc:postgresql://127.0.0.1:1/hearsay?user=hearsay&password=secret",
                "127.0.0.1:1/hearsay",
                "start it");
    }

    @Test
    void aWrongPasswordIsSaidAndNotShown() throws Exception {
        DATABASES.server().askForPasswords("guarded");
        DATABASES.server().execute("CREATE ROLE guarded LOGIN PASSWORD 'right'");
        String guarded = DATABASES.fresh().replace("user=hearsay", "user=guarded");
        assertThatThrownBy(() -> PostgresStore.open(guarded, Optional.of("wrong secret"), SHORT, SHORT))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("refuses the user or the password")
                .hasMessageNotContaining("secret");
    }

    @Test
    void everybodyGoesByTheDatabasesClock() throws Exception {
        String ahead = DATABASES.fresh();
        DATABASES
                .server()
                .execute(
                        ahead,
                        "CREATE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS"
                                + " $$ SELECT pg_catalog.clock_timestamp() + interval '1 minute' $$");
        try (PostgresStore store = PostgresStore.open(
                ahead + "&options=-c%20search_path=public,pg_catalog", Optional.empty(), SHORT, SHORT)) {
            assertThat(Duration.between(Instant.now(), store.clock().instant()))
                    .isCloseTo(Duration.ofMinutes(1), Duration.ofSeconds(5));
        }
    }

    @Test
    void aDatabaseIsHadAloneOrBesideOthers() {
        String shared = DATABASES.fresh();
        try (PostgresStore one = PostgresStore.open(shared, Optional.empty(), SHORT, SHORT);
                PostgresStore other = PostgresStore.open(shared, Optional.empty(), SHORT, SHORT)) {
            assertThat(one.takePart()).isTrue();
            assertThat(other.takeAlone()).isFalse();
            assertThat(other.takePart()).isTrue();
            assertThat(one.takeAlone()).as("the other is there").isFalse();
            other.close();
            assertThat(one.takeAlone()).isTrue();
            try (PostgresStore third = PostgresStore.open(shared, Optional.empty(), SHORT, SHORT)) {
                assertThat(third.takePart()).isFalse();
            }
        }
    }

    @Test
    void aTransactionThatWasCutOffIsDoneOverOnce() {
        String url = DATABASES.fresh();
        try (PostgresStore store = PostgresStore.open(url, Optional.empty(), SHORT, SHORT)) {
            assertThat(store.takePart()).isTrue();
            AtomicInteger runs = new AtomicInteger();
            String done = store.inTransaction(() -> {
                store.note("run", store.note("run").orElse("") + "x");
                if (runs.incrementAndGet() == 1) {
                    cutOffAll(url);
                }
                return "done";
            });
            assertThat(done).isEqualTo("done");
            assertThat(runs).hasValue(2);
            assertThat(store.note("run")).contains("x");
            try (PostgresStore other = PostgresStore.open(url, Optional.empty(), SHORT, SHORT)) {
                assertThat(other.takeAlone())
                        .as("the first took its part again")
                        .isFalse();
            }
        }
    }

    private static void cutOffAll(String url) {
        try {
            DATABASES
                    .server()
                    .execute(
                            url,
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                                    + " AND datname = current_database()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(String url, String... words) {
        assertThatThrownBy(() -> PostgresStore.open(url, Optional.empty(), SHORT, SHORT))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("secret");
    }
}
