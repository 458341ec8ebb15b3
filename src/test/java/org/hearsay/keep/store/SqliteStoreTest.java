package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.keep.store.Samples.NOON;
import static org.hearsay.keep.store.Samples.article;
import static org.hearsay.keep.store.Samples.fingerprint;
import static org.hearsay.keep.store.Samples.stored;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    void aStoreFromBeforeTopicsGetsThemFromItsFingerprints() throws Exception {
        Path file = folder.resolve("old.db");
        try (Store old = SqliteStore.open(file)) {
            old.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
            old.articles().add(stored("b", 1, NOON), fingerprint(Optional.empty(), 2));
            old.watches().save(new Watches.Recipient("a@b.c", java.time.ZoneId.of("UTC"), 7, List.of(), false));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute("DROP TABLE deeds");
            sql.execute("DROP TABLE texts");
            sql.execute("DROP INDEX pages_by_place");
            sql.execute("ALTER TABLE pages DROP COLUMN dropped");
            for (String table : List.of(
                    "topics",
                    "entity_articles",
                    "entity_decision_articles",
                    "entity_decisions",
                    "story_ties",
                    "story_queue",
                    "story_moves")) {
                sql.execute("DROP TABLE " + table);
            }
            sql.execute("ALTER TABLE articles DROP COLUMN tied");
            sql.execute("ALTER TABLE corrections DROP COLUMN taken_back");
            Older.beforeReaders(sql);
            sql.execute("DROP INDEX entries_by_feed_ending");
            sql.execute("DROP INDEX recipients_by_token");
            sql.execute("DROP INDEX letters_by_reader");
            for (String column : new String[] {"days", "standing", "note", "token"}) {
                sql.execute("ALTER TABLE recipients DROP COLUMN " + column);
            }
            sql.execute("ALTER TABLE recipients ADD COLUMN paused BOOLEAN NOT NULL DEFAULT TRUE");
            sql.execute("DELETE FROM flyway_schema_history WHERE CAST(version AS INTEGER) >= 3");
        }
        try (Store now = SqliteStore.open(file)) {
            assertThat(now.stories().near(article("b"), Set.of("china"), 1, 9))
                    .containsExactly(new Stories.Text(article("a"), 1, false));
            assertThat(now.watches().recipients())
                    .containsExactly(new Watches.Recipient("a@b.c", java.time.ZoneId.of("UTC"), 7, List.of(), true));
        }
    }
}
