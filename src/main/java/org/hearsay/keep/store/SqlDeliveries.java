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

    private final Connections connections;

    SqlDeliveries(Connections connections) {
        this.connections = connections;
    }

    @Override
    public boolean prepare(LetterRow row) {
        return connections.writeAndGet(handle -> handle.execute(
                        """
                        INSERT INTO letters (message_id, recipient, watches, day, window_from, window_to, letter, state,
                            attempts, ambiguous, changed, problem)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'PREPARED', ?, ?, ?, ?)
                        ON CONFLICT (recipient, watches, day) DO NOTHING
                        """,
                        row.messageId(),
                        row.recipient(),
                        row.watches(),
                        row.day().toString(),
                        Times.nanos(row.from()),
                        Times.nanos(row.to()),
                        row.letter().toArray(),
                        row.attempts(),
                        row.ambiguous(),
                        Times.nanos(row.changed()),
                        row.problem().orElse(null))
                > 0);
    }

    @Override
    public Optional<LetterRow> find(String recipient, String watches, LocalDate day) {
        return connections.read(
                handle -> handle.createQuery(LETTERS + " WHERE recipient = ? AND watches = ? AND day = ?")
                        .bind(0, recipient)
                        .bind(1, watches)
                        .bind(2, day.toString())
                        .map(SqlDeliveries::letter)
                        .findOne());
    }

    @Override
    public List<LetterRow> unsent() {
        return connections.read(handle -> handle.createQuery(
                        LETTERS + " WHERE state IN ('PREPARED', 'SENDING', 'RETRY') ORDER BY number")
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
    public void state(String messageId, State state, Instant at, Optional<String> problem) {
        connections.write(handle -> {
            int rows = handle.createUpdate("""
                UPDATE letters SET
                    ambiguous = CASE WHEN state = 'SENDING' AND :state = 'SENDING' THEN TRUE
                        ELSE ambiguous END,
                    attempts = attempts + CASE :state WHEN 'SENDING' THEN 1 ELSE 0 END,
                    state = :state, changed = :at, problem = :problem
                WHERE message_id = :id
                """)
                    .bind("state", state.name())
                    .bind("at", Times.nanos(at))
                    .bind("problem", problem.orElse(null))
                    .bind("id", messageId)
                    .execute();
            if (rows == 0) {
                throw new IllegalArgumentException("no such letter: " + messageId);
            }
        });
    }

    @Override
    public Optional<Instant> lastWindowEnd(String recipient, String watches) {
        return connections.read(handle -> handle.createQuery(
                        "SELECT window_to FROM letters WHERE recipient = ? AND watches = ? ORDER BY day DESC LIMIT 1")
                .bind(0, recipient)
                .bind(1, watches)
                .map((row, context) -> Times.instant(row.getLong(1)))
                .findOne());
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
