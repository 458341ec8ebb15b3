package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hearsay.keep.store.Samples.FEED;
import static org.hearsay.keep.store.Samples.NOON;
import static org.hearsay.keep.store.Samples.OTHER_FEED;
import static org.hearsay.keep.store.Samples.article;
import static org.hearsay.keep.store.Samples.claim;
import static org.hearsay.keep.store.Samples.entry;
import static org.hearsay.keep.store.Samples.fingerprint;
import static org.hearsay.keep.store.Samples.relation;
import static org.hearsay.keep.store.Samples.stored;
import static org.hearsay.keep.store.Samples.unlinked;
import static org.hearsay.keep.store.Samples.unreadable;
import static org.hearsay.keep.store.Samples.url;

import java.time.DayOfWeek;
import java.time.Duration;
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
import java.util.stream.IntStream;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.feed.FeedVolume;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.store.Articles.Fingerprinted;
import org.hearsay.keep.store.Claims.Related;
import org.hearsay.keep.store.Corrections.Correction;
import org.hearsay.keep.store.Deliveries.LetterRow;
import org.hearsay.keep.store.Deliveries.State;
import org.hearsay.keep.store.Feeds.Taken;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.keep.store.Watches.SavedWatch;
import org.hearsay.keep.store.Watches.Standing;
import org.hearsay.page.Bytes;
import org.hearsay.page.Host;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.compare.Difference;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Relation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Store} does, whatever engine is under it. */
abstract class StoreContract {
    private static final Host STAR = new Host("star.example");

    private Store store;

    /** Opens the same store each time within a test. */
    abstract Store open();

    @BeforeEach
    void openIt() {
        store = open();
    }

    @AfterEach
    void closeIt() {
        store.close();
    }

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

    // feeds

    @Test
    void aFeedsStateComesBack() {
        FeedState fresh = FeedState.fresh(new Feed(FEED, Optional.empty(), Optional.empty(), List.of(), false));
        FeedState failing = new FeedState(
                OTHER_FEED,
                url("elsewhere"),
                FeedState.Status.FAILING,
                Optional.of("Aurora"),
                3,
                Optional.of(NOON),
                Optional.of(NOON.plusNanos(1)),
                Optional.empty(),
                Optional.of(NOON),
                Optional.of(NOON),
                Optional.of(NOON),
                Optional.of("timed out"),
                new Validators(Optional.of("W/\"\\x\""), Optional.of("Mon")));
        store.feeds().save(fresh);
        store.feeds().save(failing);
        assertThat(store.feeds().states()).containsExactly(failing, fresh);
        assertThat(store.feeds().state(OTHER_FEED)).contains(failing);
        assertThat(store.feeds().state(url("none"))).isEmpty();
        store.feeds().save(FeedState.fresh(new Feed(OTHER_FEED, Optional.empty(), Optional.empty(), List.of(), false)));
        assertThat(store.feeds().state(OTHER_FEED).orElseThrow().failures()).isZero();
    }

    @Test
    void takeSaysWhatBecameOfEachEntry() {
        Feeds feeds = store.feeds();
        assertThat(feeds.take(FEED, List.of(entry("1", "one"), unlinked("2"), entry("1", "again")), NOON))
                .containsExactly(Taken.ADDED, Taken.ADDED, Taken.REPEATED);
        assertThat(feeds.entries(FEED, 9))
                .containsExactly(
                        new Entry(
                                FEED,
                                entry("1", "one"),
                                NOON,
                                Optional.empty(),
                                0,
                                Optional.of(NOON),
                                Optional.empty()),
                        new Entry(
                                FEED,
                                unlinked("2"),
                                NOON,
                                Optional.of(Ending.NO_LINK),
                                0,
                                Optional.empty(),
                                Optional.empty()));
        Instant later = NOON.plusSeconds(60);
        assertThat(feeds.take(FEED, List.of(entry("1", "one"), unlinked("2")), later))
                .containsExactly(Taken.WAITING, Taken.KNOWN);
        feeds.end(FEED, "1", Ending.FAILED, Optional.of(later.plusSeconds(9)), Optional.of("timed out"));
        assertThat(feeds.take(FEED, List.of(entry("1", "one")), later)).containsExactly(Taken.WAITING);
        feeds.end(FEED, "1", Ending.NEW, Optional.of(later.plusSeconds(9)), Optional.empty());
        assertThat(feeds.take(FEED, List.of(entry("1", "one")), later))
                .as("its page will be looked at again, but it had its page")
                .containsExactly(Taken.KNOWN);
        feeds.end(FEED, "1", Ending.SAME, Optional.empty(), Optional.empty());
        assertThat(feeds.take(FEED, List.of(entry("1", "one")), later)).containsExactly(Taken.KNOWN);
        assertThat(feeds.take(FEED, List.of(entry("1", "retitled")), later)).containsExactly(Taken.CHANGED);
        assertThat(feeds.entries(FEED, 1))
                .containsExactly(new Entry(
                        FEED,
                        entry("1", "retitled"),
                        NOON,
                        Optional.of(Ending.SAME),
                        0,
                        Optional.of(later),
                        Optional.empty()));
        assertThat(feeds.take(OTHER_FEED, List.of(entry("1", "one")), later)).containsExactly(Taken.ADDED);
    }

