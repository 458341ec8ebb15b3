package org.hearsay.read.language;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity.Closeness;
import org.hearsay.read.language.Quantity.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates and periods of the calendar. What is relative ("Monday", "last year") is counted from the day of
 * publication, and has no bounds where that is not known. Immutable.
 */
final class DateFinder {
    private static final Pattern YEAR = Pattern.compile("1[5-9]\\d\\d|20\\d\\d");
    private static final Pattern DECADE = Pattern.compile("((?:1[5-9]|20)\\d0)s");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern SLASHED = Pattern.compile("\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?");
    private static final Pattern QUARTER = Pattern.compile("q([1-4])");

    private final NumeralReader numerals;
    private final Map<String, Integer> months = new HashMap<>();
    private final Map<String, DayOfWeek> weekdays = new HashMap<>();

    DateFinder(NumeralReader numerals) {
        this.numerals = numerals;
        for (List<String> row : Lexicon.rows("calendar.txt")) {
            int number = Integer.parseInt(row.get(2));
            if (row.get(1).equals("month")) {
                months.put(row.get(0), number);
            } else {
                weekdays.put(row.get(0), DayOfWeek.of(number));
            }
        }
    }

    /** A date at the pieces from {@code start} to {@code end}, with its first and last day where they are known. */
    record Found(int start, int end, Optional<LocalDate> first, Optional<LocalDate> last) {
        Quantity quantity(List<Piece> pieces) {
            Span span = new Span(
                    pieces.get(start).span().start(), pieces.get(end - 1).span().end());
            boolean range = first.isPresent() && !first.equals(last);
            return new Quantity(
                    span,
                    Kind.DATE,
                    first.map(day -> BigDecimal.valueOf(day.toEpochDay())),
                    last.map(day -> BigDecimal.valueOf(day.toEpochDay())),
                    "d",
                    range ? Closeness.RANGE : Closeness.EXACT,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    List<Found> in(List<Piece> pieces, Optional<LocalDate> published) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Found date = new At(pieces, i, published).find();
            if (date != null) {
                found.add(date);
                i = date.end() - 1;
            }
        }
        return found;
    }

    /** One place in one sentence. */
    private final class At {
        private final List<Piece> pieces;
        private final int at;
        private final Optional<LocalDate> published;

        At(List<Piece> pieces, int at, Optional<LocalDate> published) {
            this.pieces = pieces;
            this.at = at;
            this.published = published;
        }

        @Nullable
        Found find() {
            Piece first = pieces.get(at);
            if (first.text().length() > 24) {
                return null;
            }
            Matcher iso = ISO.matcher(first.text());
            if (iso.matches()) {
                return day(at + 1, number(iso.group(1)), number(iso.group(2)), number(iso.group(3)));
            }
            if (SLASHED.matcher(first.text()).matches()) {
                return new Found(at, at + 1, Optional.empty(), Optional.empty());
            }
            Matcher decade = DECADE.matcher(first.lower());
            if (decade.matches()) {
                int year = number(decade.group(1));
                return years(at + 1, year, year + 9);
            }
            Found named = weekday();
            named = named != null ? named : monthFirst(at);
            named = named != null ? named : dayFirst();
            named = named != null ? named : near();
            named = named != null ? named : relative();
            named = named != null ? named : ago();
            named = named != null ? named : quarter();
            named = named != null ? named : modified();
            return named != null ? named : year();
        }

        private @Nullable Piece piece(int i) {
            return i >= 0 && i < pieces.size() ? pieces.get(i) : null;
        }

        private boolean is(int i, String... words) {
            Piece piece = piece(i);
            return piece != null && piece.is(words);
        }

