package org.hearsay.read.language;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bodies of one article by their names: "Acme" is Acme Motors Corp. where no other Acme is named, and "ECB" is the
 * European Central Bank where its letters are that name's and no other's. Filled once, then only read.
 */
final class BodyNames {
    /** Forms of law that say nothing of who it is, so that they are left out of an id. */
    private static final Set<String> LEGAL = Set.of(
            "Inc.",
            "Inc",
            "Corp.",
            "Corp",
            "Co.",
            "Co",
            "Cos.",
            "Ltd.",
            "Ltd",
            "Plc",
            "PLC",
            "plc",
            "AG",
            "SA",
            "S.A.",
            "NV",
            "N.V.",
            "SE",
            "SpA",
            "S.p.A.",
            "GmbH",
            "LLC",
            "L.L.C.",
            "LLP",
            "LP",
            "L.P.",
            "ASA",
            "AB",
            "Oyj",
            "Corporation",
            "Incorporated",
            "&",
            ",");

    /** What a body is called beside its name: the forms of law, and words that may be part of who it is. */
    private static final Set<String> FORMS = Stream.concat(
                    LEGAL.stream(), Stream.of("Company", "Limited", "Group", "Holdings"))
            .collect(Collectors.toUnmodifiableSet());

    private final NavigableSet<String> bodies = new TreeSet<>();
    private final Map<String, Set<String>> byLetters = new TreeMap<>();
    private final Map<String, String> told;
    private final Map<String, String> answers = new HashMap<>();

    /** @param told from acronyms to the names beside which they stand in brackets */
    BodyNames(Collection<String> names, Map<String, String> told) {
        this.told = Map.copyOf(told);
        bodies.addAll(names);
        for (String body : bodies) {
            if (body.indexOf(' ') > 0) {
                initials(body)
                        .forEach(letters -> byLetters
                                .computeIfAbsent(letters, l -> new TreeSet<>())
                                .add(withoutForm(body, LEGAL)));
            }
        }
    }

    /** The name of the body meant, the name itself where that is not sure. */
    String of(String name) {
        return answers.computeIfAbsent(name, this::found);
    }

    private String found(String name) {
        String beside = told.get(name);
        if (beside != null) {
            return beside;
        }
        String letters = name.replace(".", "");
        boolean acronym =
                letters.length() > 2 && letters.indexOf(' ') < 0 && letters.equals(letters.toUpperCase(Locale.ROOT));
        Set<String> spelled = acronym ? byLetters.getOrDefault(letters, Set.of()) : Set.of();
        if (spelled.size() == 1) {
            return spelled.iterator().next();
        }
        List<String> longer = bodies.tailSet(name + " ").stream()
                .takeWhile(body -> body.startsWith(name + " "))
                .filter(body -> isShortFor(name, body))
                .toList();
        // Of "Acme", "Acme Motors" and "Acme Motors Corp." the last two are one; "Acme" alone could be either of two.
        boolean sure =
                longer.stream().map(body -> withoutForm(body, FORMS)).distinct().count() == 1;
        return sure ? longer.get(0) : name;
    }

    private static boolean isShortFor(String name, String body) {
        return withoutForm(body, FORMS).equals(name)
                || name.indexOf(' ') < 0 && name.length() > 3 && isProper(body.substring(name.length() + 1));
    }

    /** "Lockheed" is short for "Lockheed Martin", but "Bank" or "Ministry" is short for nothing that follows "of". */
    private static boolean isProper(String rest) {
        return !rest.startsWith("of ") && !rest.startsWith("for ") && Character.isUpperCase(rest.charAt(0));
    }

    /** As it is called everywhere: "Acme Corp." and "Acme" are one across articles. */
    static String plain(String body) {
        return withoutForm(body.startsWith("The ") ? body.substring(4) : body, LEGAL);
    }

    private static String withoutForm(String body, Set<String> forms) {
        String[] words = body.split(" ");
        int end = words.length;
        while (end > 1 && forms.contains(words[end - 1])) {
            end--;
        }
        return String.join(" ", Arrays.copyOf(words, end));
    }

    static boolean isInitials(String acronym, String full) {
        return initials(full).contains(acronym.replace(".", ""));
    }

    /** The first letters of all its words, and of those with a capital. */
    private static Set<String> initials(String full) {
        StringBuilder all = new StringBuilder();
        StringBuilder capitals = new StringBuilder();
        for (String word : full.split("[ -]")) {
            if (!word.isEmpty()) {
                all.append(Character.toUpperCase(word.charAt(0)));
                capitals.append(Character.isUpperCase(word.charAt(0)) ? word.substring(0, 1) : "");
            }
        }
        return new TreeSet<>(List.of(all.toString(), capitals.toString()));
    }
}
