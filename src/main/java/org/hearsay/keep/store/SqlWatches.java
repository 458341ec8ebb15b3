package org.hearsay.keep.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** {@link Watches} in the tables {@code watches} and {@code recipients}. */
final class SqlWatches implements Watches {
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final String RECIPIENTS =
            "SELECT address, zone, hour, days, watches, standing, note FROM recipients ";
    private static final SecureRandom RANDOM = new SecureRandom();

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
        return connections.read(handle -> handle.createQuery(RECIPIENTS + "ORDER BY address")
                .map(SqlWatches::recipient)
                .list());
    }

    @Override
    public Optional<Recipient> recipient(String address) {
        return where("address", address);
    }

    @Override
    public Optional<Recipient> byToken(String token) {
        return where("token", token);
    }

    private Optional<Recipient> where(String column, String value) {
        return connections.read(handle -> handle.createQuery(RECIPIENTS + "WHERE " + column + " = ?")
                .bind(0, value)
                .map(SqlWatches::recipient)
                .findOne());
    }

    @Override
    public void save(Recipient recipient) {
        connections.write(handle -> {
            store(handle, recipient);
            if (recipient.paused()) {
                holdBack(handle, recipient.address());
            }
        });
    }

    /** What waits to be sent is not sent to somebody who wants no more letters. */
    private static void holdBack(Handle handle, String address) {
        handle.execute(
                "UPDATE letters SET state = 'GIVEN_UP', problem = 'letters to this reader were stopped'"
                        + " WHERE recipient = ? AND state IN ('PREPARED', 'RETRY')",
                address);
    }

    private static void store(Handle handle, Recipient recipient) {
        handle.execute(
                """
                INSERT INTO recipients (address, zone, hour, days, watches, standing, note)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (address) DO UPDATE SET zone = excluded.zone, hour = excluded.hour, days = excluded.days,
                    watches = excluded.watches, standing = excluded.standing, note = excluded.note
                """,
                recipient.address(),
                recipient.zone().getId(),
                recipient.hour(),
                recipient.week().stream()
                        .map(day -> String.valueOf(day.getValue()))
                        .collect(Collectors.joining()),
                Values.write(recipient.watches()),
                recipient.standing().name(),
                recipient.note());
    }

    @Override
    public boolean standing(String address, Standing standing, String note) {
        return connections.writeAndGet(handle -> {
            if (standing != Standing.ACTIVE) {
                holdBack(handle, address);
            }
            return handle.execute(
                            "UPDATE recipients SET standing = ?, note = ? WHERE address = ?",
                            standing.name(),
                            note,
                            address)
                    > 0;
        });
    }

    @Override
    public boolean removeRecipient(String address) {
        return connections.writeAndGet(handle -> {
            holdBack(handle, address);
            return handle.execute("DELETE FROM recipients WHERE address = ?", address) > 0;
        });
    }

    @Override
    public Optional<String> token(String address) {
        Optional<String> known = connections.read(handle -> readToken(handle, address));
        if (known.isPresent()) {
            return known;
        }
        byte[] secret = new byte[16];
        RANDOM.nextBytes(secret);
        return connections.writeAndGet(handle -> {
            handle.execute(
                    "UPDATE recipients SET token = ? WHERE address = ? AND token IS NULL",
                    HexFormat.of().formatHex(secret),
                    address);
            // Another may have made one meanwhile, and that one counts.
            return readToken(handle, address);
        });
    }

    private static Optional<String> readToken(Handle handle, String address) {
        return handle.createQuery("SELECT token FROM recipients WHERE address = ? AND token IS NOT NULL")
                .bind(0, address)
                .mapTo(String.class)
                .findOne();
    }

    private static Recipient recipient(ResultSet row, StatementContext context) throws SQLException {
        return new Recipient(
                row.getString(1),
                ZoneId.of(row.getString(2)),
                row.getInt(3),
                days(row.getString(4)),
                Values.read(row.getString(5), NAMES),
                Standing.valueOf(row.getString(6)),
                row.getString(7));
    }

    private static Set<DayOfWeek> days(String digits) {
        return digits.chars()
                .mapToObj(digit -> DayOfWeek.of(digit - '0'))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }
}
