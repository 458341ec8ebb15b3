package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hearsay.keep.store.Samples.FEED;
import static org.hearsay.keep.store.Samples.NOON;
import static org.hearsay.keep.store.Samples.OTHER_FEED;
import static org.hearsay.keep.store.Samples.entry;
import static org.hearsay.keep.store.Samples.unlinked;
import static org.hearsay.keep.store.Samples.url;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.keep.store.Feeds.Taken;
import org.hearsay.page.Host;
import org.junit.jupiter.api.Test;

/** What every {@link Store} does for feeds and their entries. */
abstract class FeedsContract extends OpenStore {
    private static final Host STAR = new Host("star.example");

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
}
