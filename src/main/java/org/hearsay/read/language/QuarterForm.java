package org.hearsay.read.language;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Quarters and halves of a year: "third quarter of 2025", "third-quarter", "Q3 2025", "first half of the year". Immutable. */
final class QuarterForm implements DateForm {
    private static final Pattern QUARTER = Pattern.compile("q([1-4])");

    private final Calendar calendar;

    QuarterForm(Calendar calendar) {
        this.calendar = calendar;
    }

    /** Which part of a year, of how many months, and the index after its words. */
    private record Part(int number, int months, int end) {}

    @Override
    public @Nullable FoundDate at(Line line, int at, Published published) {
        Part part = part(line, at);
        if (part == null) {
            return null;
        }
        int yearAt = line.is(part.end(), "of", "in") ? part.end() + 1 : part.end();
        if (line.is(yearAt, "the", "this") && line.is(yearAt + 1, "year")) {
            return in(at, yearAt + 2, published.day().map(LocalDate::getYear), part);
        }
        if (line.is(yearAt, "last") && line.is(yearAt + 1, "year")) {
            return in(at, yearAt + 2, published.day().map(from -> from.getYear() - 1), part);
        }
        if (calendar.isYear(line, yearAt)) {
            return in(at, yearAt + 1, Optional.of(calendar.year(line, yearAt)), part);
        }
        return part.months() == 6 ? null : FoundDate.open(at, part.end());
    }

    private static @Nullable Part part(Line line, int at) {
        Matcher q = QUARTER.matcher(line.lower(at));
        if (q.matches()) {
            return new Part(Integer.parseInt(q.group(1)), 3, at + 1);
        }
        String word = line.lower(at);
        if (word.endsWith("-quarter")) {
            int rank = Calendar.rank(word.substring(0, word.length() - 8), 4);
            return rank == 0 ? null : new Part(rank, 3, at + 1);
        }
        int rank = Calendar.rank(word, 4);
        int unitAt = line.is(at + 1, "-") ? at + 2 : at + 1;
        if (rank > 0 && line.is(unitAt, "quarter")) {
            return new Part(rank, 3, unitAt + 1);
        }
        boolean half = rank > 0 && rank <= 2 && line.is(unitAt, "half") && line.is(unitAt + 1, "of");
        return half ? new Part(rank, 6, unitAt + 1) : null;
    }

    private static FoundDate in(int start, int end, Optional<Integer> year, Part part) {
        Optional<LocalDate> first = year.map(y -> LocalDate.of(y, 1 + (part.number() - 1) * part.months(), 1));
        return new FoundDate(
                start,
                end,
                first,
                first.map(day -> day.plusMonths(part.months()).minusDays(1)));
    }
}
