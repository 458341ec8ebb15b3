package org.hearsay.keep.index;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many things there are a day: as days where they are few, as months or years where they are many. */
final class DayCounts {
    /** A histogram with more bars is no picture any more. */
    private static final int MAX_BARS = 62;
    /** The days from 1970 to 2069 have a place of their own; others are dates that pages invent, and seldom. */
    private static final int NEAR = 36_525;

    private final int[] near = new int[NEAR];
    private final SortedMap<Integer, Integer> far = new TreeMap<>();

    /** @param day since 1970 */
    void add(int day) {
        add(day, 1);
    }

    void add(int day, int many) {
        if (day >= 0 && day < NEAR) {
            near[day] += many;
        } else {
            far.merge(day, many, Integer::sum);
        }
    }

    void add(DayCounts other) {
        for (int day = 0; day < NEAR; day++) {
            near[day] += other.near[day];
        }
        other.far.forEach((day, count) -> far.merge(day, count, Integer::sum));
    }

    SortedMap<String, Integer> counts() {
        SortedMap<Integer, Integer> days = new TreeMap<>(far);
        for (int day = 0; day < NEAR && days.size() <= MAX_BARS; day++) {
            if (near[day] > 0) {
                days.put(day, near[day]);
            }
        }
        if (days.size() <= MAX_BARS) {
            return by(days, 10);
        }
        SortedMap<Integer, Integer> months = new TreeMap<>();
        far.forEach((day, count) -> months.merge(firstOfMonth(day), count, Integer::sum));
        for (int day = 0; day < NEAR; day++) {
            if (near[day] > 0) {
                int first = firstOfMonth(day);
                int sum = 0;
                int next = Math.min(NEAR, first + LocalDate.ofEpochDay(first).lengthOfMonth());
                for (; day < next; day++) {
                    sum += near[day];
                }
                day--;
                months.merge(first, sum, Integer::sum);
            }
        }
        return by(months, months.size() <= MAX_BARS ? 7 : 4);
    }

    private static int firstOfMonth(int day) {
        return (int) LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay();
    }

    private static SortedMap<String, Integer> by(SortedMap<Integer, Integer> days, int letters) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        days.forEach((day, count) ->
                counts.merge(LocalDate.ofEpochDay(day).toString().substring(0, letters), count, Integer::sum));
        return counts;
    }
}
