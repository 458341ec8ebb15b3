package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hearsay.read.article.Span;

/** Acts in a row, each with what belongs to it: "close the grounds, oblige trawlers to carry cameras and exempt small boats". */
final class Acts {
    /** What a comma leads to when the act itself is told. */
    private static final Set<String> ASIDE = Set.of(
            "down",
            "up",
            "while",
            "which",
            "although",
            "though",
            "whereas",
            "according",
            "instead",
            "rather",
            "compared",
            "against",
            "after",
            "as",
            "because",
            "but",
            "a",
            "an",
            "well",
            "more",
            "less",
            "about",
            "thereby");

    private Acts() {}

    /** The acts from the verb at {@code verb} on, each a span; one of them where nothing is joined. */
    static List<Span> from(Line line, int verb, int to) {
        List<Span> acts = new ArrayList<>();
        int start = verb;
        for (int i = verb + 1; i <= to; i++) {
            int next = i == to ? to : next(line, verb, i, to);
            if (next < 0) {
                continue;
            }
            int end = cut(line, start, i);
            if (end > start) {
                acts.add(line.span(start, end));
            }
            start = next;
            i = next;
        }
        return acts;
    }

    /** Where the next act begins, if one is joined at {@code i}; else -1. */
    private static int next(Line line, int verb, int i, int to) {
        boolean joins = line.is(i, ",", ";", "and", "or", "plus");
        if (!joins || line.quoted(i) != line.quoted(verb)) {
            return -1;
        }
        int k = i + 1;
        while (line.is(k, "and", "or", "to", "also", "then", "even") || line.tagged(k, "ADV") && line.verbal(k + 1)) {
            k++;
        }
        boolean finite = form(line.word(verb)) == 'b'
                && form(line.word(k)) == 's'
                && line.is(k - 1, "and")
                && line.is(k - 2, ","); // "must spend £3m, and hands over a tenth"
        boolean same = k < to && line.tagged(k, "VERB") && (finite || form(line.word(k)) == form(line.word(verb)));
        boolean participle = line.word(k).endsWith("ed") && line.tagged(k + 1, "ADP") && form(line.word(verb)) == 'd';
        // "lower its price, build a line and train 200 workers": a bare noun does not stand before a number there.
        boolean bare = form(line.word(verb)) == 'b'
                && k < to
                && line.is(k - 1, "and", "or", ",")
                && line.tagged(k, "NOUN")
                && form(line.word(k)) == 'b'
                && line.tagged(k + 1, "NUM", "DET", "SYM");
        return same && !participle || bare ? k : -1;
    }

    private static char form(String verb) {
        if (verb.endsWith("ing")) {
            return 'g';
        }
        if (verb.endsWith("s") && !verb.endsWith("ss")) {
            return 's';
        }
        return verb.endsWith("ed") ? 'd' : 'b';
    }

    /** Before an aside that a comma parts from the act. */
    private static int cut(Line line, int from, int to) {
        for (int k = from + 2; k < to; k++) {
            if (line.is(k, ",") && ASIDE.contains(line.word(k + 1)) && !line.is(k + 2, "condition")) {
                return k;
            }
        }
        return to;
    }
}
