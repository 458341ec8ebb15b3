package org.hearsay.read.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How much two rows of words, taken as they stand, have in common, whatever the words mean. */
final class Rows {
    private Rows() {}

    static Map<String, Integer> grams(List<String> words, int n) {
        Map<String, Integer> grams = new HashMap<>();
        for (int i = 0; i + n <= words.size(); i++) {
            grams.merge(String.join(" ", words.subList(i, i + n)), 1, Integer::sum);
        }
        return grams;
    }

    static Map<String, Integer> letters(List<String> words) {
        Map<String, Integer> grams = new HashMap<>();
        String text = String.join(" ", words).toLowerCase(Locale.ROOT);
        for (int i = 0; i + 4 <= text.length(); i++) {
            grams.merge(text.substring(i, i + 4), 1, Integer::sum);
        }
        return grams;
    }

    static double dice(Map<String, Integer> a, Map<String, Integer> b) {
        int shared = 0;
        int all = 0;
        for (Map.Entry<String, Integer> entry : a.entrySet()) {
            shared += Math.min(entry.getValue(), b.getOrDefault(entry.getKey(), 0));
            all += entry.getValue();
        }
        for (int n : b.values()) {
            all += n;
        }
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    static int longestCommon(List<String> a, List<String> b) {
        int[] row = new int[b.size() + 1];
        for (String word : a) {
            int before = 0;
            for (int j = 1; j <= b.size(); j++) {
                int above = row[j];
                row[j] = word.equals(b.get(j - 1)) ? before + 1 : Math.max(row[j], row[j - 1]);
                before = above;
            }
        }
        return row[b.size()];
    }

    /** How far the words that both have stand in the same order; 1 all, 0 none. */
    static double order(List<String> a, List<String> b) {
        Map<String, Integer> at = new HashMap<>();
        for (int j = 0; j < b.size(); j++) {
            at.putIfAbsent(b.get(j), j);
        }
        List<Integer> places = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String word : a) {
            Integer place = at.get(word);
            if (place != null && seen.add(word)) {
                places.add(place);
            }
        }
        int right = 0;
        int all = 0;
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                all++;
                right += places.get(i) < places.get(j) ? 1 : 0;
            }
        }
        return all == 0 ? 0.5 : (double) right / all;
    }

    static double prefix(List<String> a, List<String> b) {
        int n = 0;
        while (n < a.size() && n < b.size() && a.get(n).equals(b.get(n))) {
            n++;
        }
        return Math.min(n, 8);
    }

    private static double begins(String one, String other) {
        int shared = 0;
        int least = Math.min(one.length(), other.length());
        while (shared < least && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared < 4 ? 0 : (double) shared / Math.max(one.length(), other.length());
    }

    /** Words of one side that have most of their letters in common with one of the other ("Syria", "Syrian"). */
    static double soft(Set<String> a, Set<String> b) {
        double sum = 0;
        for (String one : a) {
            double best = 0;
            for (String other : b) {
                best = Math.max(best, begins(one, other));
            }
            sum += best;
        }
        return sum;
    }
}
