package org.hearsay.read.language;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is counted from the day of publication ("yesterday", "last year", "next Monday", "two years ago"), or from
 * another time that the text speaks of ("the following day", "a year earlier"), which has no bounds. Immutable.
 */
final class RelativeForm implements DateForm {
    private static final Set<String> UNITS = Set.of(
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
            "season",
            "semester");
    private static final Set<String> HOURS = Set.of("morning", "afternoon", "evening", "night");

    private final Calendar calendar;
    private final NumeralReader numerals;
    private final HolidayForm holidays;

    RelativeForm(Calendar calendar, NumeralReader numerals, HolidayForm holidays) {
        this.calendar = calendar;
        this.numerals = numerals;
        this.holidays = holidays;
    }

    @Override
    public @Nullable FoundDate at(Line line, int at, Published published) {
        FoundDate found = near(line, at, published);
        found = found != null ? found : relative(line, at, published);
        found = found != null ? found : fromAnother(line, at);
        found = found != null ? found : weekend(line, at);
        return found != null ? found : ago(line, at, published);
    }

    /** "today", "yesterday", "tomorrow"; "tonight" is an hour of the day. */
    private static @Nullable FoundDate near(Line line, int at, Published published) {
        int offset =
                line.is(at, "today", "tonight") ? 0 : line.is(at, "yesterday") ? -1 : line.is(at, "tomorrow") ? 1 : 9;
        if (offset == 9 || line.is(at - 1, "usa") || line.isCapital(at) && at > 0 && !isAfterMark(line, at)) {
            return null;
        }
        FoundDate day = FoundDate.day(at, at + 1, published.day().map(from -> from.plusDays(offset)));
        return line.is(at, "tonight") ? day.asHours() : day;
    }

    private static boolean isAfterMark(Line line, int at) {
        return line.tag(at - 1).equals("PUNCT");
    }

    /** "last year", "this month", "next Monday", "last night". */
    private @Nullable FoundDate relative(Line line, int at, Published published) {
        int step = line.is(at, "last", "past")
                ? -1
                : line.is(at, "this", "current") ? 0 : line.is(at, "next", "coming") ? 1 : 9;
        if (step == 9 || !line.has(at + 1)) {
            return null;
        }
        DayOfWeek weekday = calendar.weekday(line, at + 1);
        if (weekday != null) {
            return FoundDate.day(at, at + 2, published.weekdayAfter(weekday, step));
        }
        int month = calendar.month(line, at + 1);
        if (month > 0) {
            return DayForm.month(at, at + 2, published.monthAfter(month, step));
        }
        FoundDate holiday = line.is(at, "past") ? null : holidays.at(line, at + 1, published);
        if (holiday != null) {
            return FoundDate.open(at, holiday.end());
        }
        int unitAt = line.is(at + 1, "fiscal", "calendar", "school", "academic", "crop", "tax") ? at + 2 : at + 1;
        String unit = line.lower(unitAt);
        if (HOURS.contains(unit) && !line.is(at, "past", "coming", "next", "current")) {
            return FoundDate.day(at, unitAt + 1, published.day().map(from -> from.plusDays(step)))
                    .asHours();
        }
        if (!UNITS.contains(unit) || line.is(at, "past") && line.is(unitAt, "decade", "century")) {
            return null;
        }
        Optional<Published.Period> period = unitAt == at + 1 ? published.period(unit, step) : Optional.empty();
        return new FoundDate(at, unitAt + 1, period.map(Published.Period::first), period.map(Published.Period::last));
    }

