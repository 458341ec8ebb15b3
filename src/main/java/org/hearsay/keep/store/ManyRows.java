package org.hearsay.keep.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Hundreds of rows of a few plain values: to bind these JDBI's way takes longer than to write them. */
final class ManyRows {
    private ManyRows() {}

    /**
     * Does {@code sql} for each row.
     *
     * @param rows texts, numbers and nothing, in the order of the parameters
     */
    static void write(Handle handle, String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedOnce.Taken taken = PreparedOnce.take(handle, sql)) {
            PreparedStatement statement = taken.statement();
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    // A file could keep it, but nobody misses it there.
                    statement.setObject(i + 1, row[i] instanceof String text ? PostgresConnections.kept(text) : row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }
}
