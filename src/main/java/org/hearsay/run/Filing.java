package org.hearsay.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.store.Articles.Fingerprinted;
import org.hearsay.keep.store.Claims;
import org.hearsay.keep.store.Corrections.Correction;
import org.hearsay.keep.store.Ending;
import org.hearsay.keep.store.Resolution;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Findings;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.compare.Comparer;
import org.hearsay.read.compare.Fingerprint;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Grouping;
import org.hearsay.read.compare.Relation;
import org.hearsay.read.compare.Statement;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.Quantity;

/**
 * Files what was read of a page: its article version, claims, groups and relations. Called inside a transaction, by
 * intake and by rebuild alike; what it does depends on the store's state and the reading alone, so that filing the same
 * pages in the same order gives the same store.
 */
public final class Filing {
    /** Very short copies share no more than this; it only keeps the list of candidates short. */
    private static final int SHARED_SHINGLES = 4;
    /** Of those that share a triple of words, the first of a text that was copied more often, or of a formula. */
    public static final int PER_SHINGLE = 50;
    /** A claim is compared with this many others at most, so that one commonplace cannot stop the program. */
    public static final int COMPARED = 200;
    /** As many where fifty articles carry its text already: that the next says the same is known. */
    public static final int OF_A_COMMON_TEXT = 20;
    /** A claim taken apart is some three kilobytes. */
    private static final int KEPT_APART = 5_000;

    /** A day without a time zone may begin so long before it does here. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Store store;
    private final Comparer comparer;
    private final Grouping grouping;
    /** Claims that were filed or compared with lately: those of a day's events come up again and again. */
    private final Map<Place, Comparer.Prepared> takenApart = Collections.synchronizedMap(new Lately<>(KEPT_APART));
    /** By which they were taken apart. */
    private volatile Decided decided = new Decided(Resolution.NONE, List.of());

    /**
     * A claim in a version of its article; one that stays in a new version keeps its id, and its spans move with the text.
     * That a version is not what was filed, since its transaction failed, is told by when it was fetched.
     */
    private record Place(ClaimId claim, Instant fetched) {}

    /** What people decided of claims. */
    private record Decided(Resolution entities, List<Correction> corrections) {
        boolean corrected(ClaimId claim) {
            return corrections.stream()
                    .anyMatch(correction -> correction.claim().equals(claim));
        }
    }

    Filing(Store store, Comparer comparer) {
        this.store = store;
        this.comparer = comparer;
        this.grouping = new Grouping();
    }

    /**
     * Where what was read came from, and when.
     *
     * @param url where the page was found
     */
    record Source(PageUrl url, Instant fetched, Kept kept, PageUrl feed, Hints hints) {
        static Source of(Page page, Kept kept, PageFacts facts) {
            return new Source(page.url(), page.fetched(), kept, facts.feed(), facts.hints());
        }

        static Source of(StoredArticle read) {
            return new Source(read.url(), read.fetched(), read.kept(), read.feed(), read.hints());
        }
    }

    /** Files what was read of a page. */
    Ending file(PageReader.PageReading reading, Source page) {
        ArticleId id = reading.extraction().readable().map(Article::id).orElseGet(() -> ArticleId.of(page.url()));
        Optional<StoredArticle> before = store.articles().current(id);
        Optional<Ending> nothingNew = before.flatMap(old -> nothingNew(old, reading, page));
        if (nothingNew.isPresent()) {
            return nothingNew.get();
        }
        Fingerprint fingerprint = reading.fingerprint()
                .map(read -> datedBy(read, page.fetched()))
                .orElseGet(() -> new Fingerprint(
                        new TreeSet<>(), new TreeSet<>(), page.hints().published(), Optional.empty()));
        List<Fingerprinted> sharing = store.articles().sharing(fingerprint, SHARED_SHINGLES, PER_SHINGLE);
        Grouping.Joined origins = origins(id, before, fingerprint, sharing);
        GroupId story = before.map(StoredArticle::story).orElseGet(() -> story(id, origins, sharing));
        StoredArticle article = article(id, before, reading, page, story, origins.origin());
        store.articles().add(article, fingerprint);
        origins.originsToMerge().forEach(other -> store.articles().mergeOrigins(other, origins.origin()));
        file(article, reading.findings(), sharing.size() < PER_SHINGLE ? COMPARED : OF_A_COMMON_TEXT);
        if (reading.findings().isEmpty()) {
            return Ending.UNREADABLE;
        }
        return before.isEmpty() ? Ending.NEW : Ending.UPDATED;
    }

