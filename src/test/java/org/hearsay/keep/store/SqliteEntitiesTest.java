package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.keep.store.Samples.NOON;
import static org.hearsay.keep.store.Samples.fingerprint;
import static org.hearsay.keep.store.Samples.stored;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.ArticleId;
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
            // Back through each migration, to before the one that is tried.
            for (String table : List.of("story_ties", "story_queue", "story_moves")) {
                sql.execute("DROP TABLE " + table);
            }
            sql.execute("ALTER TABLE articles DROP COLUMN tied");
            sql.execute("DROP TABLE deeds");
            sql.execute("DROP TABLE texts");
            sql.execute("DROP INDEX pages_by_place");
            sql.execute("ALTER TABLE pages DROP COLUMN dropped");
            Older.beforeReaders(sql);
            sql.execute("DROP INDEX entries_by_feed_ending");
            sql.execute("DROP INDEX letters_by_reader");
            sql.execute("DROP INDEX recipients_by_token");
            for (String column : List.of("days", "standing", "note", "token")) {
                sql.execute("ALTER TABLE recipients DROP COLUMN " + column);
            }
            sql.execute("ALTER TABLE recipients ADD COLUMN paused BOOLEAN NOT NULL DEFAULT FALSE");
            sql.execute("ALTER TABLE corrections DROP COLUMN taken_back");
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

    @Test
    void ofACountryThatMostArticlesNameTheNewestComeFirst() throws Exception {
        Path file = folder.resolve("many.db");
        try (Store store = SqliteStore.open(file)) {
            store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            String numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) ";
            String columns = "version, url, happened, story, origin, first_seen, fingerprint";
            sql.execute(numbers + "INSERT INTO articles (article, fetched, " + columns
                    + ") SELECT 'n' || i, fetched + i, " + columns + " FROM n, articles");
            sql.execute(numbers + "INSERT INTO entity_articles SELECT 'location:china', 'n' || i, 'China', 2 FROM n");
        }
        EntityId china = new EntityId("location:china");
        EntityId other = new EntityId("location:taiwan");
        try (Store store = SqliteStore.open(file)) {
            Entities entities = store.entities();
            assertThat(entities.articles(china, 3)).map(ArticleId::text).containsExactly("n3000", "n2999", "n2998");
            assertThat(entities.known(china)).map(Entities.Known::articles).hasValue(3001);

            entities.split(china, other, Set.of(new ArticleId("n2999")), new Entities.Said("ann", "not so", NOON));
            assertThat(entities.articles(china, 3)).map(ArticleId::text).containsExactly("n3000", "n2998", "n2997");
            assertThat(entities.known(china)).map(Entities.Known::articles).hasValue(3000);
            assertThat(entities.articles(other, 3)).map(ArticleId::text).containsExactly("n2999");
        }
    }
}
