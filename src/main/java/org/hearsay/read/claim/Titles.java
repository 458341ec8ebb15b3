package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands before a name and is no part of it, and what somebody is by his role. */
final class Titles {
    private static final Set<String> LINKS = Set.of("of", "for", "at", "in", "to", "from", "with", "on", "by");

    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "sir",
            "dame",
            "lord",
            "lady",
            "prof",
            "professor",
            "cllr",
            "coun",
            "cr",
            "councillor",
            "rev",
            "father",
            "sister",
            "brother",
            "fr",
            "br",
            "canon",
            "pastor",
            "mme",
            "mlle",
            "hajiya",
            "alhaji",
            "datuk",
            "encik",
            "puan",
            "shri",
            "smt",
            "mang",
            "mp",
            "sen",
            "rep",
            "gov",
            "gen",
            "lt",
            "col",
            "maj",
            "capt",
            "sgt",
            "insp",
            "judge",
            "justice",
            "brigadier",
            "colonel",
            "captain",
            "sheikh",
            "baroness",
            "president",
            "minister",
            "chancellor");

    private Titles() {}

    static boolean is(String word) {
        return TITLES.contains(word);
    }

    /** The words of a name in lower case, without titles before it and letters behind it ("KC"). */
    static List<String> bare(String name) {
        List<String> words = new ArrayList<>(List.of(name.split("[\\s.]+")));
        words.removeIf(String::isEmpty);
        while (words.size() > 1 && TITLES.contains(words.get(0).toLowerCase(Locale.ROOT))) {
            words.remove(0);
        }
        while (words.size() > 2 && words.get(words.size() - 1).matches("KC|QC|MP|MEP|OBE|MBE|CBE|PhD|MD|Jr|Sr")) {
            words.remove(words.size() - 1);
        }
        words.replaceAll(w -> w.toLowerCase(Locale.ROOT));
        return words;
    }

    /** Whether the role is one of that noun: "spokesman for the ministry" is a spokesman and no ministry. */
    static boolean heads(String role, String noun) {
        String[] words = role.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
        for (int i = 0; i < words.length; i++) {
            if (LINKS.contains(words[i])) {
                return false;
            }
            boolean head = i + 1 == words.length || LINKS.contains(words[i + 1]) || words[i + 1].equals("and");
            if (words[i].equals(noun) && head) {
                return true;
            }
        }
        return false;
    }

    /** Whether the role has every word between two tokens, of what the noun is called. */
    static boolean has(String role, Line line, int from, int to) {
        List<String> words = List.of(role.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
        for (int k = from; k < to; k++) {
            if (!words.contains(line.word(k)) && !line.is(k, "new", "then")) {
                return false;
            }
        }
        return true;
    }
}