    @Test
    void anEntryThatGetsOrLosesItsLinkIsTreatedSo() {
        Feeds feeds = store.feeds();
        feeds.take(FEED, List.of(unlinked("1"), entry("2", "two")), NOON);
        feeds.take(FEED, List.of(entry("1", "now with a link"), unlinked("2")), NOON);
        assertThat(feeds.due(STAR, NOON)).extracting(e -> e.entry().key()).containsExactly("1");
        assertThat(feeds.due(STAR, NOON).get(0).ending()).isEmpty();
        assertThat(feeds.endings()).containsOnlyKeys(Ending.WAITING, Ending.NO_LINK);
    }

    @Test
    void dueEntriesAreThoseOfTheHostWhoseTimeHasCome() {
        Feeds feeds = store.feeds();
        feeds.take(FEED, List.of(entry("1", "a"), entry("2", "b"), entry("3", "c")), NOON);
        feeds.take(OTHER_FEED, List.of(entry("4", "d")), NOON.minusSeconds(5));
        feeds.end(FEED, "2", Ending.FAILED, Optional.of(NOON.plusSeconds(9)), Optional.of("x"));
        feeds.end(FEED, "3", Ending.GIVEN_UP, Optional.empty(), Optional.empty());
        assertThat(feeds.due(STAR, NOON)).extracting(e -> e.entry().key()).containsExactly("4", "1");
        assertThat(feeds.due(STAR, NOON.plusSeconds(9))).hasSize(3);
        assertThat(feeds.due(new Host("aurora.example"), NOON)).isEmpty();
        assertThat(feeds.dueHosts(NOON)).containsExactly(java.util.Map.entry(STAR, 2));
        assertThat(feeds.nextTry(STAR)).contains(NOON.minusSeconds(5));
        assertThat(feeds.nextTry(new Host("none.example"))).isEmpty();
    }

