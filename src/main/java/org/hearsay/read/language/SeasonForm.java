package org.hearsay.read.language;

import org.jspecify.annotations.Nullable;

/** Seasons of one year: "fall of 1999", "spring 1946", "in the summer". Seasons differ by half of the earth, so they have no bounds. Immutable. */
final class SeasonForm implements DateForm {
    private final Calendar calendar;

    SeasonForm(Calendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public @Nullable FoundDate at(Line line, int at, Published published) {
        if (!calendar.isSeason(line, at)) {
            return null;
        }
        int yearAt = line.is(at + 1, "of") ? at + 2 : at + 1;
        boolean year = calendar.isYear(line, yearAt) || line.lower(yearAt).matches("'\\d\\d");
        return FoundDate.open(at, year ? yearAt + 1 : at + 1);
    }
}
