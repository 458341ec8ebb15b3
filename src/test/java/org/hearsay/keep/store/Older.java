package org.hearsay.keep.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Stores as earlier versions of the program left them: made by the migrations of then, with the rows of a store of today. */
final class Older {
    /** What a column held that is no more, by those of today. */
    private static final Map<String, String> GONE =
            Map.of("recipients.paused", "CASE standing WHEN 'ACTIVE' THEN 0 ELSE 1 END");

    private Older() {}

    /** The store {@code today}, which is closed, as it would have been at an earlier migration, in the new file {@code file}. */
    static void make(Path file, int version, Path today) throws SQLException {
        flyway(file).target(Integer.toString(version)).load().migrate();
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = old.createStatement()) {
            sql.execute("ATTACH '" + today + "' AS today");
            List<String> tables = new ArrayList<>(StoreMove.tables(old));
            tables.add("index_queue"); // which stays where it is when a store moves
            for (String table : tables) {
                List<String> from = new ArrayList<>();
                List<String> into = new ArrayList<>();
                List<String> kept = columns(old, "today", table);
                for (String column : columns(old, "main", table)) {
                    String expression = kept.contains(column) ? column : GONE.getOrDefault(table + "." + column, "");
                    if (!expression.isEmpty()) {
                        from.add(expression);
                        into.add(column);
                    }
                }
                sql.execute("INSERT INTO main." + table + " (" + String.join(", ", into) + ") SELECT "
                        + String.join(", ", from) + " FROM today." + table);
            }
        }
    }

    /** Every migration before the newest. */
    static List<Integer> versions() {
        List<Integer> versions = new ArrayList<>();
        for (int version = 1; version < StoreExam.newestForm(); version++) {
            versions.add(version);
        }
        return versions;
    }

    static List<String> columns(Connection in, String schema, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement sql = in.createStatement();
                ResultSet row =
                        sql.executeQuery("SELECT name FROM pragma_table_info('" + table + "', '" + schema + "')")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }

    private static FluentConfiguration flyway(Path file) {
        return Flyway.configure()
                .dataSource(SqliteConnections.source(file, Duration.ofSeconds(1), false))
                .placeholders(Dialect.SQLITE)
                .locations("classpath:db/migration");
    }
}
