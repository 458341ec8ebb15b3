package org.hearsay.read.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the spellings of a date that pages use: ISO 8601 with its common faults, dates in words in the larger
 * languages of the news, numbers with dots or slashes. Day before month unless the number says otherwise or the page is
 * American English; a time without a zone gives a day only.
 */
final class Dates {
    private static final Pattern ISO = Pattern.compile(
            "(?<!\\d)(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T"
                    + " ]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2}(?!\\d))?)?");
    private static final Pattern PACKED = Pattern.compile("^(19|20)(\\d{2})(\\d{2})(\\d{2})(?:[T ]?\\d{4,6}.*)?$");
    private static final Pattern EPOCH = Pattern.compile("^1[0-9]{9}(?:\\d{3})?$");
    private static final String MONTHS_EN = "([\\p{L}]{3,12})\\.?";
    private static final Pattern DAY_MONTH =
            Pattern.compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª)?\\.?(?:\\s+|-)(?:de\\s+|of\\s+)?" + MONTHS_EN
                    + "(?:,?\\s+|-)(?:de\\s+|del\\s+)?(\\d{4})(?!\\d)");
    /** The year may stand in an element of its own without a blank ("Feb 182009"). */
    private static final Pattern MONTH_DAY = Pattern.compile(
            MONTHS_EN + "\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,?\\s+(\\d{4})|((?:19|20)\\d{2}))(?!\\d)");

    private static final Pattern NUMBERS =
            Pattern.compile("(?<![\\d.])(\\d{1,2})([./-]| ?\\| ?)(\\d{1,2})\\2((?:19|20)\\d{2})(?!\\d)");
    /** "31.10.23", "31.10.2312:44"; a time, a version or a result has other neighbours. */
    private static final Pattern SHORT_YEAR = Pattern.compile(
            "(?<![\\d./:,-])(\\d{1,2})([./])(\\d{1,2})\\2([012]\\d)(?:(?![\\d./:-])|(?=\\d{2}:\\d{2}))");

    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<!\\d)((?:19|20)\\d{2})(?:[./年-]|\\. |년) ?(\\d{1,2})(?:[./月-]|\\. |월) ?(\\d{1,2})(?!\\d)");
    private static final Pattern IN_URL =
            Pattern.compile("/((?:19|20)\\d{2})[/-](\\d{1,2}|[a-z]{3,9})[/-](\\d{1,2})(?=[/-]|$)");
    private static final Pattern IN_URL_PACKED = Pattern.compile("[/_-]((?:20)\\d{2})(\\d{2})(\\d{2})(?=[/_.-]|$)");

    private static final Pattern IN_URL_DAY_FIRST = Pattern.compile("/(\\d{1,2})-(\\d{1,2})-(20\\d{2})(?=[/.?_-]|$)");

    /** 1990 is before the first news site; placeholders like 0001 or 1970 are no dates of articles. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2100;

    /**
     * A date in a line.
     *
     * @param other what it says if it is read month first instead of day first, or the other way round
     */
    record Found(Dated date, Optional<Dated> other, int start, int end) {}

    private static final Map<String, Integer> MONTHS = months(
            "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari января "
                    + "stycznia ocak ianuarie tammikuuta januára ledna siječnja ιανουαρίου січня januarie január",
            "february feb februar feber février fevrier févr fevr febrero febbraio fevereiro fev "
                    + "februari февраля lutego şubat februarie helmikuuta února veljače φεβρουαρίου лютого "
                    + "februára február",
            "march mar märz maerz mrz mars marzo março maart марта marca mart martie maaliskuuta března "
                    + "ožujka μαρτίου березня március",
            "april apr avril avr abril aprile abr апреля kwietnia nisan aprilie huhtikuuta dubna travnja "
                    + "απριλίου квітня apríla április",
            "may mai mayo maggio mag maio mei maj мая maja mayıs toukokuuta května svibnja μαΐου травня "
                    + "mája május",
            "june jun juni juin junio giugno giu junho июня czerwca haziran iunie kesäkuuta června "
                    + "lipnja ιουνίου червня júna június",
            "july jul juli juillet juil julio luglio lug julho июля lipca temmuz iulie heinäkuuta "
                    + "července srpnja ιουλίου липня júla július",
            "august aug août aout agosto ago augustus augusti августа sierpnia ağustos elokuuta srpna "
                    + "kolovoza αυγούστου серпня augusta augusztus agustus",
            "september sep sept septembre septiembre settembre set setembro сентября września eylül "
                    + "septembrie syyskuuta září rujna σεπτεμβρίου вересня septembra szeptember",
            "october oct oktober okt octobre octubre ottobre ott outubro out октября października ekim "
                    + "octombrie lokakuuta října οκτωβρίου жовтня októbra október",
            "november nov novembre noviembre novembro ноября listopada kasım noiembrie marraskuuta "
                    + "listopadu studenoga νοεμβρίου листопада nopember",
            "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro декабря "
                    + "grudnia aralık decembrie joulukuuta prosince prosinca δεκεμβρίου грудня decembra desember");

    private Dates() {}

    private static Map<String, Integer> months(String... names) {
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i].split(" ")) {
                months.put(name, i + 1);
            }
        }
        return months;
    }

    /** Placeholders (0001-01-01, 9999-12-31) are none. */
    static boolean canBeOfAnArticle(Dated date) {
        int year = date.earliest().atOffset(ZoneOffset.UTC).getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** The date that a value made for machines states. */
    static Optional<Dated> machine(String raw) {
        String value = raw.strip();
        if (value.length() > 100) {
            return Optional.empty();
        }
        Matcher iso = ISO.matcher(value);
        if (iso.find()) {
            return iso(iso);
        }
        if (EPOCH.matcher(value).matches()) {
            long number = Long.parseLong(value);
            return Optional.of(new Dated.At(
                    number > 99_999_999_999L ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number)));
        }
        Matcher packed = PACKED.matcher(value);
        if (packed.matches()) {
            return day(packed.group(1) + packed.group(2), number(packed.group(3)), packed.group(4));
        }
        return inWords(value, false);
    }

    private static Optional<Dated> iso(Matcher m) {
        Optional<Dated> day = day(m.group(1), number(m.group(2)), m.group(3));
        if (day.isEmpty() || m.group(4) == null || m.group(7) == null) {
            return day;
        }
        try {
            LocalDate date = LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3)));
            LocalDateTime time = date.atTime(
                    number(m.group(4)), number(m.group(5)), m.group(6) == null ? 0 : Math.min(59, number(m.group(6))));
            ZoneOffset zone = zone(m.group(7));
            return Optional.of(new Dated.At(time.toInstant(zone), zone));
        } catch (DateTimeException impossible) {
            return day;
        }
    }

    private static ZoneOffset zone(String text) {
        if (text.equals("Z") || text.equals("UTC") || text.equals("GMT")) {
            return ZoneOffset.UTC;
        }
        int hours = number(text.substring(1, 3));
        int minutes = text.length() > 3 ? number(text.substring(text.length() - 2)) : 0;
        int sign = text.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    /** The first date in a line for people. */
    static Optional<Dated> inWords(String line, boolean american) {
        List<Found> all = all(line, american);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0).date());
    }

    /** Every date in a line for people, from left to right; lines beyond 400 characters are prose and have none. */
    static List<Found> all(String line, boolean american) {
        List<Found> found = new ArrayList<>();
        if (line.length() > 400) {
            return found;
        }
        int last = lastYear(line, line.length());
        if (last >= 0) {
            withYear(line, last, american, found);
        }
        if (mayHaveShortYear(line)) {
            for (Matcher m = SHORT_YEAR.matcher(line); m.find(); ) {
                numbers(found, m, "20" + m.group(4), american);
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    /** Runs the patterns that can meet a year where the line's years stand; most lines with one are prose ("in 2024"). */
    private static void withYear(String line, int last, boolean american, List<Found> found) {
        boolean opens = opensADate(line, last);
        boolean ends = endsADate(line, last);
        for (Matcher m = ISO.matcher(line); opens && m.find(); ) {
            add(found, iso(m), Optional.empty(), m);
        }
        for (Matcher m = DAY_MONTH.matcher(line); ends && m.find(); ) {
            Integer month = MONTHS.get(m.group(2).toLowerCase(Locale.ROOT));
            add(found, month == null ? Optional.empty() : day(m.group(3), month, m.group(1)), Optional.empty(), m);
        }
        for (Matcher m = MONTH_DAY.matcher(line); ends && m.find(); ) {
            Integer month = MONTHS.get(m.group(1).toLowerCase(Locale.ROOT));
            String year = m.group(3) == null ? m.group(4) : m.group(3);
            add(found, month == null ? Optional.empty() : day(year, month, m.group(2)), Optional.empty(), m);
        }
        for (Matcher m = YEAR_FIRST.matcher(line); opens && m.find(); ) {
            add(found, day(m.group(1), number(m.group(2)), m.group(3)), Optional.empty(), m);
        }
        for (Matcher m = NUMBERS.matcher(line); ends && m.find(); ) {
            numbers(found, m, m.group(4), american);
        }
    }

    private static void numbers(List<Found> found, Matcher m, String year, boolean american) {
        int first = number(m.group(1));
        int second = number(m.group(3));
        boolean dots = m.group(2).equals(".");
        boolean monthFirst = second > 12 || american && m.group(2).equals("/") && first <= 12;
        Optional<Dated> dayFirst = day(year, second, m.group(1));
        Optional<Dated> byMonth = dots && second <= 12 ? Optional.empty() : day(year, first, m.group(3));
        add(found, monthFirst ? byMonth : dayFirst, monthFirst ? dayFirst : byMonth, m);
    }

    private static void add(List<Found> found, Optional<Dated> date, Optional<Dated> other, Matcher m) {
        if (date.isEmpty()) {
            return;
        }
        for (Found f : found) {
            if (m.start() < f.end() && f.start() < m.end()) {
                return;
            }
        }
        found.add(new Found(date.get(), other.filter(o -> !o.equals(date.get())), m.start(), m.end()));
    }

    /** Whether a look is worth it. */
    static boolean mayBeIn(String line) {
        return lastYear(line, line.length()) >= 0 || mayHaveShortYear(line);
    }

    /** Where the last year before {@code end} begins that can be one of an article; -1 if there is none. */
    private static int lastYear(String line, int end) {
        int run = 0;
        for (int i = end - 1; i >= 0; i--) {
            run = digit(line.charAt(i)) ? run + 1 : 0;
            if (run >= 4 && isYear(line, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isYear(String line, int at) {
        int year = 0;
        for (int i = at; i < at + 4; i++) {
            year = 10 * year + line.charAt(i) - '0';
        }
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** Whether behind a year stands what can only be a month's number. */
    private static boolean opensADate(String line, int last) {
        for (int year = last; year >= 0; year = lastYear(line, year + 3)) {
            int after = year + 4 < line.length() ? line.charAt(year + 4) : ' ';
            if ("-./年년".indexOf(after) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether before the last year there is a number that can be a day's. */
    private static boolean endsADate(String line, int last) {
        for (int i = 0; i < last; i++) {
            if (digit(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayHaveShortYear(String line) {
        int between = 0;
        for (int i = 1; i + 1 < line.length(); i++) {
            char c = line.charAt(i);
            between += (c == '.' || c == '/') && digit(line.charAt(i - 1)) && digit(line.charAt(i + 1)) ? 1 : 0;
        }
        return between > 1;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static Optional<Dated> inUrl(String url) {
        Matcher m = IN_URL.matcher(url);
        if (m.find()) {
            Integer month = MONTHS.get(m.group(2));
            return month == null && !Character.isDigit(m.group(2).charAt(0))
                    ? Optional.empty()
                    : day(m.group(1), month == null ? number(m.group(2)) : month, m.group(3));
        }
        Matcher packed = IN_URL_PACKED.matcher(url);
        if (packed.find()) {
            return day(packed.group(1), number(packed.group(2)), packed.group(3));
        }
        Matcher dayFirst = IN_URL_DAY_FIRST.matcher(url);
        return dayFirst.find()
                ? day(dayFirst.group(3), number(dayFirst.group(2)), dayFirst.group(1))
                : Optional.empty();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Optional<Dated> day(String year, int month, String day) {
        try {
            LocalDate date = LocalDate.of(number(year), month, number(day));
            return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR
                    ? Optional.empty()
                    : Optional.of(new Dated.On(date));
        } catch (DateTimeException | NumberFormatException impossible) {
            return Optional.empty();
        }
    }
}
