package org.hearsay.read.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that exclude each other, and words that mean nearly the same, from the lists {@code lang/en}. */
final class Antonyms {
    private static final Map<String, Set<String>> OPPOSITES = opposites();
    private static final Map<String, Set<String>> ALIKE = alike();

    private Antonyms() {}

    /** How many words of one side have an opposite on the other. */
    static int between(Set<String> some, Set<String> others) {
        return count(OPPOSITES, some, others);
    }

    /** How many words of one side have another word for it on the other. */
    static int alike(Set<String> some, Set<String> others) {
        return count(ALIKE, some, others);
    }

    private static int count(Map<String, Set<String>> of, Set<String> some, Set<String> others) {
        int n = 0;
        for (String word : some) {
            n += of.getOrDefault(word, Set.of()).stream().anyMatch(others::contains) ? 1 : 0;
        }
        return n;
    }

    private static Map<String, Set<String>> opposites() {
        Map<String, Set<String>> all = new HashMap<>();
        for (String line : WordLists.lines("opposites.txt")) {
            String[] sides = line.split(" / ");
            for (String one : sides[0].split(" ")) {
                for (String other : sides[1].split(" ")) {
                    all.computeIfAbsent(one, k -> new HashSet<>()).add(other);
                    all.computeIfAbsent(other, k -> new HashSet<>()).add(one);
                }
            }
        }
        return all;
    }

    private static Map<String, Set<String>> alike() {
        Map<String, Set<String>> all = new HashMap<>();
        for (String line : WordLists.lines("alike.txt")) {
            List<String> words = List.of(line.split(" "));
            words.forEach(
                    word -> all.computeIfAbsent(word, k -> new HashSet<>()).addAll(words));
        }
        return all;
    }
}
