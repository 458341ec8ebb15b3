package org.hearsay.keep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;

/**
 * Who holds how many of some keys. Each key is asked by itself and for a bounded number of holders, so that a commonplace
 * costs no more than another; by one statement that is prepared once, since one of hundreds of parts takes longer to
 * prepare than all of these to run.
 */
final class Holders {
    private Holders() {}

    /** Reads a holder from the first column. */
    interface Column<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * @param sql its first parameter is the key, the others are {@code bounds}
     */
    static <T> Map<T, Integer> count(Handle handle, String sql, Collection<?> keys, Column<T> holder, long... bounds) {
        Map<T, Integer> held = new HashMap<>();
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            for (Object key : keys) {
                statement.setObject(1, key);
                for (int i = 0; i < bounds.length; i++) {
                    statement.setLong(i + 2, bounds[i]);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        held.merge(holder.of(rows), 1, Integer::sum);
                    }
                }
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
        return held;
    }
}
