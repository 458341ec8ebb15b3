package org.hearsay.keep.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

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
public final class SqliteStore implements Store {
    /** A commit takes milliseconds; who waits this long for another process waits in vain. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Connections connections;
    private final SqlIndexQueue indexQueue;
    private final SqlFeeds feeds;
    private final SqlPages pages;
    private final SqlArticles articles;
    private final SqlClaims claims;
    private final SqlWatches watches;
    private final SqlDeliveries deliveries;
    private final SqlCorrections corrections;
    private final SqlEntities entities;

    private SqliteStore(Connections connections) {
        this.connections = connections;
        this.entities = new SqlEntities(connections);
        this.indexQueue = new SqlIndexQueue(connections);
        this.feeds = new SqlFeeds(connections);
        this.pages = new SqlPages(connections);
        this.articles = new SqlArticles(connections, entities);
        this.corrections = new SqlCorrections(connections);
        this.claims = new SqlClaims(connections, entities, corrections);
        this.watches = new SqlWatches(connections);
        this.deliveries = new SqlDeliveries(connections);
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
        return new SqliteStore(Connections.open(file, patience));
    }

    private static void migrate(Path file, Duration patience) {
        try {
            Flyway flyway = Flyway.configure()
                    .dataSource(Connections.source(file, patience, false))
                    .locations("classpath:db/migration")
                    .placeholders(Dialect.SQLITE)
                    .load();
            MigrationInfo current = flyway.info().current();
            if (current != null && isUnknown(current.getState())) {
                throw Troubles.newer(file, String.valueOf(current.getVersion()));
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw Troubles.inWords(file, e);
        }
    }

    private static boolean isUnknown(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
    }

    @Override
    public Feeds feeds() {
        return feeds;
    }

    @Override
    public Pages pages() {
        return pages;
    }

    @Override
    public Articles articles() {
        return articles;
    }

    @Override
    public Claims claims() {
        return claims;
    }

    @Override
    public IndexQueue indexQueue() {
        return indexQueue;
    }

    @Override
    public Watches watches() {
        return watches;
    }

    @Override
    public Deliveries deliveries() {
        return deliveries;
    }

    @Override
    public Corrections corrections() {
        return corrections;
    }

    @Override
    public Entities entities() {
        return entities;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return connections.inTransaction(work);
    }

    @Override
    public void forgetDerived() {
        connections.write(handle -> {
            // Those that refer to others first.
            for (String table : new String[] {
                "relations",
                "claim_keys",
                "claims",
                "shingles",
                "topics",
                "entity_articles",
                "article_versions",
                "articles",
                "index_queue"
            }) {
                handle.execute("DELETE FROM " + table);
            }
        });
    }

    @Override
    public void forgetTimetable() {
        connections.write(handle -> handle.execute("DELETE FROM scheduled_tasks"));
    }

    @Override
    public Optional<String> note(String name) {
        return connections.read(handle -> handle.createQuery("SELECT note FROM notes WHERE name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void note(String name, String value) {
        connections.write(handle -> handle.execute(
                "INSERT INTO notes (name, note) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET note = excluded.note",
                name,
                value));
    }

    /** A pool on the same file; closed with the store. */
    @Override
    public DataSource dataSource() {
        return connections.schedulers();
    }

    /** Waits for the transaction that runs; later calls are {@link StoreException}s. */
    @Override
    public void close() {
        connections.close();
    }
}
