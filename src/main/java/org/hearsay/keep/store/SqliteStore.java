package org.hearsay.keep.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * A {@link Store} in one SQLite file, in write-ahead mode with every commit forced to the disk.
 *
 * <p>One transaction writes at a time, the others queue for it in order; readers see the last commit and never wait.
 * A thread inside {@link #inTransaction} reads its own writes. The scheduler's connections write to the same file, so
 * whoever calls the scheduler inside a transaction would wait for itself.
 *
 * <pre>{@code
 * try (SqliteStore store = SqliteStore.open(data.resolve("hearsay.db"))) {
 *     List<StoredClaim> latest = store.claims().latest(20);
 * }
 * }</pre>
 */
public final class SqliteStore extends SqlStore {
    /** A commit takes milliseconds; who waits this long for another process waits in vain. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private SqliteStore(Connections connections) {
        super(connections);
    }

    /**
     * Opens or makes the store in {@code file}, whose folder must exist.
     *
     * @throws StoreException if it cannot be used; the message says in one line why, and what to do
     */
    public static SqliteStore open(Path file) {
        return open(file, PATIENCE);
    }

    static SqliteStore open(Path file, Duration patience) {
        Troubles.check(file);
        migrate(file, patience);
        return new SqliteStore(SqliteConnections.open(file, patience));
    }

    @Override
    public boolean shared() {
        return false;
    }

    private static void migrate(Path file, Duration patience) {
        if (Forms.isNewest(file)) {
            return;
        }
        try {
            Optional<String> newer = migrate(Flyway.configure()
                    .dataSource(SqliteConnections.source(file, patience, false))
                    .placeholders(Dialect.SQLITE));
            if (newer.isPresent()) {
                throw Troubles.newer(file, newer.get());
            }
        } catch (FlywayException e) {
            throw Troubles.inWords(file, e);
        }
    }
}
