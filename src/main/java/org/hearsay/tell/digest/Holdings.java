package org.hearsay.tell.digest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.keep.store.StoredClaim.State;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.compare.GroupId;

/** What the store holds of the claims of one window, read once. */
final class Holdings {
    private static final Comparator<StoredClaim> BY_AGE = Comparator.comparing(StoredClaim::firstSeen)
            .thenComparing(m -> m.claim().id());

    private final Store store;
    private final Map<ArticleId, StoredArticle> articles = new HashMap<>();
    private final Map<GroupId, List<StoredClaim>> groups = new HashMap<>();

    Holdings(Store store) {
        this.store = store;
    }

    /** Reads the groups of many claims at once, and their articles. */
    void learnGroups(Collection<StoredClaim> claims) {
        Set<GroupId> unknown = new LinkedHashSet<>();
        claims.forEach(c -> unknown.add(c.group()));
        unknown.removeAll(groups.keySet());
        Map<GroupId, List<StoredClaim>> found = new HashMap<>();
        for (StoredClaim member : store.claims().inGroups(unknown, claims)) {
            if (member.state() == State.CURRENT) {
                found.computeIfAbsent(member.group(), g -> new ArrayList<>()).add(member);
            }
        }
        learn(found.values().stream().flatMap(List::stream).toList());
        found.values().forEach(members -> members.sort(BY_AGE));
        groups.putAll(found);
    }

    /** Current claims that say the same, this one among them, in the order in which they were seen. */
    List<StoredClaim> members(StoredClaim claim) {
        return groups.computeIfAbsent(claim.group(), g -> {
            List<StoredClaim> members = store.claims().inGroup(g).stream()
                    .filter(m -> m.state() == State.CURRENT)
                    .sorted(BY_AGE)
                    .toList();
            learn(members);
            return members.isEmpty() ? List.of(claim) : members;
        });
    }

    void learn(Collection<StoredClaim> claims) {
        Set<ArticleId> unknown = new LinkedHashSet<>();
        claims.forEach(c -> unknown.add(c.article()));
        unknown.removeAll(articles.keySet());
        if (!unknown.isEmpty()) {
            store.articles().all(unknown).forEach(a -> articles.put(a.id(), a));
        }
    }

    /** Of a claim that was learned. */
    Optional<StoredArticle> article(ArticleId id) {
        return Optional.ofNullable(articles.get(id));
    }

    GroupId origin(StoredClaim claim) {
        StoredArticle article = articles.get(claim.article());
        return article == null ? new GroupId(claim.article().text()) : article.origin();
    }

    String story(StoredClaim claim) {
        StoredArticle article = articles.get(claim.article());
        return article == null ? claim.article().text() : article.story().text();
    }
}
