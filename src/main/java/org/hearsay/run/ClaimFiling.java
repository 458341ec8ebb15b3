package org.hearsay.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hearsay.keep.store.Claims;
import org.hearsay.keep.store.Corrections.Correction;
import org.hearsay.keep.store.Resolution;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Findings;
import org.hearsay.read.compare.Comparer;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Relation;
import org.hearsay.read.compare.Statement;

/**
 * Files the claims of an article: compares them with those stored, and puts them beside them. The store is asked once for
 * what all of them need, since each question has a price of its own, on a server that of a way there and back.
 */
final class ClaimFiling {
    /** A claim taken apart is some three kilobytes. */
    private static final int KEPT_APART = 5_000;

    private final Store store;
    private final Comparer comparer;
    /** Claims that were filed or compared with lately: those of a day's events come up again and again. */
    private final Map<Place, Comparer.Prepared> takenApart = Collections.synchronizedMap(new Lately<>(KEPT_APART));
    /** By which they were taken apart. */
    private volatile Decided decided = new Decided(Resolution.NONE, List.of(), Set.of());

    ClaimFiling(Store store, Comparer comparer) {
        this.store = store;
        this.comparer = comparer;
    }

    /**
     * A claim in a version of its article; one that stays in a new version keeps its id, and its spans move with the text.
     * That a version is not what was filed, since its transaction failed, is told by when it was fetched.
     */
    private record Place(ClaimId claim, Instant fetched) {}

