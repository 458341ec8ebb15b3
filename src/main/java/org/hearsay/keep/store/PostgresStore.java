package org.hearsay.keep.store;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * A {@link Store} in a PostgreSQL database, which many processes share. The database must be in UTF8 and sort by C, so
 * that texts compare by their bytes as everywhere else.
 *
 * <pre>{@code
 * try (PostgresStore store = PostgresStore.open("jdbc:postgresql://db.example.org/hearsay?user=hearsay", password)) { … }
 * }</pre>
 */
public final class PostgresStore extends SqlStore {
    /** The oldest major version it is tried with. */
    static final int OLDEST = 15;

    /** How long whoever begins something waits for a server that is away: longer than its restart takes. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** More than a busy server takes for an answer, and half of what it takes to be taken for dead. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final PostgresConnections connections;

    private PostgresStore(PostgresConnections connections) {
        super(connections);
        this.connections = connections;
    }

    /**
     * Opens the database and brings its tables to the form of this program; of several that do so at once one does.
     *
     * @param url as the driver takes it, {@code jdbc:postgresql://HOST:PORT/DATABASE?user=…}
     * @param password absent if the server asks for none, or it is in {@code url}
     * @throws StoreException if it cannot be used; the message says in one line why, and what to do
     */
    public static PostgresStore open(String url, Optional<String> password) {
        return open(url, password, PATIENCE, SILENCE);
    }

    static PostgresStore open(String url, Optional<String> password, Duration patience, Duration silence) {
        Lines source = new Lines(url, password, silence);
        PostgresTroubles troubles = new PostgresTroubles(where(url));
        try (Connection connection = source.getConnection()) {
            check(connection, troubles);
        } catch (SQLException e) {
            throw troubles.inWords(e);
        }
        try {
            Optional<String> newer = migrate(Flyway.configure()
                    .dataSource(source)
                    .placeholders(Dialect.POSTGRES)
                    .callbacks(new Functions()));
            if (newer.isPresent()) {
                throw troubles.newer(newer.get());
            }
        } catch (FlywayException e) {
            throw troubles.inWords(e);
        }
        return new PostgresStore(PostgresConnections.open(source, patience, silence, troubles));
    }

    /**
     * Takes the database for this process alone, until it is closed or the process ends in whatever way.
     *
     * @return false if another works on it
     */
    public boolean takeAlone() {
        return connections.take(Presence.Kind.ALONE);
    }

    /**
     * Says that this process works on the database beside others, until it is closed or the process ends in whatever way.
     *
     * @return false if another has it alone
     */
    public boolean takePart() {
        return connections.take(Presence.Kind.BESIDE_OTHERS);
    }

    @Override
    public boolean shared() {
        return true;
    }

    /** Gives a connection that migrates what PostgreSQL lacks. */
    private static final class Functions extends BaseCallback {
        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_CONNECT;
        }

        @Override
        public void handle(Event event, Context context) {
            try (Statement sql = context.getConnection().createStatement()) {
                sql.execute(Dialect.POSTGRES_FUNCTIONS);
            } catch (SQLException e) {
                throw new FlywayException("the functions of the migrations cannot be made: " + e.getMessage(), e);
            }
        }
    }

    private static void check(Connection connection, PostgresTroubles troubles) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw troubles.tooOld(connection.getMetaData().getDatabaseProductVersion());
        }
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT datcollate, pg_encoding_to_char(encoding) FROM pg_database"
                        + " WHERE datname = current_database()")) {
            row.next();
            boolean byBytes = row.getString(1).equals("C") || row.getString(1).equals("POSIX");
            if (!byBytes || !row.getString(2).equals("UTF8")) {
                throw troubles.otherOrder(row.getString(1), row.getString(2));
            }
        }
    }

    /** What may be shown: neither user nor password. */
    private static String where(String url) {
        URI uri = URI.create(url.substring("jdbc:".length()).replaceFirst("\\?.*", ""));
        return uri.getHost() == null
                ? String.valueOf(uri.getPath())
                : uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getPath();
    }
}
