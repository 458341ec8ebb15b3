package org.hearsay.read.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A share in words: "half of", "two-thirds of", "a third of".
 *
 * @param end index after its last piece
 * @param exact whether its percentage is exact; a third is 33.3 and some
 */
record Fraction(BigDecimal percent, int end, boolean exact) {
    /** Of how many one says "in": "two in three", "one in 100". A third is not exact. */
    private static final List<Integer> ROUND = List.of(3, 4, 5, 8, 10, 20, 50, 100, 1000);

    /** "half of", "two-thirds of", "a third of", "three quarters of". */
    static Optional<Fraction> at(Line line, int at) {
        Piece first = line.get(at);
        boolean capital = first.isCapital() && at > 0;
        if (capital || at + 1 >= line.size()) {
            return Optional.empty();
        }
        if (first.is("half") && isHalving(line, at)) {
            return Optional.of(new Fraction(BigDecimal.valueOf(50), at + 1, true));
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
        if (!isShare(line, at, end, word)) {
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

    private static boolean isShare(Line line, int at, int end, String word) {
        if (line.is(end, "of")) {
            return !isOfPercent(line, end + 1);
        }
        boolean change = isChange(line, at) && !line.isNoun(end);
        boolean compared = word.startsWith("a-") && isCompared(line, end);
        boolean several = (word.startsWith("two-") || word.startsWith("three-") || word.startsWith("four-"))
                && (line.is(end, "(", "who", "that", ",", ".")
                        || Set.of("VERB", "AUX").contains(line.tag(end)));
        return change || compared || several;
    }

    /** "cut by half", "by more than half" tells how much less. */
    private static boolean isHalving(Line line, int at) {
        return isChange(line, at) && !line.isNoun(at + 1) && !line.is(at + 1, "a", "an", "of", "the", "its", "their");
    }

    /** "by a third", "by more than half". */
    private static boolean isChange(Line line, int at) {
        return line.is(Limits.skipCloseness(line, at) - 1, "by");
    }

    /** "a third more", "20% fewer": the share is of what stands behind that word. */
    static boolean isCompared(Line line, int at) {
        return line.is(at, "more", "less", "fewer", "higher", "lower", "cheaper");
    }

    /** "seven in 10 voters", "one in five adults": a share of the noun that follows. */
    static Optional<Fraction> ratioAt(Line line, int at, NumeralReader numerals) {
        if (!line.is(at + 1, "in") || !line.has(at + 3)) {
            return Optional.empty();
        }
        Optional<Numeral> some = numerals.at(line, at, false).filter(n -> n.end() == at + 1);
        Optional<Numeral> all = numerals.at(line, at + 2, false).filter(n -> n.end() == at + 3);
        if (some.isEmpty()
                || all.isEmpty()
                || !some.get().isCount()
                || !all.get().isCount()) {
            return Optional.empty();
        }
        BigDecimal whole = all.get().low();
        boolean round = ROUND.contains(whole.intValueExact());
        if (!round
                || some.get().low().compareTo(whole) >= 0
                || !line.isNoun(at + 3)
                        && !Set.of("ADJ", "VERB", "AUX").contains(line.tag(at + 3))
                        && !line.is(at + 3, "of")) {
            return Optional.empty();
        }
        BigDecimal percent = some.get().low().multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP);
        return Optional.of(new Fraction(Numeral.plain(percent), at + 3, ROUND.indexOf(whole.intValueExact()) > 0));
    }

    /** "half of 1 percent" is a percentage and no half. */
    static boolean isOfPercent(Line line, int at) {
        return line.is(at, "1", "one", "a") && line.is(at + 1, "percent", "%", "per", "percentage");
    }
}
