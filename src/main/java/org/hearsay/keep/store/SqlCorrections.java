package org.hearsay.keep.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.hearsay.read.claim.ClaimId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** {@link Corrections} in the table {@code corrections}, in the order in which they were made. */
final class SqlCorrections implements Corrections {
    private static final String IN_FORCE = "SELECT claim, what, words, said FROM corrections WHERE taken_back IS NULL";

    private final Connections connections;

    SqlCorrections(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void add(Correction correction) {
        inTurn(handle -> {
            end(handle, correction.claim(), correction.what(), correction.at());
            handle.execute(
                    "INSERT INTO corrections (claim, what, words, said) VALUES (?, ?, ?, ?)",
                    correction.claim().text(),
                    correction.what(),
                    correction.words(),
                    Times.nanos(correction.at()));
            queue(handle, correction.claim());
        });
    }

    @Override
    public void takeBack(ClaimId claim, String what, Instant at) {
        inTurn(handle -> {
            if (end(handle, claim, what, at) > 0) {
                queue(handle, claim);
            }
        });
    }

    /** The queue is written by one transaction at a time. */
    private void inTurn(Consumer<Handle> work) {
        connections.inTransaction(() -> {
            connections.write(work);
            return work;
        });
    }

    private static int end(Handle handle, ClaimId claim, String what, Instant at) {
        return handle.execute(
                "UPDATE corrections SET taken_back = ? WHERE claim = ? AND what = ? AND taken_back IS NULL",
                Times.nanos(at),
                claim.text(),
                what);
    }

    private static void queue(Handle handle, ClaimId claim) {
        SqlIndexQueue.add(handle, "FROM claims WHERE claim = ?", claim.text());
    }

    @Override
    public List<Correction> of(ClaimId claim) {
        return connections.read(handle -> handle.createQuery(IN_FORCE + " AND claim = ? ORDER BY number")
                .bind(0, claim.text())
                .map(SqlCorrections::correction)
                .list());
    }

    @Override
    public List<Correction> all() {
        return connections.read(SqlCorrections::all);
    }

    private static List<Correction> all(Handle handle) {
        return handle.createQuery(IN_FORCE + " ORDER BY number")
                .map(SqlCorrections::correction)
                .list();
    }

    /** What they make of claims, for one question to the store. */
    Corrected corrected(Handle handle) {
        return Corrected.of(all(handle));
    }

    private static Correction correction(ResultSet row, StatementContext context) throws SQLException {
        return new Correction(
                new ClaimId(row.getString(1)), row.getString(2), row.getString(3), Times.instant(row.getLong(4)));
    }
}
