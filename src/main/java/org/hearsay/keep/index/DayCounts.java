package org.hearsay.keep.index;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many things there are a day: as days where they are few, as months or years where they are many. */
final class DayCounts {
    private static final int SECONDS = 86_400;
    /** A histogram with more bars is no picture any more. */
    private static final int MAX_BARS = 62;

    private final Map<Long, int[]> days = new HashMap<>();
    private long last = Long.MIN_VALUE;
    private int[] lastCount = new int[1];

    void add(long second) {
        long day = Math.floorDiv(second, SECONDS);
        if (day != last) {
            last = day;
            lastCount = days.computeIfAbsent(day, d -> new int[1]);
        }
        lastCount[0]++;
    }

    void add(DayCounts other) {
        other.days.forEach((day, count) -> days.computeIfAbsent(day, d -> new int[1])[0] += count[0]);
    }

    SortedMap<String, Integer> counts() {
        SortedMap<String, Integer> counts = by(10);
        for (int letters = 7; counts.size() > MAX_BARS && letters >= 4; letters -= 3) {
            counts = by(letters);
        }
        return counts;
    }

    private SortedMap<String, Integer> by(int letters) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        days.forEach((day, count) ->
                counts.merge(LocalDate.ofEpochDay(day).toString().substring(0, letters), count[0], Integer::sum));
        return counts;
    }
}