        private boolean isMonth(int i) {
            Piece piece = piece(i);
            if (piece == null || !piece.isCapital() || !months.containsKey(piece.lower())) {
                return false;
            }
            // "May" and "March" are verbs, and several months are first names.
            boolean numberBeside = isYear(i + 1) || dayNumber(i + 1) > 0 || dayNumber(i - 1) > 0;
            boolean word = piece.is("may", "march", "mar", "mar.", "jan", "sun", "august", "april", "june");
            boolean timely = is(
                    i - 1, "in", "since", "by", "until", "of", "last", "next", "this", "early", "late", "mid", "from",
                    "during", "before", "after", "through", "and", "to", "between");
            boolean named = piece(i + 1) != null
                    && pieces.get(i + 1).isCapital()
                    && pieces.get(i + 1).tag().equals("PROPN");
            return numberBeside || (word ? timely && !named : !piece.tag().equals("VERB") && !named);
        }

        private boolean isYear(int i) {
            Piece piece = piece(i);
            return piece != null && YEAR.matcher(piece.text()).matches();
        }

        private int dayNumber(int i) {
            Piece piece = piece(i);
            Matcher day = piece == null ? null : DAY.matcher(piece.lower());
            if (day == null || !day.matches()) {
                return 0;
            }
            int number = number(day.group(1));
            return number >= 1 && number <= 31 ? number : 0;
        }

        /** "March 5, 2025", "March 5", "March 2025", "March 5-7", "March". */
        private @Nullable Found monthFirst(int i) {
            if (!isMonth(i)) {
                return null;
            }
            int month = months.getOrDefault(pieces.get(i).lower(), 0);
            int dayNumber = dayNumber(i + 1);
            if (dayNumber > 0 && !isUnit(i + 2)) {
                int end = i + 2;
                int lastDay = dayNumber;
                if (is(end, "-", "to") && dayNumber(end + 1) > dayNumber) {
                    lastDay = dayNumber(end + 1);
                    end += 2;
                }
                int year = 0;
                if (is(end, ",") && isYear(end + 1)) {
                    year = number(pieces.get(end + 1).text());
                    end += 2;
                } else if (isYear(end)) {
                    year = number(pieces.get(end).text());
                    end++;
                }
                return days(end, year, month, dayNumber, lastDay);
            }
            if (isYear(i + 1) || is(i + 1, ",", "of") && isYear(i + 2)) {
                int end = isYear(i + 1) ? i + 2 : i + 3;
                return month(end, YearMonth.of(number(pieces.get(end - 1).text()), month));
            }
            return published
                    .map(day -> month(i + 1, nearMonth(day, month, i)))
                    .orElseGet(() -> new Found(at, i + 1, Optional.empty(), Optional.empty()));
        }

        private boolean isUnit(int i) {
            return is(i, "percent", "%", "million", "billion", "thousand");
        }

        /** "5 March 2025", "the 5th of March". */
        private @Nullable Found dayFirst() {
            int dayNumber = dayNumber(at);
            if (dayNumber == 0) {
                return null;
            }
            int monthAt = is(at + 1, "of") ? at + 2 : at + 1;
            if (!isMonth(monthAt) || dayNumber(monthAt + 1) > 0) {
                return null;
            }
            int month = months.getOrDefault(pieces.get(monthAt).lower(), 0);
            boolean year = isYear(monthAt + 1);
            return days(
                    year ? monthAt + 2 : monthAt + 1,
                    year ? number(pieces.get(monthAt + 1).text()) : 0,
                    month,
                    dayNumber,
                    dayNumber);
        }

        /** "Monday", "on Monday morning", "Monday, March 5". */
        private @Nullable Found weekday() {
            Piece first = pieces.get(at);
            DayOfWeek weekday = first.isCapital() ? weekdays.get(first.lower()) : null;
            if (weekday == null || first.is("sun", "sat", "mon", "wed") && !is(at - 1, "on")) {
                return null;
            }
            int monthAt = is(at + 1, ",") ? at + 2 : at + 1;
            if (isMonth(monthAt) && dayNumber(monthAt + 1) > 0) {
                return monthFirst(monthAt);
            }
            int end = partOfDay(at + 1);
            if (published.isEmpty()) {
                return new Found(at, end, Optional.empty(), Optional.empty());
            }
            LocalDate from = published.get();
            LocalDate day = from.minusDays(Math.floorMod(from.getDayOfWeek().getValue() - weekday.getValue(), 7));
            if (isComing()) {
                day = day.isBefore(from) ? day.plusDays(7) : day;
            }
            return new Found(at, end, Optional.of(day), Optional.of(day));
        }

