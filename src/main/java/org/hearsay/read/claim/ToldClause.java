package org.hearsay.read.claim;

import java.util.Optional;

/** The clause that a verb of speech reports, behind whom it speaks to and when: "told him in May that", "said privately it was". */
final class ToldClause {
    /** The clause stands this near to the verb. */
    private static final int NEAR = 16;

    private ToldClause() {}

    /** Where it begins behind a verb and whom it speaks to; -1 if none follows. */
    static int start(Line line, int from, int to, boolean told) {
        int near = Math.min(to, from + NEAR);
        for (int i = from; i < near; i++) {
            boolean pointer = i == from && told && !line.tagged(i, "SCONJ") && line.tagged(i + 1, "NOUN");
            if (line.is(i, "that") && !pointer && !line.tagged(i + 1, "VERB", "AUX", "PUNCT")) {
                return i;
            }
            if (i == from && speaks(line, i)
                    || told && i > from && line.is(i, "to") && line.tagged(i + 1, "VERB", "AUX")) {
                return i;
            }
            if (line.is(i, ":")) {
                return i + 1;
            }
            if (line.verbal(i) || line.is(i, ";", "than") || line.is(i, "and", "but", "or") && line.is(i + 1, "that")) {
                break;
            }
        }
        int next = from;
        if (told) {
            next = hearer(line, from) || line.is(from, "it") ? from + 1 : Phrases.baseEndOf(line, from);
        }
        next = behindAdjuncts(line, next, near);
        next = behindAside(line, next, near);
        if (next < to && speaks(line, next)) {
            return next;
        }
        boolean clause = next < to
                && (Phrases.opens(line, next) || line.is(next, "there"))
                && (line.is(next, "there") || Phrases.endOf(line, next) > next);
        if (!clause) {
            return -1;
        }
        int verb = line.is(next, "there") ? next + 1 : Phrases.endOf(line, next);
        verb = line.tagged(verb, "ADV") || line.quoteMark(verb) ? verb + 1 : verb;
        return verb < to && line.verbal(verb) && !line.word(verb).endsWith("ing") ? next : -1;
    }

    /** Whether a quotation opens here that is a clause: "told him 'it was late'", not "found it 'indigestible'". */
    private static boolean speaks(Line line, int i) {
        int mark = i < line.size() ? line.start(i) : -1;
        Optional<Quotes.Quote> quote = line.quote(i).filter(q -> q.outer().start() == mark);
        for (int k = i + 1;
                quote.isPresent()
                        && k < line.size()
                        && line.start(k) < quote.get().inner().end();
                k++) {
            if (line.verbal(k)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word is somebody spoken to: "told him". */
    static boolean hearer(Line line, int i) {
        return line.is(i, "him", "her", "them", "me", "us");
    }

    /** Behind ", on a plane,". */
    private static int behindAside(Line line, int from, int to) {
        int end = line.is(from, ",") ? behindAdjuncts(line, from + 1, to) : from;
        return end > from + 1 && line.is(end, ",") ? end + 1 : from;
    }

    /** Behind "in the spring", "on Tuesday", "to reporters", "privately". */
    private static int behindAdjuncts(Line line, int from, int to) {
        int next = from;
        boolean on = true;
        while (on && next < to) {
            int end = next;
            if (line.tagged(next, "ADP") || line.is(next, "to")) {
                end = hearer(line, next + 1) ? next + 2 : Phrases.baseEndOf(line, next + 1);
                end = end > next + 1 ? end : next;
            } else if (line.tagged(next, "ADV") && !line.is(next, "there") || Phrases.isTime(line.word(next))) {
                end = next + 1;
            } else if (line.is(next, "last", "this") && Phrases.isTime(line.word(next + 1))) {
                end = next + 2;
            }
            on = end > next;
            next = end;
        }
        return next;
    }
}