    @Test
    void attemptsCountFailuresSinceTheLastSuccess() {
        Feeds feeds = store.feeds();
        feeds.take(FEED, List.of(entry("1", "a")), NOON);
        feeds.end(FEED, "1", Ending.FAILED, Optional.of(NOON), Optional.of("x"));
        feeds.end(FEED, "1", Ending.BROKEN, Optional.of(NOON), Optional.of("y"));
        Entry twice = feeds.entries(FEED, 1).get(0);
        assertThat(twice.attempts()).isEqualTo(2);
        assertThat(twice.problem()).contains("y");
        feeds.take(FEED, List.of(entry("1", "changed")), NOON);
        assertThat(feeds.entries(FEED, 1).get(0).attempts()).isEqualTo(2);
        feeds.end(FEED, "1", Ending.WAITING, Optional.of(NOON), Optional.empty());
        assertThat(feeds.entries(FEED, 1).get(0).attempts()).isZero();
        assertThatThrownBy(() -> feeds.end(FEED, "none", Ending.NEW, Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void entriesAreListedNewestFirstAndVisitedByFeedAndKey() {
        Feeds feeds = store.feeds();
        List<org.hearsay.gather.feed.FeedEntry> many =
                IntStream.range(0, 1_203).mapToObj(i -> entry("k" + i, "t")).toList();
        feeds.take(FEED, many, NOON);
        feeds.take(OTHER_FEED, List.of(entry("b", "t"), entry("a", "t")), NOON);
        feeds.take(FEED, List.of(entry("newer", "t")), NOON.plusSeconds(1));
        assertThat(feeds.entries(FEED, 3)).extracting(e -> e.entry().key()).containsExactly("newer", "k0", "k1");
        List<String> visited = new ArrayList<>();
        feeds.eachEntry(e -> visited.add(e.feed() + " " + e.entry().key()));
        assertThat(visited).hasSize(1_206).isSorted().startsWith(OTHER_FEED + " a", OTHER_FEED + " b");
        assertThat(feeds.endings()).containsExactly(java.util.Map.entry(Ending.WAITING, 1_206));
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

    // articles

    @Test
    void anArticleComesBackInEachVersion() {
        Articles articles = store.articles();
        articles.add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1, 2));
        articles.add(unreadable("b"), fingerprint(Optional.of(NOON)));
        articles.add(stored("a", 2, NOON.plusSeconds(9)), fingerprint(Optional.empty(), 2, 3));
        assertThat(articles.current(article("a"))).contains(stored("a", 2, NOON.plusSeconds(9)));
        assertThat(articles.current(article("b"))).contains(unreadable("b"));
        assertThat(articles.version(article("a"), 1)).contains(stored("a", 1, NOON));
        assertThat(articles.version(article("a"), 3)).isEmpty();
        assertThat(articles.versions(article("a"))).isEqualTo(2);
        assertThat(articles.versions(article("none"))).isZero();
        assertThat(articles.count()).isEqualTo(2);
        assertThat(articles.latest(9)).extracting(StoredArticle::id).containsExactly(article("a"), article("b"));
        assertThat(articles.latest(1)).hasSize(1);
        assertThat(articles.all(List.of(article("b"), article("none"), article("a"))))
                .containsExactly(unreadable("b"), stored("a", 2, NOON.plusSeconds(9)));
        assertThatThrownBy(() -> articles.add(stored("a", 2, NOON), fingerprint(Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class);
        List<ArticleId> visited = new ArrayList<>();
        articles.each(a -> visited.add(a.id()));
        assertThat(visited).hasSize(2).isSorted();
    }

    @Test
    void articlesThatShareShinglesAreFound() {
        Articles articles = store.articles();
        articles.add(stored("a", 1, NOON), fingerprint(Optional.of(NOON.minusSeconds(60)), 1, 2, 3, Long.MIN_VALUE));
        articles.add(stored("b", 1, NOON), fingerprint(Optional.empty(), 3, 4, 5));
        articles.add(stored("c", 1, NOON), fingerprint(Optional.empty(), 6));
        assertThat(articles.sharing(fingerprint(Optional.empty(), 1, 2, 3, 4), 2, 9))
                .extracting(Fingerprinted::id)
                .containsExactlyInAnyOrder(article("a"), article("b"));
        assertThat(articles.sharing(fingerprint(Optional.empty(), Long.MIN_VALUE, 2, 3, 9), 3, 9))
                .containsExactly(new Fingerprinted(
                        article("a"),
                        fingerprint(Optional.of(NOON.minusSeconds(60)), 1, 2, 3, Long.MIN_VALUE),
                        NOON.minusSeconds(60),
                        url("a"),
                        new GroupId(article("a").text()),
                        new GroupId(article("a").text())));
        assertThat(articles.sharing(fingerprint(Optional.empty()), 1, 9)).isEmpty();
        articles.add(stored("a", 2, NOON), fingerprint(Optional.empty(), 3, 7));
        assertThat(articles.sharing(fingerprint(Optional.empty(), 1, 2), 1, 9))
                .as("only the newest version counts")
                .isEmpty();
        assertThat(articles.sharing(fingerprint(Optional.empty(), 7), 1, 9)).hasSize(1);
    }

    @Test
    void aFeedsVolumeCountsItsNewEntriesByDayAndNotThoseOfItsFirstVisit() {
        Feeds feeds = store.feeds();
        assertThat(feeds.volume(url("feed"), NOON)).isEqualTo(FeedVolume.NONE);
        Instant first = NOON.minus(Duration.ofDays(40));
        feeds.take(url("feed"), List.of(entry("old", "t1"), entry("older", "t1")), first);
        feeds.take(url("feed"), List.of(entry("a", "t1")), NOON.minus(Duration.ofDays(28)));
        feeds.take(url("feed"), List.of(entry("b", "t1")), NOON.minus(Duration.ofDays(27)));
        feeds.take(url("feed"), List.of(entry("c", "t1"), entry("d", "t1")), NOON.minusSeconds(1));
        feeds.take(url("feed"), List.of(entry("c", "t2")), NOON);
        feeds.take(url("other"), List.of(entry("e", "t1")), NOON);
        FeedVolume volume = feeds.volume(url("feed"), NOON);
        assertThat(volume.since()).contains(first);
        assertThat(volume.days()).hasSize(28).startsWith(2, 0).endsWith(0, 1);
        assertThat(volume.days().stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
        assertThat(feeds.volumes(NOON))
                .containsOnlyKeys(url("feed"), url("other"))
                .containsEntry(url("feed"), volume)
                .containsEntry(url("other"), feeds.volume(url("other"), NOON));
        feeds.end(url("feed"), "a", Ending.NEW, Optional.empty(), Optional.empty());
        assertThat(feeds.endingsByFeed().get(url("feed")))
                .containsExactly(java.util.Map.entry(Ending.NEW, 1), java.util.Map.entry(Ending.WAITING, 5));
    }

    @Test
    void newClaimsAreListedWithTheirStoriesAndWhetherSomebodySaysOtherwise() {
        Claims claims = store.claims();
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
        store.articles().add(stored("b", 1, NOON), fingerprint(Optional.empty(), 2));
        StoredClaim old = claim("b", "seventy", 1, NOON.minusSeconds(60));
        StoredClaim a = claim("a", "sixty", 1, NOON);
        StoredClaim b = claim("b", "fifty", 2, NOON.plusSeconds(1));
        StoredClaim ended = claim("a", "forty", 2, NOON.plusSeconds(2));
        List.of(old, a, b, ended).forEach(one -> claims.put(one, Set.of()));
        claims.end(ended.claim().id(), StoredClaim.State.WITHDRAWN, NOON.plusSeconds(3));
        claims.relate(old.claim().id(), a.claim().id(), relation(Relation.Kind.DIFFERS));
        claims.relate(b.claim().id(), ended.claim().id(), relation(Relation.Kind.DIFFERS));

        assertThat(claims.since(NOON, 9))
                .extracting(Claims.Recent::claim)
                .containsExactly(b.claim().id(), a.claim().id());
        assertThat(claims.since(NOON, 1))
                .containsExactly(new Claims.Recent(
                        b.claim().id(),
                        b.article(),
                        b.group(),
                        stored("b", 1, NOON).story(),
                        b.firstSeen()));
        assertThat(claims.disputedSince(NOON)).containsExactly(a.claim().id());
        store.corrections().add(new Correction(old.claim().id(), Correction.NOT_A_CLAIM, "", NOON));
        assertThat(claims.disputedSince(NOON)).isEmpty();
        store.corrections().add(new Correction(b.claim().id(), Correction.NOT_A_CLAIM, "", NOON));
        assertThat(claims.since(NOON, 9))
                .extracting(Claims.Recent::claim)
                .containsExactly(a.claim().id());
    }

    @Test
    void mergedOriginsHaveAllMembersAndTheirArticlesAreQueued() {
        Articles articles = store.articles();
        for (String name : List.of("a", "b", "c")) {
            articles.add(stored(name, 1, NOON), fingerprint(Optional.empty()));
        }
        store.indexQueue().done(store.indexQueue().next(9));
        GroupId a = new GroupId(article("a").text());
        GroupId b = new GroupId(article("b").text());
        articles.mergeOrigins(b, a);
        assertThat(store.indexQueue().next(9))
                .extracting(IndexQueue.Row::article)
                .containsExactly(article("b"));
        assertThat(articles.inOrigin(a))
                .containsExactlyInAnyOrder(article("a"), article("b"))
                .isSorted();
        assertThat(articles.inOrigin(b)).isEmpty();
        assertThat(articles.version(article("b"), 1).orElseThrow().origin()).isEqualTo(a);
        assertThat(articles.current(article("b")).orElseThrow().story()).isEqualTo(b);
        articles.mergeOrigins(a, a);
        assertThat(store.indexQueue().size()).isEqualTo(1);
    }

    @Test
    void ofATextInManyCopiesTheFirstAreFound() {
        for (String name : List.of("c", "a", "b")) {
            store.articles().add(stored(name, 1, NOON), fingerprint(Optional.empty(), 1, 2));
        }
        store.articles().add(stored("d", 1, NOON), fingerprint(Optional.empty(), 2, 3));
        assertThat(store.articles().sharing(fingerprint(Optional.empty(), 1, 2, 3), 2, 2))
                .extracting(Fingerprinted::id)
                .containsExactlyInAnyOrder(article("c"), article("a"));
        assertThat(store.articles().sharing(fingerprint(Optional.empty(), 1, 2, 3), 1, 2))
                .as("another that shares what is rare is found all the same")
                .extracting(Fingerprinted::id)
                .contains(article("d"));
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

    // claims

    @Test
    void aClaimComesBackAndKeepsWhenItWasFirstSeen() {
        Claims claims = store.claims();
        StoredClaim first = claim("a", "sixty", 10, NOON);
        claims.put(first, Set.of("k"));
        assertThat(claims.claim(first.claim().id())).contains(first);
        StoredClaim again = claim("a", "sixty", 20, NOON.plusSeconds(60));
        claims.put(again, Set.of("k", "k2"));
        StoredClaim now = claims.claim(first.claim().id()).orElseThrow();
        assertThat(now.firstSeen()).isEqualTo(NOON);
        assertThat(now.claim()).isEqualTo(again.claim());
        assertThat(claims.claim(new ClaimId("none"))).isEmpty();
        assertThat(claims.count()).isEqualTo(1);
    }

    @Test
    void aClaimThatEndsIsNoLongerCurrent() {
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty()));
        Claims claims = store.claims();
        StoredClaim gone = claim("a", "gone", 1, NOON);
        StoredClaim stays = claim("a", "stays", 30, NOON);
        StoredClaim early = claim("a", "early", 5, NOON);
        List.of(gone, stays, early).forEach(c -> claims.put(c, Set.of("k")));
        claims.end(gone.claim().id(), StoredClaim.State.WITHDRAWN, NOON.plusSeconds(5));
        assertThat(claims.of(article("a"))).extracting(StoredClaim::words).containsExactly("early", "stays", "gone");
        StoredClaim ended = claims.claim(gone.claim().id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(StoredClaim.State.WITHDRAWN);
        assertThat(ended.ended()).contains(NOON.plusSeconds(5));
        assertThat(claims.sharing(Set.of("k"), article("x"), 9))
                .extracting(Claims.Sharing::claim)
                .hasSize(2)
                .doesNotContain(ended.claim().id());
        claims.put(gone, Set.of("k"));
        assertThat(claims.claim(gone.claim().id())).as("it is said again").contains(gone);
        assertThat(claims.sharing(Set.of("k"), article("x"), 9)).hasSize(3);
        assertThatThrownBy(() -> claims.end(gone.claim().id(), StoredClaim.State.CURRENT, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void claimsAreListedInTheirOrders() {
        Claims claims = store.claims();
        List<StoredClaim> all = IntStream.range(0, 1_007)
                .mapToObj(i -> claim("a" + i % 7, "w" + i, i, NOON.plusSeconds(i)))
                .toList();
        store.inTransaction(() -> {
            all.forEach(c -> claims.put(c, Set.of()));
            return true;
        });
        assertThat(claims.latest(2)).containsExactly(all.get(1_006), all.get(1_005));
        claims.end(all.get(0).claim().id(), StoredClaim.State.CHANGED, NOON.plusSeconds(101));
        assertThat(claims.between(NOON.plusSeconds(100), NOON.plusSeconds(102)))
                .extracting(StoredClaim::words)
                .containsExactly("w0", "w100", "w101");
        ClaimId third = all.get(3).claim().id();
        ClaimId first = all.get(1).claim().id();
        assertThat(claims.all(List.of(third, new ClaimId("none"), first))).containsExactly(all.get(3), all.get(1));
        List<ClaimId> visited = new ArrayList<>();
        claims.each(c -> visited.add(c.claim().id()));
        assertThat(visited).hasSize(1_007).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void claimsOfOtherArticlesThatShareAKeyAreFound() {
        List.of("a0", "a1", "a2")
                .forEach(name -> store.articles().add(stored(name, 1, NOON), fingerprint(Optional.empty())));
        Claims claims = store.claims();
        List<StoredClaim> all = IntStream.range(0, 30)
                .mapToObj(i -> claim("a" + i % 3, "w" + i, i, NOON.minusSeconds(i)))
                .toList();
        all.forEach(c -> claims.put(c, Set.of("common", "own " + c.words())));
        List<Claims.Sharing> found = claims.sharing(Set.of("common", "own w4", "unknown"), article("a0"), 5);
        List<ClaimId> expected = new ArrayList<>(all.stream()
                .filter(c -> !c.article().equals(article("a0")))
                .map(c -> c.claim().id())
                .filter(id -> !id.equals(all.get(4).claim().id()))
                .limit(4)
                .toList());
        expected.add(0, all.get(4).claim().id());
        assertThat(found)
                .as("what shares most comes first, then what was seen last")
                .extracting(Claims.Sharing::claim)
                .containsExactlyElementsOf(expected);
        assertThat(claims.sharing(Set.of("own w1"), article("a0"), 5))
                .containsExactly(new Claims.Sharing(
                        all.get(1).claim().id(),
                        article("a1"),
                        stored("a1", 1, NOON).fetched(),
                        all.get(1).group()));
        assertThat(claims.sharing(Set.of(), article("a0"), 5)).isEmpty();
        claims.put(all.get(1), Set.of("other"));
        assertThat(claims.sharing(Set.of("own w1"), article("a0"), 5)).isEmpty();
        claims.put(claim("a1", "w28", 28, NOON.plusSeconds(9)), Set.of("common"));
        assertThat(claims.sharing(Set.of("common"), article("a0"), 1))
                .as("said again is not seen anew")
                .extracting(Claims.Sharing::claim)
                .containsExactly(all.get(2).claim().id());
    }

    @Test
    void aRelationIsSeenFromBothSides() {
        Claims claims = store.claims();
        StoredClaim a = claim("a", "sixty", 1, NOON);
        StoredClaim b = claim("b", "seventy", 1, NOON);
        StoredClaim c = claim("c", "sixty too", 1, NOON);
        List.of(a, b, c).forEach(one -> claims.put(one, Set.of()));
        Relation differs = relation(Relation.Kind.DIFFERS);
        Relation same = new Relation(Relation.Kind.SAME, 1, List.of(), List.of());
        claims.relate(a.claim().id(), b.claim().id(), differs);
        claims.relate(c.claim().id(), a.claim().id(), same);
        assertThat(claims.relations(a.claim().id())).containsExactly(new Related(c, same), new Related(b, differs));
        Relation mirrored = claims.relations(b.claim().id()).get(0).relation();
        assertThat(mirrored.differences())
                .startsWith(new Difference.Amount(
                        new Span(3, 4), new Span(1, 2), "70 % / 60 %", Optional.of("60 % / 70 %")))
                .endsWith(new Difference.OfTerm(Optional.empty(), Optional.of(new Span(9, 10)), "missing"));
        claims.relate(b.claim().id(), a.claim().id(), same);
        assertThat(claims.relations(a.claim().id()))
                .hasSize(2)
                .allMatch(r -> r.relation().equals(same));
        claims.relate(a.claim().id(), b.claim().id(), new Relation(Relation.Kind.UNRELATED, 0, List.of(), List.of()));
        assertThat(claims.relations(b.claim().id())).isEmpty();
    }

    @Test
    void mergedClaimGroupsHaveAllMembersAndTheirArticlesAreQueued() {
        Claims claims = store.claims();
        StoredClaim a = claim("a", "sixty", 1, NOON);
        StoredClaim b = claim("b", "sixty too", 1, NOON);
        claims.put(a, Set.of());
        claims.put(b, Set.of());
        claims.mergeGroups(b.group(), a.group());
        assertThat(claims.inGroup(a.group()))
                .extracting(StoredClaim::words)
                .containsExactlyInAnyOrder("sixty", "sixty too");
        assertThat(claims.inGroup(b.group())).isEmpty();
        List<StoredClaim> together = claims.inGroup(a.group());
        assertThat(claims.inGroups(List.of(a.group(), b.group()), List.of())).isEqualTo(together);
        assertThat(claims.inGroups(List.of(a.group()), List.of(together.get(1))))
                .isEqualTo(together);
        assertThat(store.indexQueue().next(9))
                .extracting(IndexQueue.Row::article)
                .containsExactly(article("b"));
    }

    // people

    @Test
    void watchesAndRecipientsComeBack() {
        Watches watches = store.watches();
        watches.save(new SavedWatch("earths", "\"rare earth\""));
        watches.save(new SavedWatch("a", "x"));
        watches.save(new SavedWatch("earths", "rare AND earth"));
        assertThat(watches.watches())
                .containsExactly(new SavedWatch("a", "x"), new SavedWatch("earths", "rare AND earth"));
        assertThat(watches.watch("a")).contains(new SavedWatch("a", "x"));
        assertThat(watches.removeWatch("a")).isTrue();
        assertThat(watches.removeWatch("a")).isFalse();
        Recipient recipient =
                new Recipient("a@example.org", ZoneId.of("Europe/Berlin"), 7, List.of("earths", "b"), false);
        Recipient paused = new Recipient("a@example.org", ZoneId.of("+05:30"), 0, List.of(), true);
        watches.save(recipient);
        assertThat(watches.recipients()).containsExactly(recipient);
        watches.save(paused);
        assertThat(watches.recipients()).containsExactly(paused);
        Recipient weekdays = new Recipient(
                "a@example.org",
                ZoneId.of("UTC"),
                23,
                Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                List.of(),
                Standing.SUSPENDED,
                "550 no such user");
        String secret = watches.token("a@example.org").orElseThrow();
        watches.save(weekdays);
        assertThat(watches.recipient("a@example.org")).contains(weekdays);
        assertThat(watches.token("a@example.org")).as("outlives an edit").contains(secret);
        assertThat(watches.byToken(secret)).contains(weekdays);
        assertThat(watches.byToken("")).isEmpty();
        assertThat(watches.token("nobody@example.org")).isEmpty();
        assertThat(watches.standing("a@example.org", Standing.ACTIVE, "")).isTrue();
        assertThat(watches.recipients()).singleElement().matches(r -> !r.paused() && r.hour() == 23);
        assertThat(watches.standing("nobody@example.org", Standing.ACTIVE, "")).isFalse();
        assertThat(watches.removeRecipient("a@example.org")).isTrue();
        assertThat(watches.removeRecipient("a@example.org")).isFalse();
    }

    @Test
    void aLetterIsPreparedOnceForItsDay() {
        Deliveries deliveries = store.deliveries();
        LetterRow first = letter("<1@h>", "earths", LocalDate.of(2026, 11, 23));
        assertThat(deliveries.prepare(first)).isTrue();
        assertThat(deliveries.prepare(letter("<2@h>", "earths", LocalDate.of(2026, 11, 23))))
                .isFalse();
        LetterRow second = letter("<3@h>", "earths", LocalDate.of(2026, 11, 24));
        assertThat(deliveries.prepare(second)).isTrue();
        assertThat(deliveries.prepare(letter("<4@h>", "other", LocalDate.of(2026, 11, 24))))
                .as("one a day, about whatever")
                .isFalse();
        assertThat(deliveries.find("a@example.org", first.day())).contains(first);
        assertThat(deliveries.has("a@example.org", first.day())).isTrue();
        assertThat(deliveries.has("a@example.org", first.day().minusDays(1))).isFalse();
        assertThat(deliveries.unsent()).containsExactly(first, second);
        assertThat(deliveries.unsent("b@example.org")).isEmpty();
        assertThat(deliveries.latest(1)).containsExactly(second);
    }

    @Test
    void onlyWhatWasSentCountsAsTold() {
        Deliveries deliveries = store.deliveries();
        LetterRow first = letter("<1@h>", "", LocalDate.of(2026, 11, 23));
        LetterRow second = letter("<2@h>", "", LocalDate.of(2026, 11, 24));
        deliveries.prepare(first);
        deliveries.prepare(second);
        Instant late = second.to().plusSeconds(1);
        assertThat(deliveries.lastWindowEnd("a@example.org", late)).isEmpty();
        deliveries.settle(first, State.SENT, false, NOON, Optional.empty());
        deliveries.settle(second, State.REFUSED, false, NOON, Optional.of("no"));
        assertThat(deliveries.lastWindowEnd("a@example.org", late)).contains(first.to());
        assertThat(deliveries.lastWindowEnd("b@example.org", late)).isEmpty();
        assertThat(deliveries.lastWindowEnd("a@example.org", first.to().minusSeconds(1)))
                .as("told by a clock that ran ahead")
                .isEmpty();
        assertThat(deliveries.lastSign("a@example.org")).contains(first.day());
    }

    @Test
    void aLetterIsClaimedByOneAndAnAmbiguousOneIsMarked() {
        Deliveries deliveries = store.deliveries();
        LetterRow seen = letter("<1@h>", "", LocalDate.of(2026, 11, 23));
        deliveries.prepare(seen);
        LetterRow claimed = deliveries.claim(seen, NOON).orElseThrow();
        assertThat(claimed.attempts()).isEqualTo(1);
        assertThat(claimed.ambiguous()).isFalse();
        assertThat(deliveries.claim(seen, NOON)).as("another has it").isEmpty();
        // as after a crash, when it is found so
        LetterRow again = deliveries.claim(claimed, NOON).orElseThrow();
        assertThat(again.ambiguous()).isTrue();
        assertThat(deliveries.settle(claimed, State.SENT, false, NOON, Optional.empty()))
                .as("no longer ours")
                .isFalse();
        assertThat(deliveries.settle(again, State.SENT, false, NOON.plusSeconds(1), Optional.empty()))
                .isTrue();
        assertThat(deliveries.unsent()).isEmpty();
        LetterRow sent = deliveries.latest(9).get(0);
        assertThat(sent.state()).isEqualTo(State.SENT);
        assertThat(sent.ambiguous()).isTrue();
        assertThat(sent.changed()).isEqualTo(NOON.plusSeconds(1));
        assertThat(deliveries.claim(sent, NOON)).isEmpty();
    }

    @Test
    void whatADeadProcessWasSendingIsFreedAndMarked() {
        Deliveries deliveries = store.deliveries();
        LetterRow seen = letter("<1@h>", "", LocalDate.of(2026, 11, 23));
        deliveries.prepare(seen);
        assertThat(deliveries.abandon(NOON)).isZero();
        deliveries.claim(seen, NOON);
        assertThat(deliveries.abandon(NOON)).isEqualTo(1);
        assertThat(deliveries.unsent())
                .singleElement()
                .matches(l -> l.state() == State.PREPARED && l.ambiguous() && l.attempts() == 1);
    }

    @Test
    void whoeverWantsNoMoreLettersGetsNoneThatWait() {
        store.watches().save(new Recipient("a@example.org", ZoneId.of("UTC"), 7, List.of(), false));
        store.deliveries().prepare(letter("<1@h>", "", LocalDate.of(2026, 11, 23)));
        store.watches().standing("a@example.org", Standing.UNSUBSCRIBED, "");
        assertThat(store.deliveries().unsent()).isEmpty();
        assertThat(store.deliveries().latest(1)).singleElement().matches(l -> l.state() == State.GIVEN_UP);
    }

    private static LetterRow letter(String id, String watches, LocalDate day) {
        return new LetterRow(
                id,
                "a@example.org",
                watches,
                day,
                NOON,
                NOON.plus(Duration.ofDays(day.getDayOfMonth())),
                Bytes.of(new byte[] {1, 0, -1}),
                State.PREPARED,
                0,
                false,
                NOON,
                Optional.empty());
    }

    @Test
    void correctionsComeBackInTheirOrder() {
        Correction one = new Correction(new ClaimId("c1"), "voice", "it was she", NOON);
        Correction two = new Correction(new ClaimId("c2"), "stance", "possible", NOON);
        store.corrections().add(one);
        store.corrections().add(two);
        assertThat(store.corrections().all()).containsExactly(one, two);
        assertThat(store.corrections().of(new ClaimId("c1"))).containsExactly(one);
    }

    @Test
    void ofTwoCorrectionsOfOneThingTheLastHoldsUntilItIsTakenBack() {
        ClaimId id = new ClaimId("c1");
        store.corrections().add(new Correction(id, "voice", "Ann Hill", NOON));
        Correction last = new Correction(id, "voice", "Bea Hill", NOON.plusSeconds(1));
        store.corrections().add(last);
        assertThat(store.corrections().all()).containsExactly(last);
        store.corrections().takeBack(id, "stance", NOON);
        assertThat(store.corrections().of(id)).containsExactly(last);
        store.corrections().takeBack(id, "voice", NOON);
        assertThat(store.corrections().all()).isEmpty();
        assertThatThrownBy(() -> new Correction(id, "stance", "surely", NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClaimComesBackAsItWasCorrectedAndSurvivesARebuild() {
        StoredClaim read = claim("a", "sixty", 1, NOON);
        ClaimId id = read.claim().id();
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
        store.claims().put(read, Set.of("k"));
        store.indexQueue().done(store.indexQueue().next(9));

        store.corrections().add(new Correction(id, "voice", "Ann Hill", NOON));
        store.corrections().add(new Correction(id, "stance", "possible", NOON));
        store.forgetDerived();
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
        store.claims().put(read, Set.of("k"));

        StoredClaim corrected = store.claims().claim(id).orElseThrow();
        assertThat(corrected.claim().speaker()).isInstanceOf(Voice.Named.class);
        assertThat(((Voice.Named) corrected.claim().speaker()).name()).isEqualTo("Ann Hill");
        assertThat(corrected.claim().stance()).isEqualTo(Stance.POSSIBLE);
        assertThat(store.indexQueue().size()).isEqualTo(1);
        assertThat(store.claims().of(read.article())).containsExactly(corrected);

        store.corrections().add(new Correction(id, "not a claim", "", NOON));
        assertThat(store.claims().claim(id).orElseThrow().state()).isEqualTo(StoredClaim.State.DISMISSED);
        for (String what : new String[] {"voice", "stance", "not a claim"}) {
            store.corrections().takeBack(id, what, NOON);
        }
        assertThat(store.claims().claim(id)).contains(read);
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
        assertThat(store.claims().sharing(Set.of("k"), article("x"), 9)).isEmpty();
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
