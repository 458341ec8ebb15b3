package org.hearsay.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.index.IndexAway;
import org.hearsay.keep.index.IndexedArticle;
import org.hearsay.keep.index.IndexedArticle.IndexedClaim;
import org.hearsay.keep.store.IndexQueue;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Dated;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the index queue into the index, on a thread of its own. Rows leave the queue only after the index has
 * committed, and documents have deterministic ids, so a crash between the two repeats work and changes nothing.
 */
public final class Clerk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
    /** A commit costs tens of milliseconds whatever it holds, so many rows share one. */
    private static final int BATCH = 200;
    /** Articles that are given their meaning in one commit, if nothing comes to be indexed meanwhile. */
    private static final int DEEPENED = 20;
    /** A change that woke nobody, as one of another process, is found by then. */
    private static final Duration IDLE = Duration.ofSeconds(1);
    /** While articles come one upon the other, none waits for the meanings of those before; they are made after such a pause. */
    private static final Duration CALM = Duration.ofMillis(300);
    /** A stream without a pause holds meanings up no longer than this. */
    private static final Duration LONGEST_WITHOUT = Duration.ofSeconds(10);
    /** Who is silent for weeks is taken for gone, and would miss what comes then. */
    private static final Duration STAY = Duration.ofHours(1);

    private final Store store;
    private final ClaimIndex index;
    private final Semaphore work = new Semaphore(1);
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable Throwable fault;
    /** Whether the index was when it was last asked. Only the thread's. */
    private boolean away;

    private Clerk(Store store, ClaimIndex index) {
        this.store = store;
        this.index = index;
        this.thread = Thread.ofPlatform().name("clerk").daemon().unstarted(this::work);
    }

    /** Starts working. */
    public static Clerk start(Store store, ClaimIndex index) {
        Clerk clerk = new Clerk(store, index);
        clerk.thread.start();
        return clerk;
    }

    /** There may be something in the queue. */
    public void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    /** Ends, and returns when all of the queue is found by searches and has its meaning. */
    public void drain() throws InterruptedException {
        settle();
        catchUp(store, index);
    }

    /** Ends, and returns when all of the queue is found by searches; what some claims mean may still be due. */
    public void settle() throws InterruptedException {
        close();
        Throwable seen = fault;
        if (seen instanceof RuntimeException known && OwnDisk.failed(known)) {
            throw known;
        }
        if (seen != null) {
            throw new IllegalStateException("the index could not be written: " + seen.getMessage(), seen);
        }
        while (step(store, index)) {}
    }

    /** Moves the whole queue now, on this thread; for a process that holds the data folder alone. */
    public static void catchUp(Store store, ClaimIndex index) {
        while (step(store, index) || deepen(store, index)) {}
    }

    /**
     * Gives some articles that are found already their meaning as well. It takes milliseconds a claim, so it is done when
     * nothing else is to do, and left for what comes: a new claim waits for the meanings of one article at most.
     *
     * @return whether there was one
     */
    static boolean deepen(Store store, ClaimIndex index) {
        List<ArticleId> due = index.withoutMeaning(DEEPENED);
        if (due.isEmpty()) {
            return false;
        }
        index.begin();
        for (ArticleId id : due) {
            List<IndexedArticle> present = new ArrayList<>();
            List<ArticleId> absent = new ArrayList<>();
            sort(id, store, present, absent);
            index.replace(present);
            index.remove(absent);
            if (!store.indexQueue().next(1).isEmpty()) {
                break;
            }
        }
        index.commit();
        return true;
    }

    private static void sort(ArticleId id, Store store, List<IndexedArticle> present, List<ArticleId> absent) {
        store.articles()
                .current(id)
                .ifPresentOrElse(article -> present.add(indexed(article, store)), () -> absent.add(id));
    }

    /** Moves one batch. @return whether there was one */
    static boolean step(Store store, ClaimIndex index) {
        List<IndexQueue.Row> rows = store.indexQueue().next(BATCH);
        if (rows.isEmpty()) {
            index.caughtUp();
            return false;
        }
        index.begin();
        List<IndexedArticle> present = new ArrayList<>();
        List<ArticleId> absent = new ArrayList<>();
        Map<ArticleId, Boolean> seen = new TreeMap<>();
        for (IndexQueue.Row row : rows) {
            if (seen.put(row.article(), true) == null) {
                sort(row.article(), store, present, absent);
            }
        }
        index.replaceForNow(present);
        index.remove(absent);
        index.commit();
        store.indexQueue().done(rows);
        return true;
    }

    private static IndexedArticle indexed(StoredArticle article, Store store) {
        Optional<Article> readable = article.extraction().readable();
        List<IndexedClaim> claims = store.claims().of(article.id()).stream()
                .filter(claim -> claim.state() == StoredClaim.State.CURRENT)
                .map(claim -> new IndexedClaim(
                        claim.claim(),
                        claim.shown(),
                        claim.sentence(),
                        claim.group().text(),
                        claim.firstSeen()))
                .toList();
        return new IndexedArticle(
                article.id(),
                article.address(),
                article.feed(),
                article.outlet(),
                article.title(),
                article.hints().summary(),
                article.text(),
                readable.flatMap(Article::language).or(() -> article.hints().language()),
                article.firstSeen(),
                article.stated().map(Dated::earliest),
                article.story().text(),
                article.origin().text(),
                claims);
    }

    private void work() {
        try {
            Instant stayed = store.clock().instant();
            boolean meaningsDue = true;
            long deepened = System.nanoTime();
            while (!closing) {
                boolean calm = !work.tryAcquire((meaningsDue ? CALM : IDLE).toMillis(), TimeUnit.MILLISECONDS);
                work.drainPermits();
                boolean late = System.nanoTime() - deepened > LONGEST_WITHOUT.toNanos();
                meaningsDue = workUntilIdle(calm || late);
                if (calm || late) {
                    deepened = System.nanoTime();
                }
                if (store.shared() && stayed.plus(STAY).isBefore(store.clock().instant())) {
                    stayed = store.clock().instant();
                    stay();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // The queue still holds all of it; whoever drains or closes hears of it.
            fault = e;
            if (OwnDisk.failed(e)) {
                LOG.error("stopped indexing, what is queued is indexed by the next run: {}", e.getMessage());
            } else {
                LOG.error("stopped indexing: what is queued is kept and indexed by the next run", e);
            }
        }
    }

    /**
     * What fails because the index is away is done when it is back; until then the queue grows.
     *
     * @param deepening whether meanings may be made, until something comes to be indexed
     * @return whether meanings may be due
     */
    private boolean workUntilIdle(boolean deepening) {
        boolean due = true;
        boolean calm = deepening;
        try {
            move();
            while (due && calm && !closing) {
                due = deepen(store, index);
                calm = !move();
            }
            if (away) {
                away = false;
                LOG.info("the index is back, and what waited for it is in it");
            }
            return due;
        } catch (IndexAway e) {
            if (!away) {
                away = true;
                LOG.warn("waiting for the index: {}", e.getMessage());
            }
            return false;
        }
    }

    /** Moves all that waits. @return whether anything did */
    private boolean move() {
        boolean any = false;
        while (!closing && step(store, index)) {
            any = true;
        }
        return any;
    }

    private void stay() {
        if (!store.indexQueue().stay()) {
            LOG.warn("making the index again: the store had forgotten it");
            index.startOver();
            store.indexQueue().addAll();
        }
    }

    /** Stops after the batch at hand; what is left stays queued. */
    @Override
    public void close() {
        closing = true;
        work.release();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
