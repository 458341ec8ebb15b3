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
                    Optional.empty(),
                    Optional.empty()));
        }
        return counts;
    }
}
