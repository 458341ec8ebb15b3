package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hearsay.keep.store.Samples.NOON;
import static org.hearsay.keep.store.Samples.article;
import static org.hearsay.keep.store.Samples.fingerprint;
import static org.hearsay.keep.store.Samples.stored;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.hearsay.ClosedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTroubleTest {
    private static final Duration SHORT = Duration.ofMillis(100);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("hearsay.db");
    }

    @Test
    void aFileThatIsNoDatabaseIsNamed() throws IOException {
        Files.writeString(file(), "feeds, and nothing but feeds, and more than sixteen bytes");
        assertTrouble().hasMessageContaining("is no store of Hearsay").hasMessageContaining("backup");
        assertThat(Files.readString(file())).startsWith("feeds");
        Files.write(file(), new byte[] {1, 2, 3});
        assertTrouble().hasMessageContaining("is no store of Hearsay");
    }

    @Test
    void aFolderInItsPlaceIsNamed() throws IOException {
        Files.createDirectory(file());
        assertTrouble().hasMessageContaining("is a folder");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> SqliteStore.open(folder.resolve("none").resolve("hearsay.db")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void aFolderThatMayNotBeWrittenIsNamed() {
        try (ClosedFolder closed = ClosedFolder.at(folder)) {
            assertThat(closed).isNotNull();
            assertTrouble().hasMessageContaining("may not be written");
        }
    }

    @Test
    void aStoreOfANewerProgramIsLeftAlone() throws SQLException {
        SqliteStore.open(file()).close();
        try (Connection raw = SqliteConnections.source(file(), SHORT, false).getConnection()) {
            raw.createStatement()
                    .execute("INSERT INTO flyway_schema_history VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1,"
                            + " 'x', '2030-01-01 00:00:00', 1, 1)");
        }
        assertTrouble().hasMessageContaining("newer Hearsay").hasMessageContaining("99");
    }

    @Test
    void damageIsSaidToBeDamage() throws IOException {
        try (SqliteStore store = SqliteStore.open(file())) {
            store.inTransaction(() -> {
                for (int i = 0; i < 200; i++) {
                    store.articles().add(stored("a" + i, 1, NOON), fingerprint(Optional.empty(), i));
                }
                return true;
            });
        }
        byte[] noise = new byte[(int) Files.size(file()) - 4096];
        new Random(5).nextBytes(noise);
        try (FileChannel raw = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            raw.write(ByteBuffer.wrap(noise), 4096);
        }
        assertThatThrownBy(() -> {
                    try (SqliteStore store = SqliteStore.open(file())) {
                        store.articles().each(a -> {});
                    }
                })
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("backup")
                .message()
                .hasLineCount(1);
    }

    @Test
    void aLockOfAnotherProcessIsNamedWhenOpening() throws SQLException {
        SqliteStore.open(file()).close();
        try (Connection other = SqliteConnections.source(file(), SHORT, false).getConnection()) {
            other.createStatement().execute("PRAGMA locking_mode = EXCLUSIVE");
            other.createStatement().execute("INSERT INTO notes VALUES ('a', 'b')");
            assertThatThrownBy(() -> SqliteStore.open(file(), SHORT))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("locked by another process")
                    .message()
                    .hasLineCount(1);
        }
        SqliteStore.open(file()).close();
    }

    @Test
    void aLockOfAnotherProcessIsNamedWhenWritingAndNothingIsLost() throws SQLException {
        try (SqliteStore store = SqliteStore.open(file(), SHORT);
                Connection other =
                        SqliteConnections.source(file(), SHORT, false).getConnection()) {
            other.createStatement().execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> store.note("a", "1"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("locked by another process");
            assertThat(store.note("a")).isEmpty();
            other.createStatement().execute("ROLLBACK");
            store.note("a", "2");
            assertThat(store.note("a")).contains("2");
        }
    }

    @Test
    void aFullDiskIsNamedAndTheStoreGoesOnAfterwards() {
        SqliteStore.open(file()).close();
        try (SqliteConnections connections = SqliteConnections.open(file(), SHORT)) {
            // The engine's own limit fails with the same code at the same place as a full disk.
            connections.read(handle ->
                    handle.createQuery("SELECT 1").mapTo(Integer.class).one());
            pragma(connections, "PRAGMA max_page_count = 80");
            SqlArticles articles = new SqlArticles(connections, new SqlEntities(connections));
            assertThatThrownBy(() -> connections.inTransaction(() -> {
                        for (int i = 0; i < 500; i++) {
                            articles.add(stored("a" + i, 1, NOON), fingerprint(Optional.empty(), i));
                        }
                        return true;
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("the disk is full")
                    .hasMessageContaining("make room");
            assertThat(articles.count()).isZero();
            pragma(connections, "PRAGMA max_page_count = 100000");
            articles.add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
            assertThat(articles.current(article("a"))).isPresent();
        }
    }

    private static void pragma(Connections connections, String pragma) {
        connections.write(handle -> handle.createQuery(pragma).mapTo(Long.class).one());
    }

    @Test
    void aValueOfAnotherFormIsAnError() throws SQLException {
        try (SqliteStore store = SqliteStore.open(file())) {
            store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
            for (String[] change : new String[][] {
                {"{\"v\":1,", "{\"v\":2,", "in form 2"},
                {"{\"v\":2,", "{\"v\":1,\"later\":0,", "cannot read"},
                {"\"later\":0,", "", ""},
                {"\"kind\":\"quote\"", "\"kind\":\"unheard-of\"", "unheard-of"}
            }) {
                try (Connection raw =
                                SqliteConnections.source(file(), SHORT, false).getConnection();
                        var update =
                                raw.prepareStatement("UPDATE article_versions SET stored = replace(stored, ?, ?)")) {
                    update.setString(1, change[0]);
                    update.setString(2, change[1]);
                    update.executeUpdate();
                }
                if (!change[2].isEmpty()) {
                    assertThatThrownBy(() -> store.articles().current(article("a")))
                            .isInstanceOf(StoreException.class)
                            .hasMessageContaining(change[2])
                            .hasMessageContaining("rebuild")
                            .message()
                            .hasLineCount(1);
                }
            }
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertTrouble() {
        AbstractThrowableAssert<?, ? extends Throwable> trouble =
                assertThatThrownBy(() -> SqliteStore.open(file())).isInstanceOf(StoreException.class);
        trouble.message().hasLineCount(1);
        return trouble;
    }
}
