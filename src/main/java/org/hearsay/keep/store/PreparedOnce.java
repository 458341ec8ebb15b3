package org.hearsay.keep.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Prepares each statement of a connection once, since to prepare one takes SQLite longer than to run most. For a connection
 * that one thread has at a time.
 */
final class PreparedOnce extends DefaultStatementBuilder {
    /** Of ten kilobytes at most. */
    private static final int KEPT = 128;

    /** By their text, those that are not in use, the one that was used last at the end. */
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement known = idle.remove(sql);
        return known != null ? known : super.create(connection, sql, context);
    }

    /** A statement for who binds and reads by himself, from among those of the handle if these are kept. */
    static Taken take(Handle handle, String sql) throws SQLException {
        PreparedStatement known =
                handle.getStatementBuilder() instanceof PreparedOnce once ? once.idle.remove(sql) : null;
        return new Taken(
                handle, sql, known != null ? known : handle.getConnection().prepareStatement(sql));
    }

    /** To be given back. */
    record Taken(Handle handle, String sql, PreparedStatement statement) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            handle.getStatementBuilder().close(handle.getConnection(), sql, statement);
        }
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        if (!(statement instanceof PreparedStatement) || idle.containsKey(sql)) {
            super.close(connection, sql, statement);
            return;
        }
        PreparedStatement prepared = (PreparedStatement) statement;
        try {
            prepared.clearBatch();
            prepared.clearParameters();
        } catch (SQLException e) {
            // It failed, and the engine has given it up.
            super.close(connection, sql, statement);
            return;
        }
        idle.put(sql, prepared);
        if (idle.size() > KEPT) {
            Iterator<PreparedStatement> longest = idle.values().iterator();
            PreparedStatement unused = longest.next();
            longest.remove();
            unused.close();
        }
    }

    /** Lets all go. What the engine says to it was said when they failed. */
    void forget(Throwable cause) {
        for (PreparedStatement statement : idle.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                cause.addSuppressed(e);
            }
        }
        idle.clear();
    }
}
