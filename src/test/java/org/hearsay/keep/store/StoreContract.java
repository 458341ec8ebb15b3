package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hearsay.keep.store.Samples.FEED;
import static org.hearsay.keep.store.Samples.NOON;
import static org.hearsay.keep.store.Samples.article;
import static org.hearsay.keep.store.Samples.claim;
import static org.hearsay.keep.store.Samples.entry;
import static org.hearsay.keep.store.Samples.fingerprint;
import static org.hearsay.keep.store.Samples.letter;
import static org.hearsay.keep.store.Samples.relation;
import static org.hearsay.keep.store.Samples.stored;
import static org.hearsay.keep.store.Samples.url;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.store.Corrections.Correction;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.keep.store.Watches.SavedWatch;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.Relation;
import org.junit.jupiter.api.Test;

/** What every {@link Store} does, whatever engine is under it. */
abstract class StoreContract extends OpenStore {
    private void reopen() {
        store.close();
        store = open();
    }

    // transactions

    @Test
    void aTransactionThatThrowsKeepsNothing() {
        store.note("a", "before");
        assertThatThrownBy(() -> store.inTransaction(() -> {
                    store.note("a", "within");
                    store.feeds().take(FEED, List.of(entry("1", "one")), NOON);
                    assertThat(store.note("a")).as("its own writes are seen").contains("within");
                    throw new IllegalStateException("stop");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stop");
        assertThat(store.note("a")).contains("before");
        assertThat(store.feeds().entries(FEED, 9)).isEmpty();
    }

    @Test
    void aNestedTransactionJoins() {
        assertThatThrownBy(() -> store.inTransaction(() -> {
                    store.inTransaction(() -> {
                        store.note("a", "inner");
                        return true;
                    });
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.note("a")).isEmpty();
        int result = store.inTransaction(() -> store.inTransaction(() -> {
            store.note("a", "kept");
            return 7;
        }));
        assertThat(result).isEqualTo(7);
        assertThat(store.note("a")).contains("kept");
    }

    @Test
    void aPartThatFailedTakesTheWholeWithIt() {
        assertThatThrownBy(() -> store.inTransaction(() -> {
                    store.note("a", "1");
                    try {
                        store.claims().end(new ClaimId("none"), StoredClaim.State.CHANGED, NOON);
                    } catch (IllegalArgumentException expected) {
                        store.note("b", "caught " + expected.getMessage());
                    }
                    return true;
                }))
                .isInstanceOf(StoreException.class);
        assertThat(store.note("a")).isEmpty();
    }

    @Test
    void whatWasWrittenIsThereAfterItWasClosed() {
        store.note("a", "Zoë \ud83d\ude00\n");
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
        reopen();
        assertThat(store.note("a")).contains("Zoë \ud83d\ude00\n");
        assertThat(store.articles().current(article("a"))).contains(stored("a", 1, NOON));
        store.close();
        assertThatThrownBy(() -> store.note("a"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> store.note("a", "b")).isInstanceOf(StoreException.class);
        store.close();
    }

    @Test
    void aTextWithANulIsKeptWhetherOrNotTheEngineKnowsIt() {
        store.note("a", "cut\0here");
        assertThat(store.note("a").orElseThrow()).isIn("cut\0here", "cut\ufffdhere");
    }

    @Test
    void readersSeeWhatWasCommittedWhileAnotherWrites() throws Exception {
        store.note("n", "0");
        int rounds = 200;
        try (ExecutorService readers = Executors.newFixedThreadPool(4)) {
            CountDownLatch within = new CountDownLatch(1);
            CountDownLatch seen = new CountDownLatch(1);
            Future<Optional<String>> during = readers.submit(() -> {
                within.await();
                try {
                    return store.note("n");
                } finally {
                    seen.countDown();
                }
            });
            store.inTransaction(() -> {
                store.note("n", "1");
                within.countDown();
                try {
                    seen.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return true;
            });
            assertThat(during.get()).as("read during a transaction").contains("0");
            List<Future<Integer>> counts = new ArrayList<>();
            for (int reader = 0; reader < 3; reader++) {
                counts.add(readers.submit(() -> {
                    int last = 0;
                    while (last < rounds) {
                        int now = Integer.parseInt(store.note("n").orElseThrow());
                        assertThat(now).isGreaterThanOrEqualTo(last);
                        last = now;
                    }
                    return last;
                }));
            }
            for (int i = 2; i <= rounds; i++) {
                store.note("n", "" + i);
            }
            for (Future<Integer> count : counts) {
                assertThat(count.get()).isEqualTo(rounds);
            }
        }
    }

    @Test
    void writersQueueForTheirTurn() throws Exception {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(writers.submit(() -> store.inTransaction(() -> {
                    int sum = store.note("sum").map(Integer::parseInt).orElse(0);
                    store.note("sum", "" + (sum + 1));
                    return sum;
                })));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(store.note("sum")).contains("40");
    }

    // pages

    @Test
    void theLastTakenStateOfAPageCounts() {
        Pages pages = store.pages();
        Validators some = new Validators(Optional.of("\"1\""), Optional.empty());
        Kept first = new Kept("1.warc.gz", 10, 20);
        Kept second = new Kept("2.warc.gz", 1, 2);
        pages.took(first, url("a"), url("a2"), NOON, "aa", some);
        pages.took(second, url("a"), url("a"), NOON.plusSeconds(1), "bb", Validators.NONE);
        pages.took(new Kept("1.warc.gz", 30, 5), url("b"), url("b"), NOON, "cc", some);
        pages.validators(url("a"), some);
        assertThat(pages.last(url("a")))
                .contains(new Pages.Last(second, url("a"), url("a"), NOON.plusSeconds(1), "bb", some));
        assertThat(pages.last(url("none"))).isEmpty();
        assertThat(pages.all()).containsExactly(first, second, new Kept("1.warc.gz", 30, 5));
    }

    @Test
    void whatWasReadOfADroppedFileIsKept() {
        Pages pages = store.pages();
        StoredArticle read = stored("a", 1, NOON);
        Kept other = new Kept("000002-x.warc.gz", 5, 6);
        pages.took(read.kept(), url("a"), url("a"), NOON, "aa", Validators.NONE);
        pages.took(new Kept(read.kept().file(), 1, 2), url("b"), url("b"), NOON.minusSeconds(9), "bb", Validators.NONE);
        pages.took(other, url("c"), url("c"), NOON.plusSeconds(9), "cc", Validators.NONE);
        store.articles().add(read, fingerprint(Optional.empty(), 1));
        assertThat(pages.filesBefore(NOON)).isEmpty();
        assertThat(pages.filesBefore(NOON.plusSeconds(1)))
                .containsExactly(read.kept().file());
        assertThat(pages.drop(read.kept().file(), NOON.plusSeconds(5))).isEqualTo(2);
        assertThat(pages.drop(read.kept().file(), NOON.plusSeconds(6))).isZero();
        store.forgetDerived();
        assertThat(pages.text(read.kept())).contains(read);
        assertThat(pages.text(other)).isEmpty();
        assertThat(pages.dropped(read.kept())).contains(NOON.plusSeconds(5));
        assertThat(pages.dropped(other)).isEmpty();
        assertThat(pages.all()).containsExactly(other);
        assertThat(pages.taken()).extracting(Pages.Taken::dropped).containsExactly(true, true, false);
        assertThat(pages.droppedFiles()).containsExactly(read.kept().file());
        assertThat(pages.filesBefore(NOON.plusSeconds(10))).containsExactly(other.file());
        assertThat(pages.last(url("a"))).isPresent();
    }

    @Test
    void deedsComeBackNewestFirst() {
        Deeds.Deed first = new Deeds.Deed(NOON, "ada", "merged two names", "a \ud83d\ude00");
        Deeds.Deed second = new Deeds.Deed(NOON.minusSeconds(5), "ben", "took a merge back", "");
        store.deeds().add(first);
        store.deeds().add(second);
        store.forgetDerived();
        assertThat(store.deeds().latest(5)).containsExactly(second, first);
        assertThat(store.deeds().latest(1)).containsExactly(second);
    }

    // the index queue

    @Test
    void aQueuedArticleStaysUntilItsPresentStateIsDone() {
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty()));
        store.articles().add(stored("b", 1, NOON), fingerprint(Optional.empty()));
        List<IndexQueue.Row> held = store.indexQueue().next(1);
        assertThat(held).extracting(IndexQueue.Row::article).containsExactly(article("a"));
        store.articles().add(stored("a", 2, NOON), fingerprint(Optional.empty()));
        store.indexQueue().done(held);
        assertThat(store.indexQueue().next(9))
                .extracting(IndexQueue.Row::article)
                .containsExactly(article("b"), article("a"));
        store.indexQueue().done(store.indexQueue().next(9));
        store.indexQueue().done(List.of());
        assertThat(store.indexQueue().size()).isZero();
        store.indexQueue().addAll();
        store.indexQueue().addAll();
        assertThat(store.indexQueue().size()).isEqualTo(2);
        long highest = store.indexQueue().next(9).get(1).number();
        store.indexQueue().done(store.indexQueue().next(9));
        reopen();
        store.indexQueue().addAll();
        assertThat(store.indexQueue().next(1).get(0).number())
                .as("no number twice")
                .isGreaterThan(highest);
    }

    @Test
    void eachReaderOfTheQueueReadsAllOfIt() {
        IndexQueue queue = store.indexQueue();
        assertThat(queue.enrol("one")).isFalse();
        assertThat(queue.enrol("two")).isFalse();
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty()));
        queue.done(queue.next(9));
        assertThat(queue.size()).isZero();
        assertThat(queue.enrol("one")).isTrue();
        assertThat(queue.next(9)).extracting(IndexQueue.Row::article).containsExactly(article("a"));

        queue.dismissOthers();
        store.articles().add(stored("b", 1, NOON), fingerprint(Optional.empty()));
        assertThat(queue.size()).isEqualTo(2);
        assertThat(queue.enrol("two")).as("it was dismissed").isFalse();
        assertThat(queue.size()).as("nothing from before").isZero();
        queue.addAll();
        assertThat(queue.size()).isEqualTo(2);
        assertThat(queue.stay()).isTrue();
    }

    @Test
    void whatIsDerivedIsForgottenAndNothingElse() {
        store.feeds().take(FEED, List.of(entry("1", "one")), NOON);
        store.feeds().save(FeedState.fresh(new Feed(FEED, Optional.empty(), Optional.empty(), List.of(), false)));
        store.pages().took(new Kept("1.warc.gz", 0, 1), url("a"), url("a"), NOON, "aa", Validators.NONE);
        store.watches().save(new SavedWatch("a", "x"));
        store.watches().save(new Recipient("a@example.org", ZoneId.of("UTC"), 7, List.of(), false));
        store.deliveries().prepare(letter("<1@h>", "", LocalDate.of(2026, 11, 23)));
        store.corrections().add(new Correction(new ClaimId("c1"), "voice", "she", NOON));
        store.note("n", "1");
        StoredClaim a = claim("a", "sixty", 1, NOON);
        StoredClaim b = claim("b", "seventy", 1, NOON);
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
        store.claims().put(a, Set.of("k"));
        store.claims().put(b, Set.of("k"));
        store.claims().relate(a.claim().id(), b.claim().id(), relation(Relation.Kind.DIFFERS));
        store.forgetDerived();
        assertThat(store.articles().count()
                        + store.claims().count()
                        + store.indexQueue().size()
                        + store.stories().size())
                .isZero();
        assertThat(store.claims().sharing(Set.of("k"), new Claims.Alone(key -> true, Instant.MIN), article("x"), 9))
                .isEmpty();
        assertThat(store.articles().sharing(fingerprint(Optional.empty(), 1), 1, 9))
                .isEmpty();
        assertThat(store.feeds().entries(FEED, 9)).hasSize(1);
        assertThat(store.feeds().states()).hasSize(1);
        assertThat(store.pages().all()).hasSize(1);
        assertThat(store.watches().watches()).hasSize(1);
        assertThat(store.watches().recipients()).hasSize(1);
        assertThat(store.deliveries().latest(9)).hasSize(1);
        assertThat(store.corrections().all()).hasSize(1);
        assertThat(store.note("n")).contains("1");
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
        assertThat(store.articles().versions(article("a"))).isEqualTo(1);
    }
}
