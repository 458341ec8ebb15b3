package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.keep.store.Samples.NOON;
import static org.hearsay.keep.store.Samples.article;
import static org.hearsay.keep.store.Samples.fingerprint;
import static org.hearsay.keep.store.Samples.stored;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.keep.store.Stories.Member;
import org.hearsay.keep.store.Stories.Move;
import org.hearsay.keep.store.Stories.Row;
import org.hearsay.keep.store.Stories.Text;
import org.hearsay.read.compare.Fingerprint;
import org.hearsay.read.compare.GroupId;
import org.junit.jupiter.api.Test;

/** What every {@link Store} does for stories. */
abstract class StoriesContract extends OpenStore {
    private void add(String name, int version, Optional<Instant> when, String... topics) {
        store.articles().add(stored(name, version, NOON), about(when, topics));
    }

    private static Fingerprint about(Optional<Instant> when, String... topics) {
        return new Fingerprint(new TreeSet<>(), new TreeSet<>(List.of(topics)), when, Optional.empty());
    }

    private static GroupId group(String name) {
        return new GroupId(article(name).text());
    }

    private static Text text(String name, int version, boolean tied) {
        return new Text(article(name), version, tied);
    }

    @Test
    void whatIsFiledIsQueuedUntilItsPresentStateIsDone() {
        add("a", 1, Optional.empty(), "china");
        add("b", 1, Optional.empty(), "china");
        List<Row> rows = store.stories().next(9);
        assertThat(rows).extracting(Row::article).containsExactly(article("a"), article("b"));
        add("a", 2, Optional.empty(), "china");
        store.stories().done(rows);
        assertThat(store.stories().next(9)).extracting(Row::article).containsExactly(article("a"));
        store.stories().done(store.stories().next(1));
        store.stories().look(List.of(article("b"), article("nobody")));
        assertThat(store.stories().next(9)).extracting(Row::article).containsExactly(article("b"));
        assertThat(store.stories().size()).isEqualTo(1);
    }

    @Test
    void textsOfAWindowThatShareATopicAreFound() {
        Optional<Instant> longAgo = Optional.of(NOON.minus(Duration.ofDays(9)));
        add("a", 1, longAgo, "china", "earth", "mine");
        add("b", 1, Optional.empty(), "china", "rare");
        add("c", 1, Optional.empty(), "port");
        add("d", 1, Optional.empty(), "china", "port");
        Stories stories = store.stories();
        assertThat(stories.near(article("d"), Set.of("china", "port"), 3, 99, 9))
                .as("without a date, by when it was first seen")
                .containsExactlyInAnyOrder(text("b", 1, false), text("c", 1, false));
        assertThat(stories.near(article("d"), Set.of("china", "mine"), 10, 99, 9))
                .containsExactlyInAnyOrder(text("a", 1, false), text("b", 1, false));
        assertThat(stories.near(article("d"), Set.of("china", "port"), 10, 9, 1))
                .as("those that share most, and of these the latest filed")
                .containsExactly(text("c", 1, false));
        assertThat(stories.near(article("d"), Set.of(), 10, 99, 9)).isEmpty();
        assertThat(stories.near(article("nobody"), Set.of("china"), 10, 99, 9)).isEmpty();
        add("b", 2, longAgo, "rare");
        assertThat(stories.near(article("d"), Set.of("china"), 3, 99, 9))
                .as("only the newest version counts, at its own time")
                .isEmpty();
        assertThat(stories.near(article("a"), Set.of("rare"), 1, 99, 9)).containsExactly(text("b", 2, false));
    }

    @Test
    void aDateAtTheEndOfTimeIsNear() {
        add("a", 1, Optional.of(Instant.parse("9999-12-31T00:00:00Z")), "china");
        add("b", 1, Optional.of(Instant.parse("9999-12-31T00:00:00Z")), "china");
        add("c", 1, Optional.of(Instant.parse("-0044-03-15T00:00:00Z")), "china");
        assertThat(store.stories().near(article("a"), Set.of("china"), 3, 99, 9))
                .containsExactly(text("b", 1, false));
        assertThat(store.stories().near(article("c"), Set.of("china"), 3, 99, 9))
                .isEmpty();
    }

