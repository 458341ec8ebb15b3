package org.hearsay.keep.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Copies a store between its SQLite file and a PostgreSQL database, every row with its numbers and ids, into one that
 * holds none yet. It is one transaction: it is there wholly, or nothing is and it can be begun again. What is copied is left
 * as it is, and of a database it is all of one moment, while others may be at work on it.
 *
 * <p>Who is to be visited when and what an index does not know yet follows from the rest, and is not copied.
 */
public final class StoreMove {
    private static final Set<String> LEFT =
            Set.of("flyway_schema_history", "scheduled_tasks", "scheduled_letters", "index_queue", "index_readers");
    /** Rows sent at once; a row of an article is some ten kilobytes. */
    private static final int BATCH = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private StoreMove() {}

    /**
     * Copies a file into a database.
     *
     * @param url of the database, as {@link PostgresStore#open} takes it
     * @return how many rows of each table
     * @throws StoreException if either cannot be used, or the database holds a store already
     */
    public static Map<String, Long> copy(Path file, String url, Optional<String> password) {
        // Brings both to the form of this program; both are held until the end.
        try (SqliteStore from = SqliteStore.open(file);
                PostgresStore to = PostgresStore.open(url, password)) {
            if (!to.takeAlone()) {
                throw new StoreException("another Hearsay works on the database: end that one first");
            }
            try (Connection in = SqliteConnections.source(file, PATIENCE, true).getConnection();
                    Connection out = database(url, password).getConnection()) {
                in.setAutoCommit(false);
                out.setAutoCommit(false);
                Map<String, Long> copied = copy(in, out, out, tables(in));
                goOnCounting(in, out, copied.keySet());
                out.commit();
                return copied;
            } catch (SQLException e) {
                throw new StoreException(
                        "the store could not be moved, and the database is as it was: " + e.getMessage(), e);
            }
        }
    }

    /**
     * Copies a database into a file.
     *
     * @param file that is not there yet
     * @return how many rows of each table
     * @throws StoreException if either cannot be used
     */
    public static Map<String, Long> copy(String url, Optional<String> password, Path file) {
        // Brings both to the form of this program.
        PostgresStore.open(url, password).close();
        try (SqliteStore to = SqliteStore.open(file);
                Connection in = database(url, password).getConnection();
                Connection out = SqliteConnections.source(file, PATIENCE, false).getConnection()) {
            // All that is read is of one moment.
            in.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            in.setReadOnly(true);
            in.setAutoCommit(false);
            out.setAutoCommit(false);
            Map<String, Long> copied = copy(in, out, in, tables(out));
            out.commit();
            return copied;
        } catch (SQLException e) {
            throw new StoreException("the database could not be copied: " + e.getMessage(), e);
        }
    }

    private static PGSimpleDataSource database(String url, Optional<String> password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        password.ifPresent(source::setPassword);
        source.setReWriteBatchedInserts(true);
        source.setDefaultRowFetchSize(BATCH);
        return source;
    }

    /** @param typed that of the two whose columns have types */
    private static Map<String, Long> copy(Connection in, Connection out, Connection typed, Set<String> tables)
            throws SQLException {
        for (String table : tables) {
            if (count(out, table) > 0) {
                throw new StoreException("the database holds a store already (rows in " + table
                        + "): name one that nobody has used, or empty it first");
            }
        }
        Map<String, Long> copied = new LinkedHashMap<>();
        for (String table : tables) {
            copied.put(table, copy(in, out, table, columns(typed, table)));
        }
        for (Map.Entry<String, Long> table : copied.entrySet()) {
            long there = count(out, table.getKey());
            if (there != table.getValue() || count(in, table.getKey()) != there) {
                throw new StoreException(table.getKey() + " has " + count(in, table.getKey())
                        + " rows where it is, and " + there + " arrived, so nothing was copied");
            }
        }
        return copied;
    }

    /** Those that are copied, each after those that it refers to. */
    static Set<String> tables(Connection in) throws SQLException {
        Map<String, Set<String>> refersTo = new TreeMap<>();
        for (String table :
                texts(in, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
            if (!LEFT.contains(table)) {
                Set<String> others =
                        new TreeSet<>(texts(in, "SELECT \"table\" FROM pragma_foreign_key_list('" + table + "')"));
                others.remove(table);
                refersTo.put(table, others);
            }
        }
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < refersTo.size()) {
            int before = ordered.size();
            refersTo.forEach((table, others) -> {
                if (ordered.containsAll(others)) {
                    ordered.add(table);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("tables refer to each other in a circle: " + refersTo);
            }
        }
        return ordered;
    }

    private static long copy(Connection in, Connection out, String table, Map<String, Integer> columns)
            throws SQLException {
        boolean numbered = out.isWrapperFor(PGConnection.class);
        String names = String.join(", ", columns.keySet());
        String marks = columns.keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
        long rows = 0;
        try (Statement read = in.createStatement();
                ResultSet row = read.executeQuery("SELECT " + names + " FROM " + table);
                PreparedStatement write = out.prepareStatement("INSERT INTO " + table + " (" + names + ")"
                        + (numbered ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES (" + marks + ")")) {
            List<Integer> types = new ArrayList<>(columns.values());
            while (row.next()) {
                for (int i = 0; i < types.size(); i++) {
                    set(write, i + 1, types.get(i), row);
                }
                write.addBatch();
                if (++rows % BATCH == 0) {
                    write.executeBatch();
                }
            }
            write.executeBatch();
        }
        return rows;
    }

    private static void set(PreparedStatement write, int at, int type, ResultSet row) throws SQLException {
        if (row.getObject(at) == null) {
            write.setNull(at, type);
            return;
        }
        switch (type) {
            case Types.BIGINT -> write.setLong(at, row.getLong(at));
            case Types.INTEGER, Types.SMALLINT -> write.setInt(at, row.getInt(at));
            case Types.DOUBLE -> write.setDouble(at, row.getDouble(at));
            case Types.BIT, Types.BOOLEAN -> write.setBoolean(at, row.getBoolean(at));
            case Types.BINARY -> write.setBytes(at, row.getBytes(at));
            case Types.VARCHAR -> write.setString(at, PostgresConnections.kept(row.getString(at)));
            default -> throw new IllegalStateException("a column of a type that nobody has thought of: " + type);
        }
    }

    private static Map<String, Integer> columns(Connection typed, String table) throws SQLException {
        Map<String, Integer> columns = new LinkedHashMap<>();
        try (ResultSet column = typed.getMetaData().getColumns(null, null, table, null)) {
            while (column.next()) {
                columns.put(column.getString("COLUMN_NAME"), column.getInt("DATA_TYPE"));
            }
        }
        return columns;
    }

    /** A number that was given here is never given again there. */
    private static void goOnCounting(Connection in, Connection out, Set<String> tables) throws SQLException {
        for (String table : tables) {
            List<String> last = texts(in, "SELECT seq FROM sqlite_sequence WHERE name = '" + table + "'");
            if (!last.isEmpty() && Long.parseLong(last.get(0)) > 0) {
                texts(out, "SELECT setval(pg_get_serial_sequence('" + table + "', 'number'), " + last.get(0) + ")");
            }
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        return Long.parseLong(texts(connection, "SELECT count(*) FROM " + table).get(0));
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
