package org.hearsay.read.language;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is counted from the day of publication: "yesterday", "last year", "next Monday", "two years ago". Immutable. */
final class RelativeForm implements DateForm {
    private final Calendar calendar;
    private final NumeralReader numerals;

    RelativeForm(Calendar calendar, NumeralReader numerals) {
        this.calendar = calendar;
        this.numerals = numerals;
    }

    @Override
    public @Nullable FoundDate at(Line line, int at, Published published) {
        FoundDate found = near(line, at, published);
        found = found != null ? found : relative(line, at, published);
        return found != null ? found : ago(line, at, published);
    }

    /** "today", "yesterday", "tomorrow", "tonight". */
    private static @Nullable FoundDate near(Line line, int at, Published published) {
        int offset =
                line.is(at, "today", "tonight") ? 0 : line.is(at, "yesterday") ? -1 : line.is(at, "tomorrow") ? 1 : 9;
        if (offset == 9 || line.is(at - 1, "usa") || line.isCapital(at) && at > 0) {
            return null;
        }
        return FoundDate.day(
                at, Calendar.partOfDay(line, at + 1), published.day().map(from -> from.plusDays(offset)));
    }

    /** "last year", "this month", "next Monday", "earlier this week". */
    private @Nullable FoundDate relative(Line line, int at, Published published) {
        int i = line.is(at, "earlier", "later", "early", "late") ? at + 1 : at;
        int step = line.is(i, "last", "previous", "past")
                ? -1
                : line.is(i, "this", "current") ? 0 : line.is(i, "next", "coming") ? 1 : 9;
        if (step == 9 || !line.has(i + 1)) {
            return null;
        }
        DayOfWeek weekday = calendar.weekday(line, i + 1);
        if (weekday != null) {
            return FoundDate.day(at, Calendar.partOfDay(line, i + 2), published.weekdayAfter(weekday, step));
        }
        int month = calendar.month(line, i + 1);
        if (month > 0) {
            return DayForm.month(at, i + 2, published.monthAfter(month, step));
        }
        if (!line.is(
                i + 1,
                "year",
                "month",
                "week",
                "quarter",
                "weekend",
                "spring",
                "summer",
                "fall",
                "autumn",
                "winter",
                "decade",
                "century",
                "night",
                "season",
                "semester")) {
            return null;
        }
        Optional<Published.Period> period = published.period(line.lower(i + 1), step);
        return new FoundDate(at, i + 2, period.map(Published.Period::first), period.map(Published.Period::last));
    }

    /** "two years ago", "a week ago". */
    private @Nullable FoundDate ago(Line line, int at, Published published) {
        int unitAt = at + 1;
        long count = 1;
        if (!line.is(at, "a", "an") || line.is(at + 1, "few", "couple")) {
            Optional<Numeral> numeral = numerals.at(line, at, false).filter(RelativeForm::isSmall);
            if (numeral.isEmpty()) {
                return null;
            }
            count = numeral.get().low().longValueExact();
            unitAt = numeral.get().end();
        }
        if (!line.is(unitAt + 1, "ago")) {
            return null;
        }
        long steps = count;
        int end = unitAt + 2;
        Optional<LocalDate> from = published.day();
        return switch (line.lower(unitAt).replaceAll("s$", "")) {
            case "day" -> around(at, end, from.map(day -> day.minusDays(steps)), 0);
            case "week" -> around(at, end, from.map(day -> day.minusWeeks(steps)), 3);
            case "month" -> around(at, end, from.map(day -> day.minusMonths(steps)), 15);
            case "year" -> around(at, end, from.map(day -> day.minusYears(steps)), 183);
            case "decade" -> around(at, end, from.map(day -> day.minusYears(10 * steps)), 1826);
            case "hour", "minute" -> around(at, end, from, 0);
            default -> null;
        };
    }

    private static boolean isSmall(Numeral numeral) {
        return numeral.low().scale() <= 0 && numeral.low().compareTo(BigDecimal.valueOf(10_000)) < 0;
    }

    /** A word such as "years" is as exact as half of one. */
    private static FoundDate around(int start, int end, Optional<LocalDate> day, int spread) {
        return new FoundDate(start, end, day.map(d -> d.minusDays(spread)), day.map(d -> d.plusDays(spread)));
    }
}
