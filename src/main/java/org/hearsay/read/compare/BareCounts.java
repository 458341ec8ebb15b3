package org.hearsay.read.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w.,$\u20ac\u00a3-])(?:(\\d{1,3}(?:,\\d{3})+|\\d{1,7})|(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
                    + "(?![\\w%]|[.,:/-]\\d|-\\w|(?:st|nd|rd|th)\\b)",
            Pattern.CASE_INSENSITIVE);
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
    private static final Pattern COUNTED = Pattern.compile(
            "\\G (?:(?!and\\b|or\\b|in\\b|of\\b|on\\b|at\\b)[a-zA-Z'-]+ ){0,2}([a-zA-Z'-]+s|people|men|women|children)\\b");

    static boolean isNumber(String word) {
        return NUMBERS.containsKey(word);
    }

    /** The magnitudes of earthquakes and the ages of the dead, which no noun behind them tells. */
    static List<Quantity> special(Span piece, String text) {
        List<Quantity> found = new ArrayList<>();
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
        return found;
    }

    /** Those of a piece of text that are outside all quantities and names. */
    static List<Quantity> in(Span piece, String text, List<Span> taken) {
        List<Quantity> counts = new ArrayList<>();
        Matcher m = NUMBER.matcher(text).region(piece.start(), piece.end()).useTransparentBounds(true);
        while (m.find()) {
            Span span = new Span(m.start(), m.end());
            String before = text.substring(Math.max(piece.start(), m.start() - 14), m.start());
            boolean year = m.group(1) != null && m.group(1).matches("(?:1[5-9]|20)\\d\\d");
            if (year
                    || taken.stream().anyMatch(span::overlaps)
                    || RANK.matcher(before).find()) {
                continue;
            }
            BigDecimal value = m.group(1) != null
                    ? new BigDecimal(m.group(1).replace(",", ""))
                    : BigDecimal.valueOf(NUMBERS.getOrDefault(m.group(2).toLowerCase(java.util.Locale.ROOT), 1));
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

    /** "8 rockets", "four coalition troops": up to the first plural. */
    private static Optional<Span> counted(String text, int from, int to) {
        Matcher m = COUNTED.matcher(text).region(from, to);
        return m.lookingAt() ? Optional.of(new Span(from + 1, m.end(1))) : Optional.empty();
    }
}
