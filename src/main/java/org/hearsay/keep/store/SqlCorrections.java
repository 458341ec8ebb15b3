package org.hearsay.keep.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.hearsay.read.claim.ClaimId;
import org.jdbi.v3.core.statement.StatementContext;

/** {@link Corrections} in the table {@code corrections}, in the order in which they were made. */
final class SqlCorrections implements Corrections {
    private static final String CORRECTIONS = "SELECT claim, what, words, said FROM corrections";

    private final Connections connections;

    SqlCorrections(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void add(Correction correction) {
        connections.write(handle -> handle.execute(
                "INSERT INTO corrections (claim, what, words, said) VALUES (?, ?, ?, ?)",
                correction.claim().text(),
                correction.what(),
                correction.words(),
                Times.nanos(correction.at())));
    }

    @Override
    public List<Correction> of(ClaimId claim) {
        return connections.read(handle -> handle.createQuery(CORRECTIONS + " WHERE claim = ? ORDER BY number")
                .bind(0, claim.text())
                .map(SqlCorrections::correction)
                .list());
    }

    @Override
    public List<Correction> all() {
        return connections.read(handle -> handle.createQuery(CORRECTIONS + " ORDER BY number")
                .map(SqlCorrections::correction)
                .list());
    }

    private static Correction correction(ResultSet row, StatementContext context) throws SQLException {
        return new Correction(
                new ClaimId(row.getString(1)), row.getString(2), row.getString(3), Times.instant(row.getLong(4)));
    }
}
