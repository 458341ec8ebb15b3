package org.hearsay.read.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers in digits and words: "1,200", "1.5 million", "twenty-five", "half a million", "dozens of". Immutable. */
final class NumeralReader {
    private static final Pattern DIGITS =
            Pattern.compile("-?\\d{1,3}(?:,\\d{2,3})+(?:\\.\\d+)?|-?\\d{1,18}(?:\\.\\d{1,12})?|\\.\\d{1,12}");
    private static final Pattern INDIAN_OR_WESTERN = Pattern.compile("-?\\d{1,3}(?:,\\d{2})*(?:,\\d{3})+(?:\\.\\d+)?");

    private static final Pattern FRACTION = Pattern.compile("(\\d{1,2})/(2|3|4|5|8|16|32|64)");
    private static final Pattern MIXED = Pattern.compile("(\\d{1,4})-(\\d{1,2})/(2|3|4|5|8|16|32|64)");

    private final Map<String, BigDecimal> ones = new HashMap<>();
    private final Map<String, BigDecimal> tens = new HashMap<>();
    private final Map<String, BigDecimal> scales = new HashMap<>();
    private final Map<String, BigDecimal> shorts = new HashMap<>();
    private final Map<String, BigDecimal[]> vague = new HashMap<>();
    /** Words of money that stand after a number. */
    private final Set<String> moneys = new HashSet<>();
    /** What there are thousands and millions of. */
    private final Set<String> many = Lexicon.words("measuring.txt", "many");

    NumeralReader() {
        Lexicon.rows("currencies.txt").stream()
                .filter(row -> row.get(2).equals("after"))
                .forEach(row -> moneys.add(row.get(0)));
        for (List<String> row : Lexicon.rows("numbers.txt")) {
            BigDecimal value = new BigDecimal(row.get(1));
            switch (row.get(2)) {
                case "one" -> ones.put(row.get(0), value);
                case "ten" -> tens.put(row.get(0), value);
                case "scale" -> scales.put(row.get(0), value);
                case "short" -> shorts.put(row.get(0), value);
                default -> vague.put(row.get(0), new BigDecimal[] {value, new BigDecimal(row.get(3))});
            }
        }
    }

    /** The number that starts at piece {@code at}. {@code afterSign}: a currency sign stands before it. */
    Optional<Numeral> at(Line line, int at, boolean afterSign) {
        return bare(line, at, afterSign)
                .map(number -> andHalf(number, line))
                .map(number -> number.digits() && AtLeast.isSpelled(line, number.end())
                        ? number.until(number.end() + 2)
                        : number);
    }

    /** "two and a half", "2 and a half million". */
    private Numeral andHalf(Numeral number, Line line) {
        int end = number.end();
        boolean half = number.isCount()
                && !number.scaled()
                && line.is(end, "and")
                && line.is(end + 1, "a", "one")
                && line.is(end + 2, "half");
        return half ? scaled(number.andHalf(end + 3), line) : number;
    }

    private Optional<Numeral> bare(Line line, int at, boolean afterSign) {
        Piece first = line.get(at);
        if (first.text().length() > 24) {
            return Optional.empty();
        }
        char sign = first.text().charAt(0);
        if (Character.isDigit(sign)
                || sign == '.'
                || sign == '-' && first.text().length() > 1) {
            return digits(line, at, afterSign);
        }
        if (first.is("half") && at + 2 < line.size() && line.get(at + 1).is("a")) {
            BigDecimal scale = scales.get(line.get(at + 2).lower());
            if (scale != null) {
                return Optional.of(number(scale.divide(BigDecimal.TWO), at + 3, scale));
            }
        }
        if (first.is("a")
                && at + 1 < line.size()
                && scales.containsKey(line.get(at + 1).lower())) {
            return Optional.of(scaled(number(BigDecimal.ONE, at + 1, BigDecimal.ONE), line));
        }
        if (first.is("several", "many") || first.is("few") && line.is(at - 1, "a")) {
            return some(line, at);
        }
        BigDecimal[] bounds = vague.get(first.lower());
        if (bounds != null) {
            Numeral words = vague(line, at, bounds);
            // "tens" alone is no number of things.
            return first.is("tens") && words.end() == at + 1 ? Optional.empty() : Optional.of(words);
        }
        return words(line, at);
    }

    private Numeral number(BigDecimal value, int end, BigDecimal scale) {
        BigDecimal plain = Numeral.plain(value);
        return new Numeral(plain, plain, end, scale.compareTo(BigDecimal.ONE) > 0, false, scale);
    }

