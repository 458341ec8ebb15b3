package org.hearsay.read.language;

import java.math.BigDecimal;

/**
 * A number as written, without its unit.
 *
 * @param high above {@code low} for words such as "dozens"
 * @param end index after its last piece
 * @param scaled whether a word such as "million" belongs to it
 * @param digits whether it is written in digits
 */
record Numeral(BigDecimal low, BigDecimal high, int end, boolean scaled, boolean digits, BigDecimal scale) {
    static final BigDecimal HALF = new BigDecimal("0.5");

    /** A number that is sure and that no word such as "million" multiplies. */
    static Numeral exactly(BigDecimal value, int end, boolean digits) {
        return new Numeral(value, value, end, false, digits, BigDecimal.ONE);
    }

    boolean vague() {
        return low.compareTo(high) < 0;
    }

    /** A whole number of things, of at most four digits and not vague. */
    boolean isCount() {
        return !vague() && low.scale() <= 0 && low.signum() > 0 && low.compareTo(BigDecimal.valueOf(10_000)) < 0;
    }

    Numeral until(int later) {
        return new Numeral(low, high, later, scaled, digits, scale);
    }

    /** With "and a half", which ends before {@code later}. */
    Numeral andHalf(int later) {
        return exactly(low.add(HALF), later, digits);
    }

    Numeral times(BigDecimal factor) {
        return new Numeral(plain(low.multiply(factor)), plain(high.multiply(factor)), end, scaled, digits, scale);
    }

    /** Without trailing zeros and without an exponent. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
