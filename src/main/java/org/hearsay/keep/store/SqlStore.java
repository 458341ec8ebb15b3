package org.hearsay.keep.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A {@link Store} in tables, the same SQL on every engine; what differs are the {@link Connections}. */
abstract sealed class SqlStore implements Store permits SqliteStore, PostgresStore {
    private final Connections connections;
    private final SqlIndexQueue indexQueue;
    private final SqlFeeds feeds;
    private final SqlPages pages;
    private final SqlArticles articles;
    private final SqlClaims claims;
    private final SqlStories stories;
    private final SqlWatches watches;
    private final SqlDeliveries deliveries;
    private final SqlCorrections corrections;
    private final SqlEntities entities;
    private final SqlDeeds deeds;

    SqlStore(Connections connections) {
        this.connections = connections;
        this.entities = new SqlEntities(connections);
        this.deeds = new SqlDeeds(connections);
        this.indexQueue = new SqlIndexQueue(connections);
        this.feeds = new SqlFeeds(connections);
        this.pages = new SqlPages(connections);
        this.articles = new SqlArticles(connections, entities);
        this.corrections = new SqlCorrections(connections);
        this.claims = new SqlClaims(connections, entities, corrections);
        this.stories = new SqlStories(connections);
        this.watches = new SqlWatches(connections);
        this.deliveries = new SqlDeliveries(connections);
    }

    /**
     * Brings the tables to the form of this program.
     *
     * @return the form they are in, if a newer program made it; then nothing was changed
     */
    static Optional<String> migrate(FluentConfiguration engine) {
        Flyway flyway = engine.locations("classpath:db/migration").load();
        MigrationInfo current = flyway.info().current();
        if (current != null && isUnknown(current.getState())) {
            return Optional.of(String.valueOf(current.getVersion()));
        }
        flyway.migrate();
        return Optional.empty();
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
    public Stories stories() {
        return stories;
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
    public Deeds deeds() {
        return deeds;
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
                "story_ties",
                "story_queue",
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
        connections.write(handle -> {
            handle.execute("DELETE FROM scheduled_tasks");
            handle.execute("DELETE FROM scheduled_letters");
        });
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

    @Override
    public InstantSource clock() {
        return connections.clock();
    }

    @Override
    public Duration inTouch() {
        return connections.inTouch();
    }

    /** Closed with the store. */
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
