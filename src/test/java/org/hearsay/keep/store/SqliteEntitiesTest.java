package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.keep.store.Samples.NOON;
import static org.hearsay.keep.store.Samples.fingerprint;
import static org.hearsay.keep.store.Samples.stored;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.language.EntityId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteEntitiesTest extends EntitiesContract {
    @TempDir
    Path folder;

    @Override
    Store open() {
        return SqliteStore.open(folder.resolve("hearsay.db"));
    }

    @Test
    void aStoreFromBeforeEntitiesGetsThemFromItsArticles() throws Exception {
        Path file = folder.resolve("old.db");
        try (Store old = SqliteStore.open(file)) {
            old.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute("DROP TABLE entity_articles");
            sql.execute("DROP TABLE entity_decision_articles");
            sql.execute("DROP TABLE entity_decisions");
            sql.execute("DELETE FROM flyway_schema_history WHERE CAST(version AS INTEGER) >= 4");
        }
        EntityId china = new EntityId("location:china");
        try (Store now = SqliteStore.open(file)) {
            assertThat(now.entities().known(china)).contains(new Entities.Known(china, "China", 1, 1, Set.of(china)));
        }
    }
}
