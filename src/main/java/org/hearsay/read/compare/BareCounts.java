package org.hearsay.read.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity;
import org.hearsay.read.language.Quantity.Closeness;
import org.hearsay.read.language.Quantity.Kind;

/**
 * Numbers without a noun of their own, as headlines have them ("12 dead", "kills ten", "the toll stands at 34"). They are
 * no quantities for a reader, who would ask: of what?; here the word beside them tells.
 */
final class BareCounts {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12));

    /** Of those words, small and capital. */
    private static final String FIRST_LETTERS = NUMBERS.keySet().stream()
            .map(word -> word.substring(0, 1))
            .distinct()
            .map(letter -> letter + letter.toUpperCase(Locale.ROOT))
            .collect(Collectors.joining());

    /** Not the minutes of "12:00", nor part of a longer number; a comma before it may lack its space ("flats,9 hurt"). */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w.$\u20ac\u00a3-])(?<!\\d[,:/])(?:(\\d{1,3}(?:,\\d{3})+|\\d{1,7}(?:\\.\\d+)?(?=[mMkK]\\b|bn\\b| (?:million|billion|thousand)\\b)|\\d{1,7})"
                    + "|(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
                    + "(?:([mMkK]|bn)(?![\\w])| (thousand|million|billion)(?![\\w]))?"
                    + "(?![\\w%]|[.,:/-]\\d|-\\w|(?:st|nd|rd|th)\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, BigDecimal> SCALES = Map.of(
            "k", BigDecimal.valueOf(1_000),
            "thousand", BigDecimal.valueOf(1_000),
            "m", BigDecimal.valueOf(1_000_000),
            "million", BigDecimal.valueOf(1_000_000),
            "bn", BigDecimal.valueOf(1_000_000_000),
            "billion", BigDecimal.valueOf(1_000_000_000));
    private static final Pattern LEAST = Pattern.compile("(?:at least|more than|over) $", Pattern.CASE_INSENSITIVE);
    private static final Pattern MOST =
            Pattern.compile("(?:up to|as many as|fewer than|less than) $", Pattern.CASE_INSENSITIVE);
    private static final Pattern RANK = Pattern.compile("(?:No\\.|number|one of|aged?) ?$", Pattern.CASE_INSENSITIVE);

    private BareCounts() {}

    private static final Pattern MAGNITUDE = Pattern.compile(
            "\\b(\\d(?:\\.\\d)?)[ -]magnitude\\b|\\bmagnitude (?:of )?(\\d(?:\\.\\d)?)(?![\\w.]\\d)"
                    + "|\\b(\\d\\.\\d) (?:earth)?quake",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AGE = Pattern.compile(
            "\\b(?:dies?|died|dead|death(?! (?:toll|rate)))\\b[^.;]{0,20}?\\b(?:at|aged?|age of)(?: the age of| age)? (\\d{1,3})\\b(?![.,%]\\d)",
            Pattern.CASE_INSENSITIVE);
    /** "The tax rate was 35.7": a rate is in hundredths, also where nobody says so. */
    private static final Pattern RATE = Pattern.compile(
            "\\b(?:tax|interest|inflation|unemployment|jobless|growth|birth|turnout|approval|vacancy|default|mortgage)(?: [a-z]+)? rates? "
                    + "(?:of|was|is|at|stood at|stands at|rose to|fell to|hit|reached) (\\d{1,2}(?:\\.\\d+)?)(?![\\w%]| ?(?:per|pct|pc|%|percent|percentage|points?|million|billion|basis)\\b|[.,]\\d)",
            Pattern.CASE_INSENSITIVE);
    /** "A 38-word oath" is an oath of 38 words; years and days told so are ages and spans of time. */
    private static final Pattern COMPOUND = Pattern.compile(
            "(?<![\\w.,$\u20ac\u00a3-])(\\d{1,3}(?:,\\d{3})+|\\d{1,6})-((?!year|month|week|day|hour|minute|second|magnitude|time|plus|strong|way|odd|inch|foot|yard|mile|metre|meter|pound|ton|degree|percent|per|point|cent|dollar|euro)[a-z]{3,12}(?: [a-z]{3,15})?)(?![\\w-])");

    private static final Pattern COUNTED = Pattern.compile(
            "\\G (?:(?!and\\b|or\\b|in\\b|of\\b|on\\b|at\\b)[a-zA-Z'-]+ ){0,2}([a-zA-Z'-]+s|people|men|women|children)\\b");

    static boolean isNumber(String word) {
        return NUMBERS.containsKey(word);
    }

    /** Magnitudes of earthquakes, ages of the dead, rates and "38-word" oaths, which no noun behind them tells. */
    static List<Quantity> special(Span piece, String text) {
        List<Quantity> found = new ArrayList<>();
        if (!Glance.hasDigit(text, piece.start(), piece.end())) {
            return found;
        }
        for (Pattern pattern : List.of(MAGNITUDE, AGE)) {
            Matcher m = pattern.matcher(text).region(piece.start(), piece.end());
            while (m.find()) {
                for (int group = 1; group <= m.groupCount(); group++) {
                    if (m.group(group) != null) {
                        BigDecimal value = new BigDecimal(m.group(group));
                        found.add(new Quantity(
                                new Span(m.start(group), m.end(group)),
                                Kind.MEASURE,
                                Optional.of(value),
                                Optional.of(value),
                                pattern.equals(AGE) ? "age" : "magnitude",
                                Closeness.EXACT,
                                Optional.empty(),
                                Optional.empty()));
                    }
                }
            }
        }
        Matcher rate = RATE.matcher(text).region(piece.start(), piece.end());
        while (rate.find()) {
            found.add(quantity(
                    new Span(rate.start(1), rate.end(1)),
                    Kind.PERCENT,
                    new BigDecimal(rate.group(1)),
                    "%",
                    Optional.empty()));
        }
        Matcher compound = COMPOUND.matcher(text).region(piece.start(), piece.end());
        while (compound.find()) {
            found.add(quantity(
                    new Span(compound.start(1), compound.end(1)),
                    Kind.COUNT,
                    new BigDecimal(compound.group(1).replace(",", "")),
                    "1",
                    Optional.of(new Span(compound.start(2), compound.end(2)))));
        }
        return found;
    }

    private static Quantity quantity(Span span, Kind kind, BigDecimal value, String unit, Optional<Span> of) {
        return new Quantity(
                span, kind, Optional.of(value), Optional.of(value), unit, Closeness.EXACT, of, Optional.empty());
    }

    /** Those of a piece of text that are outside all quantities and names. */
    static List<Quantity> in(Span piece, String text, List<Span> taken) {
        List<Quantity> counts = new ArrayList<>();
        Matcher m = NUMBER.matcher(text).useTransparentBounds(true);
        for (int at = piece.start(); find(m, text, at, piece.end()); at = m.end()) {
            Span span = new Span(m.start(), m.end());
            String before = text.substring(Math.max(piece.start(), m.start() - 14), m.start());
            String scale = Optional.ofNullable(m.group(3))
                    .orElse(Optional.ofNullable(m.group(4)).orElse(""));
            boolean year = scale.isEmpty() && m.group(1) != null && m.group(1).matches("(?:1[5-9]|20)\\d\\d");
            if (year
                    || taken.stream().anyMatch(span::overlaps)
                    || RANK.matcher(before).find()) {
                continue;
            }
            BigDecimal value = m.group(1) != null
                    ? new BigDecimal(m.group(1).replace(",", ""))
                    : BigDecimal.valueOf(NUMBERS.getOrDefault(m.group(2).toLowerCase(Locale.ROOT), 1));
            value = value.multiply(SCALES.getOrDefault(scale.toLowerCase(Locale.ROOT), BigDecimal.ONE));
            Closeness closeness = LEAST.matcher(before).find()
                    ? Closeness.OVER
                    : MOST.matcher(before).find() ? Closeness.UNDER : Closeness.EXACT;
            counts.add(new Quantity(
                    span,
                    Kind.COUNT,
                    Optional.of(value),
                    Optional.of(value),
                    "1",
                    closeness,
                    counted(text, m.end(), piece.end()),
                    Optional.empty()));
        }
        return counts;
    }

    /** Finds the next number, and tries the pattern only where one may begin. */
    private static boolean find(Matcher number, String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (mayBegin(text, at) && number.region(at, to).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBegin(String text, int at) {
        char c = text.charAt(at);
        return Glance.isDigit(c)
                || FIRST_LETTERS.indexOf(c) >= 0
                        && NUMBERS.keySet().stream().anyMatch(word -> Glance.starts(text, at, word));
    }

    /** "8 rockets", "four coalition troops": up to the first plural. */
    private static Optional<Span> counted(String text, int from, int to) {
        Matcher m = COUNTED.matcher(text).region(from, to);
        return m.lookingAt() ? Optional.of(new Span(from + 1, m.end(1))) : Optional.empty();
    }
}
