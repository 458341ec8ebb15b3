package org.hearsay.keep.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/**
 * Who holds which of some keys. Each key is asked by itself and for a bounded number of holders, so that a commonplace
 * costs no more than another. In a file that is one statement, prepared once and run for each key, since one of hundreds of
 * parts takes longer to prepare than all of these to run; a server is asked for all keys at once, for there the ways to it
 * and back would cost most.
 */
final class Holders {
    private Holders() {}

    /** A holder as a row tells it. */
    interface Holder<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** How many of the keys each has; the parameters are those of {@link #of}. */
    static <T> Map<T, Integer> count(Handle handle, String sql, Collection<?> keys, Holder<T> holder, long... bounds) {
        Map<T, Integer> held = new HashMap<>();
        of(handle, sql, keys, holder, bounds)
                .values()
                .forEach(holders -> holders.forEach(one -> held.merge(one, 1, Integer::sum)));
        return held;
    }

    /**
     * The holders of each key that has some.
     *
     * @param sql its first parameter is the key, the others are {@code bounds}
     * @param keys texts, or whole numbers; each counts once
     */
    static <T> Map<Object, List<T>> of(
            Handle handle, String sql, Collection<?> keys, Holder<T> holder, long... bounds) {
        Map<Object, List<T>> held = new HashMap<>();
        if (keys.isEmpty()) {
            return held;
        }
        Connection connection = handle.getConnection();
        try {
            if (connection.isWrapperFor(PGConnection.class)) {
                ofAll(connection, sql, keys, holder, held, bounds);
            } else {
                ofEach(handle, sql, keys, holder, held, bounds);
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
        return held;
    }

    private static <T> void ofAll(
            Connection connection,
            String sql,
            Collection<?> keys,
            Holder<T> holder,
            Map<Object, List<T>> held,
            long... bounds)
            throws SQLException {
        boolean numbers = keys.iterator().next() instanceof Long;
        String ofAll = "SELECT held.*, asked.key FROM unnest(?) AS asked(key), LATERAL ("
                + sql.replaceFirst("\\?", "asked.key") + ") AS held";
        try (PreparedStatement statement = connection.prepareStatement(ofAll)) {
            bind(statement, connection.createArrayOf(numbers ? "bigint" : "text", keys.toArray()), bounds);
            try (ResultSet rows = statement.executeQuery()) {
                int key = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    held.computeIfAbsent(rows.getObject(key), k -> new ArrayList<>())
                            .add(holder.of(rows));
                }
            }
        }
    }

    private static <T> void ofEach(
            Handle handle, String sql, Collection<?> keys, Holder<T> holder, Map<Object, List<T>> held, long... bounds)
            throws SQLException {
        try (PreparedOnce.Taken taken = PreparedOnce.take(handle, sql)) {
            PreparedStatement statement = taken.statement();
            for (Object key : keys) {
                bind(statement, key, bounds);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        held.computeIfAbsent(key, k -> new ArrayList<>()).add(holder.of(rows));
                    }
                }
            }
        }
    }

    private static void bind(PreparedStatement statement, Object asked, long... bounds) throws SQLException {
        statement.setObject(1, asked);
        for (int i = 0; i < bounds.length; i++) {
            statement.setLong(i + 2, bounds[i]);
        }
    }
}
