package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store is opened without a look at its migrations only if it had all of them. */
class FormsTest {
    @TempDir
    private Path folder;

    @Test
    void aStoreOfThisProgramIsKnownAndAnyOtherIsNot() throws Exception {
        Path file = folder.resolve("hearsay.db");
        assertThat(Forms.isNewest(file)).isFalse();
        assertThat(file).doesNotExist();
        SqliteStore.open(file).close();
        assertThat(Forms.isNewest(file)).isTrue();
        assertThat(Forms.ours()).contains(Integer.toString(StoreExam.newestForm()));

        assertThat(after(file, "DELETE FROM flyway_schema_history WHERE version = '7'"))
                .isFalse();
        assertThat(after(file, "UPDATE flyway_schema_history SET success = FALSE"))
                .isFalse();
        assertThat(after(
                        file,
                        "INSERT INTO flyway_schema_history VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1,"
                                + " 'x', '2026-11-27', 1, TRUE)"))
                .isFalse();
        assertThat(after(file, "DROP TABLE flyway_schema_history")).isFalse();
        assertThat(Forms.isNewest(Files.writeString(folder.resolve("no.db"), "no database at all")))
                .isFalse();
    }

    private boolean after(Path file, String change) throws Exception {
        Path copy = Files.copy(file, folder.resolve("copy" + change.hashCode() + ".db"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement sql = connection.createStatement()) {
            sql.execute(change);
        }
        return Forms.isNewest(copy);
    }
}
