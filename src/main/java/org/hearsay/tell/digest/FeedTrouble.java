package org.hearsay.tell.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.gather.feed.FeedHealth;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.keep.store.Store;
import org.hearsay.tell.digest.Digest.FeedItem;
import org.hearsay.tell.digest.Digest.Item;

/** Feeds that a reader should know of: those that have failed for a while, are gone, or ask for a decision. */
final class FeedTrouble {
    /** Shorter trouble mends itself more often than not, and nobody wants to read of it over coffee. */
    private static final Duration LASTING = Duration.ofHours(24);

    private FeedTrouble() {}

    static List<Item> lasting(Store store, List<FeedState> states, Instant from, Instant to) {
        List<Item> items = new ArrayList<>();
        for (FeedState state : states) {
            FeedHealth health = FeedHealth.of(state, false, store.feeds().volume(state.feed(), to), to);
            boolean lasting = state.failingSince()
                    .filter(since -> !since.isAfter(to.minus(LASTING)))
                    .isPresent();
            boolean gone = state.status() == FeedState.Status.GONE
                    && state.lastVisit().filter(at -> !at.isBefore(from)).isPresent();
            boolean asks = health.kind() == FeedHealth.Kind.MOVED || health.kind() == FeedHealth.Kind.QUIET;
            if (gone || asks || lasting && health.trouble()) {
                items.add(new FeedItem(
                        state.feed(),
                        state.title().orElse(state.feed().host().authority()),
                        health.bare(),
                        state.failingSince()));
            }
        }
        return items;
    }
}
