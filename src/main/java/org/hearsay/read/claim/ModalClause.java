package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.read.article.Span;

/**
 * A clause that tells what somebody would, must or is to do; "X would hand over its guns, while Y would pull back" has two.
 *
 * @param subject the token at which its subject begins
 * @param modal the token of "would", or of the "is" of "is to"
 * @param verb the token of what is to be done
 * @param end the token behind it
 */
record ModalClause(int subject, int modal, int verb, int end) {
    /** Nobody's subject is longer in the development texts. */
    private static final int LONGEST_SUBJECT = 20;

    /** The clauses between two tokens, in order; the first subject begins at {@code from}. */
    static List<ModalClause> in(Line line, int from, int to) {
        List<ModalClause> clauses = new ArrayList<>();
        int subject = from;
        int modal = modal(line, from, Math.min(to, from + LONGEST_SUBJECT));
        while (modal >= subject && modal > from) {
            int verb = verb(line, modal);
            int next = -1;
            int start = to;
            for (int k = verb + 1; k < to - 2 && next < 0; k++) {
                if (isModal(line, k)) {
                    boolean shared = line.is(k - 1, "and", "but", ","); // "would inspect it and could fine"
                    int first = shared ? k : subjectOf(line, k);
                    next = first > verb ? k : -1;
                    start = next < 0 ? to : first;
                }
            }
            int end = next < 0 ? to : start;
            while (end > verb && line.is(end - 1, ",", ";", ":", "and", "while", "but", "whereas")) {
                end--;
            }
            boolean taken = line.tagged(verb, "ADJ") && line.tagged(verb + 1, "NUM", "DET"); // "would last 40 days"
            boolean behind = taken
                    || line.tagged(verb, "VERB")
                    || line.tagged(verb, "NOUN", "AUX") && (verb == modal + 1 || line.tagged(verb - 1, "ADV"));
            if (verb < end && behind) {
                clauses.add(new ModalClause(subject, modal, verb, end));
            }
            subject = start;
            modal = next;
        }
        return clauses;
    }

    /** "be shared equally", "be allowed to": then what it is done to belongs to what is told. */
    boolean passive(Line line) {
        for (int k = verb - 1; k > modal - 1; k--) {
            if (line.is(k, "be", "been", "being")) {
                return participle(line, verb);
            }
        }
        return false;
    }

    /** "shared", "given", "spent". */
    private static boolean participle(Line line, int k) {
        String word = line.word(k);
        return word.endsWith("ed") || word.endsWith("n") || word.endsWith("t");
    }

    boolean denies(Line line) {
        return line.is(modal + 1, "not", "n't", "never") || line.is(modal, "cannot");
    }

    /** What the clause tells, as terms would be cut: the acts in a row, or the whole of it where it is passive. */
    List<Span> told(Line line) {
        if (passive(line)) {
            return done(line);
        }
        if (denies(line)) {
            return List.of(line.span(subject, end));
        }
        List<Span> numbered = Numbered.in(line, modal + 1, end);
        return numbered.isEmpty() ? Acts.from(line, verb, end) : numbered;
    }

    /** "rents would be frozen for three years, empty flats taxed and the city given first refusal": three things. */
    private List<Span> done(Line line) {
        List<Span> things = new ArrayList<>();
        int start = subject;
        for (int k = verb + 1; k < end - 2; k++) {
            if (!line.is(k, ",", ";", "and")) {
                continue;
            }
            int first = line.is(k + 1, "and") ? k + 2 : k + 1;
            int then = Phrases.opens(line, first) ? Phrases.baseEndOf(line, first) : -1;
            boolean taken = line.tagged(then, "VERB") && participle(line, then);
            if (then > first && then < end - 1 && taken && !line.tagged(then + 1, "DET")) {
                things.add(line.span(start, k));
                start = first;
                k = then;
            }
        }
        things.add(line.span(start, end));
        return things;
    }

    static boolean isModal(Line line, int k) {
        boolean bars = line.is(k, "may", "can") && line.is(k + 1, "not") || line.is(k, "cannot");
        return (line.is(k, "would", "must", "shall", "will", "could") || bars || obliges(line, k)) && !line.quoted(k);
    }

    /** "is to pull back", "have to pay". */
    static boolean obliges(Line line, int k) {
        return line.is(k, "is", "are", "was", "were", "has", "have") && line.is(k + 1, "to");
    }

