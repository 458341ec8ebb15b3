package org.hearsay.read.language;

import java.util.Set;
import org.hearsay.read.language.Quantity.Closeness;

/** The words beside a number that limit it: "nearly", "at least", "or so". Immutable. */
final class Limits {
    private final Units units;

    Limits(Units units) {
        this.units = units;
    }

    Closeness of(Line line, int start, int end, Closeness otherwise) {
        int before = start > 0 && line.get(start - 1).is("a", "the", "an") && start > 1 ? start - 1 : start;
        Phrases.Found<Closeness> found = units.closenessBefore(line, start);
        if (found == null && before < start) {
            found = units.closenessBefore(line, before);
        }
        if (found != null && !isOtherSense(line, start - found.length())) {
            return found.value();
        }
        // "20 million plus 5 million" adds; "20 million plus" is a lower bound.
        boolean adds = line.is(end, "plus")
                && line.has(end + 1)
                && (units.signAt(line, end + 1) != null
                        || Character.isDigit(line.get(end + 1).text().charAt(0)));
        return adds ? otherwise : units.closenessAfter(line, end).orElse(otherwise);
    }

    /** "a vote on some 30 changes" is about; "talked about 30 changes" is not. */
    private static boolean isOtherSense(Line line, int at) {
        Piece word = line.get(Math.max(at, 0));
        boolean speech = at > 0
                && Set.of(
                                "talk",
                                "speak",
                                "ask",
                                "worry",
                                "know",
                                "hear",
                                "think",
                                "complain",
                                "concern",
                                "brag",
                                "learn",
                                "lie",
                                "question",
                                "concerns",
                                "questions")
                        .contains(line.get(at - 1).lemma());
        return word.is("about") && speech
                || word.is("over") && at > 0 && line.get(at - 1).is("dispute", "row", "concerns", "control");
    }
}
