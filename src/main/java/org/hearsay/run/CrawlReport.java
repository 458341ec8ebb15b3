package org.hearsay.run;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.keep.store.Ending;

/**
 * What a run came to. It refuses to exist unless the endings sum to the entries seen.
 *
 * @param feeds the state in which each visited feed was left
 * @param seen entries: listed by a visited feed, or due from an earlier run
 * @param endings how many of them ended how
 */
public record CrawlReport(Instant from, Instant to, List<FeedState> feeds, int seen, Map<Ending, Integer> endings) {
    public CrawlReport {
        feeds = List.copyOf(feeds);
        Map<Ending, Integer> sorted = new EnumMap<>(Ending.class);
        sorted.putAll(endings);
        endings = java.util.Collections.unmodifiableMap(sorted);
        int sum = endings.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != seen) {
            throw new IllegalStateException(seen + " entries were seen and " + sum + " ended: " + endings);
        }
    }

    /** Feeds that could not be read. */
    public List<FeedState> failed() {
        return feeds.stream().filter(feed -> feed.failures() > 0).toList();
    }

    public int count(Ending ending) {
        return endings.getOrDefault(ending, 0);
    }

    /** A few lines for people. */
    public String inWords() {
        StringBuilder words = new StringBuilder();
        int bad = failed().size();
        words.append(String.format(
                Locale.ROOT,
                "%d %s visited in %s: %d fine, %d failed%n",
                feeds.size(),
                feeds.size() == 1 ? "feed" : "feeds",
                seconds(Duration.between(from, to)),
                feeds.size() - bad,
                bad));
        StringJoiner parts = new StringJoiner(", ");
        endings.forEach((ending, count) -> parts.add(count + " " + ending.inWords()));
        words.append(seen).append(seen == 1 ? " entry seen" : " entries seen");
        if (seen > 0) {
            words.append(": ").append(parts);
        }
        for (FeedState feed : failed()) {
            words.append(System.lineSeparator())
                    .append("  failed ")
                    .append(feed.feed())
                    .append(": ")
                    .append(feed.lastProblem().orElse("no reason known"));
        }
        return words.toString();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
