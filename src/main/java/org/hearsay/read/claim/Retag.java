package org.hearsay.read.claim;

import java.util.Optional;
import java.util.Set;

/** Mends in a sentence what a part-of-speech tagger gets wrong again and again, where the neighbours leave no doubt. */
final class Retag {
    private static final Set<String> SAYING = Set.of("said", "says", "told");
    /** Behind a plural and before the stop they are verbs: ", customs figures show." */
    private static final Set<String> REPORTING = Set.of(
            "show",
            "say",
            "suggest",
            "indicate",
            "reveal",
            "believe",
            "report",
            "write",
            "argue",
            "claim",
            "estimate",
            "warn");
    /** Past forms that are nothing else behind a noun. */
    private static final Set<String> PAST = Set.of(
            "shrank",
            "sank",
            "sprang",
            "sang",
            "froze",
            "swore",
            "tore",
            "wore",
            "shook",
            "stole",
            "forgot",
            "hid",
            "fled",
            "drank",
            "overtook",
            "withdrew",
            "understood",
            "slid",
            "leapt",
            "swung",
            "stuck",
            "struck",
            "laid",
            "forbade");
    /** Adjectives that are persons where no noun follows them: "one official said". */
    private static final Set<String> PERSONS = Set.of(
            "official", "executive", "representative", "expert", "conservative", "liberal", "professional", "elder");

    private static final Set<String> MODALS = Set.of("would", "will", "could", "should", "might", "must", "may", "can");
    private static final Set<String> QUANTIFIERS = Set.of("all", "both", "half", "such", "many", "no", "only", "not");
    private static final Set<String> BE = Set.of("is", "are", "was", "were", "been");

    private Retag() {}

    /**
     * @param words in lower case
     * @param tags changed in place
     * @param mentions index of the name that each word belongs to, -1 for none
     */
    static void mend(String[] words, String[] tags, int[] mentions, Lexicon lexicon) {
        boolean verb = false;
        for (int i = 0; i < words.length; i++) {
            String next = i + 1 < words.length ? tags[i + 1] : "";
            if (SAYING.contains(words[i]) && mentions[i] < 0 && i > 0) {
                tags[i] = "VERB";
            } else if (tags[i].equals("PUNCT") && words[i].length() > 2 && Character.isLetter(words[i].charAt(0))) {
                tags[i] = words[i].indexOf('-') > 0 ? "ADJ" : "NOUN";
            } else if (tags[i].equals("ADJ")
                    && PERSONS.contains(words[i])
                    && !Set.of("NOUN", "ADJ", "PROPN").contains(next)) {
                tags[i] = "NOUN";
            } else if (PAST.contains(words[i])
                    && i > 0
                    && Set.of("NOUN", "PROPN", "PRON").contains(tags[i - 1])) {
                tags[i] = "VERB";
            } else if (REPORTING.contains(words[i])
                    && next.equals("PUNCT")
                    && words[i + 1].equals(".")
                    && i > 1
                    && words[i - 1].endsWith("s")) {
                tags[i] = "VERB";
                tags[i - 1] = tags[i - 1].equals("VERB") ? "NOUN" : tags[i - 1];
            } else if (words[i].equals("one")
                    && tags[i].equals("PRON")
                    && Set.of("NOUN", "ADJ").contains(next)) {
                tags[i] = "NUM";
            }
            neighbours(words, tags, mentions, i, lexicon);
            verb |= finite(words, tags, i);
        }
        if (!verb && words.length > 4 && words[words.length - 1].equals(".")) {
            verbless(words, tags, mentions);
        }
    }

