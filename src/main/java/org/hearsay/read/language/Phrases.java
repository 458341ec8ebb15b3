package org.hearsay.read.language;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phrases of one or more words, found at a place by the longest match. Filled once, then only read. */
final class Phrases<V> {
    /** A phrase that was found: how many line it takes and what it stands for. */
    record Found<V>(int length, V value) {}

    private final Map<String, V> values = new HashMap<>();
    private int longest = 1;

    void put(String phrase, V value) {
        values.put(phrase, value);
        longest = Math.max(longest, phrase.split(" ").length);
    }

    /** The longest phrase that starts at {@code at}. */
    @Nullable
    Found<V> startingAt(Line line, int at) {
        StringBuilder words = new StringBuilder();
        Found<V> best = null;
        for (int n = 1; n <= longest && at + n <= line.size(); n++) {
            words.append(n == 1 ? "" : " ").append(line.get(at + n - 1).lower());
            V value = values.get(words.toString());
            if (value != null) {
                best = new Found<>(n, value);
            }
        }
        return best;
    }

    /** The longest phrase that ends before {@code end}. */
    @Nullable
    Found<V> endingAt(Line line, int end) {
        String words = "";
        Found<V> best = null;
        for (int n = 1; n <= longest && end - n >= 0; n++) {
            words = line.get(end - n).lower() + (n == 1 ? "" : " " + words);
            V value = values.get(words);
            if (value != null) {
                best = new Found<>(n, value);
            }
        }
        return best;
    }
}
