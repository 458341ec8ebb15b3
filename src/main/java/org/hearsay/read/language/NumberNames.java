package org.hearsay.read.language;

import java.util.Set;

/**
 * Numbers that name something and measure nothing: ranks, "No. 2", "Boeing 737", "Article 5", list numbers, scores,
 * telephone numbers, times of day. Immutable.
 */
final class NumberNames {
    private final Units units;
    private final Set<String> before = Lexicon.words("measuring.txt", "name");

    NumberNames(Units units) {
        this.units = units;
    }

    /** Ranks, names with numbers, times of day, list numbers, scores, telephone numbers, ages. */
    boolean holds(Line line, int at, Numeral numeral) {
        Piece first = line.get(at);
        Piece next = numeral.end() < line.size() ? line.get(numeral.end()) : null;
        if (next != null && next.is("a.m.", "p.m.", "am", "pm", "o'clock", "a.m", "p.m")) {
            return true;
        }
        if (at == 0 && next != null && next.is(".", ")") && numeral.digits()) {
            return true;
        }
        if (next != null
                && next.text().equals("G")
                && next.span().start() == first.span().end()) {
            // "5G" is a network.
            return true;
        }
        if (at > 0) {
            Piece previous = line.get(at - 1);
            boolean glued = previous.span().end() == first.span().start();
            if (previous.is("#", "/", "+")
                    || glued && previous.is(":")
                    || glued
                            && previous.is("-")
                            && !numeral.scaled()
                            && (at < 2
                                    || !Character.isDigit(
                                            line.get(at - 2).text().charAt(0)))) {
                return true;
            }
            if (previous.is("(") && next != null && next.is(")")) {
                return true;
            }
            boolean unit = units.unitAt(line, numeral.end()) != null;
            if (!unit && previous.is("top") && !previous.tag().equals("VERB") && numeral.isCount()) {
                return true; // "the top 10 songs" are ranked, not counted
            }
            if (!unit
                    && before.contains(previous.lower())
                    && (numeral.digits() || previous.isCapital())
                    && !isSubject(previous)) {
                return true;
            }
            boolean named = previous.tag().equals("PROPN") && previous.isCapital() && at > 1;
            if (named && !unit && !numeral.scaled() && numeral.digits()) {
                return true;
            }
            if (previous.is("of")
                    && at > 1
                    && line.get(at - 2).is("group", "club")
                    && line.get(at - 2).isCapital()) {
                return true;
            }
        }
        return false;
    }

    /** "This week 40 people …": a noun of time before a count is no name. */
    private static boolean isSubject(Piece before) {
        return before.is("week", "day", "season", "year", "world", "area") && !before.isCapital();
    }
}
