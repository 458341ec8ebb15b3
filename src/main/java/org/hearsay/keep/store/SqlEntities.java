package org.hearsay.keep.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.language.EntityId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * {@link Entities}: what people decided, in the tables {@code entity_decisions} and {@code entity_decision_articles}. What
 * articles name is {@link NamedIn}.
 */
final class SqlEntities implements Entities {
    private static final String DECISIONS =
            "SELECT number, kind, entity, into_id, who, why, said, undone_by, undone_why, undone FROM entity_decisions";

    private final Connections connections;
    private volatile Cached cached = new Cached(new State(0, 0, 0, 0), Resolution.NONE);

    SqlEntities(Connections connections) {
        this.connections = connections;
    }

    /** Tells one state of the decisions from another: how many were made and undone, and when the last was. */
    private record State(long made, long said, long undone, long lastUndone) {}

    private record Cached(State state, Resolution resolution) {}

    @Override
    public Resolution resolution() {
        return connections.read(this::resolution);
    }

    /** Read anew when another process or thread has decided; what a transaction that fails has cached has a time of its own. */
    Resolution resolution(Handle handle) {
        State now = handle.createQuery(
                        "SELECT count(*), coalesce(max(said), 0), count(undone), coalesce(max(undone), 0)"
                                + " FROM entity_decisions")
                .map((row, context) -> new State(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .one();
        Cached known = cached;
        if (known.state().equals(now)) {
            return known.resolution();
        }
        Resolution resolution = Resolution.of(decisions(handle));
        cached = new Cached(now, resolution);
        return resolution;
    }

    @Override
    public List<Decision> decisions() {
        return connections.read(SqlEntities::decisions);
    }

    private static List<Decision> decisions(Handle handle) {
        Map<Long, Set<ArticleId>> articles = new HashMap<>();
        handle.createQuery("SELECT decision, article FROM entity_decision_articles")
                .map((row, context) -> Map.entry(row.getLong(1), new ArticleId(row.getString(2))))
                .forEach(row -> articles.computeIfAbsent(row.getKey(), n -> new TreeSet<>())
                        .add(row.getValue()));
        return handle.createQuery(DECISIONS + " ORDER BY number")
                .map((row, context) -> decision(row, articles))
                .list();
    }

    private static Decision decision(ResultSet row, Map<Long, Set<ArticleId>> articles) throws SQLException {
        long number = row.getLong(1);
        long undone = row.getLong(10);
        Optional<Said> back = row.wasNull()
                ? Optional.empty()
                : Optional.of(new Said(row.getString(8), row.getString(9), Times.instant(undone)));
        return new Decision(
                number,
                Kind.valueOf(row.getString(2)),
                new EntityId(row.getString(3)),
                new EntityId(row.getString(4)),
                articles.getOrDefault(number, Set.of()),
                new Said(row.getString(5), row.getString(6), Times.instant(row.getLong(7))),
                back);
    }

    @Override
    public long merge(EntityId entity, EntityId into, Said said) {
        return connections.inTransaction(() -> {
            Resolution before = resolution();
            if (before.of(entity).equals(before.of(into))) {
                throw new IllegalArgumentException(entity + " and " + into + " are one already");
            }
            if (before.merged().containsKey(entity)) {
                throw new IllegalArgumentException(entity + " is merged into "
                        + before.merged().get(entity) + ": merge that one, or undo that decision first");
            }
            return add(Kind.MERGE, entity, into, Set.of(), said);
        });
    }

    @Override
    public long split(EntityId entity, EntityId into, Set<ArticleId> articles, Said said) {
        return connections.inTransaction(() -> {
            if (articles.isEmpty()) {
                throw new IllegalArgumentException("a split names the articles in which " + entity + " is " + into);
            }
            if (entity.equals(into)) {
                throw new IllegalArgumentException(
                        entity + " cannot be split from itself: give the other an id of its own");
            }
            Set<ArticleId> already =
                    resolution().split().getOrDefault(entity, Map.of()).keySet();
            for (ArticleId article : articles) {
                if (already.contains(article)) {
                    throw new IllegalArgumentException(
                            entity + " is split already in " + article + ": undo that decision first");
                }
            }
            return add(Kind.SPLIT, entity, into, articles, said);
        });
    }

    private long add(Kind kind, EntityId entity, EntityId into, Set<ArticleId> articles, Said said) {
        Holder number = new Holder();
        connections.write(handle -> {
            handle.execute(
                    "INSERT INTO entity_decisions (kind, entity, into_id, who, why, said) VALUES (?, ?, ?, ?, ?, ?)",
                    kind.name(),
                    entity.text(),
                    into.text(),
                    said.who(),
                    said.why(),
                    Times.nanos(said.at()));
            number.value = handle.createQuery("SELECT max(number) FROM entity_decisions")
                    .mapTo(Long.class)
                    .one();
            PreparedBatch batch =
                    handle.prepareBatch("INSERT INTO entity_decision_articles (decision, article) VALUES (?, ?)");
            articles.forEach(article ->
                    batch.bind(0, number.value).bind(1, article.text()).add());
            batch.execute();
            queue(handle, entity, articles);
        });
        return number.value;
    }

    private static final class Holder {
        long value;
    }

    @Override
    public Decision undo(long decision, Said said) {
        return connections.inTransaction(() -> {
            Decision made = decisions().stream()
                    .filter(d -> d.number() == decision)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no decision " + decision));
            if (made.undone().isPresent()) {
                throw new IllegalArgumentException("decision " + decision + " was taken back already, by "
                        + made.undone().get().who());
            }
            connections.write(handle -> {
                // Before and after: what led through it is touched either way, and is found while it is in effect.
                queue(handle, made.entity(), made.articles());
                handle.execute(
                        "UPDATE entity_decisions SET undone_by = ?, undone_why = ?, undone = ? WHERE number = ?",
                        said.who(),
                        said.why(),
                        Times.nanos(said.at()),
                        decision);
            });
            return made;
        });
    }

    /** Queues the articles that name what leads to {@code entity}; only those given, if some are. */
    private void queue(Handle handle, EntityId entity, Set<ArticleId> articles) {
        for (EntityId source : resolution(handle).sources(entity)) {
            if (articles.isEmpty()) {
                SqlIndexQueue.add(handle, "FROM entity_articles WHERE entity = ?", source.text());
            }
            for (ArticleId article : articles) {
                SqlIndexQueue.add(
                        handle, "FROM entity_articles WHERE entity = ? AND article = ?", source.text(), article.text());
            }
        }
    }

    @Override
    public Optional<Known> known(EntityId entity) {
        return connections.read(handle -> new NamedIn(handle, resolution(handle)).known(entity));
    }

    @Override
    public List<ArticleId> articles(EntityId entity, int limit) {
        return connections.read(handle -> new NamedIn(handle, resolution(handle)).articles(entity, limit));
    }

    @Override
    public List<Known> named(String words, int limit) {
        return connections.read(handle -> new NamedIn(handle, resolution(handle)).named(words, limit));
    }
}
