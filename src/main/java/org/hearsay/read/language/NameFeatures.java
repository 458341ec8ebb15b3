package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the name model sees of a word: the word and its neighbours, its shape, its ends, clusters, listed names, the run of
 * capitals it stands in, and the outcome before it. Training and reading call the same code. Immutable.
 *
 * <pre>{@code
 * String[][] seen = features.of(words);              // each has a weight for every outcome
 * String[] pairs = features.pairs(i, words);         // each has one for every pair of outcomes, the one before and this
 * }</pre>
 */
public final class NameFeatures {
    private final WordKnowledge knowledge;

    public NameFeatures(WordKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** For each word of a sentence the features that do not depend on what was decided before it. */
    public String[][] of(String[] words) {
        int n = words.length;
        String[] lower = new String[n];
        String[] shapes = new String[n];
        String[] clusters = new String[n];
        int capitals = 0;
        int small = 0;
        int caps = 0;
        for (int i = 0; i < n; i++) {
            lower[i] = words[i].toLowerCase(Locale.ROOT);
            shapes[i] = shape(words[i]);
            String cluster = knowledge.cluster(words[i]);
            clusters[i] = cluster == null ? "" : cluster;
            char c = words[i].charAt(0);
            capitals += Character.isUpperCase(c) ? 1 : 0;
            small += Character.isLowerCase(c) && words[i].length() > 3 ? 1 : 0;
            caps += words[i].length() > 1 && shapes[i].equals("A") ? 1 : 0;
        }
        // In a headline capitals say little, in a line of capitals nothing.
        String line = caps > 3 && caps * 10 > capitals * 8 && small == 0
                ? "C"
                : capitals > 3 && small * 4 < capitals ? "T" : "";
        List<List<String>> listed = knowledge.listed(words);
        String[][] features = new String[n][];
        for (int i = 0; i < n; i++) {
            features[i] = of(i, words, lower, shapes, clusters, listed, line).toArray(String[]::new);
        }
        return features;
    }

    private List<String> of(
            int i,
            String[] words,
            String[] lower,
            String[] shapes,
            String[] clusters,
            List<List<String>> listed,
            String line) {
        List<String> f = new ArrayList<>(64);
        int n = words.length;
        String w = lower[i];
        String before = i > 0 ? lower[i - 1] : "<";
        String after = i + 1 < n ? lower[i + 1] : ">";
        String s = shapes[i] + line;
        String sBefore = i > 0 ? shapes[i - 1] : "<";
        String sAfter = i + 1 < n ? shapes[i + 1] : ">";
        f.add("w" + w);
        f.add("W" + words[i]);
        f.add("x" + before);
        f.add("y" + after);
        f.add("X" + (i > 1 ? lower[i - 2] : "<"));
        f.add("Y" + (i + 2 < n ? lower[i + 2] : ">"));
        f.add("p" + before + ' ' + w);
        f.add("q" + w + ' ' + after);
        f.add("s" + s);
        f.add("t" + sBefore + ' ' + s);
        f.add("u" + s + ' ' + sAfter);
        f.add("v" + sBefore + ' ' + s + ' ' + sAfter);
        f.add("x" + before + '|' + s);
        f.add("y" + after + '|' + s);
        if (w.length() > 2) {
            f.add("2" + w.substring(w.length() - 2));
            f.add("3" + w.substring(w.length() - 3));
            f.add("4" + w.substring(0, 3));
        }
        if (w.length() > 4) {
            f.add("5" + w.substring(w.length() - 4));
            f.add("6" + w.substring(0, 4));
        }
        String c = clusters[i];
        cluster("c", c, f);
        cluster("d", i > 0 ? clusters[i - 1] : "", f);
        cluster("e", i + 1 < n ? clusters[i + 1] : "", f);
        if (i > 1) {
            f.add("D" + cut(clusters[i - 2], 6));
        }
        if (i + 2 < n) {
            f.add("E" + cut(clusters[i + 2], 6));
        }
        if (i > 0) {
            f.add("g" + cut(clusters[i - 1], 8) + '|' + cut(c, 8));
        }
        if (i + 1 < n) {
            f.add("h" + cut(c, 8) + '|' + cut(clusters[i + 1], 8));
        }
        for (String kind : listed.get(i)) {
            f.add("l" + kind);
            f.add("l" + kind + '|' + s);
        }
        if (i > 0) {
            listed.get(i - 1).forEach(kind -> f.add("m" + kind));
        }
        if (i + 1 < n) {
            listed.get(i + 1).forEach(kind -> f.add("n" + kind));
        }
        boolean first = i == 0 || i == 1 && !Character.isLetterOrDigit(words[0].charAt(0));
        if (first && Character.isUpperCase(words[i].charAt(0))) {
            String smallCluster = knowledge.clusterAsWritten(w);
            f.add("i" + (smallCluster == null ? "-" : cut(smallCluster, 8)) + '|' + shapes[i]);
            f.add("I" + (knowledge.clusterAsWritten(words[i]) == null ? "0" : "1")
                    + (smallCluster == null ? "0" : "1"));
        }
        run(i, words, lower, clusters, f);
        return f;
    }

    private static void cluster(String name, String cluster, List<String> f) {
        if (cluster.isEmpty()) {
            f.add(name);
            return;
        }
        f.add(name + '4' + cut(cluster, 4));
        f.add(name + '7' + cut(cluster, 7));
        f.add(name + '*' + cluster);
    }

    /** The run of capitals around a word: its last word tells a party from a person, what stands around it tells more. */
    private static void run(int i, String[] words, String[] lower, String[] clusters, List<String> f) {
        if (!Character.isUpperCase(words[i].charAt(0))) {
            return;
        }
        int start = i;
        while (start > 0 && i - start < 6 && isCapital(words[start - 1])) {
            start--;
        }
        int end = i + 1;
        while (end < words.length && end - i < 6 && isCapital(words[end])) {
            end++;
        }
        f.add("z" + lower[end - 1] + (end - 1 == i ? '=' : '+'));
        f.add("Z" + cut(clusters[end - 1], 8) + (end - 1 == i ? '=' : '+'));
        f.add("k" + lower[start] + (start == i ? '=' : '-'));
        f.add("K" + cut(clusters[start], 8) + (start == i ? '=' : '-'));
        f.add("j" + (start > 0 ? lower[start - 1] : "<"));
        f.add("J" + (end < words.length ? lower[end] : ">"));
        f.add("r" + Math.min(4, end - start) + (start == i ? "s" : "") + (end - 1 == i ? "e" : ""));
        if (start > 0) {
            f.add("R" + cut(clusters[start - 1], 8));
        }
        if (end < words.length) {
            f.add("Q" + cut(clusters[end], 8));
        }
    }

    private static boolean isCapital(String word) {
        return Character.isUpperCase(word.charAt(0));
    }

    private static String cut(String cluster, int bits) {
        return cluster.length() <= bits ? cluster : cluster.substring(0, bits);
    }

    /** What is weighed together with the outcome of the word before: nothing more, its shape, the word, its cluster. */
    public String[] pairs(int i, String[] words) {
        String cluster = knowledge.cluster(words[i]);
        return new String[] {
            "o",
            "s" + shape(words[i]),
            "w" + words[i].toLowerCase(Locale.ROOT),
            "c" + (cluster == null ? "" : cut(cluster, 7))
        };
    }

    /** "Aa", "A", "a", "0", "A.", "a-a": letters of one kind in a row count once. */
    static String shape(String word) {
        StringBuilder shape = new StringBuilder(8);
        char last = 0;
        for (int i = 0; i < word.length() && shape.length() < 8; i++) {
            char c = word.charAt(i);
            char kind = Character.isUpperCase(c) ? 'A' : Character.isLetter(c) ? 'a' : Character.isDigit(c) ? '0' : c;
            if (kind != last) {
                shape.append(kind);
            }
            last = kind;
        }
        return word.length() == 1 && last == 'A' ? "A1" : shape.toString();
    }
}
