package org.hearsay.tell.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedHealth;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.feed.FeedVolume;
import org.hearsay.keep.store.Ending;
import org.hearsay.page.PageUrl;

/** How the feeds fare, those in trouble first. */
record FeedsPage(String summary, List<Row> rows) {
    /**
     * @param state in a word or two; {@code detail} says why and since when
     * @param kind names its colour: fault, change, fine or quiet
     */
    record Row(
            String name,
            String address,
            String mark,
            String state,
            String detail,
            String kind,
            Optional<Words.When> lastSuccess,
            String nextVisit,
            String entries,
            String endings,
            List<Bar> bars,
            String volume) {}

    /** A day of the sparkline, in a picture 84 by 20. */
    record Bar(int x, int y, int height) {}

    private static final int DAYS = 14;
    private static final int BAR_STEP = 6;
    private static final int BAR_ROOM = 20;

    private record Known(PageUrl url, Optional<Feed> line, FeedState state, FeedVolume volume, FeedHealth health) {
        static Known of(PageUrl url, Optional<Feed> line, FeedState state, FeedVolume volume, Instant now) {
            boolean paused = line.map(Feed::paused).orElse(false);
            return new Known(url, line, state, volume, FeedHealth.of(state, paused, volume, now));
        }

        int trouble() {
            if (line.isEmpty()) {
                return 7;
            }
            return switch (health.kind()) {
                case GONE -> 0;
                case FAILING, BLOCKED -> 1;
                case MOVED -> 2;
                case QUIET -> 3;
                case NEW -> 4;
                case FINE -> 5;
                case PAUSED -> 6;
            };
        }
    }

    static FeedsPage of(Sight sight, Words words, List<Feed> feeds) {
        Map<PageUrl, Known> known = new LinkedHashMap<>();
        for (Feed feed : feeds) {
            known.put(
                    feed.url(),
                    Known.of(feed.url(), Optional.of(feed), FeedState.fresh(feed), FeedVolume.NONE, words.now()));
        }
        Map<PageUrl, FeedVolume> volumes = sight.store().feeds().volumes(words.now());
        for (FeedState state : sight.store().feeds().states()) {
            Optional<Feed> line = Optional.ofNullable(known.get(state.feed())).flatMap(Known::line);
            known.put(
                    state.feed(),
                    Known.of(
                            state.feed(),
                            line,
                            state,
                            volumes.getOrDefault(state.feed(), FeedVolume.NONE),
                            words.now()));
        }
        List<Known> sorted = known.values().stream()
                .sorted(Comparator.comparingInt(Known::trouble)
                        .thenComparing(k -> -k.state().failures())
                        .thenComparing(k -> name(k).toLowerCase(Locale.ROOT)))
                .toList();
        Map<PageUrl, SortedMap<Ending, Integer>> endings = sight.store().feeds().endingsByFeed();
        List<Row> rows = sorted.stream()
                .map(k -> row(k, endings.getOrDefault(k.url(), new TreeMap<>()), words))
                .toList();
        return new FeedsPage(summary(rows), rows);
    }

    private static String summary(List<Row> rows) {
        if (rows.isEmpty()) {
            return "No feeds yet";
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.merge(row.state, 1, Integer::sum));
        return Words.count(rows.size(), "feed") + ": "
                + counts.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String name(Known known) {
        return known.line()
                .flatMap(Feed::outlet)
                .or(() -> known.state().title())
                .filter(name -> !name.isBlank())
                .orElse(known.url().host().authority());
    }

    private static String mark(FeedHealth.Kind kind) {
        return switch (kind) {
            case GONE -> "✕";
            case FAILING, BLOCKED -> "!";
            case MOVED -> "→";
            case QUIET, NEW -> "…";
            case PAUSED -> "–";
            case FINE -> "✓";
        };
    }

    private static String colour(FeedHealth.Kind kind) {
        return switch (kind) {
            case GONE, FAILING, BLOCKED -> "fault";
            case MOVED, QUIET -> "change";
            case NEW, PAUSED -> "quiet";
            case FINE -> "fine";
        };
    }

    private static String detail(Known known, Words words) {
        FeedHealth health = known.health();
        String said = sentence(health.inWords(words.now(), words.zone()));
        return switch (health.kind()) {
            case GONE -> said + " Take its line out of feeds.txt, or wait: it is asked again once in a while.";
            case FAILING -> said + " " + Words.count(known.state().failures(), "try") + " so far.";
            case PAUSED -> "Its line in feeds.txt starts with “!”.";
            case BLOCKED, MOVED, QUIET, NEW -> said;
            case FINE ->
                (health.what().isEmpty() ? "" : sentence(health.what()) + " ")
                        + known.state()
                                .lastNew()
                                .map(at -> "Last new entry " + words.when(at).words() + ".")
                                .orElse("");
        };
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private static Row row(Known known, Map<Ending, Integer> endings, Words words) {
        FeedState state = known.state();
        boolean paused = known.line().map(Feed::paused).orElse(false) || state.status() == FeedState.Status.PAUSED;
        boolean unlisted = known.line().isEmpty();
        FeedHealth health = known.health();
        String word =
                health.kind() == FeedHealth.Kind.MOVED ? "moved" : health.kind().word();
        String mark = mark(health.kind());
        String kind = colour(health.kind());
        String detail = detail(known, words);
        if (unlisted) {
            mark = "–";
            word = "not listed";
            detail = "It is no longer in feeds.txt; what it brought is kept.";
            kind = "quiet";
        }
        int[] days = perDay(known.volume());
        int most = most(days);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; most(days) > 0 && i < DAYS; i++) {
            int height = days[i] == 0 ? 1 : Math.max(3, Math.round(days[i] * (float) BAR_ROOM / most));
            bars.add(new Bar(i * BAR_STEP, BAR_ROOM - height, height));
        }
        return new Row(
                name(known),
                known.url().text(),
                mark,
                word,
                detail,
                kind,
                state.lastSuccess().map(words::when),
                paused || unlisted
                        ? "none"
                        : state.nextVisit().map(words::until).orElse("soon"),
                Words.count(
                        endings.values().stream().mapToInt(Integer::intValue).sum(), "entry"),
                inWords(endings),
                bars,
                "New entries a day over " + DAYS + " days: today " + days[DAYS - 1] + ", at most " + most(days));
    }

    private static int most(int[] days) {
        return java.util.Arrays.stream(days).max().orElse(0);
    }

    /** The last {@link #DAYS} days, today last. */
    private static int[] perDay(FeedVolume volume) {
        int[] days = new int[DAYS];
        for (int ago = 0; ago < Math.min(DAYS, volume.days().size()); ago++) {
            days[DAYS - 1 - ago] = volume.days().get(ago);
        }
        return days;
    }

    /** What became of its entries: "10 taken, 2 unreadable". */
    private static String inWords(Map<Ending, Integer> endings) {
        Map<String, Integer> counts = new TreeMap<>();
        endings.forEach((ending, count) -> {
            String word = switch (ending) {
                case NEW, UPDATED, SAME, KNOWN, SHARED -> "taken";
                default -> ending.inWords();
            };
            counts.merge(word, count, Integer::sum);
        });
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
    }
}
