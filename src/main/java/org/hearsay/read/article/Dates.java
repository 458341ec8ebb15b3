package org.hearsay.read.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
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
    private static final Pattern MONTH_DAY =
            Pattern.compile(MONTHS_EN + "\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+(\\d{4})(?!\\d)");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![\\d.])(\\d{1,2})([./-])(\\d{1,2})\\2((?:19|20)\\d{2})(?!\\d)");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})[./年](\\d{1,2})[./月](\\d{1,2})(?!\\d)");
    private static final Pattern IN_URL =
            Pattern.compile("/((?:19|20)\\d{2})[/-](\\d{1,2}|[a-z]{3})[/-](\\d{1,2})(?=[/-]|$)");
    private static final Pattern IN_URL_PACKED = Pattern.compile("[/_-]((?:20)\\d{2})(\\d{2})(\\d{2})(?=[/_.-]|$)");

    private static final Map<String, Integer> MONTHS = months(
            "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari января stycznia ocak"
                    + " ianuarie",
            "february feb februar feber février fevrier févr fevr febrero febbraio fevereiro fev februari февраля"
                    + " lutego şubat februarie",
            "march mar märz maerz mrz mars marzo março maart марта marca mart martie",
            "april apr avril avr abril aprile abr апреля kwietnia nisan aprilie",
            "may mai mayo maggio mag maio mei maj мая maja mayıs",
            "june jun juni juin junio giugno giu junho июня czerwca haziran iunie",
            "july jul juli juillet juil julio luglio lug julho июля lipca temmuz iulie",
            "august aug août aout agosto ago augustus augusti августа sierpnia ağustos",
            "september sep sept septembre septiembre settembre set setembro сентября września eylül septembrie",
            "october oct oktober okt octobre octubre ottobre ott outubro out октября października ekim octombrie",
            "november nov novembre noviembre novembro ноября listopada kasım noiembrie",
            "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro декабря grudnia aralık"
                    + " decembrie");

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
            return day(packed.group(1) + packed.group(2), packed.group(3), packed.group(4));
        }
        return inWords(value, false);
    }

    private static Optional<Dated> iso(Matcher m) {
        Optional<Dated> day = day(m.group(1), m.group(2), m.group(3));
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
        if (line.length() > 400) {
            return Optional.empty();
        }
        Matcher iso = ISO.matcher(line);
        if (iso.find()) {
            return iso(iso);
        }
        Matcher dm = DAY_MONTH.matcher(line);
        while (dm.find()) {
            Integer month = MONTHS.get(dm.group(2).toLowerCase(Locale.ROOT));
            if (month != null) {
                return day(dm.group(3), String.valueOf(month), dm.group(1));
            }
        }
        Matcher md = MONTH_DAY.matcher(line);
        while (md.find()) {
            Integer month = MONTHS.get(md.group(1).toLowerCase(Locale.ROOT));
            if (month != null) {
                return day(md.group(3), String.valueOf(month), md.group(2));
            }
        }
        Matcher year = YEAR_FIRST.matcher(line);
        if (year.find()) {
            return day(year.group(1), year.group(2), year.group(3));
        }
        Matcher n = NUMBERS.matcher(line);
        if (n.find()) {
            boolean monthFirst =
                    number(n.group(3)) > 12 || american && n.group(2).equals("/") && number(n.group(1)) <= 12;
            return monthFirst ? day(n.group(4), n.group(1), n.group(3)) : day(n.group(4), n.group(3), n.group(1));
        }
        return Optional.empty();
    }

    static Optional<Dated> inUrl(String url) {
        Matcher m = IN_URL.matcher(url);
        if (m.find()) {
            Integer month = MONTHS.get(m.group(2));
            return day(m.group(1), month == null ? m.group(2) : String.valueOf(month), m.group(3));
        }
        Matcher packed = IN_URL_PACKED.matcher(url);
        return packed.find() ? day(packed.group(1), packed.group(2), packed.group(3)) : Optional.empty();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** 1990 is before the first news site; placeholders like 0001 or 1970 are no dates of articles. */
    private static Optional<Dated> day(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(number(year), number(month), number(day));
            return date.getYear() < 1990 || date.getYear() > 2100 ? Optional.empty() : Optional.of(new Dated.On(date));
        } catch (DateTimeException | NumberFormatException impossible) {
            return Optional.empty();
        }
    }
}
