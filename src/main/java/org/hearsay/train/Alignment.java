package org.hearsay.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which lines of a page are in its marked text. A line is found there by its shingles, a short one by all of its words; of
 * all ways to find lines in the order of the text the one with the most words is taken, so that a word in a menu is not
 * taken for the heading of the same word, nor a pull quote for the paragraph it quotes.
 */
final class Alignment {
    enum Label {
        TEXT,
        OTHER,
        /** Found, but out of order: nothing is learned from it. */
        UNSURE
    }

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\u00ad\u200b-\u200d\u2060\ufeff]");
    private static final int SHINGLE = 4;
    /** Lines of fewer words must be a whole line of the text. */
    private static final int SHORT = 8;
    /** A shingle that is everywhere places nothing. */
    private static final int PLACES = 5;

    private record Found(int line, int place, int words, int before) {}

    private Alignment() {}

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher m = WORD.matcher(visible(text.toLowerCase(Locale.ROOT)));
        while (m.find()) {
            words.add(m.group());
        }
        return words;
    }

    static Label[] labels(List<String> lines, String text) {
        List<String> gold = words(text);
        Map<List<String>, List<Integer>> places = new HashMap<>();
        for (int i = 0; i + SHINGLE <= gold.size(); i++) {
            places.computeIfAbsent(gold.subList(i, i + SHINGLE), s -> new ArrayList<>())
                    .add(i);
        }
        Map<List<String>, List<Integer>> whole = new HashMap<>();
        int offset = 0;
        for (String line : text.split("\n")) {
            List<String> words = words(line);
            if (!words.isEmpty() && words.size() < SHORT) {
                whole.computeIfAbsent(words, w -> new ArrayList<>()).add(offset);
            }
            offset += words.size();
        }
        Label[] labels = new Label[lines.size()];
        Arrays.fill(labels, Label.OTHER);
        List<Found> found = new ArrayList<>();
        // Of all chains that end at or before a place, the one with most words: a tree of prefix maxima.
        int[] best = new int[gold.size() + 3];
        int[] bestAt = new int[gold.size() + 3];
        Arrays.fill(bestAt, -1);
        int most = 0;
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            List<String> words = words(lines.get(i));
            List<Integer> options = options(words, places, whole);
            if (options.isEmpty()) {
                continue;
            }
            labels[i] = Label.UNSURE;
            int start = found.size();
            int[] reached = new int[options.size()];
            for (int o = 0; o < options.size(); o++) {
                int place = options.get(o);
                int before = -1;
                int sum = 0;
                for (int x = place + 1; x > 0; x -= x & -x) {
                    if (best[x] > sum) {
                        sum = best[x];
                        before = bestAt[x];
                    }
                }
                reached[o] = sum + words.size();
                found.add(new Found(i, place, words.size(), before));
                if (reached[o] > most) {
                    most = reached[o];
                    last = start + o;
                }
            }
            for (int o = 0; o < options.size(); o++) {
                int end = Math.min(best.length - 1, options.get(o) + Math.max(1, words.size() / 2) + 1);
                for (int x = end; x < best.length; x += x & -x) {
                    if (reached[o] > best[x]) {
                        best[x] = reached[o];
                        bestAt[x] = start + o;
                    }
                }
            }
        }
        for (int f = last; f >= 0; f = found.get(f).before) {
            labels[found.get(f).line] = Label.TEXT;
        }
        return labels;
    }

    private static List<Integer> options(
            List<String> words, Map<List<String>, List<Integer>> places, Map<List<String>, List<Integer>> whole) {
        if (words.isEmpty()) {
            return List.of();
        }
        if (words.size() < SHORT && whole.containsKey(words)) {
            return whole.get(words);
        }
        int hits = 0;
        List<Integer> options = new ArrayList<>();
        int shingles = words.size() - SHINGLE + 1;
        for (int j = 0; j < shingles; j++) {
            List<Integer> at = places.get(words.subList(j, j + SHINGLE));
            if (at != null) {
                if (hits == 0) {
                    for (int place : at.subList(0, Math.min(PLACES, at.size()))) {
                        options.add(Math.max(0, place - j));
                    }
                }
                hits++;
            }
        }
        return hits * 2 >= shingles && hits > 0 ? options : List.of();
    }

    /** Labels from single parts that must or must not be in the text; all else is unsure. */
    static Label[] labels(List<String> lines, List<String> with, List<String> without) {
        Label[] labels = new Label[lines.size()];
        Arrays.fill(labels, Label.UNSURE);
        List<String> plain = lines.stream().map(Alignment::plain).toList();
        mark(plain, without, Label.OTHER, labels);
        mark(plain, with, Label.TEXT, labels);
        return labels;
    }

    private static void mark(List<String> lines, List<String> parts, Label label, Label[] labels) {
        for (String part : parts) {
            String words = plain(part);
            int only = -1;
            int times = 0;
            for (int i = 0; i < lines.size() && !words.isEmpty(); i++) {
                if (lines.get(i).contains(words)) {
                    only = i;
                    times++;
                    if (label == Label.OTHER) {
                        labels[i] = label;
                    }
                }
            }
            if (label == Label.TEXT && times == 1) {
                labels[only] = label;
            }
        }
    }

    /** Without the marks that no reader sees. */
    static String visible(String text) {
        return INVISIBLE.matcher(text).replaceAll("");
    }

    static String plain(String text) {
        return visible(text).replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}
