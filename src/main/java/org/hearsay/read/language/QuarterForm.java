package org.hearsay.read.language;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Quarters and halves of a year: "third quarter of 2025", "third-quarter", "Q3 2025", "first half of fiscal 1990". Immutable. */
final class QuarterForm implements DateForm {
    private static final Pattern QUARTER = Pattern.compile("q([1-4])");

    /** Beside these words a half is one of the year and none of a match. */
    private static final Set<String> ACCOUNTS = Set.of(
            "profit",
            "sale",
            "sales",
            "revenue",
            "earnings",
            "income",
            "loss",
            "losses",
            "turnover",
            "export",
            "exports",
            "output",
            "gdp",
            "growth",
            "earn",
            "deficit",
            "surplus",
            "shipment",
            "dividend",
            "result",
            "results");

    private final Calendar calendar;
    private final YearForm years;
    private final DayForm days;

    QuarterForm(Calendar calendar, YearForm years, DayForm days) {
        this.calendar = calendar;
        this.years = years;
        this.days = days;
    }

    /** Which part of a year, of how many months, and the index after its words. */
    private record Part(int number, int months, int end) {}

    @Override
    public @Nullable FoundDate at(Line line, int at, Published published) {
        boolean fiscal = line.is(at, "fiscal");
        Part part = part(line, fiscal ? at + 1 : at);
        if (part == null) {
            return null;
        }
        int end = part.end();
        if (line.is(end, "ended", "ending") && line.has(end + 1)) {
            FoundDate stated = days.at(line, end + 1, published);
            if (stated != null) {
                FoundDate last = line.is(end, "ended") ? PeriodForm.past(stated, published) : stated;
                Optional<LocalDate> first =
                        last.last().map(day -> day.plusDays(1).minusMonths(part.months()));
                return new FoundDate(at, last.end(), first, first.isPresent() ? last.last() : Optional.empty());
            }
        }
        int yearAt = line.is(end, "of", "in") ? end + 1 : end;
        FoundDate year = line.has(yearAt) ? years.yearAt(line, yearAt, published) : null;
        if (year != null && (line.is(end, "of", "in") || calendar.isYear(line, yearAt) || line.is(yearAt, "this"))) {
            boolean calendarYear = !fiscal && year.first().isPresent();
            Optional<LocalDate> first = calendarYear
                    ? year.first().map(day -> day.plusMonths((part.number() - 1L) * part.months()))
                    : Optional.empty();
            return new FoundDate(
                    at,
                    year.end(),
                    first,
                    first.map(day -> day.plusMonths(part.months()).minusDays(1)));
        }
        return part.months() == 3 || isOfAccounts(line) ? FoundDate.open(at, end) : null;
    }

    private static boolean isOfAccounts(Line line) {
        return line.pieces().stream().anyMatch(piece -> ACCOUNTS.contains(piece.lemma()));
    }

    private static @Nullable Part part(Line line, int at) {
        String word = line.lower(at);
        Matcher q = QUARTER.matcher(word);
        if (q.matches()) {
            return new Part(Integer.parseInt(q.group(1)), 3, at + 1);
        }
        if (word.endsWith("-quarter") || word.endsWith("-half")) {
            int months = word.endsWith("-half") ? 6 : 3;
            int rank = Calendar.rank(word.substring(0, word.lastIndexOf('-')), 12 / months);
            return rank == 0 ? null : new Part(rank, months, at + 1);
        }
        int rank = Calendar.rank(word, 4);
        int unitAt = line.is(at + 1, "-") ? at + 2 : at + 1;
        if (rank > 0 && line.is(unitAt, "quarter")) {
            return new Part(rank, 3, unitAt + 1);
        }
        return rank > 0 && rank <= 2 && line.is(unitAt, "half") ? new Part(rank, 6, unitAt + 1) : null;
    }
}