        /** Whether the sentence speaks of what is to come, so that "Monday" is the next one. */
        private boolean isComing() {
            for (int i = Math.max(0, at - 10); i < at; i++) {
                if (is(
                        i,
                        "will",
                        "'ll",
                        "would",
                        "tomorrow",
                        "upcoming",
                        "next",
                        "scheduled",
                        "expected",
                        "due",
                        "set",
                        "plans",
                        "plan")) {
                    return true;
                }
            }
            return false;
        }

        private int partOfDay(int i) {
            return is(i, "morning", "afternoon", "evening", "night") ? i + 1 : i;
        }

        /** "today", "yesterday", "tomorrow", "tonight". */
        private @Nullable Found near() {
            Piece first = pieces.get(at);
            int offset = first.is("today", "tonight") ? 0 : first.is("yesterday") ? -1 : first.is("tomorrow") ? 1 : 9;
            if (offset == 9 || is(at - 1, "usa") || first.isCapital() && at > 0) {
                return null;
            }
            Optional<LocalDate> day = published.map(from -> from.plusDays(offset));
            return new Found(at, partOfDay(at + 1), day, day);
        }

        /** "last year", "this month", "next Monday", "earlier this week", "the past two years". */
        private @Nullable Found relative() {
            int i = is(at, "earlier", "later", "early", "late") ? at + 1 : at;
            int step = is(i, "last", "previous", "past")
                    ? -1
                    : is(i, "this", "current") ? 0 : is(i, "next", "coming") ? 1 : 9;
            Piece unit = piece(i + 1);
            if (step == 9 || unit == null) {
                return null;
            }
            DayOfWeek weekday = unit.isCapital() ? weekdays.get(unit.lower()) : null;
            if (weekday != null) {
                Optional<LocalDate> day = published.map(from -> weekdayAfter(from, weekday, step));
                return new Found(at, partOfDay(i + 2), day, day);
            }
            if (unit.isCapital() && months.containsKey(unit.lower())) {
                int month = months.getOrDefault(unit.lower(), 0);
                return published
                        .map(from -> month(i + 2, monthAfter(from, month, step)))
                        .orElseGet(() -> new Found(at, i + 2, Optional.empty(), Optional.empty()));
            }
            if (step == 0 && is(at, "this") && unit.is("second", "day", "time")) {
                return null;
            }
            if (!unit.is(
                    "year",
                    "month",
                    "week",
                    "quarter",
                    "weekend",
                    "spring",
                    "summer",
                    "fall",
                    "autumn",
                    "winter",
                    "decade",
                    "century",
                    "night",
                    "season",
                    "semester")) {
                return null;
            }
            return published
                    .flatMap(from -> period(from, unit.lower(), step))
                    .map(range -> new Found(at, i + 2, Optional.of(range[0]), Optional.of(range[1])))
                    .orElseGet(() -> new Found(at, i + 2, Optional.empty(), Optional.empty()));
        }

