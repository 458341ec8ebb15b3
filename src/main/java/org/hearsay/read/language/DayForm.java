package org.hearsay.read.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and months by their name or number: "Monday", "March 5, 2025", "5th of March", "March 2025", "2025-03-05". Immutable. */
final class DayForm implements DateForm {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern SLASHED = Pattern.compile("\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})");

    private final Calendar calendar;

    DayForm(Calendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public @Nullable FoundDate at(Line line, int at, Published published) {
        Matcher iso = ISO.matcher(line.get(at).text());
        if (iso.matches()) {
            Optional<LocalDate> day = Published.dayOf(
                    Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3)));
            return FoundDate.day(at, at + 1, day);
        }
        if (SLASHED.matcher(line.get(at).text()).matches()) {
            return FoundDate.open(at, at + 1);
        }
        FoundDate found = weekday(line, at, published);
        found = found != null ? found : monthFirst(line, at, published);
        return found != null ? found : dayFirst(line, at, published);
    }

    /** "Monday", "Monday, March 5". */
    private @Nullable FoundDate weekday(Line line, int at, Published published) {
        DayOfWeek weekday = calendar.weekday(line, at);
        if (weekday == null || line.is(at, "sun", "sat", "mon", "wed") && !line.is(at - 1, "on")) {
            return null;
        }
        int monthAt = line.is(at + 1, ",") ? at + 2 : at + 1;
        if (calendar.isMonth(line, monthAt) && calendar.dayNumber(line, monthAt + 1) > 0) {
            FoundDate day = monthFirst(line, monthAt, published);
            return day == null ? null : day.from(at);
        }
        FoundDate dayFirst = dayFirst(line, monthAt, published);
        if (dayFirst != null) {
            return dayFirst.from(at);
        }
        return FoundDate.day(at, at + 1, published.weekday(weekday, Calendar.isComing(line, at)));
    }

    /** "March 5, 2025", "March 5", "March 2025", "March 5-7", "March". */
    @Nullable
    FoundDate monthFirst(Line line, int at, Published published) {
        if (!calendar.isMonth(line, at)) {
            return null;
        }
        int month = calendar.month(line, at);
        int day = calendar.dayNumber(line, at + 1);
        if (day > 0 && !line.is(at + 2, "percent", "%", "million", "billion", "thousand")) {
            int end = at + 2;
            int lastDay = day;
            if (line.is(end, "-", "to") && calendar.dayNumber(line, end + 1) > day) {
                lastDay = calendar.dayNumber(line, end + 1);
                end += 2;
            }
            int yearAt = line.is(end, ",") ? end + 1 : end;
            boolean year = calendar.isYear(line, yearAt);
            int number = year ? calendar.year(line, yearAt) : 0;
            return days(line, at, year ? yearAt + 1 : end, number, month, day, lastDay, published);
        }
        int yearAt = line.is(at + 1, ",", "of") ? at + 2 : at + 1;
        int step = line.is(at + 1, "last") ? -1 : line.is(at + 1, "this") ? 0 : line.is(at + 1, "next") ? 1 : 9;
        if (step < 9 && line.is(at + 2, "year")) {
            return month(at, at + 3, published.day().map(from -> YearMonth.of(from.getYear() + step, month)));
        }
        Optional<YearMonth> meant = calendar.isYear(line, yearAt)
                ? Optional.of(YearMonth.of(calendar.year(line, yearAt), month))
                : published.month(month, Calendar.isComing(line, at), line.is(at - 1, "by", "until", "before") ? 9 : 2);
        int end = calendar.isYear(line, yearAt) ? yearAt + 1 : at + 1;
        return month(at, end, meant);
    }

    static FoundDate month(int start, int end, Optional<YearMonth> month) {
        return new FoundDate(start, end, month.map(m -> m.atDay(1)), month.map(YearMonth::atEndOfMonth));
    }

    /** "5 March 2025", "the 5th of March". */
    private @Nullable FoundDate dayFirst(Line line, int at, Published published) {
        int day = calendar.dayNumber(line, at);
        int monthAt = line.is(at + 1, "of") ? at + 2 : at + 1;
        if (day == 0 || !calendar.isMonth(line, monthAt) || calendar.dayNumber(line, monthAt + 1) > 0) {
            return null;
        }
        boolean year = calendar.isYear(line, monthAt + 1);
        int number = year ? calendar.year(line, monthAt + 1) : 0;
        return days(
                line, at, year ? monthAt + 2 : monthAt + 1, number, calendar.month(line, monthAt), day, day, published);
    }

    /** {@code year} is 0 where the text has none. */
    private static FoundDate days(
            Line line, int start, int end, int year, int month, int firstDay, int lastDay, Published published) {
        Optional<LocalDate> first = year > 0
                ? Published.dayOf(year, month, firstDay)
                : published.nearest(month, firstDay, Calendar.isComing(line, start));
        Optional<LocalDate> last = year > 0
                ? Published.dayOf(year, month, lastDay)
                : published.nearest(month, lastDay, Calendar.isComing(line, start));
        boolean known = first.isPresent() && last.isPresent() && !first.get().isAfter(last.get());
        return known ? new FoundDate(start, end, first, last) : FoundDate.open(start, end);
    }
}
