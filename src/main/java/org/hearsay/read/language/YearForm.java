package org.hearsay.read.language;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Years where a number can only be one, decades and centuries: "in 2025", "the 1996 election", "1997-98", "'68", "the
 * 1990s", "19th century", "fiscal 1997". Immutable.
 */
final class YearForm implements DateForm {
    private static final Pattern DECADE = Pattern.compile("((?:1[5-9]|20)\\d0)'?s");
    private static final Pattern SHORT_DECADE = Pattern.compile("'(\\d0)'?s");
    private static final Pattern SHORT_YEAR = Pattern.compile("'(\\d\\d)");
    private static final Pattern SPAN = Pattern.compile("((?:1[5-9]|20)\\d\\d)[-/](\\d\\d)");
    /** Years that news speak of: such a number with no thing behind it that it could count is one. */
    private static final Pattern RECENT = Pattern.compile("19\\d\\d|20[0-4]\\d");

    private static final Pattern EARLY = Pattern.compile("1[0-4]\\d\\d");

    private final Calendar calendar;
    /** Words after a number that make it an amount. */
    private final Set<String> counted = new HashSet<>(Set.of(
            "million",
            "billion",
            "people",
            "soldiers",
            "troops",
            "men",
            "women",
            "jobs",
            "workers",
            "employees",
            "votes",
            "shares",
            "seats",
            "members",
            "homes",
            "houses",
            "students",
            "children",
            "points",
            "dollars",
            "euros"));

    YearForm(Calendar calendar) {
        this.calendar = calendar;
        Lexicon.rows("units.txt").forEach(row -> counted.add(row.get(0).split(" ")[0]));
        counted.removeAll(Set.of("m", "s", "a", "t", "in", "second"));
    }

    @Override
    public @Nullable FoundDate at(Line line, int at, Published published) {
        FoundDate decade = decade(line, at);
        decade = decade != null ? decade : brief(line, at, published);
        if (decade != null) {
            return decade;
        }
        boolean joined = line.lower(at).endsWith("-century");
        String ordinal = joined ? line.lower(at).replace("-century", "") : line.lower(at);
        int century = joined || line.is(at + 1, "century") ? Calendar.rank(ordinal, 30) : 0;
        if (century > 0) {
            return FoundDate.years(at, joined ? at + 1 : at + 2, (century - 1) * 100 + 1, century * 100);
        }
        if (line.is(at, "fiscal") || line.is(at, "year")) {
            int yearAt = line.is(at, "fiscal") && line.is(at + 1, "year") ? at + 2 : at + 1;
            boolean early =
                    line.is(at, "year") && EARLY.matcher(line.lower(yearAt)).matches();
            if (calendar.isYear(line, yearAt) || early) {
                int number = Integer.parseInt(line.get(yearAt).text());
                return line.is(at, "fiscal")
                        ? FoundDate.open(at, yearAt + 1)
                        : FoundDate.years(at, yearAt + 1, number, number);
            }
        }
        if (EARLY.matcher(line.lower(at)).matches()) {
            boolean told = line.is(at - 1, "in", "since", "until", "before", "after", "from", "of")
                    && !line.isNoun(at + 1)
                    && !line.tag(at + 1).equals("ADJ");
            int number = told ? Integer.parseInt(line.get(at).text()) : 0;
            return told ? FoundDate.years(at, at + 1, number, number) : null;
        }
        return isTold(line, at) ? year(line, at) : null;
    }

