package org.hearsay.read.claim;

import java.util.Set;

/**
 * Gives a sentence back the verbs that the tagger took for nouns: "the settlement bars the company", "would close the
 * grounds, oblige trawlers to carry cameras and exempt small boats", "offered on Friday to refund 30 million". Without
 * them a clause has no verb, its subject swallows it, and a list of acts falls apart.
 */
final class LostVerbs {
    private static final Set<String> MODALS =
            Set.of("would", "will", "could", "should", "might", "must", "may", "can", "shall", "'ll", "'d");
    private static final Set<String> DETERMINERS = Set.of(
            "the", "a", "an", "its", "his", "her", "their", "any", "all", "no", "every", "each", "both", "our", "it",
            "them", "him");
    /** "from page 3 to page 5" names a place in a row. */
    private static final Set<String> NUMBERED = Set.of(
            "page", "number", "level", "grade", "chapter", "section", "article", "day", "week", "year", "age", "phase",
            "stage", "line", "route", "room", "june", "july", "may", "march");

    private static final Set<String> PARTICLES = Set.of("over", "off", "out", "up", "back", "down", "away");

    private static final Set<String> PREPOSITIONS = Set.of(
            "across",
            "against",
            "alongside",
            "amidst",
            "amongst",
            "around",
            "barring",
            "before",
            "behind",
            "beneath",
            "beside",
            "besides",
            "between",
            "beyond",
            "concerning",
            "considering",
            "despite",
            "during",
            "except",
            "excluding",
            "following",
            "including",
            "inside",
            "notwithstanding",
            "opposite",
            "outside",
            "regarding",
            "throughout",
            "through",
            "toward",
            "towards",
            "underneath",
            "unlike",
            "versus",
            "within",
            "without",
            "according",
            "because",
            "instead",
            "together",
            "whether",
            "although",
            "though",
            "unless");

    private final String[] words;
    private final String[] tags;
    private final int[] mentions;
    private final Lexicon lexicon;

    private LostVerbs(String[] words, String[] tags, int[] mentions, Lexicon lexicon) {
        this.words = words;
        this.tags = tags;
        this.mentions = mentions;
        this.lexicon = lexicon;
    }

    /**
     * @param words in lower case
     * @param tags changed in place
     * @param mentions index of the name that each word belongs to, -1 for none
     */
    static void find(String[] words, String[] tags, int[] mentions, Lexicon lexicon) {
        LostVerbs lost = new LostVerbs(words, tags, mentions, lexicon);
        boolean bare = false;
        boolean third = false;
        for (int i = 0; i < words.length; i++) {
            if (i == 0
                    && tags[i].equals("VERB")
                    && words[i].endsWith("s")
                    && lost.tag(1).equals("ADP")) {
                tags[i] = "NOUN"; // "Shares in the firm closed higher"
            } else if (lost.pointed(i)) {
                tags[i - 1] = "DET";
                tags[i] = "NOUN";
            } else if (tags[i].equals("AUX") && words[i].length() > 4 && words[i].endsWith("ed")) {
                tags[i] = "VERB"; // "has vowed never to return"
            } else if (tags[i].equals("ADP") && lost.noPreposition(i)) {
                tags[i] = "NOUN"; // "its takeover bid"
            } else if (lost.mistaken(i)) {
                boolean found = lost.infinitive(i)
                        || bare && lost.nextBare(i)
                        || lost.plain(i)
                        || third && lost.nextThird(i)
                        || lost.only(i);
                tags[i] = found ? "VERB" : tags[i];
            }
            bare |= MODALS.contains(words[i])
                    || words[i].equals("to") && lost.tag(i + 1).equals("VERB");
            third |= tags[i].equals("VERB") && words[i].endsWith("s") && !words[i].endsWith("ss");
        }
    }

    private boolean noPreposition(int i) {
        return words[i].length() > 5
                && !PREPOSITIONS.contains(words[i])
                && Character.isLetter(words[i].charAt(0))
                && (tag(i - 1).equals("DET")
                        || tag(i - 1).equals("ADJ")
                        || tag(i - 1).equals("PRON"))
                && tag(i + 1).equals("NOUN");
    }

    /** "rejected that offer by …": no clause, though "that" may open one. */
    private boolean pointed(int i) {
        return i > 1
                && tags[i].equals("VERB")
                && words[i - 1].equals("that")
                && tags[i - 2].equals("VERB")
                && lexicon.actOfNoun(words[i]).isPresent()
                && Set.of("ADP", "PUNCT", "AUX", "ADV", "").contains(tag(i + 1));
    }

    private boolean mistaken(int i) {
        boolean noun =
                tags[i].equals("NOUN") || tags[i].equals("PROPN") || tags[i].equals("ADJ") || tags[i].equals("X");
        return noun && i > 0 && mentions[i] < 0 && words[i].length() > 2 && Character.isLetter(words[i].charAt(0));
    }

