package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The people of one article by their names: which forms stand for one of them. "Putin" is Vladimir Putin where one Putin
 * is named whole, "Vladimir V. Putin" and "V. Putin" are he, and what fits two people is neither. Filled once, then only
 * read.
 */
final class PersonNames {
    private static final Set<String> SUFFIXES = Set.of("Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV");
    /** Full names of one surname; a page with more is a directory, in which a surname says nothing anyway. */
    private static final int COMPARED = 40;

    /** From a full name to the form of it that stands for the person. */
    private final Map<String, String> people = new HashMap<>();

    private final Map<String, Set<String>> bySurname = new HashMap<>();
    private final Map<String, Set<String>> byOtherName = new HashMap<>();
    private final Map<String, Set<String>> shouted = new HashMap<>();

    /** @param names the names of more than one word */
    PersonNames(Collection<String> names) {
        Map<String, Set<String>> families = new HashMap<>();
        for (String name : names) {
            String plain = plain(name);
            families.computeIfAbsent(surname(plain), s -> new TreeSet<>()).add(plain);
        }
        families.forEach((surname, family) -> family.forEach(name -> people.put(name, person(name, family))));
        people.forEach((name, person) -> {
            String[] words = name.split(" ");
            put(bySurname, words[words.length - 1], person);
            for (int i = 0; i < words.length - 1; i++) {
                put(byOtherName, words[i], person);
            }
            put(shouted, name.toUpperCase(Locale.ROOT), person);
            put(shouted, words[words.length - 1].toUpperCase(Locale.ROOT), person);
        });
    }

    private static void put(Map<String, Set<String>> names, String key, String person) {
        names.computeIfAbsent(key, k -> new TreeSet<>()).add(person);
    }

    /** The name of the person meant, the name itself where that is not sure. */
    String of(String name) {
        String plain = plain(name);
        boolean caps = name.length() > 3 && name.equals(name.toUpperCase(Locale.ROOT));
        if (caps && shouted.containsKey(name)) {
            // A headline in capitals: the name as written elsewhere goes before it.
            List<String> written = shouted.get(name).stream()
                    .filter(person -> !person.equals(person.toUpperCase(Locale.ROOT)))
                    .toList();
            if (written.size() == 1) {
                return written.get(0);
            }
        }
        if (plain.indexOf(' ') > 0) {
            return people.getOrDefault(plain, plain);
        }
        Set<String> found = bySurname.getOrDefault(plain, byOtherName.getOrDefault(plain, Set.of()));
        return found.size() == 1 ? found.iterator().next() : plain;
    }

    /** Of a family's forms the one that stands for the same person as {@code name}. */
    private static String person(String name, Set<String> family) {
        if (family.size() > COMPARED) {
            return name;
        }
        List<String> longer = new ArrayList<>();
        List<String> shorter = new ArrayList<>();
        for (String other : family) {
            if (isShortFor(name, other)) {
                longer.add(other);
            } else if (isShortFor(other, name)) {
                shorter.add(other);
            }
        }
        if (longer.size() > 1) {
            return name;
        }
        String whole = longer.isEmpty() ? name : longer.get(0);
        boolean alone = longer.isEmpty()
                ? shorter.size() == 1
                : family.stream().filter(other -> isShortFor(other, whole)).count() == 1;
        String brief = longer.isEmpty() ? (shorter.isEmpty() ? name : shorter.get(0)) : name;
        // The first name and the last are what others write too; a form without the first name is no such form.
        boolean sameFirst = brief.split(" ")[0].equals(whole.split(" ")[0]);
        return alone && sameFirst ? brief : whole;
    }

    /** Whether the words of {@code brief} are some of those of {@code whole} in their order, initials counted as names. */
    private static boolean isShortFor(String brief, String whole) {
        if (brief.equals(whole)) {
            return false;
        }
        String[] some = brief.split(" ");
        String[] all = whole.split(" ");
        int at = 0;
        boolean exact = true;
        for (String word : some) {
            while (at < all.length && !all[at].equals(word) && !isInitial(word, all[at])) {
                at++;
            }
            if (at == all.length) {
                return false;
            }
            exact &= all[at].equals(word);
            at++;
        }
        return at == all.length && (some.length < all.length || !exact);
    }

    private static boolean isInitial(String word, String name) {
        return word.length() == 2 && word.charAt(1) == '.' && name.length() > 2 && name.charAt(0) == word.charAt(0);
    }

    static String surname(String name) {
        String[] words = plain(name).split(" ");
        return words[words.length - 1];
    }

    /** Without a middle initial and without "Jr.": "Vladimir V. Putin" and "Vladimir Putin" are one. */
    static String plain(String name) {
        String[] words = name.split(" ");
        int end = words.length;
        while (end > 1 && (SUFFIXES.contains(words[end - 1]) || words[end - 1].equals(","))) {
            end--;
        }
        StringBuilder kept = new StringBuilder();
        for (String word : Arrays.asList(words).subList(0, end)) {
            boolean middle = !kept.isEmpty() && word.length() == 2 && word.endsWith(".");
            if (!middle && !word.equals(",")) {
                kept.append(kept.isEmpty() ? "" : " ").append(word);
            }
        }
        return kept.toString();
    }
}