        private Optional<LocalDate[]> period(LocalDate from, String unit, int step) {
            return switch (unit) {
                case "year" ->
                    range(
                            from.plusYears(step).withDayOfYear(1),
                            from.plusYears(step + 1L).withDayOfYear(1));
                case "month" ->
                    range(
                            from.plusMonths(step).withDayOfMonth(1),
                            from.plusMonths(step + 1L).withDayOfMonth(1));
                case "week" -> {
                    LocalDate monday =
                            from.minusDays(from.getDayOfWeek().getValue() - 1L).plusWeeks(step);
                    yield range(monday, monday.plusDays(7));
                }
                case "quarter" -> {
                    LocalDate start = from.withDayOfMonth(1)
                            .withMonth((from.getMonthValue() - 1) / 3 * 3 + 1)
                            .plusMonths(3L * step);
                    yield range(start, start.plusMonths(3));
                }
                case "night" -> range(from.plusDays(step), from.plusDays(step + 1L));
                case "decade" -> {
                    LocalDate start =
                            LocalDate.of(from.getYear() / 10 * 10, 1, 1).plusYears(10L * step);
                    yield range(start, start.plusYears(10));
                }
                case "century" -> {
                    LocalDate start =
                            LocalDate.of(from.getYear() / 100 * 100, 1, 1).plusYears(100L * step);
                    yield range(start, start.plusYears(100));
                }
                default -> Optional.empty();
            };
        }

        private static Optional<LocalDate[]> range(LocalDate first, LocalDate after) {
            return Optional.of(new LocalDate[] {first, after.minusDays(1)});
        }

        /** "two years ago", "a week ago". */
        private @Nullable Found ago() {
            int unitAt;
            long count = 1;
            if (is(at, "a", "an") && !is(at + 1, "few", "couple")) {
                unitAt = at + 1;
            } else {
                Optional<Numeral> numeral = numerals.at(pieces, at, false);
                if (numeral.isEmpty()
                        || numeral.get().low().scale() > 0
                        || numeral.get().low().precision() > 4) {
                    return null;
                }
                count = numeral.get().low().longValueExact();
                unitAt = numeral.get().end();
            }
            Piece unit = piece(unitAt);
            if (unit == null || !is(unitAt + 1, "ago")) {
                return null;
            }
            long steps = count;
            String name = unit.lower().endsWith("s")
                    ? unit.lower().substring(0, unit.lower().length() - 1)
                    : unit.lower();
            return switch (name) {
                case "day" -> exactly(unitAt + 2, published.map(from -> from.minusDays(steps)));
                case "week" -> around(unitAt + 2, published.map(from -> from.minusWeeks(steps)), 3);
                case "month" -> around(unitAt + 2, published.map(from -> from.minusMonths(steps)), 15);
                case "year" -> around(unitAt + 2, published.map(from -> from.minusYears(steps)), 183);
                case "decade" -> around(unitAt + 2, published.map(from -> from.minusYears(10 * steps)), 1826);
                case "hour", "minute" -> exactly(unitAt + 2, published);
                default -> null;
            };
        }

        private Found exactly(int end, Optional<LocalDate> day) {
            return new Found(at, end, day, day);
        }

        private Found around(int end, Optional<LocalDate> day, int spread) {
            return new Found(at, end, day.map(d -> d.minusDays(spread)), day.map(d -> d.plusDays(spread)));
        }

        /** "the third quarter of 2025", "third-quarter", "Q3 2025", "the first half of the year". */
        private @Nullable Found quarter() {
            Matcher q = QUARTER.matcher(pieces.get(at).lower());
            int number = q.matches() ? number(q.group(1)) : 0;
            int end = at + 1;
            int months = 3;
            if (number == 0) {
                int hyphen = is(at + 1, "-") ? 1 : 0;
                int rank = Ordinals.valueOf(pieces.get(at).lower())
                        .map(BigDecimal::intValue)
                        .orElse(0);
                boolean quarter = is(at + 1 + hyphen, "quarter") && rank <= 4;
                boolean half = is(at + 1 + hyphen, "half") && rank <= 2 && is(at + 2 + hyphen, "of");
                String word = pieces.get(at).lower();
                if (word.endsWith("-quarter") && !quarter) {
                    number = Ordinals.valueOf(word.substring(0, word.length() - 8))
                            .map(BigDecimal::intValue)
                            .orElse(0);
                } else if (rank > 0 && (quarter || half)) {
                    number = rank;
                    months = half ? 6 : 3;
                    end = at + 2 + hyphen;
                }
            }
            if (number == 0 || number > 4) {
                return null;
            }
            int yearAt = is(end, "of", "in") ? end + 1 : end;
            if (is(yearAt, "the", "this") && is(yearAt + 1, "year")) {
                return quarter(yearAt + 2, published.map(LocalDate::getYear), number, months);
            }
            if (is(yearAt, "last") && is(yearAt + 1, "year")) {
                return quarter(yearAt + 2, published.map(from -> from.getYear() - 1), number, months);
            }
            if (isYear(yearAt)) {
                return quarter(yearAt + 1, Optional.of(number(pieces.get(yearAt).text())), number, months);
            }
            return months == 6 ? null : new Found(at, end, Optional.empty(), Optional.empty());
        }