    /** A time that has not come is no time to look for others at: it may be a slip, or that of an event. */
    private static Fingerprint datedBy(Fingerprint read, Instant fetched) {
        return read.when().filter(when -> when.isAfter(fetched.plus(AHEAD))).isEmpty()
                ? read
                : read.publishedAt(Optional.empty());
    }

    /** Whether a page known already brings nothing to file, and then how its entry ends. */
    private static Optional<Ending> nothingNew(StoredArticle old, PageReader.PageReading reading, Source page) {
        boolean wasReadable = old.extraction() instanceof Extraction.Readable;
        if (!(reading.extraction() instanceof Extraction.Readable now)) {
            // A consent wall that stands there today does not take yesterday's article away.
            boolean same = wasReadable || old.extraction().equals(reading.extraction());
            return same ? Optional.of(Ending.UNREADABLE) : Optional.empty();
        }
        if (!wasReadable) {
            return Optional.empty();
        }
        if (!old.url().equals(page.url())) {
            // The same article under a second address (print, AMP): one article, and the first address speaks for it.
            return Optional.of(Ending.SHARED);
        }
        boolean same = old.text().equals(now.article().text())
                && old.title().equals(now.article().title().or(() -> old.hints().title()));
        return same ? Optional.of(Ending.SAME) : Optional.empty();
    }

    private static StoredArticle article(
            ArticleId id,
            Optional<StoredArticle> before,
            PageReader.PageReading reading,
            Source page,
            GroupId story,
            GroupId origin) {
        Optional<Article> article = reading.extraction().readable();
        String outlet = article.map(Article::outlet)
                .or(() -> page.hints().outlet())
                .orElse(page.url().host().authority());
        List<Mention> names =
                reading.findings().map(found -> found.reading().names()).orElse(List.of());
        List<Quantity> quantities =
                reading.findings().map(found -> found.reading().quantities()).orElse(List.of());
        List<Proposal> proposals = reading.findings().map(Findings::proposals).orElse(List.of());
        return new StoredArticle(
                id,
                before.map(old -> old.version() + 1).orElse(1),
                page.url(),
                before.map(StoredArticle::feed).orElse(page.feed()),
                outlet,
                before.map(StoredArticle::firstSeen).orElse(page.fetched()),
                page.fetched(),
                reading.extraction(),
                page.hints(),
                page.kept(),
                story,
                origin,
                names,
                quantities,
                proposals);
    }

    private Grouping.Joined origins(
            ArticleId id, Optional<StoredArticle> before, Fingerprint fingerprint, List<Fingerprinted> sharing) {
        List<Grouping.Known> candidates = new ArrayList<>();
        before.ifPresent(old -> candidates.add(new Grouping.Known(id, fingerprint, old.origin())));
        sharing.stream()
                .filter(other -> !other.id().equals(id))
                .map(other -> new Grouping.Known(other.id(), other.fingerprint(), other.origin()))
                .forEach(candidates::add);
        return grouping.join(id, fingerprint, candidates);
    }

    /** That of the text that it copies; of any other the story desk finds it, and until then it is one of its own. */
    private static GroupId story(ArticleId id, Grouping.Joined origins, List<Fingerprinted> sharing) {
        return sharing.stream()
                .filter(other -> origins.origins().contains(other.origin()))
                .map(Fingerprinted::story)
                .findFirst()
                .orElse(new GroupId(id.text()));
    }

    /** Files the claims of a version, and ends those that it no longer makes. */
    private void file(StoredArticle article, Optional<Findings> findings, int most) {
        List<StoredClaim> earlier = store.claims().of(article.id());
        Map<ClaimId, StoredClaim> old = new HashMap<>();
        earlier.forEach(claim -> old.put(claim.claim().id(), claim));
        Decided now = decided();
        Map<ArticleId, Article> texts = new HashMap<>();
        Map<ClaimId, Comparer.Prepared> made = new HashMap<>();
        if (findings.isPresent()) {
            for (Claim claim : findings.get().claims()) {
                // Stored as read, compared as people decided who is who.
                Statement statement = new Statement(
                        now.entities.of(claim, article.id()),
                        findings.get().reading().article());
                Comparer.Prepared prepared = comparer.prepare(statement);
                made.put(claim.id(), prepared);
                file(article, claim, statement, prepared, Optional.ofNullable(old.get(claim.id())), most, texts);
                if (!now.corrected(claim.id())) {
                    takenApart.put(new Place(claim.id(), article.fetched()), prepared);
                }
            }
        }
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
        Decided now =
                new Decided(store.entities().resolution(), store.corrections().all());
        if (!now.equals(decided)) {
            takenApart.clear();
            decided = now;
        }
        return now;
    }