    /** What two or three words in a row leave no doubt about. */
    private static void neighbours(String[] words, String[] tags, int[] mentions, int i, Lexicon lexicon) {
        String next = i + 1 < words.length ? words[i + 1] : "";
        String nextTag = i + 1 < words.length ? tags[i + 1] : "";
        String before = i > 0 ? words[i - 1] : "";
        String beforeTag = i > 0 ? tags[i - 1] : "";
        boolean said = before.equals("said") || before.equals("says");
        if (words[i].equals("\u00a3") || words[i].equals("\u20ac") || words[i].equals("$")) {
            tags[i] = "SYM";
        } else if (words[i].equals("n't") || words[i].equals("not")) {
            tags[i] = "PART";
        } else if (tags[i].equals("ADP")
                && words[i].length() > 3
                && lexicon.speaker(words[i]).isPresent()) {
            tags[i] = "NOUN"; // "union president"
        } else if (words[i].equals("pay")
                && nextTag.equals("NOUN")
                && Set.of("'s", "a", "an", "the", "its", "their", "new", "final")
                        .contains(before)) {
            tags[i] = "NOUN"; // "the state's pay offer"
        } else if (words[i].equals("both") && tags[i].equals("CCONJ") && nextTag.equals("NOUN")) {
            tags[i] = "DET";
        } else if (words[i].equals("close") && next.equals("to") && beforeTag.equals("NOUN")) {
            tags[i] = "ADJ";
        } else if (tags[i].equals("VERB") && said && nextTag.equals("NOUN") && !words[i].endsWith("ed")) {
            tags[i] = "ADJ"; // "said lead author Jane Smith"
        } else if (tags[i].equals("VERB")
                && MODALS.contains(next)
                && !words[i].endsWith("ed")
                && i > 0
                && mentions[i] < 0) {
            tags[i] = "NOUN"; // "said fares would not rise"
        } else if (words[i].equals("to")
                && (nextTag.equals("ADJ") || nextTag.equals("NOUN"))
                && toVerb(words, i, mentions, lexicon)) {
            tags[i] = "PART";
            tags[i + 1] = "VERB"; // "has offered to freeze prices"
        } else if (nextTag.equals("DET")
                && tags[i].equals("ADJ")
                && mentions[i] < 0
                && i > 0
                && (before.equals("and") || before.equals(",") || before.equals("to"))
                && !words[i].endsWith("ed")
                && !QUANTIFIERS.contains(words[i])) {
            tags[i] = "VERB"; // "and open the line"
        } else if (tags[i].equals("ADJ")
                && (next.equals("to") || next.equals("that"))
                && BE.contains(before)
                && lexicon.verbOfForm(words[i]).isPresent()) {
            tags[i] = "VERB";
        } else if (tags[i].equals("ADJ") && words[i].equals("understood") && BE.contains(before)) {
            tags[i] = "VERB";
        } else if (i == 0
                && tags[i].equals("PROPN")
                && mentions[i] < 0
                && words[i].endsWith("s")
                && !nextTag.equals("PROPN")) {
            tags[i] = "NOUN"; // a capital at the sentence's start names nobody
        } else if (!tags[i].equals("VERB")
                && mentions[i] < 0
                && i > 0
                && mentions[i - 1] >= 0
                && words[i].endsWith("s")
                && lexicon.verbOfForm(words[i]).isPresent()
                && Set.of("that", "why", "whether", "how", ".").contains(next)) {
            tags[i] = "VERB"; // "Opposition leader Jane Smith asks why"
        }
    }

    private static boolean toVerb(String[] words, int to, int[] mentions, Lexicon lexicon) {
        Optional<Cue> cue = to > 0 ? lexicon.verbOfForm(words[to - 1]).flatMap(lexicon::verb) : Optional.empty();
        boolean takes =
                cue.isPresent() && (cue.get().takes(Cue.Frame.TO) || cue.get().takes(Cue.Frame.PASSIVE));
        return takes
                && mentions[to + 1] < 0
                && Character.isLetter(words[to + 1].charAt(0))
                && !words[to + 1].endsWith("s")
                && !words[to + 1].endsWith("ing");
    }

    private static boolean finite(String[] words, String[] tags, int i) {
        boolean to = i > 0 && words[i - 1].equals("to");
        return tags[i].equals("AUX") || tags[i].equals("VERB") && !to && !words[i].endsWith("ing");
    }

    /** "China accounts for 60% of it.": a whole sentence has a verb, and behind its first name stands what looks like a plural. */
    private static void verbless(String[] words, String[] tags, int[] mentions) {
        for (int i = 1; i + 1 < words.length; i++) {
            boolean open = Set.of("ADP", "DET", "NUM", "SYM", "ADV", "ADJ").contains(tags[i + 1]);
            boolean counts = Set.of("NUM", "SYM", "DET").contains(tags[i + 1]);
            boolean subject =
                    mentions[i - 1] >= 0 && open || tags[i - 1].equals("NOUN") && !words[i - 1].endsWith("s") && counts;
            if (tags[i].equals("NOUN") && words[i].endsWith("s") && mentions[i] < 0 && subject) {
                tags[i] = "VERB";
                return;
            }
        }
    }
}
