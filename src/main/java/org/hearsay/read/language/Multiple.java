package org.hearsay.read.language;

import java.math.BigDecimal;
import java.util.Optional;

/** How many times more or less: "three times more", "ten times the price", "100x faster", "twice as many". */
record Multiple(BigDecimal factor, int end) {
    /**
     * The multiple that starts at {@code at}; "three times a day" and "twice a week" are counts of something else.
     *
     * @param number the one that starts there, if any
     */
    static Optional<Multiple> at(Line line, int at, Optional<Numeral> number) {
        if (line.is(at, "twice", "thrice") && isCompared(line, at + 1)) {
            return Optional.of(new Multiple(line.is(at, "twice") ? BigDecimal.TWO : BigDecimal.valueOf(3), at + 1));
        }
        return number.filter(n -> !n.vague() && n.low().signum() > 0)
                .filter(n -> line.is(n.end(), "times", "x")
                        && (line.is(n.end(), "times") || line.isGlued(n.end()))
                        && isCompared(line, n.end() + 1))
                .map(n -> new Multiple(n.low(), n.end() + 1));
    }

    private static boolean isCompared(Line line, int at) {
        boolean comparative =
                line.is(at, "as", "more", "less", "fewer", "that", "what", "the", "its", "their", "his", "her")
                        || line.lower(at).endsWith("er") && line.tag(at).startsWith("AD");
        return comparative && line.has(at + 1);
    }
}
