package org.hearsay.read.language;

import java.math.BigDecimal;
import java.util.Set;

/** Finds the noun that a number counts: "twenty-five senior officials". */
final class CountedNoun {
    private CountedNoun() {}

    /** The index of the noun that the number counts, or -1. */
    static int after(Line line, Numeral numeral) {
        boolean one = numeral.low().compareTo(BigDecimal.ONE) == 0 && !numeral.vague();
        int from = numeral.end();
        boolean inches = line.is(from, "\"") && line.isGlued(from);
        boolean picture = line.is(from, "p", "x") && line.isGlued(from); // "1080p screens", "2x points"
        if (one || picture || inches || from >= line.size()) {
            return -1;
        }
        boolean vagueOf = line.get(from).is("of");
        if (vagueOf && numeral.vague()) {
            from++;
        } else if (vagueOf) {
            // "three of the officials": the number alone, its noun follows.
            return -1;
        }
        int last = -1;
        boolean quoted = false;
        for (int i = from; i < line.size() && i < from + 6; i++) {
            Piece piece = line.get(i);
            if (piece.is("\"") && (last < 0 || quoted)) {
                quoted = !quoted;
            } else if (piece.tag().equals("NOUN")) {
                last = i;
            } else if (piece.tag().equals("PROPN") && last < 0) {
                continue;
            } else if (!piece.tag().equals("ADJ") && !piece.is("more", "other", "-") && !isParticiple(piece)
                    || last >= 0) {
                break;
            }
        }
        if (last < 0 || !isPlural(line.get(last)) && !numeral.scaled()) {
            return -1;
        }
        return last;
    }

    private static boolean isParticiple(Piece piece) {
        return piece.tag().equals("VERB")
                && (piece.lower().endsWith("ed") || piece.lower().endsWith("ing"));
    }

    static boolean isPlural(Piece noun) {
        String word = noun.lower();
        return word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
                || !word.equals(noun.lemma())
                || Set.of(
                                "people",
                                "police",
                                "troops",
                                "men",
                                "women",
                                "children",
                                "staff",
                                "personnel",
                                "aircraft",
                                "cattle",
                                "media",
                                "data",
                                "fish",
                                "sheep",
                                "dead",
                                "percent")
                        .contains(word);
    }
}
