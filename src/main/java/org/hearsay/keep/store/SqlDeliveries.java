package org.hearsay.keep.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hearsay.page.Bytes;
import org.jdbi.v3.core.statement.StatementContext;

/** {@link Deliveries} in the table {@code letters}. */
final class SqlDeliveries implements Deliveries {
    private static final String LETTERS = """
        SELECT message_id, recipient, watches, day, window_from, window_to, letter, state, attempts, ambiguous,
            changed, problem
        FROM letters
        """;
    private static final String UNSENT = " WHERE state IN ('PREPARED', 'SENDING', 'RETRY')";

    private final Connections connections;

    SqlDeliveries(Connections connections) {
        this.connections = connections;
    }

    @Override
    public boolean prepare(LetterRow row) {
        if (row.state() != State.PREPARED && row.state() != State.NOTHING) {
            throw new IllegalArgumentException("a new row is " + row.state());
        }
        return connections.writeAndGet(handle -> handle.createUpdate("""
                        INSERT INTO letters (message_id, recipient, watches, day, window_from, window_to, letter, state,
                            attempts, ambiguous, changed, problem)
                        SELECT :id, :recipient, :watches, :day, :from, :to, :letter, :state, :attempts, :ambiguous,
                            :changed, :problem
                        WHERE NOT EXISTS (SELECT 1 FROM letters WHERE recipient = :recipient AND day = :day)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("id", row.messageId())
                        .bind("recipient", row.recipient())
                        .bind("watches", row.watches())
                        .bind("day", row.day().toString())
                        .bind("from", Times.nanos(row.from()))
                        .bind("to", Times.nanos(row.to()))
                        .bind("letter", row.letter().toArray())
                        .bind("state", row.state().name())
                        .bind("attempts", row.attempts())
                        .bind("ambiguous", row.ambiguous())
                        .bind("changed", Times.nanos(row.changed()))
                        .bind("problem", row.problem().orElse(null))
                        .execute()
                > 0);
    }

    @Override
    public void forgetNothing(String recipient, LocalDate day) {
        connections.write(handle -> handle.execute(
                "DELETE FROM letters WHERE recipient = ? AND day = ? AND state = 'NOTHING'",
                recipient,
                day.toString()));
    }

    @Override
    public boolean has(String recipient, LocalDate day) {
        return connections.read(handle -> handle.createQuery("SELECT 1 FROM letters WHERE recipient = ? AND day = ?")
                .bind(0, recipient)
                .bind(1, day.toString())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
    }

    @Override
    public Optional<LetterRow> find(String recipient, LocalDate day) {
        return connections.read(handle -> handle.createQuery(LETTERS + " WHERE recipient = ? AND day = ?")
                .bind(0, recipient)
                .bind(1, day.toString())
                .map(SqlDeliveries::letter)
                .findFirst());
    }

    @Override
    public List<LetterRow> unsent() {
        return connections.read(handle -> handle.createQuery(LETTERS + UNSENT + " ORDER BY number")
                .map(SqlDeliveries::letter)
                .list());
    }

    @Override
    public List<LetterRow> unsent(String recipient) {
        return connections.read(handle -> handle.createQuery(LETTERS + UNSENT + " AND recipient = ? ORDER BY number")
                .bind(0, recipient)
                .map(SqlDeliveries::letter)
                .list());
    }

    @Override
    public List<LetterRow> latest(int limit) {
        return connections.read(handle -> handle.createQuery(LETTERS + " ORDER BY number DESC LIMIT ?")
                .bind(0, limit)
                .map(SqlDeliveries::letter)
                .list());
    }

    @Override
    public Optional<LetterRow> claim(LetterRow seen, Instant at) {
        return connections.writeAndGet(handle -> {
            int rows = handle.createUpdate("""
                UPDATE letters SET
                    ambiguous = CASE WHEN state = 'SENDING' THEN TRUE ELSE ambiguous END,
                    attempts = attempts + 1, state = 'SENDING', changed = :at
                WHERE message_id = :id AND state = :state AND attempts = :attempts
                    AND state IN ('PREPARED', 'SENDING', 'RETRY')
                """)
                    .bind("at", Times.nanos(at))
                    .bind("id", seen.messageId())
                    .bind("state", seen.state().name())
                    .bind("attempts", seen.attempts())
                    .execute();
            return rows == 0
                    ? Optional.<LetterRow>empty()
                    : handle.createQuery(LETTERS + " WHERE message_id = ?")
                            .bind(0, seen.messageId())
                            .map(SqlDeliveries::letter)
                            .findOne();
        });
    }

    @Override
    public boolean settle(LetterRow seen, State state, boolean ambiguous, Instant at, Optional<String> problem) {
        return connections.writeAndGet(handle -> handle.createUpdate("""
                        UPDATE letters SET state = :state, changed = :at, problem = :problem,
                            ambiguous = CASE WHEN :ambiguous THEN TRUE ELSE ambiguous END
                        WHERE message_id = :id AND state = :was AND attempts = :attempts
                        """)
                        .bind("state", state.name())
                        .bind("at", Times.nanos(at))
                        .bind("problem", problem.orElse(null))
                        .bind("ambiguous", ambiguous)
                        .bind("id", seen.messageId())
                        .bind("was", seen.state().name())
                        .bind("attempts", seen.attempts())
                        .execute()
                > 0);
    }

    @Override
    public int abandon(Instant at) {
        return connections.writeAndGet(
                handle -> handle.createUpdate("""
                UPDATE letters SET state = 'PREPARED', ambiguous = TRUE, changed = :at,
                    problem = 'the program ended while this letter was being sent'
                WHERE state = 'SENDING'
                """).bind("at", Times.nanos(at)).execute());
    }

    @Override
    public Optional<Instant> lastWindowEnd(String recipient, Instant now) {
        return connections.read(handle -> handle.createQuery("""
                        SELECT max(window_to) AS told FROM letters
                        WHERE recipient = ? AND state IN ('SENT', 'NOTHING') AND window_to <= ?
                        """)
                .bind(0, recipient)
                .bind(1, Times.nanos(now))
                .mapTo(Long.class)
                .findOne()
                .map(Times::instant));
    }

    @Override
    public Optional<LocalDate> lastSign(String recipient) {
        return connections.read(handle -> handle.createQuery("""
                        SELECT coalesce(max(CASE WHEN state = 'SENT' THEN day END), min(day)) FROM letters
                        WHERE recipient = ?
                        """)
                .bind(0, recipient)
                .mapTo(String.class)
                .findOne()
                .map(LocalDate::parse));
    }

    private static LetterRow letter(ResultSet row, StatementContext context) throws SQLException {
        return new LetterRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                LocalDate.parse(row.getString(4)),
                Times.instant(row.getLong(5)),
                Times.instant(row.getLong(6)),
                Bytes.of(row.getBytes(7)),
                State.valueOf(row.getString(8)),
                row.getInt(9),
                row.getBoolean(10),
                Times.instant(row.getLong(11)),
                Optional.ofNullable(row.getString(12)));
    }
}
