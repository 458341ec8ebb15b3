package org.hearsay.keep.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** All connections of a process to a PostgreSQL server, which can be cut together. */
@SuppressWarnings("serial") // that of a driver says it can be written, and this one never is
final class Lines extends PGSimpleDataSource {
    private final transient Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final int silence;

    /**
     * @param url as the driver takes it
     * @param password absent if the server asks for none, or it is in {@code url}
     * @param silence how long a server that is called may say nothing
     * @throws StoreException if {@code url} is no address of a database
     */
    Lines(String url, Optional<String> password, Duration silence) {
        this.silence = (int) Math.max(1, silence.toSeconds());
        try {
            setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    "store.url is no address of a database: write jdbc:postgresql://HOST:PORT/DATABASE?user=NAME", e);
        }
        password.ifPresent(this::setPassword);
        setApplicationName("hearsay");
        setConnectTimeout(this.silence);
        setLoginTimeout(this.silence);
        setTcpKeepAlive(true);
    }

    /** A pool sets it to as long as whoever asks it may wait; a server that says nothing at first says nothing later. */
    @Override
    public void setLoginTimeout(int seconds) {
        super.setLoginTimeout(Math.min(seconds, silence));
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        Connection connection = super.getConnection(user, password);
        open.add(connection);
        return connection;
    }

    /** Whoever waits for an answer on one of them gets a failure, and may begin anew. */
    void cut() throws SQLException {
        for (Connection connection : open) {
            connection.abort(Runnable::run);
        }
        forgetClosed();
    }

    void forgetClosed() throws SQLException {
        for (Connection connection : open) {
            if (connection.isClosed()) {
                open.remove(connection);
            }
        }
    }
}
