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
        Path today = folder.resolve("today.db");
        try (Store store = SqliteStore.open(today)) {
            store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
        }
        Path file = folder.resolve("old.db");
        Older.make(file, 3, today);
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
