package org.hearsay.keep.index;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts that are looked for: one as it is written, or all between two bounds. {@code toString} is the canonical form:
 * {@code 60%}, {@code usd}, {@code >50%}, {@code 50..70%}.
 *
 * @param low empty where there is no lower bound
 * @param from whether the lower bound itself is meant
 * @param unit empty for any
 * @param range whether it was asked as a range; else it is {@code low}, or the unit alone
 */
record Amounts(
        Optional<BigDecimal> low, boolean from, Optional<BigDecimal> high, boolean to, String unit, boolean range) {
    private static final String NUMBER = "([0-9][0-9,]*(?:\\.[0-9]+)?)";
    private static final String UNIT = "([\\p{L}%/]*)";
    private static final Pattern ONE = Pattern.compile("([$€£¥])?" + NUMBER + "?" + UNIT);
    private static final Pattern BOUND = Pattern.compile("([<>])(=?)([$€£¥])?" + NUMBER + UNIT);
    private static final Pattern BETWEEN =
            Pattern.compile("([$€£¥])?" + NUMBER + "?(?:\\.\\.|–|-)[$€£¥]?" + NUMBER + "?" + UNIT);
    /** Longer than any number or unit that anybody looks for. */
    private static final int MAX_CHARS = 64;

    static Optional<Amounts> parse(String raw) {
        String typed = raw.replace(" ", "").replace("\u00a0", "");
        if (typed.length() > MAX_CHARS) {
            return Optional.empty();
        }
        Matcher one = ONE.matcher(typed);
        if (one.matches()) {
            Optional<BigDecimal> number = number(one.group(2));
            return unit(one.group(1), one.group(3))
                    .filter(unit -> number.isPresent() || !unit.isEmpty())
                    .map(unit -> new Amounts(number, true, number, true, unit, false));
        }
        Matcher bound = BOUND.matcher(typed);
        if (bound.matches()) {
            Optional<BigDecimal> number = number(bound.group(4));
            boolean over = bound.group(1).equals(">");
            boolean closed = !bound.group(2).isEmpty();
            return unit(bound.group(3), bound.group(5))
                    .map(unit -> new Amounts(
                            over ? number : Optional.empty(),
                            closed,
                            over ? Optional.empty() : number,
                            closed,
                            unit,
                            true));
        }
        Matcher between = BETWEEN.matcher(typed);
        if (between.matches()) {
            Optional<BigDecimal> low = number(between.group(2));
            Optional<BigDecimal> high = number(between.group(3));
            boolean ordered = low.isEmpty() || high.isEmpty() || low.get().compareTo(high.get()) <= 0;
            return unit(between.group(1), between.group(4))
                    .filter(unit -> ordered && (low.isPresent() || high.isPresent()))
                    .map(unit -> new Amounts(low, true, high, true, unit, true));
        }
        return Optional.empty();
    }

    /** A unit alone, as units are indexed. */
    static Optional<String> unit(String raw) {
        return parse(raw).filter(a -> a.low.isEmpty() && !a.range).map(Amounts::unit);
    }

    private static Optional<BigDecimal> number(String digits) {
        return Optional.ofNullable(digits).map(d -> new BigDecimal(d.replace(",", "")).stripTrailingZeros());
    }

    private static Optional<String> unit(String sign, String word) {
        if (sign == null) {
            return Optional.of(word.equals("percent") || word.equals("pct") ? "%" : word);
        }
        if (!word.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (sign) {
                    case "$" -> "usd";
                    case "€" -> "eur";
                    case "£" -> "gbp";
                    default -> "jpy";
                });
    }

    @Override
    public String toString() {
        String first = low.map(BigDecimal::toPlainString).orElse("");
        String last = high.map(BigDecimal::toPlainString).orElse("");
        if (!range) {
            return first + unit;
        }
        if (high.isEmpty() && !from) {
            return ">" + first + unit;
        }
        if (low.isEmpty() && !to) {
            return "<" + last + unit;
        }
        return first + ".." + last + unit;
    }
}