    /** "the following day", "the previous year", "a year earlier", "the year-earlier quarter", "the month before". */
    private static @Nullable FoundDate fromAnother(Line line, int at) {
        if (line.is(at, "following", "previous", "preceding", "same", "next", "prior")
                && line.is(
                        at + 1, "day", "week", "month", "year", "quarter", "weekend", "season", "spring", "summer",
                        "fall", "winter")
                && (!line.isNoun(at + 2) || line.is(at + 1, "year"))) {
            return FoundDate.open(at, at + 2);
        }
        for (String unit : new String[] {"year", "month", "week", "quarter"}) {
            if (line.is(at, unit + "-earlier", unit + "-ago")
                    || line.is(at, unit) && line.is(at + 1, "-") && line.is(at + 2, "earlier", "ago")) {
                int end = line.is(at, unit) ? at + 3 : at + 1;
                return FoundDate.open(at, line.is(end, "quarter", "period", "month", "week", "half") ? end + 1 : end);
            }
        }
        boolean one = line.is(at - 1, "a", "one", "the") || line.is(at, "a", "one");
        int unitAt = line.is(at, "a", "one") ? at + 1 : at;
        if (one && line.is(unitAt, "year", "month", "week", "quarter", "day", "weekend")) {
            boolean earlier = line.is(unitAt + 1, "earlier") && !line.is(unitAt - 1, "the");
            boolean before = line.is(unitAt + 1, "before", "after")
                    && (!line.has(unitAt + 2)
                            || line.tag(unitAt + 2).equals("PUNCT")
                            || line.is(unitAt + 2, "and", "to", "in"));
            return earlier || before ? FoundDate.open(at, unitAt + 2) : null;
        }
        return null;
    }

    /** "over the weekend", "the weekend's storms"; "weekend" before another noun is any. */
    private static @Nullable FoundDate weekend(Line line, int at) {
        boolean one = line.is(at, "weekend") && line.is(at - 1, "the") && !line.isNoun(at + 1);
        return one ? FoundDate.open(at, at + 1) : null;
    }

    /** "two years ago", "a week ago", "several months ago". */
    private @Nullable FoundDate ago(Line line, int at, Published published) {
        int unitAt = at + 1;
        long least = 1;
        long most = 1;
        if (line.is(at, "several", "some") || line.is(at, "a") && line.is(at + 1, "few")) {
            unitAt = line.is(at, "a") ? at + 2 : at + 1;
            least = 2;
            most = 9;
        } else if (line.is(at, "a") && line.is(at + 1, "couple")) {
            unitAt = line.is(at + 2, "of") ? at + 3 : at + 2;
            least = 2;
            most = 3;
        } else if (!line.is(at, "a", "an")) {
            Optional<Numeral> numeral = numerals.at(line, at, false).filter(RelativeForm::isSmall);
            if (numeral.isEmpty()) {
                return null;
            }
            least = numeral.get().low().longValueExact();
            most = numeral.get().high().longValueExact();
            unitAt = numeral.get().end();
        }
        return line.is(unitAt + 1, "ago") ? ago(line.lower(unitAt), at, unitAt + 2, least, most, published) : null;
    }

    /** A word such as "years" is as exact as half of one. */
    private static @Nullable FoundDate ago(
            String unit, int start, int end, long least, long most, Published published) {
        Optional<LocalDate> near = published.day();
        return switch (unit) {
            case "day", "days" ->
                new FoundDate(start, end, near.map(d -> d.minusDays(most)), near.map(d -> d.minusDays(least)));
            case "week", "weeks" ->
                new FoundDate(
                        start,
                        end,
                        near.map(d -> d.minusWeeks(most).minusDays(3)),
                        near.map(d -> d.minusWeeks(least).plusDays(3)));
            case "month", "months" ->
                new FoundDate(
                        start,
                        end,
                        near.map(d -> d.minusMonths(most).minusDays(15)),
                        near.map(d -> d.minusMonths(least).plusDays(15)));
            case "year", "years", "season", "seasons" ->
                new FoundDate(
                        start,
                        end,
                        near.map(d -> d.minusYears(most).minusDays(183)),
                        near.map(d -> d.minusYears(least).plusDays(183)));
            case "decade", "decades" ->
                new FoundDate(
                        start,
                        end,
                        near.map(d -> d.minusYears(10 * most).minusDays(1826)),
                        near.map(d -> d.minusYears(10 * least).plusDays(1826)));
            case "hour", "hours", "minute", "minutes" ->
                FoundDate.day(start, end, near).asHours();
            default -> null;
        };
    }

    private static boolean isSmall(Numeral numeral) {
        return numeral.low().scale() <= 0 && numeral.high().compareTo(BigDecimal.valueOf(10_000)) < 0;
    }
}
