package org.hearsay.keep.store;

import java.util.List;
import org.hearsay.read.article.ArticleId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * {@link IndexQueue} in the table {@code index_queue}: one row an article. An article that changes while the clerk
 * holds its row gets a new number, so that the clerk's {@code done} does not take away what it has not seen.
 */
final class SqlIndexQueue implements IndexQueue {
    private final Connections connections;

    SqlIndexQueue(Connections connections) {
        this.connections = connections;
    }

    /** Queues the articles that {@code which}, the end of a SELECT, finds. */
    static void add(Handle handle, String which, Object... parameters) {
        handle.execute("DELETE FROM index_queue WHERE article IN (SELECT article " + which + ")", parameters);
        handle.execute(
                "INSERT INTO index_queue (article) SELECT DISTINCT article " + which + " ORDER BY article", parameters);
    }

    @Override
    public List<Row> next(int limit) {
        return connections.read(handle -> handle.createQuery(
                        "SELECT number, article FROM index_queue ORDER BY number LIMIT ?")
                .bind(0, limit)
                .map((row, context) -> new Row(row.getLong(1), new ArticleId(row.getString(2))))
                .list());
    }

    @Override
    public void done(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        connections.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("DELETE FROM index_queue WHERE number = ?");
            rows.forEach(row -> batch.bind(0, row.number()).add());
            batch.execute();
        });
    }

    @Override
    public void addAll() {
        connections.write(handle -> add(handle, "FROM articles"));
    }

    @Override
    public int size() {
        return connections.read(handle -> handle.createQuery("SELECT count(*) FROM index_queue")
                .mapTo(Integer.class)
                .one());
    }
}
