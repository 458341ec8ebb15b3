package org.hearsay.gather.feed;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as feeds write them: RFC 3339 and its relatives, RFC 822 and what people made of it. Every word of the text
 * must be understood; an impossible or ambiguous date is absent, never rolled over or guessed. No zone means UTC.
 */
final class FeedDates {
    /** Longer texts hold no date. */
    private static final int MAX_CHARS = 100;

    private static final String TIME = "(\\d{1,2})(?::?(\\d{2})(?::?(\\d{2}|(?<=:)\\d)(?:[.,]\\d{1,12})?)?)?";
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})(?:-?(\\d{2})(?:-?(\\d{2}))?)?(?:\\s*(?:T|t|\\s|_)\\s*" + TIME + "\\s*(\\D.*)?)?");
    private static final Pattern LOOSE_ISO =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:(?:T|\\s)\\s*" + TIME + "\\s*(\\D.*)?)?");
    private static final Pattern ISO_ORDINAL = Pattern.compile("(\\d{4})-?(\\d{3})(?:[Tt]" + TIME + "\\s*(\\D.*)?)?");
    private static final Pattern SHORT_ISO = Pattern.compile("(\\d{2})(\\d{2})(\\d{2})");

    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\d:+-])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,12})?)?(?![\\d:])\\s*([AaPp]\\.?[Mm]\\b\\.?)?");
    private static final Pattern OFFSET =
            Pattern.compile("(?:(?:GMT|UTC|UT|Z)\\s*)?([+-])(\\d{1,2}):?(\\d{2})?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern DASHED = Pattern.compile("(\\d{1,2})-(\\p{L}+\\.?)-(\\d{4}|\\d{2})");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.|º)?", Pattern.CASE_INSENSITIVE);

    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, ZoneId> ZONES = zones();

    private FeedDates() {}

    /** A date as it was read. {@code zoneAssumed} if it stood there without a zone, and UTC was taken. */
    record Read(Instant at, boolean zoneAssumed) {}

    static Optional<Instant> parse(String raw) {
        return read(raw).map(Read::at);
    }

    static Optional<Read> read(String raw) {
        if (raw.length() > 10 * MAX_CHARS) {
            return Optional.empty();
        }
        String text = raw.replaceAll("\\([^()]*\\)", " ")
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
        if (text.isEmpty() || text.length() > MAX_CHARS) {
            return Optional.empty();
        }
        try {
            Optional<Read> iso = iso(text);
            return (iso.isPresent() ? iso : words(text)).filter(date -> sane(date.at));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A year before newspapers is a null that somebody printed. */
    private static boolean sane(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1900 && year <= 9999;
    }

    private static Optional<Read> iso(String text) {
        // Six digits are a short year, month and day: ISO 8601 leaves year and month without a dash out for that.
        Matcher m = SHORT_ISO.matcher(text);
        if (m.matches()) {
            LocalDate date = LocalDate.of(year(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
            return Optional.of(new Read(date.atStartOfDay(ZoneOffset.UTC).toInstant(), true));
        }
        m = ISO.matcher(text);
        if (!m.matches()) {
            m = LOOSE_ISO.matcher(text);
        }
        if (m.matches()) {
            int month = m.group(2) == null ? 1 : Integer.parseInt(m.group(2));
            int day = m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
            return at(LocalDate.of(Integer.parseInt(m.group(1)), month, day), m, 4);
        }
        m = ISO_ORDINAL.matcher(text);
        if (m.matches()) {
            return at(LocalDate.ofYearDay(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))), m, 3);
        }
        return Optional.empty();
    }

    /** Hour, minute, second and zone in the groups from {@code first} on. */
    private static Optional<Read> at(LocalDate date, Matcher m, int first) {
        LocalTime time = m.group(first) == null
                ? LocalTime.MIDNIGHT
                : time(m.group(first), m.group(first + 1), m.group(first + 2), "");
        String zone = m.group(first + 3) == null ? "" : m.group(first + 3).strip();
        zone = zone.replaceFirst("(?<=[+-]\\d{2}:?\\d{2}) (?:UTC|GMT)$", "");
        String half = zone.toLowerCase(Locale.ROOT).replace(".", "");
        if (half.startsWith("am") || half.startsWith("pm")) {
            time = time(m.group(first), m.group(first + 1), m.group(first + 2), half.substring(0, 2));
            zone = zone.substring(zone.toLowerCase(Locale.ROOT).indexOf('m') + 1)
                    .replaceFirst("^\\.", "")
                    .strip();
        }
        LocalTime clock = time;
        boolean assumed = zone.isEmpty();
        return zone(zone)
                .map(z -> new Read(LocalDateTime.of(date, clock).atZone(z).toInstant(), assumed));
    }

    private static LocalTime time(String hour, String minute, String second, String half) {
        int h = Integer.parseInt(hour);
        if (!half.isEmpty()) {
            if (h < 1 || h > 12) {
                throw new DateTimeException("there is no hour " + h + half);
            }
            h = h % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        int s = second == null ? 0 : Integer.parseInt(second);
        // A leap second is a real time that Java's clock does not have.
        return LocalTime.of(h, minute == null ? 0 : Integer.parseInt(minute), s == 60 ? 59 : s);
    }

    /** RFC 822 and everything else with words in it: the time is taken out, the rest must be a date and a zone. */
    private static Optional<Read> words(String text) {
        LocalTime time = LocalTime.MIDNIGHT;
        String rest = text;
        Matcher clock = CLOCK.matcher(text);
        if (clock.find()) {
            time = time(clock.group(1), clock.group(2), clock.group(3), clock.group(4) == null ? "" : clock.group(4));
            rest = text.substring(0, clock.start()) + " " + text.substring(clock.end());
        }
        int day = 0;
        int month = 0;
        int year = 0;
        Optional<ZoneId> zone = Optional.empty();
        List<String> words = List.of(rest.strip().split("[\\s,;]+"));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).replaceFirst("^[Tt](?=$)", "");
            Matcher m;
            if (word.isEmpty()
                    || word.equals("-")
                    || word.equals("at")
                    || word.equals("de")
                    || word.equals("à")
                    || word.equals("|")) {
                continue;
            }
            Optional<Integer> name = month(word);
            if ((m = SLASHED.matcher(word)).matches() && month == 0) {
                int a = Integer.parseInt(m.group(1));
                int b = Integer.parseInt(m.group(2));
                if (a <= 12 && b <= 12 && a != b) {
                    return Optional.empty(); // one half of the world would read it wrong
                }
                month = a > 12 ? b : a;
                day = a > 12 ? a : b;
                year = year(m.group(3));
            } else if ((m = DOTTED.matcher(word)).matches() && month == 0) {
                day = Integer.parseInt(m.group(1));
                month = Integer.parseInt(m.group(2));
                year = year(m.group(3));
            } else if ((m = DASHED.matcher(word)).matches()
                    && month == 0
                    && month(m.group(2)).isPresent()) {
                day = Integer.parseInt(m.group(1));
                month = month(m.group(2)).get();
                year = year(m.group(3));
            } else if (month == 0 && name.isPresent()) {
                month = name.get();
            } else if (day == 0 && DAY.matcher(word).matches()) {
                day = Integer.parseInt(word.replaceAll("\\D", ""));
            } else if (year == 0 && word.matches("\\d{4}|\\d{2}|'\\d{2}")) {
                year = year(word.replace("'", ""));
            } else if (zone.isEmpty() && zone(word).isPresent()) {
                zone = zone(word);
            } else if (zone.isPresent()
                    && OFFSET.matcher(word).matches()
                    && words.get(i - 1).matches("GMT|UTC|UT")) {
                zone = zone(word);
            } else if (i > 0 || !word.matches("[\\p{L}\\p{M}.]{2,15}")) {
                return Optional.empty(); // the first word may be the day of the week, in any language
            }
        }
        if (day == 0 || month == 0 || year == 0) {
            return Optional.empty();
        }
        Instant at = LocalDateTime.of(LocalDate.of(year, month, day), time)
                .atZone(zone.orElse(ZoneOffset.UTC))
                .toInstant();
        return Optional.of(new Read(at, zone.isEmpty()));
    }

    /** Two digits as in RFC 2822, 4.3. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? year + (year < 50 ? 2000 : 1900) : year;
    }

    private static Optional<ZoneId> zone(String text) {
        if (text.isEmpty()) {
            return Optional.of(ZoneOffset.UTC);
        }
        ZoneId named = ZONES.get(text.toUpperCase(Locale.ROOT));
        if (named != null) {
            return Optional.of(named);
        }
        Matcher m = OFFSET.matcher(text);
        if (m.matches()) {
            int hours = Integer.parseInt(m.group(2));
            int minutes = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
            int sign = m.group(1).equals("-") ? -1 : 1;
            // Offsets end at +14:00 (Kiribati) and -12:00; one more is the slip of a summer time.
            if (hours > 14 || minutes > 59) {
                return Optional.empty();
            }
            return Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
        }
        if (text.matches("[A-Z][A-Za-z]+/[A-Z][A-Za-z_/]+")) {
            return Optional.of(ZoneId.of(text));
        }
        return Optional.empty();
    }

    private static Optional<Integer> month(String word) {
        return Optional.ofNullable(MONTHS.get(plain(word)));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace(".", "").strip();
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> names = new HashMap<>();
        Set<String> contested = new HashSet<>();
        for (String tag : List.of(
                "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "sv", "da", "nb", "fi", "cs", "sk", "hu", "tr", "el",
                "ro", "uk", "ca", "id")) {
            DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(tag));
            for (String[] list : List.of(symbols.getMonths(), symbols.getShortMonths())) {
                for (int i = 0; i < 12; i++) {
                    String name = plain(list[i]);
                    Integer before = name.matches("\\d*") ? Integer.valueOf(i + 1) : names.put(name, i + 1);
                    if (before != null && before != i + 1) {
                        contested.add(name);
                    }
                }
            }
        }
        contested.forEach(names::remove);
        for (String tag : List.of("en", "en-GB")) {
            DateFormatSymbols english = DateFormatSymbols.getInstance(Locale.forLanguageTag(tag));
            for (int i = 0; i < 12; i++) {
                names.put(plain(english.getMonths()[i]), i + 1);
                names.put(plain(english.getShortMonths()[i]), i + 1);
            }
        }
        names.put("sept", 9);
        names.put("mrz", 3);
        names.put("maerz", 3);
        names.put("ιούλ", 7);
        names.put("juill", 7);
        return Map.copyOf(names);
    }

    private static Map<String, ZoneId> zones() {
        Map<String, ZoneId> zones = new HashMap<>();
        // RFC 822, section 5; the rest as newspapers use them. Those that mean two things (IST, CST of China) keep
        // their RFC meaning or stay out.
        String table = "UT:0 UTC:0 GMT:0 Z:0 WET:0 WEST:1 BST:1 CET:1 MET:1 MEZ:1 CEST:2 MEST:2 MESZ:2 EET:2 EEST:3 "
                + "MSK:3 SAST:2 PKT:5 WIB:7 ICT:7 HKT:8 SGT:8 AWST:8 JST:9 KST:9 ACST:9:30 ACDT:10:30 AEST:10 AEDT:11 "
                + "NZST:12 NZDT:13 NST:-3:30 NDT:-2:30 AST:-4 ADT:-3 EST:-5 EDT:-4 CST:-6 CDT:-5 MST:-7 MDT:-6 PST:-8 "
                + "PDT:-7 AKST:-9 AKDT:-8 HST:-10 BRT:-3 ART:-3";
        for (String row : table.split(" ")) {
            String[] parts = row.split(":");
            int hours = Integer.parseInt(parts[1]);
            int minutes = parts.length == 3 ? Integer.parseInt(parts[2]) : 0;
            zones.put(parts[0], ZoneOffset.ofHoursMinutes(hours, hours < 0 ? -minutes : minutes));
        }
        zones.put("ET", ZoneId.of("America/New_York"));
        zones.put("CT", ZoneId.of("America/Chicago"));
        zones.put("MT", ZoneId.of("America/Denver"));
        zones.put("PT", ZoneId.of("America/Los_Angeles"));
        return Map.copyOf(zones);
    }
}
