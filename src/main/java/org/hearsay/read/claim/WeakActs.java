package org.hearsay.read.claim;

import org.hearsay.read.language.NameType;
import org.hearsay.read.language.Quantity;

/** Verbs that propose only with the right words behind them: "agreed to cut", "suggested closing", "wants the fee waived". */
final class WeakActs {
    private WeakActs() {}

    /** An act that is one only sometimes: agreeing on a price, suggesting to do things, wanting several things done. */
    static boolean idle(Draft draft, Line line, int from, int to) {
        String lemma = draft.cue.orElseThrow().lemma();
        return switch (lemma) {
            case "agree" ->
                toVerb(line, from, to) < 0
                        || line.quantities(line.span(from, to)).stream().noneMatch(WeakActs::weighs);
            case "suggest" ->
                !line.word(from).endsWith("ing")
                        && !(several(line, from, to) && !tells(line, to, line.size()))
                        && !subjunctive(line, from, to)
                        && (!line.tagged(from, "DET")
                                || line.quantities(line.span(from, to)).isEmpty()
                                || tells(line, from, to));
            case "tell" -> !line.is(from, "to") || !line.tagged(from + 1, "VERB");
            case "want" ->
                line.is(from, "to")
                        || Parts.of(line, from, to, true).isEmpty() && !sum(line, from) && !done(line, from, to);
            case "warn" -> !threatens(line, from, to);
            case "threaten" -> whom(line, from);
            default -> false;
        };
    }

    /** "suggested instead a voluntary standard and a review". */
    private static boolean several(Line line, int from, int to) {
        int start = line.is(from, "instead") ? from + 1 : from;
        return line.tagged(start, "DET", "NUM", "ADJ", "SYM")
                && !Parts.of(line, start, to, true).isEmpty();
    }

    /** "wants the fee waived", "want at least two thirds to be shared": what somebody wants done to a thing. */
    static boolean done(Line line, int from, int to) {
        int start = behindLeast(line, from);
        int base = Phrases.baseEndOf(line, start);
        int whole = Phrases.endOf(line, start);
        boolean thing =
                base > start && !line.tagged(start, "PRON") && line.name(start).isEmpty();
        boolean told = line.is(whole, "to") && line.is(whole + 1, "be") && line.tagged(whole + 2, "VERB");
        boolean participle = line.tagged(base, "VERB")
                && (line.word(base).endsWith("ed") || line.word(base).endsWith("n"))
                && !line.tagged(base + 1, "DET");
        return thing && whole + 1 < to && (told || participle);
    }

    /** Behind the "at least" of "wants at least 400 million". */
    static int behindLeast(Line line, int from) {
        return line.is(from, "at") && line.is(from + 1, "least", "most") ? from + 2 : from;
    }

    /** Whether the words hold a clause: "reports suggest a boat has been lost" proposes none. */
    private static boolean tells(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            if (line.verbal(k)
                    && !line.is(k - 1, "to")
                    && !line.is(k, "be")
                    && !line.word(k).endsWith("ing")
                    && !(line.word(k).endsWith("ed") && line.is(k - 1, "be"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean weighs(Quantity quantity) {
        return switch (quantity.kind()) {
            case MONEY, PERCENT, MEASURE, COUNT -> true;
            case DATE, DURATION, ORDINAL -> false;
        };
    }

    /** The "to" of "agreed early on Thursday to cut"; -1 if there is none near. */
    static int toVerb(Line line, int from, int to) {
        for (int k = from; k < Math.min(to, from + 5); k++) {
            if (line.is(k, "to") && line.tagged(k + 1, "VERB", "AUX")) {
                return k;
            }
        }
        return -1;
    }

    /** "suggested that a sponsor be found", "that the city should pay". */
    static boolean subjunctive(Line line, int from, int to) {
        int start = line.is(from, "that") ? from + 1 : from;
        for (int k = start + 1; k < Math.min(to, start + 10); k++) {
            if (line.is(k, "should") && !(line.is(k + 1, "be") && !line.tagged(k + 2, "VERB"))
                    || line.is(k, "be") && !line.tagged(k - 1, "AUX", "PART") && !line.is(k - 1, "to")) {
                return true;
            }
            if (line.verbal(k)) {
                return false;
            }
        }
        return false;
    }

    /** "threatened a reporter": with what is not told. */
    private static boolean whom(Line line, int from) {
        int base = Phrases.baseEndOf(line, from);
        boolean person =
                line.name(base - 1).filter(n -> n.type() == NameType.PERSON).isPresent();
        return base > from && !line.is(base, "with", "to") && (person || line.is(from, "a", "him", "her", "them"));
    }

    /** "warned that it would bomb the port unless …". */
    private static boolean threatens(Line line, int from, int to) {
        int k = line.is(from, "that") ? from + 1 : from;
        boolean own = line.is(k, "it", "he", "she", "they", "we", "i") && line.is(k + 1, "would", "will", "'d", "'ll");
        boolean will = line.name(k).isPresent() || line.name(k + 1).isPresent();
        for (int i = k; will && i < Math.min(to, k + 8); i++) {
            own |= line.is(i, "will", "would");
        }
        for (int i = k; own && i < to; i++) {
            if (line.is(i, "unless")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sum or a share is told right behind the verb. */
    static boolean sum(Line line, int from) {
        return from < line.size() && line.hasSum(line.span(from, Math.min(line.size(), from + 5)));
    }
}
