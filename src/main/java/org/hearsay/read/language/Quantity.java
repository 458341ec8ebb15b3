package org.hearsay.read.language;

import java.math.BigDecimal;
import java.util.Optional;
import org.hearsay.read.article.Span;

/**
 * A number with its unit and the thing it measures; in a row of a table that is its first cell.
 *
 * @param span the words of the quantity, closeness word not included ("60%" in "nearly 60% of global production")
 * @param low lower bound in {@code unit}; equal to {@code high} unless it is a range. Both are absent only for a DATE whose day the text alone cannot tell
 * @param unit ISO 4217 code for money (XXX where the currency has several, as francs), "%" for shares, "1" for counts and ordinals, "d" for dates (days since 1970-01-01), else UCUM
 * @param of the words that say what is measured ("global production")
 * @param when the words that state its period ("in 2025")
 */
public record Quantity(
        Span span,
        Kind kind,
        Optional<BigDecimal> low,
        Optional<BigDecimal> high,
        String unit,
        Closeness closeness,
        Optional<Span> of,
        Optional<Span> when) {
    public Quantity {
        if (low.isPresent() != high.isPresent() || low.isEmpty() && kind != Kind.DATE) {
            throw new IllegalArgumentException("a quantity has both bounds: " + span + " " + kind);
        }
        if (low.isPresent() && low.get().compareTo(high.get()) > 0) {
            throw new IllegalArgumentException(low.get() + " > " + high.get());
        }
    }

    /** The same, measuring that. */
    Quantity of(Span thing) {
        return new Quantity(span, kind, low, high, unit, closeness, Optional.of(thing), when);
    }

    /**
     * Kinds as they leave the program. A share in words ("two-thirds of the votes") is a MEASURE of the unit "%", since
     * no percentage is written.
     */
    public enum Kind {
        MONEY,
        PERCENT,
        COUNT,
        MEASURE,
        DATE,
        DURATION,
        ORDINAL
    }

    /** How the bound words limit the number: "nearly" ABOUT, "less than" UNDER, "more than" OVER, "between … and" RANGE. */
    public enum Closeness {
        EXACT,
        ABOUT,
        UNDER,
        OVER,
        RANGE
    }
}