    private Optional<Numeral> digits(Line line, int at, boolean afterSign) {
        String text = AtLeast.number(line.get(at));
        Matcher hyphened = MIXED.matcher(text);
        if (hyphened.matches()) {
            BigDecimal value = Numeral.plain(
                    new BigDecimal(hyphened.group(1)).add(fraction(hyphened.group(2), hyphened.group(3))));
            return Optional.of(scaled(Numeral.exactly(value, at + 1, true), line));
        }
        if (!DIGITS.matcher(text).matches()
                || text.indexOf(',') > 0 && !INDIAN_OR_WESTERN.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal value = Numeral.plain(new BigDecimal(text.replace(",", "")));
        Numeral bare = mixed(line, at, value);
        if (bare.end() > at + 1) {
            return Optional.of(scaled(bare, line));
        }
        if (at + 1 < line.size()) {
            Piece next = line.get(at + 1);
            boolean glued = next.span().start() == line.get(at).span().end();
            BigDecimal scale = shorts.get(next.lower());
            if (scale != null && (afterSign || isScale(line, at + 1, glued))) {
                return Optional.of(new Numeral(
                        Numeral.plain(value.multiply(scale)),
                        Numeral.plain(value.multiply(scale)),
                        at + 2,
                        true,
                        true,
                        scale));
            }
        }
        return Optional.of(scaled(bare, line));
    }

    /**
     * "5 mln", "5bn"; a single letter may be metres or bytes, so it needs money ("1.2B euros"), people or things of which
     * there are many ("1.5k people", "3m tonnes").
     */
    private boolean isScale(Line line, int at, boolean glued) {
        if (line.is(at, "k", "m", "b")) {
            return glued && (moneys.contains(line.lower(at + 1)) || many.contains(line.lower(at + 1)));
        }
        return glued || line.is(at, "bn", "mln", "bln", "tn", "mil", "mil.", "bil", "bil.");
    }

    /** "8 1/2": a whole number and the eighths, quarters, thirds or halves behind it. */
    private static Numeral mixed(Line line, int at, BigDecimal whole) {
        Matcher part = FRACTION.matcher(line.lower(at + 1));
        if (whole.scale() > 0 || !part.matches()) {
            return Numeral.exactly(whole, at + 1, true);
        }
        BigDecimal value = Numeral.plain(whole.add(fraction(part.group(1), part.group(2))));
        return Numeral.exactly(value, at + 2, true);
    }

    private static BigDecimal fraction(String over, String under) {
        return new BigDecimal(over).divide(new BigDecimal(under), 6, RoundingMode.HALF_UP);
    }

    /** "million", "-million", "hundred thousand" after a number. */
    private Numeral scaled(Numeral numeral, Line line) {
        Numeral result = numeral;
        for (int i = 0; i < 2; i++) {
            int at = result.end();
            if (at + 1 < line.size()
                    && line.get(at).is("-")
                    && scales.containsKey(line.get(at + 1).lower())) {
                at++;
            }
            BigDecimal scale = at < line.size() ? scales.get(line.get(at).lower()) : null;
            if (scale == null) {
                break;
            }
            BigDecimal whole = result.scale().multiply(scale);
            result = new Numeral(
                    Numeral.plain(result.low().multiply(scale)),
                    Numeral.plain(result.high().multiply(scale)),
                    at + 1,
                    true,
                    result.digits(),
                    whole);
        }
        return result;
    }

    /** "several million", "a few hundred". */
    private Optional<Numeral> some(Line line, int at) {
        BigDecimal scale = scales.get(line.lower(at + 1));
        if (scale == null) {
            return Optional.empty();
        }
        return Optional.of(new Numeral(
                Numeral.plain(scale.multiply(BigDecimal.TWO)),
                Numeral.plain(scale.multiply(BigDecimal.TEN).subtract(BigDecimal.ONE)),
                at + 2,
                true,
                false,
                scale));
    }

    /** "thousands", "tens of thousands", "hundreds of millions". */
    private Numeral vague(Line line, int at, BigDecimal[] bounds) {
        int end = at + 1;
        BigDecimal low = bounds[0];
        BigDecimal high = bounds[1];
        if (at + 2 < line.size() && line.get(at + 1).is("of")) {
            String next = line.get(at + 2).lower();
            BigDecimal scale = next.endsWith("s") ? scales.get(next.substring(0, next.length() - 1)) : null;
            if (scale != null && vague.containsKey(next)) {
                low = low.multiply(scale);
                high = high.add(BigDecimal.ONE).multiply(scale).subtract(BigDecimal.ONE);
                end = at + 3;
            }
        }
        return new Numeral(Numeral.plain(low), Numeral.plain(high), end, true, false, BigDecimal.ONE);
    }

    /** "two", "twenty-five", "three hundred and twelve thousand". */
    private Optional<Numeral> words(Line line, int at) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal group = BigDecimal.ZERO;
        BigDecimal largest = BigDecimal.ONE;
        int end = at;
        boolean started = false;
        for (int i = at; i < line.size() && i < at + 12; i++) {
            String word = line.get(i).lower();
            BigDecimal small = small(word);
            BigDecimal scale = started ? scales.get(word) : null;
            if (small != null
                    && (!started
                            || group.remainder(BigDecimal.valueOf(100)).signum() == 0
                                    && largest.compareTo(BigDecimal.ONE) > 0)) {
                group = group.add(small);
            } else if (scale != null && word.equals("hundred")) {
                group = group.multiply(scale);
                largest = largest.max(scale);
            } else if (scale != null) {
                total = total.add(group.max(BigDecimal.ONE).multiply(scale));
                group = BigDecimal.ZERO;
                largest = largest.max(scale);
            } else if (started
                    && largest.compareTo(BigDecimal.ONE) > 0
                    && word.equals("and")
                    && i + 1 < line.size()
                    && small(line.get(i + 1).lower()) != null
                    && line.get(i - 1).is("hundred", "thousand")) {
                continue;
            } else if (started
                    && word.equals("-")
                    && i + 1 < line.size()
                    && scales.containsKey(line.get(i + 1).lower())) {
                continue;
            } else {
                break;
            }
            started = true;
            end = i + 1;
        }
        if (!started) {
            return Optional.empty();
        }
        return Optional.of(number(total.add(group), end, largest));
    }

    private @Nullable BigDecimal small(String word) {
        BigDecimal one = ones.get(word);
        if (one != null) {
            return one;
        }
        BigDecimal ten = tens.get(word);
        if (ten != null) {
            return ten;
        }
        int hyphen = word.indexOf('-');
        if (hyphen > 0) {
            BigDecimal left = tens.get(word.substring(0, hyphen));
            BigDecimal right = ones.get(word.substring(hyphen + 1));
            return left != null && right != null && right.compareTo(BigDecimal.TEN) < 0 ? left.add(right) : null;
        }
        return null;
    }
}
