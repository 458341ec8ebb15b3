package org.hearsay.read.language;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Periods of accounts and calendars: "three months ended Sept. 30", "the year ended March 31", "first nine months of
 * 1997", "the week of March 9". Immutable.
 */
final class PeriodForm implements DateForm {
    private final Calendar calendar;
    private final NumeralReader numerals;
    private final DayForm days;
    private final YearForm years;

    PeriodForm(Calendar calendar, NumeralReader numerals, DayForm days, YearForm years) {
        this.calendar = calendar;
        this.numerals = numerals;
        this.days = days;
        this.years = years;
    }

    @Override
    public @Nullable FoundDate at(Line line, int at, Published published) {
        FoundDate ended = ended(line, at, published);
        ended = ended != null ? ended : firstMonths(line, at, published);
        return ended != null ? ended : weekOf(line, at, published);
    }

    private @Nullable FoundDate ended(Line line, int at, Published published) {
        int unitAt = at;
        long months = 0;
        Optional<Numeral> numeral = numerals.at(line, at, false)
                .filter(n -> n.low().scale() <= 0 && n.low().compareTo(BigDecimal.valueOf(500)) < 0);
        if (numeral.isPresent() && line.has(numeral.get().end())) {
            unitAt = numeral.get().end();
            unitAt = line.is(unitAt, "-") ? unitAt + 1 : unitAt;
            months = line.is(unitAt, "month", "months") ? numeral.get().low().longValueExact() : 0;
        } else if (line.is(at, "fiscal")) {
            unitAt = at + 1;
        }
        boolean unit = line.is(
                unitAt, "year", "quarter", "half", "period", "month", "months", "week", "weeks", "days", "semester");
        months = line.is(unitAt, "year") ? 12 : line.is(unitAt, "quarter") ? 3 : line.is(unitAt, "half") ? 6 : months;
        int endAt = line.is(unitAt + 1, "that") ? unitAt + 2 : unitAt + 1;
        if (!unit || !line.is(endAt, "ended", "ending", "ends")) {
            return null;
        }
        int dateAt = line.is(endAt + 1, "on", "in") ? endAt + 2 : endAt + 1;
        FoundDate stated = dateAt < line.size() ? days.at(line, dateAt, published) : null;
        if (stated == null) {
            return null;
        }
        FoundDate last = line.is(endAt, "ended") ? past(stated, published) : stated;
        long back = months;
        Optional<LocalDate> first = back == 0
                ? Optional.empty()
                : last.last().map(day -> day.plusDays(1).minusMonths(back));
        return new FoundDate(at, last.end(), first, first.isPresent() ? last.last() : Optional.empty());
    }

    /** What has ended lies behind the day of publication. */
    static FoundDate past(FoundDate date, Published published) {
        boolean ahead = published.day().isPresent()
                && date.last().filter(published.day().get()::isBefore).isPresent();
        return ahead
                ? new FoundDate(
                        date.start(),
                        date.end(),
                        date.first().map(d -> d.minusYears(1)),
                        date.last().map(d -> d.minusYears(1)))
                : date;
    }

    /** "first nine months of 1997", "last six weeks of the year". */
    private @Nullable FoundDate firstMonths(Line line, int at, Published published) {
        boolean first = line.is(at, "first");
        if (!first && !line.is(at, "last") || !line.has(at + 1)) {
            return null;
        }
        Optional<Numeral> numeral =
                numerals.at(line, at + 1, false).filter(n -> n.low().scale() <= 0);
        int unitAt = numeral.map(Numeral::end).orElse(0);
        if (numeral.isEmpty()
                || !line.is(unitAt, "months", "weeks", "quarters", "days", "years")
                || !line.is(unitAt + 1, "of")) {
            return null;
        }
        FoundDate year = years.yearAt(line, unitAt + 2, published);
        if (year == null) {
            return null;
        }
        boolean known =
                first && line.is(unitAt, "months") && numeral.get().low().compareTo(BigDecimal.valueOf(12)) < 0;
        long months = known ? numeral.get().low().longValueExact() : 0;
        return known && year.first().isPresent()
                ? FoundDate.between(
                        at,
                        year.end(),
                        year.first().get(),
                        year.first().get().plusMonths(months).minusDays(1))
                : FoundDate.open(at, year.end());
    }

    /** "the week of March 9", "the week of the vote" is none. */
    private @Nullable FoundDate weekOf(Line line, int at, Published published) {
        if (!line.is(at, "week", "month") || !line.is(at + 1, "of") || !calendar.isMonth(line, at + 2)) {
            return null;
        }
        FoundDate day = days.at(line, at + 2, published);
        return day == null ? null : FoundDate.open(at, day.end());
    }
}
