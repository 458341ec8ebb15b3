package org.hearsay.keep.store;

import java.time.Duration;
import java.util.List;
import org.hearsay.read.article.ArticleId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * {@link IndexQueue} in the table {@code index_queue}: one row an article and reader. An article that changes while a
 * clerk holds its row gets a new number, so that the clerk's {@code done} does not take away what it has not seen.
 */
final class SqlIndexQueue implements IndexQueue {
    /** The one index of a store that no other process works on. */
    static final String ONLY = "here";
    /** A reader that has not been seen for so long is gone, and rows are no longer kept for it. */
    private static final Duration GONE = Duration.ofDays(14);

    private final Connections connections;
    private volatile String reader = ONLY;

    SqlIndexQueue(Connections connections) {
        this.connections = connections;
    }

    /** Queues, for every reader, the articles that {@code which}, the end of a SELECT, finds. Within a transaction that has its turn. */
    static void add(Handle handle, String which, Object... parameters) {
        handle.execute("DELETE FROM index_queue WHERE article IN (SELECT article " + which + ")", parameters);
        handle.execute(
                "INSERT INTO index_queue (reader, article) SELECT r.reader, a.article FROM index_readers r,"
                        + " (SELECT DISTINCT article " + which + ") a ORDER BY a.article",
                parameters);
    }

    @Override
    public boolean enrol(String name) {
        long now = Times.nanos(connections.clock().instant());
        boolean known = connections.inTransaction(() -> connections.writeAndGet(handle -> {
            boolean was = handle.execute("UPDATE index_readers SET seen = ? WHERE reader = ?", now, name) > 0;
            if (!was) {
                handle.execute("INSERT INTO index_readers (reader, seen) VALUES (?, ?)", name, now);
            }
            long gone = now - GONE.toNanos();
            handle.execute(
                    "DELETE FROM index_queue WHERE reader IN (SELECT reader FROM index_readers WHERE seen < ?)", gone);
            handle.execute("DELETE FROM index_readers WHERE seen < ?", gone);
            return was;
        }));
        reader = name;
        return known;
    }

    @Override
    public boolean stay() {
        return enrol(reader);
    }

    @Override
    public void dismissOthers() {
        connections.inTransaction(() ->
                connections.writeAndGet(handle -> handle.execute("DELETE FROM index_queue WHERE reader <> ?", reader)
                        + handle.execute("DELETE FROM index_readers WHERE reader <> ?", reader)));
    }

    @Override
    public List<Row> next(int limit) {
        return connections.read(handle -> handle.createQuery(
                        "SELECT number, article FROM index_queue WHERE reader = ? ORDER BY number LIMIT ?")
                .bind(0, reader)
                .bind(1, limit)
                .map((row, context) -> new Row(row.getLong(1), new ArticleId(row.getString(2))))
                .list());
    }

    @Override
    public void done(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        long now = Times.nanos(connections.clock().instant());
        connections.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("DELETE FROM index_queue WHERE number = ?");
            rows.forEach(row -> batch.bind(0, row.number()).add());
            batch.execute();
            handle.execute("UPDATE index_readers SET seen = ? WHERE reader = ?", now, reader);
        });
    }

    @Override
    public void addAll() {
        connections.inTransaction(() -> connections.writeAndGet(handle -> {
            handle.execute("DELETE FROM index_queue WHERE reader = ?", reader);
            return handle.execute(
                    "INSERT INTO index_queue (reader, article) SELECT ?, article FROM articles ORDER BY article",
                    reader);
        }));
    }

    @Override
    public int size() {
        return connections.read(handle -> handle.createQuery("SELECT count(*) FROM index_queue WHERE reader = ?")
                .bind(0, reader)
                .mapTo(Integer.class)
                .one());
    }
}
