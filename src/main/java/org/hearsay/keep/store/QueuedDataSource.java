package org.hearsay.keep.store;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections of somebody else's to the file of the store, each of which queues behind the store's own writer from the
 * moment it is asked for until it is closed. The engine's own wait for a lock is no queue: whoever comes last may win
 * again and again, and with many hosts at once the scheduler lost for ten seconds and gave up. A connection is closed by
 * the thread that asked for it, soon.
 */
final class QueuedDataSource implements DataSource {
    private final DataSource source;
    private final ReentrantLock queue;

    QueuedDataSource(DataSource source, ReentrantLock queue) {
        this.source = source;
        this.queue = queue;
    }

    @Override
    public Connection getConnection() throws SQLException {
        queue.lock();
        try {
            return queued(source.getConnection());
        } catch (SQLException | RuntimeException | Error e) {
            queue.unlock();
            throw e;
        }
    }

    private Connection queued(Connection connection) {
        AtomicBoolean open = new AtomicBoolean(true);
        return (Connection) Proxy.newProxyInstance(
                QueuedDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    } finally {
                        if (method.getName().equals("close") && open.compareAndSet(true, false)) {
                            queue.unlock();
                        }
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the store has no users");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
