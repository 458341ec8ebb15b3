package org.hearsay.keep.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Relation;

/** Claims, their state over versions, and how they relate. Derived. */
public interface Claims {
    /** Adds claims, or, if an id is known, sets its version, spans and state anew and keeps its {@code firstSeen}. */
    void put(Collection<Keyed> claims);

    /** As {@link #put(Collection)}. */
    default void put(StoredClaim claim, Set<String> keys) {
        put(List.of(new Keyed(claim, keys)));
    }

    /** A claim and the keys under which {@link #sharing} finds it. */
    record Keyed(StoredClaim claim, Set<String> keys) {}

    /** Ends a claim that the newest version no longer makes. */
    void end(ClaimId id, StoredClaim.State state, Instant at);

    Optional<StoredClaim> claim(ClaimId id);

    /** Those of these that exist, in the order asked. */
    List<StoredClaim> all(Collection<ClaimId> ids);

    /** Every claim that any version of the article made, in text order, current ones first. */
    List<StoredClaim> of(ArticleId article);

    /** Newest first by {@code firstSeen}, then by confidence. */
    List<StoredClaim> latest(int limit);

    /** Current ones that were first seen since then, newest first by {@code firstSeen}, without what they say. */
    List<Recent> since(Instant from, int limit);

    /** A claim and what it belongs to. */
    record Recent(ClaimId claim, ArticleId article, GroupId group, GroupId story, Instant firstSeen) {}

    /** Those first seen since then that a current claim of another differs from or contradicts. */
    Set<ClaimId> disputedSince(Instant from);

    /** First seen in [from, to), or ended in it, oldest first. */
    List<StoredClaim> between(Instant from, Instant to);

    /** By id. */
    void each(Consumer<StoredClaim> visitor);

    int count();

    /**
     * Current claims of other articles that share two keys, or one that is enough alone, those that share most first, then
     * those first seen last, at most {@code limit}: of each key the {@code limit} that were first seen last are looked at.
     *
     * @param keys of each claim that is asked for
     * @return for each of these
     */
    List<List<Sharing>> sharing(List<Set<String>> keys, Alone alone, ArticleId except, int limit);

    /** As {@link #sharing(List, Alone, ArticleId, int)}. */
    default List<Sharing> sharing(Set<String> keys, Alone alone, ArticleId except, int limit) {
        return sharing(List.of(keys), alone, except, limit).get(0);
    }

    /**
     * What is enough alone.
     *
     * @param key of which keys one is enough
     * @param since if the claim that shares it was first seen since then
     */
    record Alone(Predicate<String> key, Instant since) {}

    /**
     * A claim without what it says.
     *
     * @param fetched when the version of the article was that its spans point into, and no other
     */
    record Sharing(ClaimId claim, ArticleId article, Instant fetched, GroupId group) {}

    /** Notes how others relate to each claim, seen from it; the mirror is implied. */
    void relate(Map<ClaimId, Map<ClaimId, Relation>> others);

    /** As {@link #relate(Map)}. */
    default void relate(ClaimId a, ClaimId b, Relation relation) {
        relate(Map.of(a, Map.of(b, relation)));
    }

    /** Relations of a claim as seen from it (first spans are its own), same first, then by id of the other. */
    List<Related> relations(ClaimId id);

    /** A claim that is related to one, and how. */
    record Related(StoredClaim other, Relation relation) {}

    void mergeGroups(GroupId from, GroupId to);

    List<StoredClaim> inGroup(GroupId group);

    /**
     * As {@link #inGroup}, of many groups at once, each claim once.
     *
     * @param known claims that were read a moment ago; they are given as they are instead of being read again
     */
    List<StoredClaim> inGroups(Collection<GroupId> groups, Collection<StoredClaim> known);

    /** Those of these claims that {@link #relations} has something for. */
    Set<ClaimId> related(Collection<ClaimId> ids);
}
