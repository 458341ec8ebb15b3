package org.hearsay.keep.store;

import java.util.List;

/** {@link Deeds} in the table {@code deeds}. */
final class SqlDeeds implements Deeds {
    private final Connections connections;

    SqlDeeds(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void add(Deed deed) {
        connections.write(handle -> handle.execute(
                "INSERT INTO deeds (at, who, what, about) VALUES (?, ?, ?, ?)",
                Times.nanos(deed.at()),
                deed.who(),
                deed.what(),
                deed.about()));
    }

    @Override
    public List<Deed> latest(int limit) {
        return connections.read(handle -> handle.createQuery(
                        "SELECT at, who, what, about FROM deeds ORDER BY number DESC LIMIT ?")
                .bind(0, limit)
                .map((row, context) ->
                        new Deed(Times.instant(row.getLong(1)), row.getString(2), row.getString(3), row.getString(4)))
                .list());
    }
}