    /** A year after "of" or "in": "1997", "fiscal 1997", "last year", "the year". */
    @Nullable
    FoundDate yearAt(Line line, int at, Published published) {
        if (calendar.isYear(line, at)) {
            return FoundDate.years(at, at + 1, calendar.year(line, at), calendar.year(line, at));
        }
        if (line.is(at, "fiscal")) {
            int yearAt = line.is(at + 1, "year") ? at + 2 : at + 1;
            return calendar.isYear(line, yearAt) ? FoundDate.open(at, yearAt + 1) : null;
        }
        int step = line.is(at, "last") ? -1 : line.is(at, "the", "this") ? 0 : line.is(at, "next") ? 1 : 9;
        if (step == 9 || !line.is(at + 1, "year", "fiscal", "financial")) {
            return null;
        }
        if (!line.is(at + 1, "year")) {
            return line.is(at + 2, "year") ? FoundDate.open(at, at + 3) : null;
        }
        Optional<Integer> year = published.day().map(LocalDate::getYear);
        return year.map(y -> FoundDate.years(at, at + 2, y + step, y + step))
                .orElseGet(() -> FoundDate.open(at, at + 2));
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

    /** "'60s", "'68", "1997-98"; the apostrophe may be a piece of its own. */
    private static @Nullable FoundDate brief(Line line, int at, Published published) {
        Matcher span = SPAN.matcher(line.lower(at));
        if (span.matches()) {
            int first = Integer.parseInt(span.group(1));
            int years = Math.floorMod(Integer.parseInt(span.group(2)) - first, 100);
            return years >= 1 && years <= 20 && !line.is(at - 1, "-")
                    ? FoundDate.years(at, at + 1, first, first + years)
                    : null;
        }
        boolean apart = line.is(at, "'") && line.isGlued(at + 1);
        String text = apart ? "'" + line.lower(at + 1) : line.lower(at);
        int end = apart ? at + 2 : at + 1;
        Matcher decade = SHORT_DECADE.matcher(text);
        if (decade.matches()) {
            return FoundDate.years(
                    at, end, 1900 + Integer.parseInt(decade.group(1)), 1909 + Integer.parseInt(decade.group(1)));
        }
        Matcher year = SHORT_YEAR.matcher(text);
        boolean told = line.is(
                at - 1, "of", "in", "since", "from", "by", "until", "before", "after", "to", "through", "and", "summer",
                "spring", "fall", "winter", "early", "late");
        if (!year.matches() || !told || line.isNoun(end) && !line.is(at - 1, "of", "in")) {
            return null;
        }
        // The century that brings it nearest to publication, but not far ahead of it.
        int now = published.day().map(LocalDate::getYear).orElse(2000);
        int full = now / 100 * 100 + Integer.parseInt(year.group(1));
        full = full > now + 20 ? full - 100 : full;
        return FoundDate.years(at, end, full, full);
    }

    /** "2025", "2019-2021" and "2019 to 2021", where what stands there is known to be a year. */
    FoundDate year(Line line, int at) {
        int year = calendar.year(line, at);
        boolean joined = line.is(at + 1, "-") || line.is(at + 1, "to") && !line.is(at - 1, "from");
        boolean range = joined && calendar.isYear(line, at + 2) && calendar.year(line, at + 2) > year;
        return range
                ? FoundDate.years(at, at + 3, year, calendar.year(line, at + 2))
                : FoundDate.years(at, at + 1, year, year);
    }

    /** Whether the words beside a number of four digits make it a year. */
    private boolean isTold(Line line, int at) {
        if (!calendar.isYear(line, at)
                || counted.contains(line.lower(at + 1))
                || line.lower(at + 1).startsWith("square")) {
            return false;
        }
        boolean named = line.isCapital(at - 1) && line.tag(at - 1).equals("PROPN") && at > 1;
        if (named || line.is(at - 1, "#", "no.", "/", ":", "at", "+", "$")) {
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
                        "our",
                        "my",
                        "'",
                        "a",
                        ",",
                        "-")
                || isAfterYear(line, at);
        return told || RECENT.matcher(line.lower(at)).matches() && !isPlural(line, at + 1);
    }

    private static boolean isPlural(Line line, int i) {
        return line.tag(i).equals("NOUN")
                && line.lower(i).endsWith("s")
                && !line.lower(i).equals(line.lemma(i));
    }

    private boolean isAfterYear(Line line, int at) {
        return line.is(at - 1, "and", "or", "versus", "with", "than")
                && (calendar.isYear(line, at - 2) || line.is(at - 3, "between"));
    }
}