    private void file(
            StoredArticle article,
            Claim claim,
            Statement statement,
            Comparer.Prepared prepared,
            Optional<StoredClaim> old,
            int most,
            Map<ArticleId, Article> texts) {
        Set<String> keys = comparer.keys(prepared);
        Map<Claims.Sharing, Relation> related = related(prepared, keys, article.id(), most, texts);
        TreeSet<GroupId> groups = new TreeSet<>();
        groups.add(old.map(StoredClaim::group).orElse(new GroupId(claim.id().text())));
        related.forEach((other, relation) -> {
            if (relation.kind() == Relation.Kind.SAME) {
                groups.add(other.group());
            }
        });
        StoredClaim stored = new StoredClaim(
                claim,
                article.id(),
                article.version(),
                article.address(),
                article.outlet(),
                statement.claim().words(statement.article().text()),
                claim.sentence().of(article.text()),
                groups.first(),
                old.map(StoredClaim::firstSeen).orElse(article.fetched()),
                StoredClaim.State.CURRENT,
                Optional.empty());
        store.claims().put(stored, keys);
        groups.tailSet(groups.first(), false).forEach(from -> store.claims().mergeGroups(from, groups.first()));
        Map<ClaimId, Relation> relations = new LinkedHashMap<>();
        related.forEach((other, relation) -> relations.put(other.claim(), relation));
        store.claims().relate(claim.id(), relations);
    }

    private Map<Claims.Sharing, Relation> related(
            Comparer.Prepared statement, Set<String> keys, ArticleId own, int most, Map<ArticleId, Article> texts) {
        Map<Claims.Sharing, Relation> related = new LinkedHashMap<>();
        List<Claims.Sharing> others = store.claims().sharing(keys, Comparer::isEnough, own, most);
        Map<ClaimId, Comparer.Prepared> taken = prepared(others, texts);
        for (Claims.Sharing other : others) {
            Optional.ofNullable(taken.get(other.claim()))
                    .flatMap(prepared -> comparer.related(statement, prepared))
                    .ifPresent(relation -> related.put(other, relation));
        }
        return related;
    }

    /** Claims taken apart, as many as can be; the store is asked at once for all that were not compared with lately. */
    private Map<ClaimId, Comparer.Prepared> prepared(List<Claims.Sharing> claims, Map<ArticleId, Article> texts) {
        Map<ClaimId, Comparer.Prepared> prepared = new HashMap<>();
        Map<ClaimId, Place> unknown = new LinkedHashMap<>();
        Set<ArticleId> unread = new LinkedHashSet<>();
        for (Claims.Sharing claim : claims) {
            Place key = new Place(claim.claim(), claim.fetched());
            Comparer.Prepared known = takenApart.get(key);
            if (known != null) {
                prepared.put(claim.claim(), known);
            } else {
                unknown.put(claim.claim(), key);
                if (!texts.containsKey(claim.article())) {
                    unread.add(claim.article());
                }
            }
        }
        for (StoredArticle article : store.articles().all(unread)) {
            article.extraction().readable().ifPresent(text -> texts.put(article.id(), text));
        }
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
    private StoredClaim.State endOf(
            StoredClaim gone, Collection<Comparer.Prepared> now, Map<ArticleId, Article> before) {
        Optional<Comparer.Prepared> said =
                text(gone, before).map(text -> comparer.prepare(new Statement(gone.claim(), text)));
        boolean changed = said.isPresent()
                && now.stream()
                        .anyMatch(statement ->
                                comparer.related(said.get(), statement).isPresent());
        return changed ? StoredClaim.State.CHANGED : StoredClaim.State.WITHDRAWN;
    }
}
