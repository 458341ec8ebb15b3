package org.hearsay.read.claim;

import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;

/**
 * To whom the act of a verb is addressed, as the words behind the verb tell, and where what is asked or offered begins.
 *
 * @param matter the token at which it begins
 */
record Addressee(Optional<Span> span, int matter) {
    /** Verbs whose object is he who shall do it: "asked Kyiv to …". Whoever offers a loan to buy magnets addresses no loan. */
    private static final Set<String> MOVING = Set.of(
            "ask",
            "order",
            "urge",
            "tell",
            "request",
            "require",
            "invite",
            "instruct",
            "beg",
            "press",
            "direct",
            "want",
            "call_on",
            "command",
            "implore",
            "force",
            "advise",
            "warn",
            "suggest",
            "recommend",
            "appeal_to");
    /** How far behind a name's comma the end of what is added to it is looked for. */
    private static final int LONGEST_ASIDE = 14;

    /** @param from the first token behind the verb */
    static Addressee of(Line line, String lemma, int from, int to) {
        if (line.is(from, "that")) {
            int subject = Phrases.baseEndOf(line, from + 1);
            boolean told = subject > from + 1 && hasName(line, from + 1, subject);
            return new Addressee(told ? Optional.of(line.span(from + 1, subject)) : Optional.empty(), from);
        }
        int whole = Math.max(Phrases.endOf(line, from), names(line, from));
        if (MOVING.contains(lemma) && whole > from) {
            int act = actBehind(line, whole, to);
            if (act > 0) {
                return new Addressee(Optional.of(line.span(from, whole)), act);
            }
            int tight = Math.max(names(line, from), Phrases.baseEndOf(line, from));
            if (tight > from && tight + 1 < to && line.is(tight, "for") && Phrases.opens(line, tight + 1)) {
                return new Addressee(
                        Optional.of(line.span(from, tight)), tight + 1); // "asked Congress for $310 million"
            }
            int aside = asideEnd(line, names(line, from), to);
            if (aside > 0) {
                return new Addressee(Optional.of(line.span(from, names(line, from))), aside);
            }
        }
        int name = names(line, from);
        name = name > from ? name : ToldTerms.afterRecipient(line, from); // "offers the Front an amnesty"
        boolean given = name > from && name < to && beginsThing(line, name);
        return given ? new Addressee(Optional.of(line.span(from, name)), name) : new Addressee(Optional.empty(), from);
    }

    /** The "to" or "not to" of "asked the United States not to conclude …"; -1 if there is none here. */
    private static int actBehind(Line line, int at, int to) {
        int k = line.is(at, "not") ? at + 1 : at;
        return k < to && line.is(k, "to") ? at : -1;
    }

    /** "asked Sergei Malkov, a former official, to testify": where it goes on; -1 if it does not. */
    private static int asideEnd(Line line, int comma, int to) {
        if (!line.is(comma, ",")) {
            return -1;
        }
        for (int k = comma + 1; k < Math.min(to, comma + LONGEST_ASIDE); k++) {
            if (line.is(k, ",")) {
                return actBehind(line, k + 1, to);
            }
        }
        return -1;
    }

    private static boolean beginsThing(Line line, int i) {
        return line.tagged(i, "DET", "ADJ", "NOUN", "NUM", "SYM") || line.is(i, "its", "his", "her", "their", "our");
    }

    /** Where the names end that begin here, "the" before each or not: "the Union and the States"; {@code from} for none. */
    private static int names(Line line, int from) {
        int end = name(line, from);
        while (end > from && line.is(end, "and", ",")) {
            int next = name(line, end + 1);
            if (next == end + 1) {
                break;
            }
            end = next;
        }
        return end;
    }

    private static int name(Line line, int from) {
        int k = line.is(from, "the") ? from + 1 : from;
        int end = from;
        while (line.name(k).isPresent() && (end == from || line.sameName(k, k - 1))) {
            end = ++k;
        }
        return end;
    }

    private static boolean hasName(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            if (line.name(k).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** A name behind one of these prepositions. */
    static Optional<Span> behind(Line line, int from, int to, String... prepositions) {
        for (int k = from; k < to; k++) {
            if (line.is(k, prepositions) && hasName(line, k + 1, k + 3) && !line.tagged(k + 1, "VERB")) {
                int close = Phrases.baseEndOf(line, k + 1);
                return close > k + 1 ? Optional.of(line.span(k + 1, close)) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
