package org.hearsay.read.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mends what the tagger, trained on web pages, gets wrong in news: "prices rose" holds no rose. Immutable. */
final class Tags {
    private static final Set<String> SUBJECTS = Set.of("NOUN", "PROPN", "PRON");

    /** All prepositions of English that are long and end in "s"; the tagger takes unknown plurals for more of them. */
    private static final Set<String> LONG_PREPOSITIONS =
            Set.of("across", "besides", "towards", "upwards", "downwards", "versus", "regardless", "outwards");

    /** Nouns right after a share, as in "a 3% rise in output". */
    private static final Set<String> CHANGES =
            Set.of("rise", "fall", "cut", "drop", "increase", "decline", "jump", "gain", "rebate", "discount");

    private final Set<String> verbs = new HashSet<>();
    private final Map<String, Set<String>> verbsBefore = new HashMap<>();

    Tags() {
        for (List<String> row : Lexicon.rows("verbs.txt")) {
            if (row.size() > 1) {
                verbsBefore.put(row.get(0), Set.of(row.get(1).split(" ")));
            } else {
                verbs.add(row.get(0));
            }
        }
    }

    /** The tags, mended in place. */
    String[] mended(String[] words, String[] tags) {
        boolean running = isRunning(words);
        for (int i = 0; i < words.length; i++) {
            tags[i] = possible(words[i], tags[i]);
            if (running && i > 0 && tags[i].equals("VERB") && isCapitalWord(words[i]) && goesOn(words[i - 1])) {
                tags[i] = "PROPN";
            }
            if (i > 1 && CHANGES.contains(words[i]) && isPercent(words[i - 1])) {
                tags[i] = "NOUN";
            }
            boolean mistaken = tags[i].equals("NOUN") || tags[i].equals("PROPN") || tags[i].equals("ADJ");
            if (i == 0 || !mistaken) {
                continue;
            }
            if (verbs.contains(words[i]) && tags[i - 1].equals("VERB") && words[i - 1].endsWith("s")) {
                // "Uralredmet shares fell": of two verbs in a row the first was the noun.
                tags[i - 1] = "NOUN";
            }
            boolean follows = SUBJECTS.contains(tags[i - 1]);
            boolean apart = follows || words[i - 1].equals(",") || words[i - 1].equals("and");
            if (verbs.contains(words[i]) && (follows || isSpeech(words[i]) && tags[i - 1].equals("ADJ"))
                    || apart && i + 1 < words.length && isVerbBefore(words[i], words[i + 1])) {
                tags[i] = "VERB";
            }
        }
        return tags;
    }

    private boolean isVerbBefore(String word, String next) {
        return verbsBefore.getOrDefault(word, Set.of()).contains(next);
    }

    private static boolean isPercent(String word) {
        return word.equals("%") || word.equals("percent") || word.equals("cent");
    }

    /** "its chief executive said": an adjective may stand for the speaker. */
    private static boolean isSpeech(String word) {
        return word.equals("said") || word.equals("says");
    }

    /** Tags that a word cannot have, replaced: joined ones by their first, marks and prepositions that are words. */
    private static String possible(String word, String tag) {
        int plus = tag.indexOf('+');
        if (plus > 0) {
            return tag.substring(0, plus);
        }
        if (tag.equals("ADV") && (word.equals("Output") || word.equals("output"))) {
            return "NOUN";
        }
        if (word.equals("'s") && tag.equals("PUNCT")) {
            return "PART";
        }
        if (tag.equals("PUNCT") && word.length() > 1 && Character.isLetter(word.charAt(0))) {
            return word.indexOf('-') > 0 ? "ADJ" : "NOUN";
        }
        boolean plural = tag.equals("ADP") && word.length() > 5 && word.endsWith("s");
        return plural && !LONG_PREPOSITIONS.contains(word) && Character.isLowerCase(word.charAt(0)) ? "NOUN" : tag;
    }

    /** Whether capitals mean names here: most words have none. */
    private static boolean isRunning(String[] words) {
        int letters = 0;
        int small = 0;
        for (String word : words) {
            letters += Character.isLetter(word.charAt(0)) ? 1 : 0;
            small += Character.isLowerCase(word.charAt(0)) ? 1 : 0;
        }
        return small * 2 > letters;
    }

    private static boolean isCapitalWord(String word) {
        return word.length() > 2
                && Character.isUpperCase(word.charAt(0))
                && word.chars().skip(1).allMatch(Character::isLowerCase);
    }

    /** Whether the word before is one of the same clause, so that a capital after it is no beginning. */
    private static boolean goesOn(String before) {
        return Character.isLowerCase(before.charAt(0)) || before.equals(",");
    }
}
