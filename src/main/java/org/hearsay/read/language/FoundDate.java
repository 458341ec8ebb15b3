package org.hearsay.read.language;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.hearsay.read.language.Quantity.Closeness;
import org.hearsay.read.language.Quantity.Kind;

/**
 * A date at the pieces from {@code start} to {@code end}, with its first and last day where they are known.
 *
 * @param hours whether it is a time of day ("last night"): no date of its own, but it says when
 */
record FoundDate(int start, int end, Optional<LocalDate> first, Optional<LocalDate> last, boolean hours) {
    FoundDate(int start, int end, Optional<LocalDate> first, Optional<LocalDate> last) {
        this(start, end, first, last, false);
    }

    static FoundDate open(int start, int end) {
        return new FoundDate(start, end, Optional.empty(), Optional.empty());
    }

    static FoundDate between(int start, int end, LocalDate first, LocalDate last) {
        return new FoundDate(start, end, Optional.of(first), Optional.of(last));
    }

    static FoundDate years(int start, int end, int first, int last) {
        return between(start, end, LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
    }

    static FoundDate day(int start, int end, Optional<LocalDate> day) {
        return new FoundDate(start, end, day, day);
    }

    FoundDate from(int earlier) {
        return new FoundDate(earlier, end, first, last, hours);
    }

    FoundDate until(int later) {
        return new FoundDate(start, later, first, last, hours);
    }

    FoundDate asHours() {
        return new FoundDate(start, end, first, last, true);
    }

    Quantity quantity(Line line) {
        boolean range = first.isPresent() && !first.equals(last);
        return new Quantity(
                line.span(start, end),
                Kind.DATE,
                first.map(day -> BigDecimal.valueOf(day.toEpochDay())),
                last.map(day -> BigDecimal.valueOf(day.toEpochDay())),
                "d",
                range ? Closeness.RANGE : Closeness.EXACT,
                Optional.empty(),
                Optional.empty());
    }
}
