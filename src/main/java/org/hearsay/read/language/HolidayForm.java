package org.hearsay.read.language;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days with a name: "Thanksgiving", "New Year's Day", "Christmas 1997". Immutable. */
final class HolidayForm implements DateForm {
    private final Phrases<int[]> days = new Phrases<>();
    private final Calendar calendar;

    HolidayForm(Calendar calendar) {
        this.calendar = calendar;
        for (List<String> row : Lexicon.rows("holidays.txt")) {
            String[] day = row.size() > 1 ? row.get(1).split("-") : new String[0];
            days.put(
                    row.get(0),
                    day.length == 2 ? new int[] {Integer.parseInt(day[0]), Integer.parseInt(day[1])} : new int[0]);
        }
    }

    @Override
    public @Nullable FoundDate at(Line line, int at, Published published) {
        if (!line.isCapital(at)) {
            return null;
        }
        Phrases.Found<int[]> found = days.startingAt(line, at);
        int end = found == null ? at : at + found.length();
        // "Easter Island" and "Christmas Carol" are other things.
        boolean named = line.isCapital(end) && line.tag(end).equals("PROPN") && !line.is(end - 1, "day", "eve")
                || line.isCapital(at - 1) && line.tag(at - 1).equals("PROPN");
        if (found == null || named) {
            return null;
        }
        boolean year = calendar.isYear(line, end);
        if (found.value().length == 0) {
            return FoundDate.open(at, year ? end + 1 : end);
        }
        int month = found.value()[0];
        int day = found.value()[1];
        Optional<LocalDate> date = year
                ? Published.dayOf(calendar.year(line, end), month, day)
                : published.nearest(month, day, Calendar.isComing(line, at));
        return FoundDate.day(at, year ? end + 1 : end, date);
    }
}
