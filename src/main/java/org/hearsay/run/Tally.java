package org.hearsay.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.keep.store.Ending;
import org.hearsay.page.PageUrl;

/** Counts a run while it goes: what was seen, and how each of it ended. Thread-safe. */
final class Tally {
    private record Key(PageUrl feed, String entry) {}

    private final Map<Key, Ending> endings = new HashMap<>();
    private final SortedMap<PageUrl, FeedState> feeds = new TreeMap<>();
    private final List<String> repeated = new ArrayList<>();
    private int seen;

    /** An entry came into sight: listed by its feed, or due from an earlier run. Counted once. */
    synchronized void saw(PageUrl feed, String entry) {
        if (endings.putIfAbsent(new Key(feed, entry), Ending.WAITING) == null) {
            seen++;
        }
    }

    /** An entry stands twice in one list: one more entry, and nothing to do for it. */
    synchronized void sawAgain(PageUrl feed, String entry) {
        seen++;
        repeated.add(feed.text() + " " + entry);
    }

    /** What it came to; the last word counts. */
    synchronized void ended(PageUrl feed, String entry, Ending ending) {
        saw(feed, entry);
        // An entry that is tried, then looked at again in one run, keeps the first news of it.
        endings.merge(
                new Key(feed, entry),
                ending,
                (before, now) -> before == Ending.NEW || before == Ending.UPDATED ? before : now);
    }

    synchronized void visited(FeedState state) {
        feeds.put(state.feed(), state);
    }

    synchronized CrawlReport report(Instant from, Instant to) {
        Map<Ending, Integer> counts = new EnumMap<>(Ending.class);
        endings.values().forEach(ending -> counts.merge(ending, 1, Integer::sum));
        if (!repeated.isEmpty()) {
            counts.merge(Ending.SHARED, repeated.size(), Integer::sum);
        }
        return new CrawlReport(from, to, List.copyOf(feeds.values()), seen, counts);
    }
}