        private Found quarter(int end, Optional<Integer> year, int number, int months) {
            Optional<LocalDate> first = year.map(y -> LocalDate.of(y, 1 + (number - 1) * months, 1));
            return new Found(
                    at, end, first, first.map(day -> day.plusMonths(months).minusDays(1)));
        }

        /** "early 2025", "mid-March", "the end of the year", "fiscal 2025", "the 19th century". */
        private @Nullable Found modified() {
            Piece first = pieces.get(at);
            if (first.lower().startsWith("mid-")) {
                String rest = first.lower().substring(4);
                boolean known = months.containsKey(rest)
                        || DECADE.matcher(rest).matches()
                        || YEAR.matcher(rest).matches();
                boolean year = isYear(at + 1);
                return known ? new Found(at, year ? at + 2 : at + 1, Optional.empty(), Optional.empty()) : null;
            }
            if (Ordinals.valueOf(first.lower()).isPresent() && is(at + 1, "century")) {
                int century = Ordinals.valueOf(first.lower())
                        .map(BigDecimal::intValue)
                        .orElse(0);
                return century > 30 ? null : years(at + 2, (century - 1) * 100 + 1, century * 100);
            }
            if (first.is("fiscal") && (isYear(at + 1) || is(at + 1, "year") && isYear(at + 2))) {
                return new Found(at, isYear(at + 1) ? at + 2 : at + 3, Optional.empty(), Optional.empty());
            }
            if (first.is("early", "late", "mid") && at + 1 < pieces.size()) {
                int skip = is(at + 1, "-", "in") ? 2 : 1;
                if (at + skip >= pieces.size()) {
                    return null;
                }
                At later = new At(pieces, at + skip, published);
                Found rest = later.monthFirst(at + skip);
                rest = rest == null && isYear(at + skip) ? later.year() : rest;
                Matcher decade = DECADE.matcher(pieces.get(at + skip).lower());
                if (rest == null && decade.matches()) {
                    rest = later.years(at + skip + 1, number(decade.group(1)), number(decade.group(1)) + 9);
                }
                return rest == null ? null : new Found(at, rest.end(), rest.first(), rest.last());
            }
            if (first.is("end", "start", "beginning", "middle") && is(at + 1, "of")) {
                int next = is(at + 2, "the") ? at + 3 : at + 2;
                if (is(next, "year", "month", "week", "decade", "century")) {
                    return new Found(at, next + 1, Optional.empty(), Optional.empty());
                }
            }
            return null;
        }

