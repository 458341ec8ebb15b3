package org.hearsay.keep.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/**
 * Who holds how many of some keys. Each key is asked by itself and for a bounded number of holders, so that a commonplace
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

    /**
     * @param sql its first parameter is the key, the others are {@code bounds}
     * @param keys texts, or whole numbers
     */
    static <T> Map<T, Integer> count(Handle handle, String sql, Collection<?> keys, Holder<T> holder, long... bounds) {
        Map<T, Integer> held = new HashMap<>();
        if (keys.isEmpty()) {
            return held;
        }
        Connection connection = handle.getConnection();
        try {
            if (connection.isWrapperFor(PGConnection.class)) {
                boolean numbers = keys.iterator().next() instanceof Long;
                Array all = connection.createArrayOf(numbers ? "bigint" : "text", keys.toArray());
                String ofAll = "SELECT held.* FROM unnest(?) AS asked(key), LATERAL ("
                        + sql.replaceFirst("\\?", "asked.key") + ") AS held";
                count(connection, ofAll, List.of(all), holder, held, bounds);
            } else {
                count(connection, sql, keys, holder, held, bounds);
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
        return held;
    }

    private static <T> void count(
            Connection connection,
            String sql,
            Collection<?> asked,
            Holder<T> holder,
            Map<T, Integer> held,
            long... bounds)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object one : asked) {
                statement.setObject(1, one);
                for (int i = 0; i < bounds.length; i++) {
                    statement.setLong(i + 2, bounds[i]);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        held.merge(holder.of(rows), 1, Integer::sum);
                    }
                }
            }
        }
    }
}
