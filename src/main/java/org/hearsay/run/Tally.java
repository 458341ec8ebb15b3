package org.hearsay.run;

import java.time.Instant;
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

    private final boolean byEntry;
    private final Map<Key, Ending> endings = new HashMap<>();
    /** Endings that belong to no entry in {@link #endings}. */
    private final Map<Ending, Integer> others = new EnumMap<>(Ending.class);

    private final SortedMap<PageUrl, FeedState> feeds = new TreeMap<>();

    private Tally(boolean byEntry) {
        this.byEntry = byEntry;
    }

    /** Counts each entry once, by its last word, however often it is met; holds a line for each. */
    static Tally byEntry() {
        return new Tally(true);
    }

    /** Counts an entry anew each time that it ends, and holds counts alone: for a run of a year. */
    static Tally byTurn() {
        return new Tally(false);
    }

    /** An entry came into sight: listed by its feed, or due from an earlier run. */
    synchronized void saw(PageUrl feed, String entry) {
        if (byEntry) {
            endings.putIfAbsent(new Key(feed, entry), Ending.WAITING);
        }
    }

    /** An entry stands twice in one list: one more entry, and nothing to do for it. */
    synchronized void sawAgain() {
        others.merge(Ending.SHARED, 1, Integer::sum);
    }

    /** What it came to. */
    synchronized void ended(PageUrl feed, String entry, Ending ending) {
        if (!byEntry) {
            others.merge(ending, 1, Integer::sum);
            return;
        }
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
        Map<Ending, Integer> counts = new EnumMap<>(others);
        endings.values().forEach(ending -> counts.merge(ending, 1, Integer::sum));
        int seen = endings.size()
                + others.values().stream().mapToInt(Integer::intValue).sum();
        return new CrawlReport(from, to, List.copyOf(feeds.values()), seen, counts);
    }
}
