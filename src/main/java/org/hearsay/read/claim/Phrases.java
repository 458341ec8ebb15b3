package org.hearsay.read.claim;

import java.util.Set;
import org.hearsay.read.language.NameType;

/**
 * Noun phrases by their tags, to the left and to the right of a token. There is no parser: a phrase is followed as long
 * as its tags could belong to it, and never further than {@link #REACH} tokens, which also bounds the time.
 */
final class Phrases {
    /** Longest noun phrase followed; the longest source of the development texts with all its appositions has 38 words. */
    private static final int REACH = 40;

    private static final Set<String> POSSESSIVE = Set.of("his", "her", "its", "their", "our", "my", "your", "whose");
    private static final Set<String> SUBJECTS = Set.of(
            "he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "this", "these", "those", "one");
    private static final Set<String> TIMES = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "yesterday",
            "today",
            "tomorrow",
            "tonight",
            "week",
            "month",
            "year",
            "morning",
            "afternoon",
            "evening",
            "night",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "earlier",
            "later",
            "recently",
            "weekend",
            "ago");
    /** Prepositions that do not tie what follows a speaker to him: "said Smith on Monday". */
    private static final Set<String> LOOSE = Set.of(
            "on",
            "during",
            "after",
            "before",
            "as",
            "via",
            "by",
            "through",
            "until",
            "since",
            "amid",
            "while",
            "because",
            "about",
            "that",
            "following",
            "when",
            "despite",
            "over");

    private Phrases() {}

    static boolean isTime(String word) {
        return TIMES.contains(word);
    }

    static boolean nominal(Line line, int i) {
        return line.tagged(i, "NOUN", "PROPN", "NUM", "PRON", "SYM") && !line.quoteMark(i);
    }

    /** Whether a noun phrase may begin here. */
    static boolean opens(Line line, int i) {
        return nominal(line, i) || line.tagged(i, "DET", "ADJ") || POSSESSIVE.contains(line.word(i));
    }

    static boolean subjectPronoun(Line line, int i) {
        return SUBJECTS.contains(line.word(i)) && line.tagged(i, "PRON", "DET", "SCONJ");
    }

    /** Where the noun phrase begins whose last token is {@code last}; -1 if none ends there. */
    static int startOf(Line line, int last) {
        int start = startOf(line, last, true, 0);
        if (start > 0
                && line.tagged(start, "NUM")
                && line.is(start - 1, "about", "nearly", "some", "around", "over", "almost")) {
            return start - 1; // "about 7 in 10 voters"
        }
        if (start > 0 && (line.tagged(start - 1, "ADP") || line.is(start - 1, "to")) && !line.is(start - 1, "that")) {
            // "In an interview with the BBC Smith said": the preposition's object is not the subject.
            int base = startOf(line, last, false, 0);
            return base > start ? base : -1;
        }
        return start;
    }

    /** The same, whatever preposition stands before: the antecedent of "who". */
    static int headStartOf(Line line, int last) {
        return startOf(line, last, true, 0);
    }

    /** The same, without what stands before a preposition: "the union's plan" of "a list in the union's plan". */
    static int baseStartOf(Line line, int last) {
        return startOf(line, last, false, 0);
    }