    /** "the ministry foresees", "it allows", "which enters". */
    private boolean plain(int i) {
        boolean subject = tag(i - 1).equals("NOUN")
                || tag(i - 1).equals("PROPN")
                || tag(i - 1).equals("PRON") && !DETERMINERS.contains(words[i - 1])
                || Set.of("it", "also", "still", "now", "never", "which", "that", "who")
                        .contains(words[i - 1])
                || joined(i);
        return subject && lexicon.isPlainVerb(third(words[i]));
    }

    /** "to refund 30 million": a bare noun stands neither between "to" and an article nor between "to" and a number. */
    private boolean infinitive(int i) {
        boolean to = words[i - 1].equals("to") && tags[i].equals("NOUN") && !words[i].endsWith("s");
        boolean object = DETERMINERS.contains(word(i + 1)) || tag(i + 1).equals("SYM");
        boolean counted = tag(i + 1).equals("NUM") && !NUMBERED.contains(words[i]);
        return to && (object || counted) && !words[i].endsWith("ing");
    }

    /** "would close …, oblige … and exempt …". */
    private boolean nextBare(int i) {
        boolean form = !words[i].endsWith("s") && !words[i].endsWith("ing") && !words[i].endsWith("ed");
        if (!joined(i) || !form) {
            return false;
        }
        boolean object = DETERMINERS.contains(word(i + 1)) && !tags[i].equals("ADJ");
        boolean known = lexicon.isPlainVerb(words[i])
                && Set.of("NOUN", "NUM", "SYM", "ADJ", "ADP", "PROPN", "DET", "PRON")
                        .contains(tag(i + 1));
        boolean base = lexicon.baseOf(words[i]).filter(words[i]::equals).isPresent();
        return object || known || base && (tags[i].equals("ADJ") || tags[i].equals("NOUN")) && counted(i);
    }

    /** "links the price to the hub, caps annual increases and lets …". */
    private boolean nextThird(int i) {
        boolean form = words[i].endsWith("s") && !words[i].endsWith("ss");
        boolean binds = lexicon.bindsTerms(third(words[i]))
                && Set.of("NOUN", "NUM", "ADJ", "PROPN", "SYM").contains(tag(i + 1));
        boolean object = DETERMINERS.contains(word(i + 1)) || tag(i + 1).equals("ADJ") && verbAhead(i);
        boolean known = lexicon.baseOf(words[i]).isPresent() && counted(i);
        return form && joined(i) && (binds || object || known);
    }

    /** "The settlement bars the company from …": the only word of its clause that can be the verb. */
    private boolean only(int i) {
        boolean form = words[i].endsWith("s") && !words[i].endsWith("ss");
        boolean subject = tag(i - 1).equals("NOUN") && !words[i - 1].endsWith("s") || mentions[i - 1] >= 0;
        boolean object = DETERMINERS.contains(word(i + 1))
                || counted(i) && lexicon.baseOf(words[i]).isPresent();
        if (!form || !subject || !tags[i].equals("NOUN") || !object) {
            return false;
        }
        for (int k = i - 1; k >= 0 && !mark(k); k--) {
            if (finite(k)) {
                return false;
            }
        }
        for (int k = i + 1; k < words.length && !mark(k); k++) {
            if (finite(k) && !Set.of("that", "who", "which", "and").contains(words[k - 1])) {
                return false;
            }
        }
        return true;
    }

    /** "close 30 shops", "frees 40 prisoners": no noun and no adjective stands before a number in a row of acts. */
    private boolean counted(int i) {
        int k = PARTICLES.contains(word(i + 1)) ? i + 2 : i + 1;
        return (tag(k).equals("NUM") || tag(k).equals("SYM")) && !NUMBERED.contains(words[i]);
    }

    private boolean verbAhead(int i) {
        for (int k = i + 1; k < words.length; k++) {
            if (words[k].equals("and")
                    && tag(k + 1).equals("VERB")
                    && word(k + 1).endsWith("s")) {
                return true;
            }
        }
        return false;
    }

    private boolean joined(int i) {
        return words[i - 1].equals(",") || words[i - 1].equals("and") || words[i - 1].equals("or");
    }

    private boolean finite(int k) {
        boolean to = k > 0 && words[k - 1].equals("to");
        return tags[k].equals("AUX")
                || tags[k].equals("VERB")
                        && !to
                        && !words[k].endsWith("ing")
                        && !word(k + 1).equals("by");
    }

    private boolean mark(int k) {
        return words[k].length() == 1 && ",;:.".contains(words[k]);
    }

    private String word(int i) {
        return i < words.length ? words[i] : "";
    }

    private String tag(int i) {
        return i < 0 || i >= tags.length ? "" : tags[i];
    }

    /** The lemma of a form with an s; the word itself where it has none. */
    private String third(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean hissing =
                word.endsWith("shes") || word.endsWith("ches") || word.endsWith("sses") || word.endsWith("xes");
        if (hissing) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : "";
    }
}
