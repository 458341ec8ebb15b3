package org.hearsay.read.language;

import java.math.BigDecimal;
import org.hearsay.read.language.Quantity.Closeness;
import org.hearsay.read.language.Units.Unit;

/** A number with its unit, or two of them that make a range. {@code head} is the index of a count's noun, else -1. */
record Amount(int start, int end, BigDecimal low, BigDecimal high, Unit unit, Closeness closeness, int head) {
    /** The same below zero, with its "minus" that stands at {@code earlier}. */
    Amount belowZero(int earlier) {
        return new Amount(earlier, end, high.negate(), low.negate(), unit, closeness, head);
    }
}
