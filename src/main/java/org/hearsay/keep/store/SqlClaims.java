package org.hearsay.keep.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Relation;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** {@link Claims} in the tables {@code claims}, {@code claim_keys} and {@code relations}. */
final class SqlClaims implements Claims {
    private static final String STORED = "SELECT " + ClaimRows.COLUMNS + " FROM claims";
    private static final int CHUNK = 500;

    private final Connections connections;
    private final SqlEntities entities;
    private final SqlCorrections corrections;

    SqlClaims(Connections connections, SqlEntities entities, SqlCorrections corrections) {
        this.connections = connections;
        this.entities = entities;
        this.corrections = corrections;
    }

    @Override
    public void put(Collection<Keyed> claims) {
        Map<String, Keyed> byId = new TreeMap<>();
        for (Keyed keyed : claims) {
            ClaimId id = keyed.claim().claim().id();
            if (keyed.claim().state() == StoredClaim.State.DISMISSED) {
                throw new IllegalArgumentException("what people said of a claim is no part of it: " + id);
            }
            byId.put(id.text(), keyed);
        }
        connections.write(handle -> {
            Map<String, ClaimKeys> before = ClaimKeys.of(handle, byId.keySet());
            Map<String, ClaimKeys> now = new TreeMap<>();
            List<@Nullable Object[]> rows = new ArrayList<>();
            byId.forEach((id, keyed) -> {
                rows.add(ClaimRows.row(keyed));
                now.put(id, ClaimKeys.of(keyed));
            });
            ManyRows.write(handle, ClaimRows.PUT, rows);
            ClaimKeys.change(handle, before, now);
        });
    }

    @Override
    public void end(ClaimId id, StoredClaim.State state, Instant at) {
        if (state == StoredClaim.State.CURRENT) {
            throw new IllegalArgumentException("a claim does not end as CURRENT: " + id);
        }
        connections.write(handle -> {
            Map<String, ClaimKeys> before = ClaimKeys.of(handle, Set.of(id.text()));
            ClaimKeys.change(handle, before, Map.of(id.text(), new ClaimKeys(Set.of(), Times.nanos(at))));
            int rows = handle.execute(
                    "UPDATE claims SET state = ?, ended = ? WHERE claim = ?", state.name(), Times.nanos(at), id.text());
            if (rows == 0) {
                throw new IllegalArgumentException("no such claim: " + id);
            }
        });
    }

    @Override
    public Optional<StoredClaim> claim(ClaimId id) {
        return connections.read(handle -> handle.createQuery(STORED + " WHERE claim = ?")
                .bind(0, id.text())
                .map(stored(handle))
                .findOne());
    }

    @Override
    public List<StoredClaim> all(Collection<ClaimId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return connections.read(handle -> Chunks.inOrder(
                handle,
                STORED + " WHERE claim IN (<some>)",
                texts(ids),
                stored(handle),
                claim -> claim.claim().id().text()));
    }

    @Override
    public List<StoredClaim> of(ArticleId article) {
        return connections.read(handle -> handle.createQuery(STORED
                        + " WHERE article = ? ORDER BY CASE state WHEN 'CURRENT' THEN 0 ELSE 1 END, start, claim")
                .bind(0, article.text())
                .map(stored(handle))
                .list());
    }

    @Override
    public List<StoredClaim> latest(int limit) {
        return connections.read(
                handle -> handle.createQuery(STORED + " ORDER BY first_seen DESC, confidence DESC, claim LIMIT ?")
                        .bind(0, limit)
                        .map(stored(handle))
                        .list());
    }

