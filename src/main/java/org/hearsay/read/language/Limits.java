package org.hearsay.read.language;

import java.util.Set;
import org.hearsay.read.language.Quantity.Closeness;
import org.hearsay.read.language.Quantity.Kind;

/** The words beside a number that limit it: "nearly", "at least", "or so". Immutable. */
final class Limits {
    private final Set<String> telling = Lexicon.words("closeness-senses.txt", "telling");
    private final Set<String> placing = Lexicon.words("closeness-senses.txt", "placing");
    private final Set<String> quarrel = Lexicon.words("closeness-senses.txt", "quarrel");
    private final Set<String> lasting = Lexicon.words("closeness-senses.txt", "lasting");

    private final Units units;

    Limits(Units units) {
        this.units = units;
    }

    Closeness of(Line line, int start, int end, Kind kind, Closeness otherwise) {
        if (AtLeast.holds(line, start, end)) {
            return Closeness.OVER;
        }
        int before = start > 0 && line.get(start - 1).is("a", "the", "an") && start > 1 ? start - 1 : start;
        Phrases.Found<Closeness> found = units.closenessBefore(line, start);
        int at = start;
        if (found == null && before < start) {
            found = units.closenessBefore(line, before);
            at = before;
        }
        if (found != null && !isOtherSense(line, at - found.length(), kind)) {
            return found.value();
        }
        // "20 million plus 5 million" adds; "20 million plus" is a lower bound.
        boolean adds = line.is(end, "plus")
                && line.has(end + 1)
                && (units.signAt(line, end + 1) != null
                        || Character.isDigit(line.get(end + 1).text().charAt(0)));
        return adds ? otherwise : units.closenessAfter(line, end).orElse(otherwise);
    }

    /** "a vote on some 30 changes" is about; "talked about 30 changes" and "fell by half over two years" are not. */
    private boolean isOtherSense(Line line, int at, Kind kind) {
        String previous = line.lemma(at - 1);
        if (line.is(at, "about")) {
            return telling.contains(previous);
        }
        if (line.is(at, "around")) {
            return placing.contains(previous);
        }
        if (!line.is(at, "over")) {
            return false;
        }
        boolean during = kind == Kind.DURATION && at > 0 && !lasting.contains(previous);
        return during || quarrel.contains(line.lower(at - 1)) || quarrel.contains(previous);
    }

    /** Where the words of closeness begin that stand before {@code start}, or {@code start}. */
    static int skipCloseness(Line line, int start) {
        int at = line.is(start - 1, "to") && line.is(start - 2, "up") ? start - 2 : start;
        while (at > 0
                && line.get(at - 1)
                        .is(
                                "about",
                                "around",
                                "some",
                                "nearly",
                                "almost",
                                "roughly",
                                "approximately",
                                "over",
                                "under",
                                "more",
                                "less",
                                "than",
                                "least",
                                "up",
                                "between",
                                "estimated",
                                "an",
                                "fewer",
                                "just",
                                "exceeding",
                                "above",
                                "below",
                                "close",
                                "most")) {
            at--;
        }
        return at;
    }
}
