package org.hearsay.read.language;

import org.jspecify.annotations.Nullable;

/** A part of a period: "early 2025", "mid-March", "late in the 1990s", "the end of the year". Immutable. */
final class PartForm implements DateForm {
    private final Calendar calendar;
    private final DayForm days;
    private final YearForm years;

    PartForm(Calendar calendar, DayForm days, YearForm years) {
        this.calendar = calendar;
        this.days = days;
        this.years = years;
    }

    @Override
    public @Nullable FoundDate at(Line line, int at, Published published) {
        if (line.lower(at).startsWith("mid-")) {
            String rest = line.lower(at).substring(4);
            boolean known = calendar.monthOf(rest) > 0 || YearForm.isDecade(rest) || Calendar.isYear(rest);
            return known ? FoundDate.open(at, calendar.isYear(line, at + 1) ? at + 2 : at + 1) : null;
        }
        if (line.is(at, "early", "late", "mid")) {
            int whole = line.is(at + 1, "-", "in") ? at + 2 : at + 1;
            FoundDate rest = whole < line.size() ? days.monthFirst(line, whole, published) : null;
            rest = rest == null && calendar.isYear(line, whole) ? years.year(line, whole) : rest;
            rest = rest == null ? YearForm.decade(line, whole) : rest;
            return rest == null ? null : rest.from(at);
        }
        if (line.is(at, "end", "start", "beginning", "middle") && line.is(at + 1, "of")) {
            int unitAt = line.is(at + 2, "the") ? at + 3 : at + 2;
            boolean period = line.is(unitAt, "year", "month", "week", "decade", "century");
            return period ? FoundDate.open(at, unitAt + 1) : null;
        }
        return null;
    }
}