        /** "2025" where it can only be a year. */
        private @Nullable Found year() {
            if (!isYear(at)) {
                return null;
            }
            Piece before = piece(at - 1);
            Piece after = piece(at + 1);
            int year = number(pieces.get(at).text());
            boolean told = before != null
                    && (before.is(
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
                            || isYearAndLink(at));
            boolean named = before != null && before.isCapital() && before.tag().equals("PROPN") && at > 1;
            boolean unit = after != null
                    && (after.is(
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
                            || after.lower().startsWith("square"));
            if (unit || named || !told && before != null) {
                return null;
            }
            if (is(at + 1, "-", "to")
                    && isYear(at + 2)
                    && number(pieces.get(at + 2).text()) > year) {
                return years(at + 3, year, number(pieces.get(at + 2).text()));
            }
            return years(at + 1, year, year);
        }

        private boolean isYearAndLink(int i) {
            return is(i - 1, "and", "or", "versus", "with", "than") && (isYear(i - 2) || is(i - 3, "between"));
        }

        private Found years(int end, int first, int last) {
            return new Found(at, end, Optional.of(LocalDate.of(first, 1, 1)), Optional.of(LocalDate.of(last, 12, 31)));
        }

        private Found month(int end, YearMonth month) {
            return new Found(at, end, Optional.of(month.atDay(1)), Optional.of(month.atEndOfMonth()));
        }

        private Found day(int end, int year, int month, int dayOfMonth) {
            return days(end, year, month, dayOfMonth, dayOfMonth);
        }

        /** {@code year} is 0 where the text has none: then it is the one that brings the day nearest to publication. */
        private Found days(int end, int year, int month, int firstDay, int lastDay) {
            Optional<LocalDate> first = dayIn(year, month, firstDay);
            Optional<LocalDate> last = dayIn(year, month, lastDay);
            return first.isPresent() && last.isPresent()
                    ? new Found(at, end, first, last)
                    : new Found(at, end, Optional.empty(), Optional.empty());
        }

        private Optional<LocalDate> dayIn(int year, int month, int day) {
            try {
                if (year > 0) {
                    return Optional.of(LocalDate.of(year, month, day));
                }
                if (published.isEmpty()) {
                    return Optional.empty();
                }
                LocalDate from = published.get();
                LocalDate nearest = LocalDate.of(from.getYear(), month, day);
                for (int other : new int[] {from.getYear() - 1, from.getYear() + 1}) {
                    LocalDate candidate = LocalDate.of(other, month, day);
                    if (Math.abs(ChronoUnit.DAYS.between(candidate, from))
                            < Math.abs(ChronoUnit.DAYS.between(nearest, from))) {
                        nearest = candidate;
                    }
                }
                return Optional.of(nearest);
            } catch (DateTimeException e) {
                // The 31st of June is a slip of the page: a date in words, of no known day.
                return Optional.empty();
            }
        }

        private YearMonth nearMonth(LocalDate from, int month, int i) {
            YearMonth same = YearMonth.of(from.getYear(), month);
            YearMonth now = YearMonth.from(from);
            boolean coming = new At(pieces, i, published).isComing();
            if (coming) {
                return same.isBefore(now) ? same.plusYears(1) : same;
            }
            return same.isAfter(now.plusMonths(is(i - 1, "by", "until", "before") ? 9 : 2)) ? same.minusYears(1) : same;
        }

        private static LocalDate weekdayAfter(LocalDate from, DayOfWeek weekday, int step) {
            LocalDate day = from.minusDays(Math.floorMod(from.getDayOfWeek().getValue() - weekday.getValue(), 7));
            if (step < 0) {
                return day.equals(from) ? day.minusDays(7) : day;
            }
            return step > 0
                    ? day.plusDays(7)
                    : day.isBefore(from.minusDays(from.getDayOfWeek().getValue() - 1L)) ? day.plusDays(7) : day;
        }

        private static YearMonth monthAfter(LocalDate from, int month, int step) {
            YearMonth now = YearMonth.from(from);
            YearMonth same = YearMonth.of(from.getYear(), month);
            if (step < 0) {
                return same.isBefore(now) ? same : same.minusYears(1);
            }
            return step > 0 && !same.isAfter(now) ? same.plusYears(1) : same;
        }

        private static int number(String digits) {
            return Integer.parseInt(digits.toLowerCase(Locale.ROOT));
        }
    }
}