    @Test
    void aCopySpeaksForNoTextAndTakesItsTiesAlong() {
        Stories stories = store.stories();
        for (String name : List.of("a", "b", "c")) {
            add(name, 1, Optional.empty(), "china");
        }
        stories.tie(text("b", 1, false), Map.of(article("a"), 0.2, article("c"), 0.1));
        stories.done(stories.next(9));
        store.articles().mergeOrigins(group("b"), group("a"));
        assertThat(stories.text(article("b"))).contains(text("a", 1, false));
        assertThat(stories.ties(List.of(article("a"), article("c"))))
                .isEqualTo(Map.of(article("a"), Map.of(), article("c"), Map.of()));
        assertThat(stories.near(article("c"), Set.of("china"), 3, 99, 9)).containsExactly(text("a", 1, false));
        assertThat(stories.next(9)).extracting(Row::article).containsExactly(article("b"));
        assertThat(stories.members(List.of(group("a"))))
                .containsExactlyInAnyOrder(
                        new Member(article("a"), group("a"), group("a"), NOON),
                        new Member(article("b"), group("a"), group("b"), NOON));
    }

    @Test
    void tiesAreSeenFromBothSidesAndThoseOfAVersionReplaceTheOthers() {
        Stories stories = store.stories();
        for (String name : List.of("a", "b", "c")) {
            add(name, 1, Optional.empty(), "china");
        }
        stories.tie(text("a", 1, false), Map.of(article("b"), 0.5, article("nobody"), 0.5));
        assertThat(stories.text(article("a"))).contains(text("a", 1, true));
        assertThat(stories.ties(List.of(article("a"), article("b"))))
                .isEqualTo(Map.of(article("a"), Map.of(article("b"), 0.5), article("b"), Map.of(article("a"), 0.5)));
        add("a", 2, Optional.empty(), "port");
        assertThat(stories.text(article("a"))).contains(text("a", 2, false));
        stories.tie(text("a", 2, false), Map.of(article("c"), 0.25));
        assertThat(stories.ties(List.of(article("b"), article("c"))))
                .isEqualTo(Map.of(article("b"), Map.of(), article("c"), Map.of(article("a"), 0.25)));
        assertThat(stories.fingerprints(List.of(article("a"), article("nobody"))))
                .isEqualTo(Map.of(article("a"), about(Optional.empty(), "port")));
    }

    @Test
    void whatIsSettledIsInItsStoryAndIsIndexedIfItMoved() {
        for (String name : List.of("a", "b", "c")) {
            add(name, 1, Optional.empty(), "china");
        }
        store.articles().mergeOrigins(group("c"), group("b"));
        store.indexQueue().done(store.indexQueue().next(9));
        store.stories().settle(List.of(group("a"), group("b")), group("a"));
        assertThat(store.articles().inStory(group("a")))
                .containsExactlyInAnyOrder(article("a"), article("b"), article("c"));
        assertThat(store.indexQueue().next(9))
                .extracting(IndexQueue.Row::article)
                .containsExactlyInAnyOrder(article("b"), article("c"));
    }

    @Test
    void whatBecameOfAStoryIsToldNewestFirstAndSurvivesARebuild() {
        Move joined = new Move(group("b"), group("a"), Move.Kind.JOINED, NOON, 2, "both tell of it");
        Move split = new Move(group("a"), group("c"), Move.Kind.SPLIT, NOON.plusSeconds(1), 1, "");
        store.stories().record(joined);
        store.stories().record(split);
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
        store.forgetDerived();
        assertThat(store.stories().movesOf(group("a"), 9)).containsExactly(split, joined);
        assertThat(store.stories().movesOf(group("a"), 1)).containsExactly(split);
        assertThat(store.stories().movesOf(group("b"), 9)).containsExactly(joined);
        assertThat(store.stories().moves(NOON, NOON.plusSeconds(2), 9)).containsExactly(split, joined);
        assertThat(store.stories().moves(NOON, NOON.plusSeconds(2), 1)).containsExactly(split);
        assertThat(store.stories().moves(NOON, NOON.plusSeconds(1), 9)).containsExactly(joined);
        assertThat(store.stories().size()).isZero();
    }
}