    /** "would build", "'ll pay": what somebody says he will do; the verb stands right behind. */
    static boolean willDo(Line line, int k) {
        return line.is(k, "would", "will", "'d", "'ll") && line.tagged(k + 1, "VERB") && !line.quoted(k);
    }

    /** The verb behind "would also", "would have to", "is to". */
    private static int verb(Line line, int modal) {
        int aside = line.is(modal + 1, ",") ? asideEnd(line, modal + 1) : modal + 1;
        int verb = aside > modal + 1 ? aside + 1 : modal + 1; // "would, for its part, pay"
        while (line.tagged(verb, "ADV", "PART")
                || line.is(verb, "be", "have", "been", "being") && (line.tagged(verb, "AUX") || line.is(verb + 1, "to"))
                || line.is(verb, "to") && line.is(verb - 1, "have", "be", "is", "are", "was", "were", "has")) {
            verb++;
        }
        verb = line.is(verb, "(") && line.is(verb + 2, ")") ? verb + 3 : verb; // "would (a) set a ceiling"
        return verb;
    }

    /** The first "would" or its like behind the sentence's first phrase; -1 if another verb comes before. */
    private static int modal(Line line, int from, int to) {
        for (int k = from + 1; k < Math.min(line.size() - 2, to); k++) {
            if (isModal(line, k)) {
                return k;
            }
            int aside = line.is(k, ",") ? asideEnd(line, k) : k;
            if (aside > k) {
                k = aside; // "Karsk, for its part, would pull back"
            } else if (line.is(k, ",") && (line.is(k + 1, "who", "which", "whose") || line.tagged(k + 1, "VERB"))) {
                k = closing(line, k + 2); // "Seasonal tenants, who were left out, will receive"
            } else if (line.is(k, "who", "that", "which", "whose") && k > from) {
                k = relativeEnd(line, k + 1, to); // "Anyone who replaces an old boiler would get back"
            } else if (line.is(k, "and", ",") && Phrases.opens(line, k + 1) && !Phrases.subjectPronoun(line, k + 1)) {
                continue; // "Clubs, the library and breakfast would stay open"
            } else if (line.verbal(k) && !inside(line, k) || line.mark(k) && !line.is(k, "%", "-", "'")) {
                return -1;
            }
        }
        return -1;
    }

    /** The comma behind ", for its part," or ", in turn,"; {@code comma} itself where no such words stand there. */
    static int asideEnd(Line line, int comma) {
        if (!line.tagged(comma + 1, "ADP", "ADV", "SCONJ")) {
            return comma;
        }
        for (int k = comma + 2; k < Math.min(line.size(), comma + 7); k++) {
            if (line.is(k, ",")) {
                return k;
            }
            if (line.verbal(k) || line.mark(k)) {
                return comma;
            }
        }
        return comma;
    }

    /** A participle inside the subject: "a monitoring force", "homes built before 1990". */
    private static boolean inside(Line line, int k) {
        boolean participle = line.word(k).endsWith("ing") || line.word(k).endsWith("ed");
        boolean before = line.tagged(k - 1, "DET", "ADJ", "NUM") && line.tagged(k + 1, "NOUN", "ADJ");
        boolean after = line.tagged(k - 1, "NOUN") && line.tagged(k + 1, "ADP", "ADV");
        return line.tagged(k, "VERB") && participle && (before || after);
    }

    /** Where a relative clause without commas gives way to the modal of the sentence: behind its own verb. */
    private static int relativeEnd(Line line, int from, int to) {
        for (int k = from + 1; k < to; k++) {
            if (isModal(line, k + 1) && !line.is(k, "and", "but", "or")) {
                return k;
            }
        }
        return to;
    }

    private static int closing(Line line, int from) {
        for (int k = from; k < Math.min(line.size(), from + 12); k++) {
            if (line.is(k, ",")) {
                return k;
            }
        }
        return line.size();
    }

    /** Where the subject of a further modal begins, right behind the word that joins its clause; -1 if none does. */
    private static int subjectOf(Line line, int modal) {
        int last = modal - 1;
        while (line.tagged(last, "ADV")) {
            last--;
        }
        int start = Phrases.headStartOf(line, last);
        boolean joined = start > 0 && line.is(start - 1, ",", ";", ":", "and", "while", "but", "whereas");
        return joined ? start : -1;
    }
}
