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
}
