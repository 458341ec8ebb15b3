package org.hearsay.keep.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.read.article.ArticleId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one claim in the table {@code claim_keys}. A commonplace is a key of thousands, of whom those are asked for
 * that were seen last: what is said today is compared with what was said yesterday.
 *
 * @param keys those that stand in the table; none of a claim that ended
 * @param seen when the claim was first seen, which stays
 */
record ClaimKeys(Set<String> keys, long seen) {
    private static final TypeReference<TreeSet<String>> KEYS = new TypeReference<>() {};

    /** Those of the claims that are known. */
    static Map<String, ClaimKeys> of(Handle handle, Collection<String> claims) {
        return Chunks.each(
                handle,
                "SELECT claim, claim_keys, state, first_seen FROM claims WHERE claim IN (<some>)",
                claims,
                (row, context) -> new ClaimKeys(
                        row.getString(3).equals(StoredClaim.State.CURRENT.name())
                                ? Values.read(row.getString(2), KEYS)
                                : Set.of(),
                        row.getLong(4)));
    }

    /** Those of a claim that is put now. */
    static ClaimKeys of(Claims.Keyed keyed) {
        boolean current = keyed.claim().state() == StoredClaim.State.CURRENT;
        return new ClaimKeys(
                current ? keyed.keys() : Set.of(), Times.nanos(keyed.claim().firstSeen()));
    }

    /** Makes those of each claim these. @param before of the claims that were known */
    static void change(Handle handle, Map<String, ClaimKeys> before, Map<String, ClaimKeys> now) {
        List<@Nullable Object[]> gone = new ArrayList<>();
        List<@Nullable Object[]> come = new ArrayList<>();
        now.forEach((claim, keys) -> {
            ClaimKeys old = before.getOrDefault(claim, new ClaimKeys(Set.of(), keys.seen));
            rows(claim, old.seen, old.keys, keys.keys, gone);
            rows(claim, old.seen, keys.keys, old.keys, come);
        });
        ManyRows.write(handle, "DELETE FROM claim_keys WHERE claim_key = ? AND first_seen = ? AND claim = ?", gone);
        ManyRows.write(handle, "INSERT INTO claim_keys (claim_key, first_seen, claim) VALUES (?, ?, ?)", come);
    }

    /** The rows of those of {@code some} that are not among {@code others}. */
    private static void rows(
            String claim, long seen, Set<String> some, Set<String> others, List<@Nullable Object[]> into) {
        some.stream().filter(key -> !others.contains(key)).forEach(key -> into.add(new Object[] {key, seen, claim}));
    }

    private record Holder(String claim, long seen) {
        /** The latest first; of those seen in one moment, as the table has them. */
        private static final Comparator<Holder> LATEST = Comparator.comparingLong(Holder::seen)
                .thenComparing(Holder::claim)
                .reversed();
    }

    /** As {@link Claims#sharing} says, by their ids, for each set of keys. */
    static List<List<String>> holders(
            Handle handle, List<Set<String>> keys, Claims.Alone alone, ArticleId except, int limit) {
        Set<String> own = new HashSet<>(handle.createQuery("SELECT claim FROM claims WHERE article = ?")
                .bind(0, except.text())
                .mapTo(String.class)
                .list());
        Set<String> all = new TreeSet<>();
        keys.forEach(all::addAll);
        Map<Object, List<Holder>> holders = Holders.of(
                handle,
                "SELECT claim, first_seen FROM claim_keys WHERE claim_key = ?"
                        + " ORDER BY first_seen DESC, claim DESC LIMIT ?",
                all,
                row -> new Holder(row.getString(1), row.getLong(2)),
                (long) limit + own.size());
        return keys.stream()
                .map(some -> best(some, holders, alone).stream()
                        .filter(holder -> !own.contains(holder.claim))
                        .limit(limit)
                        .map(Holder::claim)
                        .toList())
                .toList();
    }

    /** Those who share enough, in order. */
    private static List<Holder> best(Set<String> keys, Map<Object, List<Holder>> holders, Claims.Alone alone) {
        long since = Times.nanos(alone.since());
        Map<Holder, Integer> shared = new HashMap<>();
        Set<Holder> enough = new HashSet<>();
        for (String key : keys) {
            boolean isEnough = alone.key().test(key);
            for (Holder holder : holders.getOrDefault(key, List.of())) {
                shared.merge(holder, 1, Integer::sum);
                if (isEnough && holder.seen >= since) {
                    enough.add(holder);
                }
            }
        }
        return shared.entrySet().stream()
                .filter(holder -> holder.getValue() > 1 || enough.contains(holder.getKey()))
                .sorted(Map.Entry.<Holder, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey(Holder.LATEST)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
