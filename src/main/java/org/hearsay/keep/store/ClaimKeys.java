package org.hearsay.keep.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hearsay.read.article.ArticleId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The rows of one claim in the table {@code claim_keys}. A commonplace is a key of thousands, of whom those are asked for
 * that were seen last: what is said today is compared with what was said yesterday.
 *
 * @param keys those that stand in the table; none of a claim that ended
 * @param seen when the claim was first seen, which stays
 */
record ClaimKeys(Set<String> keys, long seen) {
    private static final TypeReference<TreeSet<String>> KEYS = new TypeReference<>() {};

    /** Those of a claim that is known. */
    static Optional<ClaimKeys> of(Handle handle, String claim) {
        return handle.createQuery("SELECT claim_keys, state, first_seen FROM claims WHERE claim = ?")
                .bind(0, claim)
                .map((row, context) -> new ClaimKeys(
                        row.getString(2).equals(StoredClaim.State.CURRENT.name())
                                ? Values.read(row.getString(1), KEYS)
                                : Set.of(),
                        row.getLong(3)))
                .findOne();
    }

    /** Those of a claim that was not known. */
    static ClaimKeys none(Instant seen) {
        return new ClaimKeys(Set.of(), Times.nanos(seen));
    }

    /** Makes them these. */
    void change(Handle handle, String claim, Set<String> now) {
        change(handle, "DELETE FROM claim_keys WHERE claim_key = ? AND first_seen = ? AND claim = ?", claim, keys, now);
        change(handle, "INSERT INTO claim_keys (claim_key, first_seen, claim) VALUES (?, ?, ?)", claim, now, keys);
    }

    /** Does {@code sql} for those of {@code some} that are not among {@code others}. */
    private void change(Handle handle, String sql, String claim, Set<String> some, Set<String> others) {
        if (others.containsAll(some)) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(sql);
        some.stream()
                .filter(key -> !others.contains(key))
                .forEach(key -> batch.bind(0, key).bind(1, seen).bind(2, claim).add());
        batch.execute();
    }

    private record Holder(String claim, long seen) {
        /** The latest first; of those seen in one moment, as the table has them. */
        private static final Comparator<Holder> LATEST = Comparator.comparingLong(Holder::seen)
                .thenComparing(Holder::claim)
                .reversed();
    }

    /** As {@link Claims#sharing} says, by their ids. */
    static List<String> holders(
            Handle handle, Set<String> keys, Predicate<String> isEnough, ArticleId except, int limit) {
        Set<String> own = new HashSet<>(handle.createQuery("SELECT claim FROM claims WHERE article = ?")
                .bind(0, except.text())
                .mapTo(String.class)
                .list());
        long most = (long) limit + own.size();
        Map<Boolean, List<String>> parted = keys.stream().collect(Collectors.partitioningBy(isEnough));
        Map<Holder, Integer> holders = latest(handle, parted.get(true), most);
        latest(handle, parted.get(false), most).forEach((holder, shared) -> {
            if (shared > 1 || holders.containsKey(holder)) {
                holders.merge(holder, shared, Integer::sum);
            }
        });
        return holders.entrySet().stream()
                .filter(holder -> !own.contains(holder.getKey().claim))
                .sorted(Map.Entry.<Holder, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey(Holder.LATEST)))
                .limit(limit)
                .map(holder -> holder.getKey().claim)
                .toList();
    }

    /** Who has how many of these keys. */
    private static Map<Holder, Integer> latest(Handle handle, Collection<String> keys, long most) {
        return Holders.count(
                handle,
                "SELECT claim, first_seen FROM claim_keys WHERE claim_key = ?"
                        + " ORDER BY first_seen DESC, claim DESC LIMIT ?",
                keys,
                row -> new Holder(row.getString(1), row.getLong(2)),
                most);
    }
}