    private static int startOf(Line line, int last, boolean links, int depth) {
        if (last < 0 || depth > 3) {
            return -1;
        }
        if (subjectPronoun(line, last)
                || line.is(
                        last, "others", "some", "many", "both", "all", "none", "another", "few", "several", "most")) {
            return last;
        }
        boolean some = line.is(last, "them", "us", "those") && line.is(last - 1, "of");
        if (some && (line.tagged(last - 2, "NUM", "DET", "PRON", "ADJ") || line.is(last - 2, "one", "some", "none"))) {
            return last - 2; // "one of them"
        }
        if (!nominal(line, last) && !line.is(last, ")") && !line.tagged(last, "ADJ")) {
            return -1;
        }
        int start = -1;
        int k = last;
        int floor = Math.max(0, last - REACH);
        while (k >= floor) {
            if (line.quoteMark(k)) {
                break;
            } else if (line.is(k, ")")) {
                int open = openingBracket(line, k, floor);
                if (open <= floor) {
                    break;
                }
                k = open - 1;
            } else if (rate(line, k) && start == k + 1) {
                start = k--;
            } else if (line.tagged(k, "DET") || POSSESSIVE.contains(line.word(k))) {
                start = k;
                boolean on = line.tagged(k - 1, "ADP") && links
                        || line.tagged(k - 1, "DET")
                        || line.is(k - 1, "to") && links
                        || line.is(k - 1, "and", "or", "&");
                if (!on) {
                    break;
                }
                k--;
            } else if (line.tagged(k, "NOUN", "PROPN", "NUM", "ADJ", "SYM") || line.is(k, "'s", "'", "$", "%")) {
                boolean time = isTime(line.word(k)) && start == k + 1 && line.tagged(start, "PROPN", "DET", "PRON");
                if (time) {
                    break;
                }
                start = k--;
            } else if (line.tagged(k, "ADP") || line.is(k, "to")) {
                boolean of = line.is(
                        k, "of", "for", "at", "in", "from", "with", "to", "on", "within", "near", "inside", "against",
                        "between", "under");
                boolean linked = nominal(line, k - 1) && !subjectPronoun(line, k - 1)
                        || line.is(
                                k - 1,
                                "familiar",
                                "close",
                                "some",
                                "many",
                                "most",
                                "one",
                                "several",
                                "involved",
                                "briefed",
                                "based");
                if (!links || !of || !linked || start != k + 1) {
                    break;
                }
                k--;
            } else if (line.is(k, "and", "or", "&") && start == k + 1) {
                int left = startOf(line, k - 1, links, depth + 1);
                if (left > 0 && line.is(left - 1, ",") && nominal(line, left - 2) && !isTime(line.word(left - 2))) {
                    int first = startOf(line, left - 2, links, depth + 1); // "Japan, Germany and the United States"
                    left = first >= 0 && (first == 0 || !line.tagged(first - 1, "ADP")) ? first : left;
                }
                boolean whole = left == 0
                        || left > 0
                                && (line.tagged(left - 1, "PUNCT", "SCONJ")
                                        || line.is(
                                                left - 1,
                                                "that",
                                                "though",
                                                "although",
                                                "while",
                                                "because",
                                                "as",
                                                "when",
                                                "after"));
                if (!whole) {
                    break;
                }
                return left;
            } else if (line.is(k, "-", "/") && k > 0 && line.end(k - 1) == line.start(k)) {
                k--;
            } else if (line.tagged(k, "ADV") && line.tagged(k + 1, "ADJ", "NUM") && start == k + 1) {
                start = k--;
            } else if (line.tagged(k, "VERB")
                    && (start == k + 1 || start == k + 2 && line.tagged(k + 1, "ADP"))
                    && attributive(line, k)) {
                start = k--;
            } else {
                break;
            }
        }
        return start;
    }

    private static boolean attributive(Line line, int k) {
        boolean participle = line.word(k).endsWith("ing") || line.word(k).endsWith("ed");
        boolean before = line.tagged(k - 1, "DET", "ADJ") || POSSESSIVE.contains(line.word(k - 1));
        boolean after = line.tagged(k - 1, "NOUN") && line.tagged(k + 1, "ADP");
        return participle
                && (before && line.tagged(k + 1, "NOUN", "PROPN", "ADJ") || after || line.is(k, "briefed", "involved"));
    }

    /** The token before the bracket that ends with token {@code close}; -1 if it opens nowhere near. */
    static int beforeBracket(Line line, int close) {
        return Math.max(0, openingBracket(line, close, Math.max(0, close - REACH))) - 1;
    }

    private static int openingBracket(Line line, int close, int floor) {
        for (int k = close - 1; k >= floor; k--) {
            if (line.is(k, "(")) {
                return k;
            }
        }
        return -1;
    }

    /** Where the noun phrase ends that begins at {@code first}, without what prepositions add; {@code first} if none begins there. */
    static int baseEndOf(Line line, int first) {
        return endOf(line, first, false);
    }

    /** The same with its prepositional phrases, as long as they belong to it. */
    static int endOf(Line line, int first) {
        return endOf(line, first, true);
    }

