package org.hearsay.read.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All numbers that two statements hold, whatever they count, laid side by side by their values: a cruder look than
 * {@link Figures}, which knows what is measured, and one that misses nothing.
 *
 * @param equal numbers that both have
 * @param onlyFirst numbers of the first that the second has not
 * @param clash whether both have one of a unit that the other has not
 * @param near how many of the words around two such are the same, 0 to 1
 * @param close the smaller of two such by the larger
 * @param place whether the words right before and after two such are the same: 0, 1 or 2
 * @param otherYear both name years, and none in common
 */
record Numbers(
        int equal, int onlyFirst, int onlySecond, int clash, double near, double close, int place, boolean otherYear) {
    private static final Map<String, Integer> SMALL = small();
    private static final Map<String, Double> SCALES = Map.ofEntries(
            Map.entry("hundred", 1e2),
            Map.entry("thousand", 1e3),
            Map.entry("k", 1e3),
            Map.entry("million", 1e6),
            Map.entry("mil", 1e6),
            Map.entry("mln", 1e6),
            Map.entry("m", 1e6),
            Map.entry("billion", 1e9),
            Map.entry("bn", 1e9),
            Map.entry("bil", 1e9),
            Map.entry("b", 1e9),
            Map.entry("trillion", 1e12),
            Map.entry("tn", 1e12),
            Map.entry("dozen", 12.0));
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w.])(?<!\\d,)(?:(US\\$|[$\u20ac\u00a3])\\s?)?(?:(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)|("
                    + String.join(
                            "|",
                            SMALL.keySet().stream()
                                    .sorted(Comparator.reverseOrder())
                                    .toList())
                    + ")(?![\\w]))(?:[ -]?(hundred|thousand|million|mil|mln|billion|bil|bn|trillion|tn|dozen|[mbk])(?![\\w]))?"
                    + "(?:[ -]?(%|per ?cent|pct|pc|cents?|dollars?|euros?|pounds?))?",
            Pattern.CASE_INSENSITIVE);

    /** A number, its unit ("$", "%", "" for a count), the words around it. */
    private record Number(double value, String unit, Set<String> around, String before, String after, boolean year) {}

    private static Map<String, Integer> small() {
        Map<String, Integer> words = new HashMap<>();
        String[] ones =
                ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                                + " seventeen eighteen nineteen")
                        .split(" ");
        for (int i = 0; i < ones.length; i++) {
            words.put(ones[i], i + 1);
        }
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
        for (int i = 0; i < tens.length; i++) {
            words.put(tens[i], 20 + 10 * i);
        }
        words.put("dozen", 12);
        return Map.copyOf(words);
    }

    static Numbers between(Slots a, Slots b) {
        List<Number> left = of(a.statement().words());
        List<Number> right = of(b.statement().words());
        Set<Double> years = years(left);
        Set<Double> otherYears = years(right);
        left.removeIf(Number::year);
        right.removeIf(Number::year);
        int equal = 0;
        for (Number one : List.copyOf(left)) {
            Number match = null;
            for (Number other : right) {
                if (one.unit.equals(other.unit) && same(one.value, other.value)) {
                    match = other;
                    break;
                }
            }
            if (match != null) {
                equal++;
                left.remove(one);
                right.remove(match);
            }
        }
        double near = 0;
        double close = 0;
        int place = 0;
        int clash = 0;
        for (Number one : left) {
            for (Number other : right) {
                if (!one.unit.equals(other.unit)) {
                    continue;
                }
                clash = 1;
                double around = Slots.contained(one.around, other.around);
                int beside = (!one.before.isEmpty() && one.before.equals(other.before) ? 1 : 0)
                        + (!one.after.isEmpty() && one.after.equals(other.after) ? 1 : 0);
                if (around > near || around == near && beside > place) {
                    near = around;
                    close = Math.min(one.value, other.value) / Math.max(1e-9, Math.max(one.value, other.value));
                }
                place = Math.max(place, beside);
            }
        }
        years.removeIf(otherYears::contains);
        boolean otherYear = !years.isEmpty()
                && !otherYears.isEmpty()
                && years.size() == years(of(a.statement().words())).size();
        return new Numbers(equal, left.size(), right.size(), clash, near, close, place, otherYear);
    }

    private static boolean same(double one, double other) {
        return Math.abs(one - other) <= 0.004 * Math.max(Math.abs(one), Math.abs(other));
    }

    private static Set<Double> years(List<Number> numbers) {
        Set<Double> years = new HashSet<>();
        numbers.stream().filter(Number::year).forEach(n -> years.add(n.value));
        return years;
    }

    private static List<Number> of(String whole) {
        String text = whole.substring(0, Math.min(whole.length(), Slots.MOST_CHARS));
        List<Number> numbers = new ArrayList<>();
        Matcher m = NUMBER.matcher(text);
        List<Words.Word> words = Words.of(text);
        while (m.find()) {
            String digits = m.group(2);
            String word = m.group(3);
            String scale = m.group(4);
            String unit = m.group(5);
            double value = digits != null
                    ? Double.parseDouble(digits.replace(",", ""))
                    : SMALL.getOrDefault(String.valueOf(word).toLowerCase(Locale.ROOT), 0);
            if ("one".equalsIgnoreCase(word) && scale == null && m.group(1) == null && unit == null) {
                continue; // mostly a pronoun
            }
            if (scale != null) {
                value *= SCALES.getOrDefault(scale.toLowerCase(Locale.ROOT), 1.0);
            }
            String kind = "";
            if (unit != null) {
                String u = unit.toLowerCase(Locale.ROOT);
                kind = u.equals("%") || u.startsWith("per") || u.equals("pct") || u.equals("pc") ? "%" : "$";
                value = u.startsWith("cent") ? value / 100 : value;
            }
            kind = m.group(1) != null ? "$" : kind;
            boolean year = kind.isEmpty() && scale == null && digits != null && digits.matches("(?:1[5-9]|20)\\d\\d");
            int first = 0;
            while (first < words.size() && words.get(first).end() <= m.start()) {
                first++;
            }
            int next = first;
            while (next < words.size() && words.get(next).start() < m.end()) {
                next++;
            }
            Set<String> around = new HashSet<>();
            for (int i = Math.max(0, first - 8); i < Math.min(words.size(), next + 8); i++) {
                if ((i < first || i >= next)
                        && Words.isContent(words.get(i).text())
                        && !Words.isFigure(words.get(i).text())) {
                    around.add(Words.stem(words.get(i).text()));
                }
            }
            numbers.add(new Number(
                    value,
                    kind,
                    around,
                    first > 0 ? words.get(first - 1).text() : "",
                    next < words.size() ? words.get(next).text() : "",
                    year));
        }
        return numbers;
    }
}
