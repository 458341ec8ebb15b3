package org.hearsay.keep.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** {@link Watches} in the tables {@code watches} and {@code recipients}. */
final class SqlWatches implements Watches {
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final Connections connections;

    SqlWatches(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<SavedWatch> watches() {
        return connections.read(handle -> handle.createQuery("SELECT name, query FROM watches ORDER BY name")
                .map((row, context) -> new SavedWatch(row.getString(1), row.getString(2)))
                .list());
    }

    @Override
    public Optional<SavedWatch> watch(String name) {
        return connections.read(handle -> handle.createQuery("SELECT name, query FROM watches WHERE name = ?")
                .bind(0, name)
                .map((row, context) -> new SavedWatch(row.getString(1), row.getString(2)))
                .findOne());
    }

    @Override
    public void save(SavedWatch watch) {
        connections.write(handle -> handle.execute(
                "INSERT INTO watches (name, query) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET query ="
                        + " excluded.query",
                watch.name(),
                watch.query()));
    }

    @Override
    public boolean removeWatch(String name) {
        return connections.writeAndGet(handle -> handle.execute("DELETE FROM watches WHERE name = ?", name) > 0);
    }

    @Override
    public List<Recipient> recipients() {
        return connections.read(handle -> handle.createQuery(
                        "SELECT address, zone, hour, watches, paused FROM recipients ORDER BY address")
                .map((row, context) -> new Recipient(
                        row.getString(1),
                        ZoneId.of(row.getString(2)),
                        row.getInt(3),
                        Values.read(row.getString(4), NAMES),
                        row.getBoolean(5)))
                .list());
    }

    @Override
    public void save(Recipient recipient) {
        connections.write(handle -> handle.execute(
                """
                INSERT INTO recipients (address, zone, hour, watches, paused) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (address) DO UPDATE SET zone = excluded.zone, hour = excluded.hour,
                    watches = excluded.watches, paused = excluded.paused
                """,
                recipient.address(),
                recipient.zone().getId(),
                recipient.hour(),
                Values.write(recipient.watches()),
                recipient.paused()));
    }

    @Override
    public boolean removeRecipient(String address) {
        return connections.writeAndGet(
                handle -> handle.execute("DELETE FROM recipients WHERE address = ?", address) > 0);
    }
}
