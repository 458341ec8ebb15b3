package org.hearsay.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.store.Articles.Fingerprinted;
import org.hearsay.keep.store.Claims;
import org.hearsay.keep.store.Ending;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;
import org.hearsay.read.claim.Findings;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.compare.Comparer;
import org.hearsay.read.compare.Coverage;
import org.hearsay.read.compare.Fingerprint;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Grouping;
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
    /** One key alone says something only among reports of the same days: those of one story are no further apart. */
    private static final Duration LATELY = Duration.ofSeconds(Math.round(Coverage.DAYS * 86_400));
    /** A day without a time zone may begin so long before it does here. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Store store;
    private final Grouping grouping;
    private final ClaimFiling claims;

    Filing(Store store, Comparer comparer) {
        this.store = store;
        this.grouping = new Grouping();
        this.claims = new ClaimFiling(store, comparer);
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

    /** What makes others worth a comparison with a claim that was first seen then, whether or not they share more. */
    public static Claims.Alone alone(Instant seen) {
        return new Claims.Alone(Comparer::isEnough, seen.minus(LATELY));
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
        claims.file(article, reading.findings(), sharing.size() < PER_SHINGLE ? COMPARED : OF_A_COMMON_TEXT);
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
}
