package org.hearsay.read.claim;

import java.util.Set;
import org.hearsay.read.article.Span;

/**
 * What looks like a report and tells nothing of anybody: orders to the reader, verbs without a subject, asides ("unlike,
 * say, Smith"), somebody who is telephoned, a speech that is read out.
 */
final class NoReport {
    private static final Set<String> BE = Set.of("be", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m");

    private static final Set<String> REPUTED = Set.of(
            "known",
            "renowned",
            "famous",
            "famed",
            "nicknamed",
            "dubbed",
            "recognized",
            "recognised",
            "regarded",
            "acclaimed",
            "noted");

    private static final Set<String> WISHES = Set.of(
            "want",
            "like",
            "love",
            "need",
            "prefer",
            "enjoy",
            "hope",
            "wish",
            "seek",
            "care",
            "look",
            "try",
            "eager",
            "interested",
            "willing",
            "ready",
            "dream",
            "worry");

    private NoReport() {}

    static boolean is(Draft draft) {
        if (draft.cueSpans.isEmpty() || draft.line.size() == 0) {
            return false;
        }
        Line line = draft.line;
        Span cue = draft.cueSpans.get(0);
        int from = Speakers.indexAt(line, cue.start());
        int last = Speakers.indexAt(line, cue.end() - 1);
        return wordless(line, from, last)
                || aside(line, from, last)
                || ordered(draft, from)
                || subjectless(draft, from, last)
                || telephoned(draft, last)
                || readOut(draft, last)
                || thanked(draft, last)
                || reputed(line, from, last)
                || describes(draft, from, last)
                || cites(draft, last)
                || apposed(draft, from);
    }

    /** "they'll address it": the "'ll" reports nothing, where a colon or a dash does. */
    private static boolean wordless(Line line, int from, int last) {
        for (int i = from; i <= last; i++) {
            if (line.is(i, ":", "\u2014", "\u2013", "\u2015", "-", "--") || !line.tagged(i, "AUX", "PUNCT", "PART")) {
                return false;
            }
        }
        return true;
    }

    /** "unlike, say, Smith"; "no wonder that"; "as noted by": the verb behind the "as" is a cue of its own. */
    private static boolean aside(Line line, int from, int last) {
        boolean say = from == last && line.is(from, "say") && line.is(from - 1, ",") && line.is(from + 1, ",");
        boolean as = from == last && line.is(from, "as") && line.tagged(from + 1, "VERB") && line.is(from + 2, "by");
        boolean wonder = line.lemma(last).equals("wonder") && line.is(last - 1, "no", "little", "small");
        return say || as || wonder;
    }

    /** "Know that …", "1. Think of …", "Don't tell them, '…'": the reader is to do it. */
    private static boolean ordered(Draft draft, int from) {
        Line line = draft.line;
        boolean before = !draft.source.isEmpty()
                && draft.source.get(0).end() <= line.start(from)
                && letters(line, draft.source.get(0));
        if (before || opens(line, draft)) {
            return false;
        }
        int verb = from;
        boolean not = false;
        while (line.is(verb, "do", "don't", "not", "n't", "never", "please", "just", "always")) {
            not = true;
            verb++;
        }
        boolean base = line.tagged(verb, "VERB") && line.word(verb).equals(line.lemma(verb));
        boolean begins = first(line, from) || not && line.is(from - 1, ",", "\u2014", "\u2013", "-");
        return base && begins;
    }

    /** Whether a quotation stands before the cue: '"…", say two officials.' */
    private static boolean opens(Line line, Draft draft) {
        return draft.content.stream()
                .anyMatch(s -> s.end() <= draft.cueSpans.get(0).start());
    }

    private static boolean letters(Line line, Span span) {
        return line.words(span).chars().anyMatch(Character::isLetter);
    }

    private static boolean first(Line line, int i) {
        for (int k = line.body(); k < i; k++) {
            if (letters(line, line.span(k, k + 1))) {
                return false;
            }
        }
        return i >= line.body();
    }

    /** "would like to feature guests" where who would was "you": an active verb that nobody stands before. */
    private static boolean subjectless(Draft draft, int from, int last) {
        Line line = draft.line;
        if (!draft.source.isEmpty() || draft.quotation != Quotation.INDIRECT || draft.content.isEmpty()) {
            return false;
        }
        for (int i = Math.max(0, from - 1); i <= last; i++) {
            if (BE.contains(line.word(i)) || line.tagged(i, "NOUN", "ADV") && i >= from) {
                return false;
            }
        }
        String word = line.word(last);
        return line.tagged(last, "VERB")
                && (word.equals(line.lemma(last)) || word.endsWith("s"))
                && !line.is(last, "seems", "appears", "seem", "appear");
    }

    /** "called the police": no name is given to anybody, as in "called him a liar". */
    private static boolean telephoned(Draft draft, int last) {
        Line line = draft.line;
        boolean call = line.tagged(last, "VERB") && line.lemma(last).equals("call");
        if (!call || draft.quotation != Quotation.INDIRECT || draft.content.size() != 1) {
            return false;
        }
        Span content = draft.content.get(0);
        int first = Speakers.indexAt(line, content.start());
        int close = Phrases.endOf(line, first);
        boolean whole = close >= line.size()
                || line.start(close) >= content.end()
                || line.tagged(close, "ADP", "SCONJ")
                || line.word(close).endsWith("ing")
                        && line.end(close) < content.end(); // "asking questions", no predicate
        boolean named = line.tagged(first, "PRON") && line.end(first) < content.end(); // "called them impulses"
        return first == last + 1 && close > first && whole && !named;
    }

    /** "thanked the nurses", where "for their help" says what for. */
    private static boolean thanked(Draft draft, int last) {
        Line line = draft.line;
        return line.tagged(last, "VERB")
                && line.lemma(last).equals("thank")
                && draft.quotation == Quotation.INDIRECT
                && draft.content.stream().noneMatch(s -> line.words(s).contains(" for "));
    }

    /** "citing two officials": whom somebody has it from, and not what. */
    private static boolean cites(Draft draft, int last) {
        Line line = draft.line;
        if (!line.is(last, "citing", "quoting") || draft.content.size() != 1) {
            return false;
        }
        Span content = draft.content.get(0);
        int first = Speakers.indexAt(line, content.start());
        return first == last + 1
                && Phrases.endOf(line, first) > Speakers.indexAt(line, content.end() - 1)
                && draft.quotation == Quotation.INDIRECT;
    }

    /** "is best known for its bread", "often known as the Nest": a reputation and a name. */
    private static boolean reputed(Line line, int from, int last) {
        for (int i = from; i <= last; i++) {
            if (REPUTED.contains(line.word(i))) {
                int next = line.tagged(i + 1, "ADV") ? i + 2 : i + 1;
                return line.is(next, "for", "as") && !line.is(i - 1, "has", "have", "had", "'ve", "not", "long");
            }
        }
        return false;
    }

    /** "for people who like to wake early", "anyone who wants a boat": which people, and nobody's wish. */
    private static boolean describes(Draft draft, int from, int last) {
        Line line = draft.line;
        boolean wishes = false;
        for (int i = from; i <= last; i++) {
            wishes |= WISHES.contains(line.lemma(i));
        }
        if (!wishes || draft.quotation != Quotation.INDIRECT) {
            return false;
        }
        int who = from - 1;
        while (who > 0 && line.tagged(who, "ADV", "AUX", "PART")) {
            who--;
        }
        boolean some = line.is(who, "who")
                && line.name(who - 1).isEmpty()
                && (line.tagged(who - 1, "NOUN") || line.is(who - 1, "anyone", "everyone", "those", "someone", "us"));
        Span content = draft.content.isEmpty() ? draft.cueSpans.get(0) : draft.content.get(0);
        return some && !line.words(content).startsWith("that ");
    }

    /** "agreed to buy it", "agreed on a truce" is done, as "signed" is; "agreed that" is said. */
    static boolean agreed(Draft draft) {
        if (draft.cueSpans.isEmpty() || draft.line.size() == 0) {
            return false;
        }
        Line line = draft.line;
        int last = Speakers.indexAt(line, draft.cueSpans.get(0).end() - 1);
        boolean agree = line.tagged(last, "VERB", "ADP", "PART")
                && (line.lemma(last).equals("agree") || line.lemma(last - 1).equals("agree"));
        if (!agree || draft.quotation != Quotation.INDIRECT || draft.content.isEmpty()) {
            return false;
        }
        int first = Speakers.indexAt(line, draft.content.get(0).start());
        return line.is(first, "to") || line.is(last, "to", "on");
    }

    /** "The engineer who found the crack, Jane Smith, wrote to the ministry": who she is, and none of her words. */
    private static boolean apposed(Draft draft, int from) {
        Line line = draft.line;
        if (draft.quotation != Quotation.INDIRECT || draft.content.size() != 1 || draft.source.isEmpty()) {
            return false;
        }
        Span content = draft.content.get(0);
        int source = Speakers.indexAt(line, draft.source.get(0).start());
        int first = Speakers.indexAt(line, content.start());
        int end = Speakers.indexAt(line, content.end() - 1) + 1;
        boolean before = end <= source && source < from && line.is(source - 1, ",") && source - end <= 1;
        boolean who = false;
        for (int i = first; i < end; i++) {
            who |= line.is(i, "who", "which", "that", "whose");
        }
        return before && who && OwnClaims.mainVerb(line, first, end) < 0;
    }

    /** "read out the speech that another had written". */
    private static boolean readOut(Draft draft, int last) {
        Line line = draft.line;
        boolean read = line.is(last, "read", "reads") || line.is(last, "out") && line.is(last - 1, "read", "reads");
        return read && draft.object && draft.quotation == Quotation.INDIRECT;
    }
}
