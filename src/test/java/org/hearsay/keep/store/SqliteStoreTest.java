package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    Store open() {
        return SqliteStore.open(folder.resolve("hearsay.db"));
    }

    @Test
    void everyConnectionIsAsSafeAsTheOthers() throws SQLException {
        try (Store store = open();
                Connections connections = Connections.open(folder.resolve("hearsay.db"), Duration.ofSeconds(1));
                Connection scheduler = store.dataSource().getConnection();
                Handle asScheduler = Jdbi.create(scheduler).open()) {
            for (String pragma : List.of("journal_mode wal", "synchronous 2", "foreign_keys 1")) {
                String[] words = pragma.split(" ");
                Function<Handle, String> ask = handle -> handle.createQuery("PRAGMA " + words[0])
                        .mapTo(String.class)
                        .one();
                assertThat(connections.read(ask)).as(pragma).isEqualTo(words[1]);
                assertThat(connections.writeAndGet(ask)).as(pragma).isEqualTo(words[1]);
                assertThat(ask.apply(asScheduler)).as(pragma).isEqualTo(words[1]);
            }
            assertThatThrownBy(() -> connections.read(handle -> handle.execute("DELETE FROM notes")))
                    .as("readers cannot write")
                    .isInstanceOf(StoreException.class);
        }
    }
}
