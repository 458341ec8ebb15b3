package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates and periods of the calendar by the forms in which they are written; of several at one place the first
 * form in the list wins. Immutable.
 */
final class DateFinder {
    /** No date has a longer word; what does is an address or an attack. */
    private static final int LONGEST_WORD = 24;

    private final List<DateForm> forms;

    DateFinder(NumeralReader numerals) {
        Calendar calendar = new Calendar();
        DayForm days = new DayForm(calendar);
        YearForm years = new YearForm(calendar);
        HolidayForm holidays = new HolidayForm(calendar);
        RelativeForm relative = new RelativeForm(calendar, numerals, holidays);
        QuarterForm quarters = new QuarterForm(calendar, years, days);
        SeasonForm seasons = new SeasonForm(calendar);
        PartForm parts = new PartForm(calendar, years, List.of(days, relative, quarters, seasons, years));
        forms = List.of(
                new PeriodForm(calendar, numerals, days, years),
                holidays,
                days,
                relative,
                quarters,
                parts,
                seasons,
                years);
    }

    List<FoundDate> in(Line line, Published published) {
        List<FoundDate> found = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            FoundDate date = line.get(i).text().length() > LONGEST_WORD ? null : at(line, i, published);
            if (date != null) {
                found.add(date);
                i = date.end() - 1;
            }
        }
        return found;
    }

    private @Nullable FoundDate at(Line line, int at, Published published) {
        for (DateForm form : forms) {
            FoundDate date = form.at(line, at, published);
            if (date != null) {
                return date;
            }
        }
        return null;
    }
}