    @Override
    public List<Recent> since(Instant from, int limit) {
        return connections.read(handle -> {
            List<Recent> recent = handle.createQuery(
                            "SELECT c.claim, c.article, c.claim_group, a.story, c.first_seen FROM claims c"
                                    + " JOIN articles a ON a.article = c.article"
                                    + " WHERE c.first_seen >= ? AND c.state = 'CURRENT'"
                                    + " ORDER BY c.first_seen DESC, c.confidence DESC, c.claim LIMIT ?")
                    .bind(0, Times.nanos(from))
                    .bind(1, limit)
                    .map((row, context) -> new Recent(
                            new ClaimId(row.getString(1)),
                            new ArticleId(row.getString(2)),
                            new GroupId(row.getString(3)),
                            new GroupId(row.getString(4)),
                            Times.instant(row.getLong(5))))
                    .list();
            Corrected corrected = corrections.corrected(handle);
            return recent.stream()
                    .filter(claim -> !corrected.dismissed(claim.claim()))
                    .toList();
        });
    }

    @Override
    public Set<ClaimId> disputedSince(Instant from) {
        return connections.read(handle -> {
            Corrected corrected = corrections.corrected(handle);
            Set<ClaimId> disputed = new HashSet<>();
            disputed(handle, "first_claim", "second_claim", from, corrected, disputed);
            disputed(handle, "second_claim", "first_claim", from, corrected, disputed);
            return disputed;
        });
    }

    private static void disputed(
            Handle handle, String own, String others, Instant from, Corrected corrected, Set<ClaimId> into) {
        handle.createQuery(
                        "SELECT c.claim, o.claim, r.relation FROM claims c JOIN relations r ON r." + own + " = c.claim"
                                + " JOIN claims o ON o.claim = r." + others
                                + " WHERE c.first_seen >= ? AND c.state = 'CURRENT' AND o.state = 'CURRENT'")
                .bind(0, Times.nanos(from))
                .map((row, context) -> {
                    Relation.Kind kind =
                            Values.read(row.getString(3), Relation.class).kind();
                    ClaimId claim = new ClaimId(row.getString(1));
                    return (kind == Relation.Kind.DIFFERS || kind == Relation.Kind.CONTRADICTS)
                            && !corrected.dismissed(claim)
                            && !corrected.dismissed(new ClaimId(row.getString(2)))
                            && into.add(claim);
                })
                .list();
    }

    @Override
    public List<StoredClaim> between(Instant from, Instant to) {
        return connections.read(handle -> handle.createQuery(STORED + """
             WHERE claim IN (
                SELECT claim FROM claims WHERE first_seen >= :from AND first_seen < :to
                UNION SELECT claim FROM claims WHERE ended >= :from AND ended < :to)
            ORDER BY first_seen, claim
            """)
                .bind("from", Times.nanos(from))
                .bind("to", Times.nanos(to))
                .map(stored(handle))
                .list());
    }

    @Override
    public void each(Consumer<StoredClaim> visitor) {
        String last = "";
        while (true) {
            String after = last;
            List<StoredClaim> chunk =
                    connections.read(handle -> handle.createQuery(STORED + " WHERE claim > ? ORDER BY claim LIMIT ?")
                            .bind(0, after)
                            .bind(1, CHUNK)
                            .map(stored(handle))
                            .list());
            if (chunk.isEmpty()) {
                return;
            }
            chunk.forEach(visitor);
            last = chunk.get(chunk.size() - 1).claim().id().text();
        }
    }

