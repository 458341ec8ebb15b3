package org.hearsay.read.language;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A share in words: "half of", "two-thirds of", "a third of".
 *
 * @param end index after its last piece
 * @param exact whether its percentage is exact; a third is 33.3 and some
 */
record Fraction(BigDecimal percent, int end, boolean exact) {
    /** "half of", "two-thirds of", "a third of", "three quarters of". */
    static Optional<Fraction> at(Line line, int at) {
        Piece first = line.get(at);
        boolean capital = first.isCapital() && at > 0;
        if (capital || at + 1 >= line.size()) {
            return Optional.empty();
        }
        if (first.is("half")
                && !isOfPercent(line, at + 2)
                && (line.get(at + 1).is("of") || line.get(at + 1).is("the", "its", "their", "all"))
                && !(at > 0 && Ordinals.valueOf(line.get(at - 1).lower()).isPresent())
                && !(at > 0 && line.get(at - 1).is("the", "latter", "other", "'s"))) {
            return Optional.of(new Fraction(BigDecimal.valueOf(50), at + 1, true));
        }
        String word = first.lower();
        int end = at + 1;
        if (first.is("a", "one", "two", "three", "four") && at + 2 < line.size()) {
            int skip = line.get(at + 1).is("-") ? 2 : 1;
            word += "-" + line.get(at + skip).lower();
            end = at + skip + 1;
        }
        if (end >= line.size() || !line.get(end).is("of") || isOfPercent(line, end + 1)) {
            return Optional.empty();
        }
        return switch (word) {
            case "a-third", "one-third" -> Optional.of(new Fraction(new BigDecimal("33.3"), end, false));
            case "two-thirds" -> Optional.of(new Fraction(new BigDecimal("66.7"), end, false));
            case "a-quarter", "one-quarter" -> Optional.of(new Fraction(BigDecimal.valueOf(25), end, true));
            case "three-quarters" -> Optional.of(new Fraction(BigDecimal.valueOf(75), end, true));
            case "a-fifth", "one-fifth" -> Optional.of(new Fraction(BigDecimal.valueOf(20), end, true));
            case "two-fifths" -> Optional.of(new Fraction(BigDecimal.valueOf(40), end, true));
            case "three-fifths" -> Optional.of(new Fraction(BigDecimal.valueOf(60), end, true));
            case "four-fifths" -> Optional.of(new Fraction(BigDecimal.valueOf(80), end, true));
            case "a-tenth", "one-tenth" -> Optional.of(new Fraction(BigDecimal.TEN, end, true));
            default -> Optional.empty();
        };
    }

    /** "half of 1 percent" is a percentage and no half. */
    static boolean isOfPercent(Line line, int at) {
        return line.is(at, "1", "one", "a") && line.is(at + 1, "percent", "%", "per", "percentage");
    }
}
