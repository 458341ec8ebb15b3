package org.hearsay.read.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a period: "early 2025", "late last month", "mid-March", "the end of the year". Immutable. */
final class PartForm implements DateForm {
    private final Calendar calendar;
    private final YearForm years;
    private final List<DateForm> wholes;

    PartForm(Calendar calendar, YearForm years, List<DateForm> wholes) {
        this.calendar = calendar;
        this.years = years;
        this.wholes = List.copyOf(wholes);
    }

    @Override
    public @Nullable FoundDate at(Line line, int at, Published published) {
        if (line.lower(at).startsWith("mid-")) {
            String rest = line.lower(at).substring(4);
            boolean known = calendar.monthOf(rest) > 0
                    || calendar.season(rest) > 0
                    || YearForm.isDecade(rest)
                    || Calendar.isYear(rest)
                    || List.of("month", "week", "year", "season", "decade", "century", "quarter")
                            .contains(rest)
                    || rest.matches("'?\\d0s");
            if (!known && line.is(at + 1, "century") && Calendar.rank(rest, 30) > 0) {
                return FoundDate.open(at, at + 2);
            }
            return known ? FoundDate.open(at, calendar.isYear(line, at + 1) ? at + 2 : at + 1) : null;
        }
        if (line.is(at, "early", "late", "mid")) {
            FoundDate whole = whole(line, line.is(at + 1, "-") ? at + 2 : at + 1, published);
            if (whole == null && calendar.season(line.lower(at + 1)) > 0 && !line.isNoun(at + 2)) {
                return line.is(at - 1, "in", "by", "until", "since", "this") ? FoundDate.open(at, at + 2) : null;
            }
            return whole == null ? null : whole.from(at);
        }
        if (line.is(at, "end", "start", "beginning", "middle", "close", "turn") && line.is(at + 1, "of")) {
            int unitAt = line.is(at + 2, "the", "this", "last", "next") ? at + 3 : at + 2;
            if (line.is(unitAt, "year", "month", "week", "quarter", "decade", "century")) {
                return FoundDate.open(at, unitAt + 1);
            }
            FoundDate whole = line.is(at, "turn") ? null : whole(line, unitAt, published);
            return whole == null ? null : FoundDate.open(at, whole.end());
        }
        return line.is(at, "year-end", "month-end", "quarter-end") ? FoundDate.open(at, at + 1) : null;
    }

    private @Nullable FoundDate whole(Line line, int at, Published published) {
        if (!line.has(at)) {
            return null;
        }
        if (calendar.isYear(line, at)) {
            // "the start of the 2016 season" is no part of a year.
            return line.is(at - 1, "the") && line.isNoun(at + 1) ? null : years.year(line, at);
        }
        for (DateForm form : wholes) {
            FoundDate date = form.at(line, at, published);
            if (date != null) {
                return date.hours() ? null : date;
            }
        }
        return null;
    }
}