    @Override
    public int count() {
        return connections.read(handle -> handle.createQuery("SELECT count(*) FROM claims")
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public List<List<Sharing>> sharing(List<Set<String>> keys, Alone alone, ArticleId except, int limit) {
        return connections.read(handle -> {
            List<List<String>> holders = ClaimKeys.holders(handle, keys, alone, except, limit);
            Map<String, Sharing> found = Chunks.each(
                    handle,
                    "SELECT c.claim, c.article, a.fetched, c.claim_group FROM claims c"
                            + " JOIN articles a ON a.article = c.article WHERE c.claim IN (<some>)",
                    holders.stream().flatMap(List::stream).toList(),
                    (row, context) -> new Sharing(
                            new ClaimId(row.getString(1)),
                            new ArticleId(row.getString(2)),
                            Times.instant(row.getLong(3)),
                            new GroupId(row.getString(4))));
            return holders.stream()
                    .map(of -> of.stream()
                            .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                            .toList())
                    .toList();
        });
    }

    @Override
    public void relate(Map<ClaimId, Map<ClaimId, Relation>> others) {
        List<@Nullable Object[]> before = new ArrayList<>();
        List<@Nullable Object[]> now = new ArrayList<>();
        others.forEach((id, relations) -> relations.forEach((other, relation) -> {
            if (other.equals(id)) {
                throw new IllegalArgumentException("a claim has no relation to itself: " + id);
            }
            before.add(new Object[] {id.text(), other.text(), other.text(), id.text()});
            if (relation.kind() != Relation.Kind.UNRELATED) {
                now.add(new Object[] {id.text(), other.text(), Values.write(relation)});
            }
        }));
        connections.write(handle -> {
            ManyRows.write(
                    handle,
                    "DELETE FROM relations WHERE first_claim = ? AND second_claim = ?"
                            + " OR first_claim = ? AND second_claim = ?",
                    before);
            ManyRows.write(handle, "INSERT INTO relations (first_claim, second_claim, relation) VALUES (?, ?, ?)", now);
        });
    }

    @Override
    public List<Related> relations(ClaimId id) {
        return connections.read(handle -> {
            List<Related> related = new ArrayList<>();
            related.addAll(related(handle, "first_claim", "second_claim", id));
            related(handle, "second_claim", "first_claim", id)
                    .forEach(other -> related.add(
                            new Related(other.other(), other.relation().mirrored())));
            related.sort(Comparator.comparing((Related r) -> r.relation().kind() != Relation.Kind.SAME)
                    .thenComparing(r -> r.other().claim().id()));
            return related;
        });
    }

    private List<Related> related(Handle handle, String own, String others, ClaimId id) {
        RowMapper<StoredClaim> stored = stored(handle);
        return handle.createQuery(
                        "SELECT c.stored, c.claim_group, c.first_seen, c.state, c.ended, r.relation FROM relations r"
                                + " JOIN claims c ON c.claim = r." + others + " WHERE r." + own + " = ?")
                .bind(0, id.text())
                .map((row, context) ->
                        new Related(stored.map(row, context), Values.read(row.getString(6), Relation.class)))
                .list();
    }

    @Override
    public void mergeGroups(GroupId from, GroupId to) {
        if (from.equals(to)) {
            return;
        }
        connections.write(handle -> {
            SqlIndexQueue.add(handle, "FROM claims WHERE claim_group = ?", from.text());
            handle.execute("UPDATE claims SET claim_group = ? WHERE claim_group = ?", to.text(), from.text());
        });
    }

    @Override
    public List<StoredClaim> inGroup(GroupId group) {
        return connections.read(handle -> handle.createQuery(STORED + " WHERE claim_group = ? ORDER BY claim")
                .bind(0, group.text())
                .map(stored(handle))
                .list());
    }

    @Override
    public List<StoredClaim> inGroups(Collection<GroupId> groups, Collection<StoredClaim> known) {
        return connections.read(handle -> Chunks.rows(
                handle,
                "SELECT " + ClaimRows.COLUMNS + ", claim FROM claims WHERE claim_group IN (<some>) ORDER BY claim",
                groups.stream().map(GroupId::text).toList(),
                ClaimRows.known(known, stored(handle))));
    }

    @Override
    public Set<ClaimId> related(Collection<ClaimId> ids) {
        return new HashSet<>(connections.read(handle -> Chunks.rows(
                handle,
                "SELECT first_claim FROM relations WHERE first_claim IN (<some>) UNION"
                        + " SELECT second_claim FROM relations WHERE second_claim IN (<some>)",
                texts(ids),
                (row, context) -> new ClaimId(row.getString(1)))));
    }

    private static List<String> texts(Collection<ClaimId> ids) {
        return ids.stream().map(ClaimId::text).toList();
    }

    private RowMapper<StoredClaim> stored(Handle handle) {
        return ClaimRows.mapper(entities.resolution(handle), corrections.corrected(handle));
    }
}