    /**
     * What people decided of claims.
     *
     * @param corrected the claims that {@code corrections} are of, for one look a claim
     */
    private record Decided(Resolution entities, List<Correction> corrections, Set<ClaimId> corrected) {
        static Decided of(Resolution entities, List<Correction> corrections) {
            return new Decided(
                    entities,
                    corrections,
                    corrections.stream().map(Correction::claim).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** One that is filed now. */
    private record Made(Claim claim, Statement statement, Comparer.Prepared prepared, Set<String> keys) {}

    /** Files the claims of a version, and ends those that it no longer makes. @param most others that each is compared with */
    void file(StoredArticle article, Optional<Findings> findings, int most) {
        List<StoredClaim> earlier = store.claims().of(article.id());
        Decided now = decided();
        Map<ClaimId, Made> made = new LinkedHashMap<>();
        findings.ifPresent(found ->
                found.claims().forEach(claim -> made.put(claim.id(), made(claim, found, article, now))));
        put(article, List.copyOf(made.values()), earlier, most);
        made.forEach((id, claim) -> {
            if (!now.corrected().contains(id)) {
                takenApart.put(new Place(id, article.fetched()), claim.prepared);
            }
        });
        // The text of the version before; not among the others', which are those of other articles.
        Map<ArticleId, Article> before = new HashMap<>();
        for (StoredClaim gone : earlier) {
            boolean ended = gone.state() == StoredClaim.State.CURRENT
                    && !made.containsKey(gone.claim().id());
            if (ended) {
                store.claims().end(gone.claim().id(), endOf(gone, made.values(), before), article.fetched());
            }
        }
    }

    /** Of now; what was taken apart by other decisions is forgotten. */
    private Decided decided() {
        Resolution entities = store.entities().resolution();
        List<Correction> corrections = store.corrections().all();
        Decided last = decided;
        if (last.entities().equals(entities) && last.corrections().equals(corrections)) {
            return last;
        }
        takenApart.clear();
        Decided now = Decided.of(entities, corrections);
        decided = now;
        return now;
    }

    /** Stored as read, compared as people decided who is who. */
    private Made made(Claim claim, Findings findings, StoredArticle article, Decided now) {
        Statement statement = new Statement(
                now.entities.of(claim, article.id()), findings.reading().article());
        Comparer.Prepared prepared = comparer.prepare(statement);
        return new Made(claim, statement, prepared, comparer.keys(prepared));
    }

    private void put(StoredArticle article, List<Made> made, List<StoredClaim> earlier, int most) {
        Map<ClaimId, StoredClaim> old = new HashMap<>();
        earlier.forEach(claim -> old.put(claim.claim().id(), claim));
        List<Map<Claims.Sharing, Relation>> related = related(made, article, most);
        Joining joining = new Joining();
        List<Claims.Keyed> keyed = new ArrayList<>();
        Map<ClaimId, Map<ClaimId, Relation>> relations = new LinkedHashMap<>();
        for (int i = 0; i < made.size(); i++) {
            Made one = made.get(i);
            Claim claim = one.claim;
            Optional<StoredClaim> before = Optional.ofNullable(old.get(claim.id()));
            TreeSet<GroupId> groups = new TreeSet<>();
            groups.add(
                    before.map(StoredClaim::group).orElse(new GroupId(claim.id().text())));
            Map<ClaimId, Relation> others = new LinkedHashMap<>();
            related.get(i).forEach((other, relation) -> {
                others.put(other.claim(), relation);
                if (relation.kind() == Relation.Kind.SAME) {
                    groups.add(other.group());
                }
            });
            relations.put(claim.id(), others);
            StoredClaim stored = new StoredClaim(
                    claim,
                    article.id(),
                    article.version(),
                    article.address(),
                    article.outlet(),
                    one.statement.claim().words(one.statement.article().text()),
                    claim.sentence().of(article.text()),
                    joining.join(groups),
                    before.map(StoredClaim::firstSeen).orElse(article.fetched()),
                    StoredClaim.State.CURRENT,
                    Optional.empty());
            keyed.add(new Claims.Keyed(stored, one.keys));
        }
        store.claims().put(keyed);
        joining.into.forEach(store.claims()::mergeGroups);
        store.claims().relate(relations);
    }

    /** Which groups become which, in this order. */
    private static final class Joining {
        private final Map<GroupId, GroupId> into = new LinkedHashMap<>();

        /** Makes these one: the first of them. */
        GroupId join(Collection<GroupId> groups) {
            TreeSet<GroupId> now = new TreeSet<>();
            groups.forEach(group -> now.add(now(group)));
            GroupId first = now.first();
            now.tailSet(first, false).forEach(group -> into.put(group, first));
            return first;
        }

        private GroupId now(GroupId group) {
            GroupId at = group;
            while (into.containsKey(at)) {
                at = into.get(at);
            }
            return at;
        }
    }

    /** What each is related to, and how. */
    private List<Map<Claims.Sharing, Relation>> related(List<Made> made, StoredArticle article, int most) {
        List<List<Claims.Sharing>> others = store.claims()
                .sharing(made.stream().map(Made::keys).toList(), Filing.alone(article.fetched()), article.id(), most);
        Map<ClaimId, Comparer.Prepared> taken = prepared(others);
        List<Map<Claims.Sharing, Relation>> related = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            Comparer.Prepared own = made.get(i).prepared;
            Map<Claims.Sharing, Relation> of = new LinkedHashMap<>();
            for (Claims.Sharing other : others.get(i)) {
                Optional.ofNullable(taken.get(other.claim()))
                        .flatMap(prepared -> comparer.related(own, prepared))
                        .ifPresent(relation -> of.put(other, relation));
            }
            related.add(of);
        }
        return related;
    }

    /** Claims taken apart, as many as can be; the store is asked at once for all that were not compared with lately. */
    private Map<ClaimId, Comparer.Prepared> prepared(List<List<Claims.Sharing>> claims) {
        Map<ClaimId, Comparer.Prepared> prepared = new HashMap<>();
        Map<ClaimId, Place> unknown = new LinkedHashMap<>();
        Set<ArticleId> unread = new HashSet<>();
        claims.stream().flatMap(List::stream).forEach(claim -> {
            Place key = new Place(claim.claim(), claim.fetched());
            Comparer.Prepared known = takenApart.get(key);
            if (known != null) {
                prepared.put(claim.claim(), known);
            } else {
                unknown.put(claim.claim(), key);
                unread.add(claim.article());
            }
        });
        Map<ArticleId, Article> texts = store.articles().texts(unread);
        for (StoredClaim claim : store.claims().all(unknown.keySet())) {
            text(claim, texts).ifPresent(text -> {
                Comparer.Prepared made = comparer.prepare(new Statement(claim.claim(), text));
                takenApart.put(unknown.get(claim.claim().id()), made);
                prepared.put(claim.claim().id(), made);
            });
        }
        return prepared;
    }

    private Optional<Article> text(StoredClaim claim, Map<ArticleId, Article> texts) {
        // A current claim's spans point into the current version, so one text an article is enough.
        Article known = texts.get(claim.article());
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Article> text = store.articles()
                .version(claim.article(), claim.version())
                .flatMap(stored -> stored.extraction().readable());
        text.ifPresent(article -> texts.put(claim.article(), article));
        return text;
    }

    /** CHANGED if the new version says it otherwise, else WITHDRAWN. */
    private StoredClaim.State endOf(StoredClaim gone, Collection<Made> now, Map<ArticleId, Article> before) {
        Optional<Comparer.Prepared> said =
                text(gone, before).map(text -> comparer.prepare(new Statement(gone.claim(), text)));
        boolean changed = said.isPresent()
                && now.stream()
                        .anyMatch(made ->
                                comparer.related(said.get(), made.prepared).isPresent());
        return changed ? StoredClaim.State.CHANGED : StoredClaim.State.WITHDRAWN;
    }
}