    private static int endOf(Line line, int first, boolean links) {
        if (subjectPronoun(line, first) && line.tagged(first, "PRON") && !line.tagged(first + 1, "NOUN")) {
            return first + 1;
        }
        int end = first;
        int k = first;
        int ceiling = Math.min(line.size(), first + REACH);
        while (k < ceiling && (!line.quoteMark(k) || ofPlural(line, k))) {
            boolean fresh = k == first || line.tagged(k - 1, "ADP", "CCONJ", "DET") || line.is(k - 1, "to");
            if (line.tagged(k, "DET") || POSSESSIVE.contains(line.word(k))) {
                if (!fresh && !rate(line, k)) {
                    break;
                }
            } else if (line.tagged(k, "NOUN", "PROPN", "NUM", "SYM")
                    || line.is(k, "'s", "$", "%")
                    || line.is(k, "'") && k > first && line.word(k - 1).endsWith("s")) {
                boolean next = line.tagged(k, "PROPN")
                        && line.name(k - 1).isPresent()
                        && line.name(k).isPresent()
                        && !line.sameName(k, k - 1)
                        && line.name(k - 1).get().type() != NameType.MISC
                        && !fresh;
                if (next || isTime(line.word(k)) && k > first && !fresh && !line.is(k - 1, "'s", "'")) {
                    break;
                }
                end = k + 1;
            } else if (line.tagged(k, "ADJ")) {
                boolean after = end > first
                        && !fresh
                        && !line.tagged(k + 1, "NOUN", "PROPN", "ADJ")
                        && !line.is(k, "close", "familiar");
                if (after && !line.tagged(k - 1, "ADJ", "ADV")) {
                    break;
                }
                if (line.is(k - 1, "the")) {
                    end = k + 1;
                }
            } else if (line.tagged(k, "PRON")) {
                boolean closeTo = line.is(k - 1, "to") && line.is(k - 2, "close");
                if (!closeTo && (!fresh || subjectPronoun(line, k))) {
                    break;
                }
                end = k + 1;
            } else if (line.tagged(k, "ADP") || line.is(k, "to") && line.is(k - 1, "close")) {
                boolean tied = links
                                && end == k
                                && !LOOSE.contains(line.word(k))
                                && opens(line, k + 1)
                                && !isTime(line.word(k + 1))
                        || line.is(k - 1, "close", "familiar") && links
                        || line.tagged(k - 1, "VERB") && links;
                if (!tied) {
                    break;
                }
            } else if (line.is(k, "and", "&", "or") && end == k && opens(line, k + 1) && !subjectPronoun(line, k + 1)) {
                if (!links) {
                    break;
                }
            } else if (line.is(k, "(") && end == k) {
                int close = k;
                while (close < ceiling && !line.is(close, ")")) {
                    close++;
                }
                if (close >= ceiling) {
                    break;
                }
                k = close;
                end = close + 1;
            } else if (line.tagged(k, "VERB")) {
                boolean before = fresh && line.tagged(k + 1, "NOUN", "PROPN", "ADJ");
                boolean after = links
                        && line.tagged(k - 1, "NOUN")
                        && line.tagged(k + 1, "ADP")
                        && line.is(
                                k,
                                "briefed",
                                "involved",
                                "based",
                                "based",
                                "cited",
                                "quoted",
                                "published",
                                "released",
                                "appointed");
                if (!before && !after) {
                    break;
                }
            } else if (line.tagged(k, "ADV")) {
                if (!fresh && !line.tagged(k + 1, "ADJ", "NUM")) {
                    break;
                }
            } else if (k == first || !line.is(k, "-", "/") || line.end(k - 1) != line.start(k)) {
                break;
            }
            k++;
        }
        return end;
    }

    /** The article of "£3.10 a share". */
    private static boolean rate(Line line, int k) {
        return line.is(k, "a", "an") && line.tagged(k - 1, "NUM", "SYM") && line.tagged(k + 1, "NOUN");
    }

    /** The apostrophe of "the makers' association", which is no quotation mark. */
    private static boolean ofPlural(Line line, int k) {
        return line.is(k, "'") && k > 0 && line.word(k - 1).endsWith("s") && line.end(k - 1) == line.start(k);
    }

    /** Where the apposition after a phrase ends ("Smith, the minister,"); {@code end} itself if there is none. */
    static int appositionEnd(Line line, int end) {
        if (!line.is(end, ",") || !opens(line, end + 1) || subjectPronoun(line, end + 1)) {
            return end;
        }
        int close = endOf(line, end + 1);
        if (close == end + 1 || line.verbal(close)) {
            return end;
        }
        boolean ends = close >= line.size()
                || line.mark(close)
                || line.tagged(close, "ADP")
                || isTime(line.word(close))
                || line.is(close, "who");
        return ends ? close : end;
    }
}
