package org.hearsay.keep.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hearsay.read.compare.GroupId;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** How a row of the table {@code claims} is read. */
final class ClaimRows {
    static final String COLUMNS = "stored, claim_group, first_seen, state, ended";
    /** Where the id stands that some queries ask for after the {@link #COLUMNS}. */
    private static final int CLAIM = 6;

    /** Adds a {@link #row}, or makes that of its claim this. */
    static final String PUT = """
        INSERT INTO claims (claim, article, start, claim_group, first_seen, confidence, state, ended, claim_keys, stored)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (claim) DO UPDATE SET
            article = excluded.article, start = excluded.start, claim_group = excluded.claim_group,
            confidence = excluded.confidence, state = excluded.state, ended = excluded.ended,
            claim_keys = excluded.claim_keys, stored = excluded.stored
        """;

    private ClaimRows() {}

    static @Nullable Object[] row(Claims.Keyed keyed) {
        StoredClaim claim = keyed.claim();
        return new @Nullable Object[] {
            claim.claim().id().text(),
            claim.article().text(),
            claim.claim().content().get(0).start(),
            claim.group().text(),
            Times.nanos(claim.firstSeen()),
            claim.claim().confidence(),
            claim.state().name(),
            Times.nanos(claim.ended()),
            Values.write(new TreeSet<>(keyed.keys())),
            Values.write(claim)
        };
    }

    /** The entities are those that people's decisions make of them, and what people corrected is right. */
    static RowMapper<StoredClaim> mapper(Resolution resolution, Corrected corrected) {
        return (row, context) -> corrected.of(stored(row, resolution));
    }

    /** Takes a claim that is known already from there: most of the cost of a row is its JSON. */
    static RowMapper<StoredClaim> known(Collection<StoredClaim> known, RowMapper<StoredClaim> unknown) {
        Map<String, StoredClaim> byId = new HashMap<>();
        known.forEach(claim -> byId.put(claim.claim().id().text(), claim));
        return (row, context) -> {
            StoredClaim claim = byId.get(row.getString(CLAIM));
            return claim != null ? claim : unknown.map(row, context);
        };
    }

    private static StoredClaim stored(ResultSet row, Resolution resolution) throws SQLException {
        StoredClaim c = Values.read(row.getString(1), StoredClaim.class);
        long ended = row.getLong(5);
        Optional<Instant> end = row.wasNull() ? Optional.empty() : Optional.of(Times.instant(ended));
        return new StoredClaim(
                resolution.of(c.claim(), c.article()),
                c.article(),
                c.version(),
                c.url(),
                c.outlet(),
                c.words(),
                c.sentence(),
                new GroupId(row.getString(2)),
                Times.instant(row.getLong(3)),
                StoredClaim.State.valueOf(row.getString(4)),
                end);
    }
}
