package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
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
        Store store = PostgresStore.open(url, Optional.empty(), SHORT);
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
        PostgresStore.open(newer, Optional.empty(), SHORT).close();
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

    private static void refused(String url, String... words) {
        assertThatThrownBy(() -> PostgresStore.open(url, Optional.empty(), SHORT))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("secret");
    }
}
