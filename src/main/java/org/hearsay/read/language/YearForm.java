package org.hearsay.read.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Years where a number can only be one, decades and centuries: "in 2025", "2019-2021", "the 1990s", "19th century". Immutable. */
final class YearForm implements DateForm {
    private static final Pattern DECADE = Pattern.compile("((?:1[5-9]|20)\\d0)s");

    private final Calendar calendar;

    YearForm(Calendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public @Nullable FoundDate at(Line line, int at, Published published) {
        FoundDate decade = decade(line, at);
        if (decade != null) {
            return decade;
        }
        int century = line.is(at + 1, "century") ? Calendar.rank(line.lower(at), 30) : 0;
        if (century > 0) {
            return FoundDate.years(at, at + 2, (century - 1) * 100 + 1, century * 100);
        }
        if (line.is(at, "fiscal") && calendar.isYear(line, line.is(at + 1, "year") ? at + 2 : at + 1)) {
            return FoundDate.open(at, line.is(at + 1, "year") ? at + 3 : at + 2);
        }
        return isTold(line, at) ? year(line, at) : null;
    }

    static @Nullable FoundDate decade(Line line, int at) {
        Matcher decade = DECADE.matcher(line.lower(at));
        if (!decade.matches()) {
            return null;
        }
        int first = Integer.parseInt(decade.group(1));
        return FoundDate.years(at, at + 1, first, first + 9);
    }

    static boolean isDecade(String lower) {
        return DECADE.matcher(lower).matches();
    }

    /** "2025", "2019-2021" and "2019 to 2021", where what stands there is known to be a year. */
    FoundDate year(Line line, int at) {
        int year = calendar.year(line, at);
        boolean range =
                line.is(at + 1, "-", "to") && calendar.isYear(line, at + 2) && calendar.year(line, at + 2) > year;
        return range
                ? FoundDate.years(at, at + 3, year, calendar.year(line, at + 2))
                : FoundDate.years(at, at + 1, year, year);
    }

    /** Whether the words beside a number of four digits make it a year. */
    private boolean isTold(Line line, int at) {
        if (!calendar.isYear(line, at)) {
            return false;
        }
        boolean told = line.is(
                        at - 1,
                        "in",
                        "since",
                        "by",
                        "of",
                        "from",
                        "until",
                        "till",
                        "during",
                        "before",
                        "after",
                        "through",
                        "early",
                        "late",
                        "mid",
                        "around",
                        "between",
                        "summer",
                        "spring",
                        "fall",
                        "autumn",
                        "winter",
                        "year",
                        "(",
                        "throughout",
                        "back",
                        "late-",
                        "to",
                        "for",
                        "the",
                        "'s",
                        "its",
                        "their",
                        "his",
                        "her",
                        "'",
                        "a",
                        ",",
                        "-")
                || isAfterYear(line, at);
        boolean named = line.isCapital(at - 1) && line.tag(at - 1).equals("PROPN") && at > 1;
        boolean unit = line.is(
                        at + 1,
                        "%",
                        "percent",
                        "million",
                        "billion",
                        "people",
                        "soldiers",
                        "troops",
                        "years",
                        "days",
                        "dollars",
                        "euros",
                        "miles",
                        "km",
                        "tons",
                        "tonnes",
                        "men",
                        "women",
                        "jobs",
                        "workers")
                || line.lower(at + 1).startsWith("square");
        return !unit && !named && (told || at == 0);
    }

    private boolean isAfterYear(Line line, int at) {
        return line.is(at - 1, "and", "or", "versus", "with", "than")
                && (calendar.isYear(line, at - 2) || line.is(at - 3, "between"));
    }
}
