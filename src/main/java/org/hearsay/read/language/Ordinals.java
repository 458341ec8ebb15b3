package org.hearsay.read.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "first", "21st", "twelfth" as numbers. */
final class Ordinals {
    private static final Pattern DIGITS = Pattern.compile("(\\d{1,4})(?:st|nd|rd|th)");
    private static final List<String> WORDS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth");

    private Ordinals() {}

    static Optional<BigDecimal> valueOf(String lower) {
        int at = WORDS.indexOf(lower);
        if (at >= 0) {
            return Optional.of(BigDecimal.valueOf(at + 1L));
        }
        Matcher digits = DIGITS.matcher(lower);
        return digits.matches() ? Optional.of(new BigDecimal(digits.group(1))) : Optional.empty();
    }

    /** Whether the word at {@code at} ranks what follows it, and is no part of a name or a time. */
    static boolean isRank(Line line, int at) {
        Piece piece = line.get(at);
        if (valueOf(piece.lower()).isEmpty() || at + 1 >= line.size()) {
            return false;
        }
        Piece next = line.get(at + 1);
        boolean name = piece.isCapital() && at > 0 || next.is("lady", "minister", "name", "half", "aid", "degree");
        boolean share = piece.is("third", "fourth", "fifth")
                && line.is(at - 1, "a", "-")
                && line.is(at + 1, "more", "less", "fewer");
        boolean idiom = piece.is("first")
                && next.is("place")
                && line.is(at - 1, "the")
                && line.is(at - 2, "in")
                && !line.is(at + 2, "in", "with", "on");
        if (share || idiom) {
            return false;
        }
        boolean spelledTime = piece.is("second") && at > 0 && line.get(at - 1).is("a", "per");
        boolean before = at > 0
                && (line.get(at - 1).is("at")
                        || line.get(at - 1).tag().equals("VERB") && !piece.tag().equals("ADJ"));
        return !name && !spelledTime && !before && (next.isNoun() || next.tag().equals("ADJ") || next.is("-"));
    }
}
