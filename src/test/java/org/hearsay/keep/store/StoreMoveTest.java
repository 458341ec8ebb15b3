package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hearsay.read.claim.ClaimId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A store that moves from its file into a database is the same there, row by row. */
class StoreMoveTest {
    @RegisterExtension
    static final PostgresDatabases DATABASES = new PostgresDatabases();

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00.123456789Z");

    @TempDir
    private Path folder;

    @Test
    void everyTableHoldsTheSameRowsAndGoesOnCounting() throws Exception {
        Path file = filled();
        String url = DATABASES.fresh();
        assertThat(StoreMove.copy(file, url, Optional.empty())).containsEntry("corrections", 2L);
        try (Connection in = DriverManager.getConnection("jdbc:sqlite:" + file);
                Connection out = DriverManager.getConnection(url)) {
            for (String table : StoreMove.tables(in)) {
                List<String> columns = columns(in, table);
                assertThat(rows(out, table, columns)).as(table).isEqualTo(rows(in, table, columns));
            }
        }
        try (PostgresStore store = PostgresStore.open(url, Optional.empty())) {
            store.corrections().add(new Corrections.Correction(new ClaimId("three"), "voice", "c", NOON));
        }
        try (Connection out = DriverManager.getConnection(url);
                Statement sql = out.createStatement();
                ResultSet last = sql.executeQuery("SELECT max(number) FROM corrections")) {
            last.next();
            assertThat(last.getLong(1)).as("the number after those of the file").isEqualTo(4);
        }
    }

    @Test
    void aMoveThatWasCutOffLeavesNothingAndCanBeBegunAgain() throws Exception {
        Path file = filled();
        String url = DATABASES.fresh();
        // The last of its tables cannot be written, as if the disk were full then.
        DATABASES.server().execute(url, "ALTER TABLE watches ADD CONSTRAINT full_disk CHECK (name = '')");
        assertThatThrownBy(() -> StoreMove.copy(file, url, Optional.empty()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the database is as it was");
        DATABASES.server().execute(url, "ALTER TABLE watches DROP CONSTRAINT full_disk");
        assertThat(StoreMove.copy(file, url, Optional.empty())).containsEntry("watches", 1L);
    }

    @Test
    void aDatabaseThatHoldsAStoreIsLeftAsItIs() throws Exception {
        Path file = filled();
        String url = DATABASES.fresh();
        try (PostgresStore store = PostgresStore.open(url, Optional.empty())) {
            store.watches().save(new Watches.SavedWatch("theirs", "dam"));
        }
        assertThatThrownBy(() -> StoreMove.copy(file, url, Optional.empty()))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("holds a store already", "watches");
        try (PostgresStore store = PostgresStore.open(url, Optional.empty())) {
            assertThat(store.watches().watches())
                    .extracting(Watches.SavedWatch::name)
                    .containsExactly("theirs");
        }
    }

    /** With rows of every kind that the interfaces of this room make without a page. */
    private Path filled() {
        Path file = folder.resolve("hearsay.db");
        try (Store store = SqliteStore.open(file)) {
            store.articles().add(Samples.stored("a", 1, NOON), Samples.fingerprint(Optional.empty(), 1, 2));
            store.articles().add(Samples.stored("a", 2, NOON), Samples.fingerprint(Optional.empty(), 1));
            store.watches().save(new Watches.SavedWatch("mine", "\"rare earth\""));
            store.watches().save(new Watches.Recipient("a@b.c", ZoneId.of("Europe/Berlin"), 7, List.of("mine"), false));
            store.corrections().add(new Corrections.Correction(new ClaimId("one"), "voice", "ä € 𝄞", NOON));
            store.corrections().add(new Corrections.Correction(new ClaimId("two"), "voice", "b", NOON));
            store.corrections().add(new Corrections.Correction(new ClaimId("two"), "voice", "c", NOON));
            store.note("a", "b");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            // A number that is not given again, although its row is gone.
            sql.execute("DELETE FROM corrections WHERE number = 3");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return file;
    }

    private static List<String> columns(Connection in, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement sql = in.createStatement();
                ResultSet row = sql.executeQuery("SELECT name FROM pragma_table_info('" + table + "')")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }

    private static TreeSet<String> rows(Connection connection, String table, List<String> columns) throws SQLException {
        TreeSet<String> rows = new TreeSet<>();
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT " + String.join(", ", columns) + " FROM " + table)) {
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= columns.size(); i++) {
                    Object value = row.getObject(i);
                    text.append(columns.get(i - 1)).append('=');
                    text.append(
                            value instanceof byte[] bytes
                                    ? java.util.HexFormat.of().formatHex(bytes)
                                    : value instanceof Boolean is ? (is ? "1" : "0") : String.valueOf(value));
                    text.append('\n');
                }
                rows.add(text.toString());
            }
        }
        return rows;
    }
}
