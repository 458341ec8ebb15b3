package org.hearsay.tell.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.keep.store.Claims.Related;
import org.hearsay.keep.store.Independence;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.OutletNames;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Relation;

/** What one request has seen of the store, so that no row is read twice for one page. Not thread-safe. */
final class Sight {
    /** How far an assertion has spread: outlets that carry it, and texts of which they are copies. */
    record Spread(int outlets, int origins) {
        /** Nothing where there is nothing to count. */
        Optional<String> told() {
            return outlets > 1 ? Optional.of(words()) : Optional.empty();
        }

        String words() {
            return Words.count(outlets, "outlet") + ", " + Words.count(origins, "origin");
        }
    }

    private final Store store;
    private final Map<ArticleId, Optional<StoredArticle>> articles = new HashMap<>();
    private final Map<ClaimId, List<Related>> relations = new HashMap<>();
    private final Map<GroupId, List<StoredClaim>> groups = new HashMap<>();

    Sight(Store store) {
        this.store = store;
    }

    Store store() {
        return store;
    }

    /** Reads these articles in one go. */
    void load(Collection<ArticleId> ids) {
        Set<ArticleId> missing = new LinkedHashSet<>(ids);
        missing.removeAll(articles.keySet());
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(id -> articles.put(id, Optional.empty()));
        store.articles().all(missing).forEach(article -> articles.put(article.id(), Optional.of(article)));
    }

    /** Reads in one go what the cards of these claims will ask for: their articles, groups and relations. */
    void prepare(Collection<StoredClaim> claims) {
        Set<ClaimId> related =
                store.claims().related(claims.stream().map(c -> c.claim().id()).toList());
        Set<GroupId> missing = new LinkedHashSet<>();
        for (StoredClaim claim : claims) {
            if (!related.contains(claim.claim().id())) {
                relations.put(claim.claim().id(), List.of());
            }
            if (!groups.containsKey(claim.group())) {
                missing.add(claim.group());
            }
        }
        missing.forEach(group -> groups.put(group, new ArrayList<>()));
        Set<ArticleId> told = new LinkedHashSet<>();
        claims.forEach(claim -> told.add(claim.article()));
        for (StoredClaim member : store.claims().inGroups(missing, claims)) {
            groups.computeIfAbsent(member.group(), g -> new ArrayList<>()).add(member);
            told.add(member.article());
        }
        load(told);
    }

    /** The newest version. */
    Optional<StoredArticle> article(ArticleId id) {
        load(List.of(id));
        return articles.getOrDefault(id, Optional.empty());
    }

    /** The version that a claim's spans point into. */
    Optional<StoredArticle> of(StoredClaim claim) {
        return article(claim.article())
                .filter(a -> a.version() == claim.version())
                .or(() -> store.articles().version(claim.article(), claim.version()));
    }

    List<Related> relations(StoredClaim claim) {
        return relations.computeIfAbsent(claim.claim().id(), store.claims()::relations);
    }

    boolean disputed(StoredClaim claim) {
        return relations(claim).stream().anyMatch(Sight::disputes);
    }

    static boolean disputes(Related related) {
        return related.other().state() == StoredClaim.State.CURRENT
                && (related.relation().kind() == Relation.Kind.DIFFERS
                        || related.relation().kind() == Relation.Kind.CONTRADICTS);
    }

    /** Claims that say the same, itself among them, withdrawn ones not. */
    List<StoredClaim> group(StoredClaim claim) {
        List<StoredClaim> members = new ArrayList<>(groups.computeIfAbsent(claim.group(), store.claims()::inGroup));
        members.removeIf(member -> member.state() != StoredClaim.State.CURRENT
                && !member.claim().id().equals(claim.claim().id()));
        if (members.stream()
                .noneMatch(member -> member.claim().id().equals(claim.claim().id()))) {
            members.add(claim);
        }
        return members;
    }

    /** Its outlet, told apart where another of that name says the same. */
    String outlet(StoredClaim claim) {
        return OutletNames.of(group(claim).stream().map(StoredClaim::publisher).toList())
                .name(claim.publisher());
    }

    Spread spread(StoredClaim claim) {
        return spread(group(claim));
    }

    Spread spread(List<StoredClaim> members) {
        load(members.stream().map(StoredClaim::article).toList());
        OutletNames outlets = new OutletNames();
        List<Independence.Saying> sayings = new ArrayList<>();
        for (StoredClaim member : members) {
            outlets.add(member.publisher());
            article(member.article()).ifPresent(told -> sayings.add(new Independence.Saying(member, told)));
        }
        return new Spread(outlets.count(), Math.max(1, Independence.count(sayings)));
    }

    String origin(StoredClaim claim) {
        return article(claim.article())
                .map(a -> a.origin().text())
                .orElse(claim.article().text());
    }

    /** The articles of a story, first reporter first. */
    List<StoredArticle> story(GroupId story) {
        List<ArticleId> ids = store.articles().inStory(story);
        load(ids);
        return ids.stream().flatMap(id -> article(id).stream()).sorted(FIRST).toList();
    }

    /** By when it was published by its own account, else by when we first had it. */
    static final Comparator<StoredArticle> FIRST =
            Comparator.comparing(StoredArticle::orderedAt).thenComparing(StoredArticle::id);
}
