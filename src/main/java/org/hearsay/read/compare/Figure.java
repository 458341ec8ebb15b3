package org.hearsay.read.compare;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity;

/**
 * A quantity of a statement, ready to be held against another.
 *
 * @param unit as in the quantity, lengths and masses in metres and kilograms
 * @param low lower bound as widened by its closeness word and its rounding
 * @param stated the middle of what is stated
 * @param of stems of the words that say what is measured; empty if not said
 * @param head the last noun of those before any "of" or "in", which is the thing itself; "" if not said
 * @param narrowing stems that stand before the head and narrow it ("electric" of "electric buses")
 * @param fate what befell those counted: dead, injured, arrested …; "" if nothing of the kind
 * @param periods years and months it is said for
 * @param shown span of number and thing measured
 * @param around what else the words around say of it
 */
record Figure(
        Quantity quantity,
        String unit,
        double low,
        double high,
        double stated,
        Set<String> of,
        String head,
        Set<String> narrowing,
        String fate,
        Set<String> periods,
        Span shown,
        Surroundings around) {

    /** Half the last stated digit of a round number, but never more than this part of it. */
    private static final double ROUNDING = 0.05;
    /** "nearly", "about", "some": measured pairs of reports of one figure lie within it. */
    private static final double ABOUT = 0.05;
    /** Who says "roughly 141 million" has rounded to millions, whatever that is in per cent: so many of the last digit. */
    private static final double DIGITS = 1.5;
    /** A number known to this part of it hardly comes up by chance. */
    private static final double PRECISE = 0.01;
    /** Who says "more than 50" would say "60" of 70. */
    private static final double BEYOND = 0.3;

    /** Who says "thousands of dollars" does not say that it was not 20,000. */
    private static final double VAGUE = 10;

    private static final Set<String> FATES = Set.of("dead", "injured", "arrest", "missing", "miss");

    /** To metres, kilograms, seconds (UCUM codes and the plain names of common units). */
    private static final Map<String, Map.Entry<String, Double>> SCALES = Map.ofEntries(
            Map.entry("km", Map.entry("m", 1000.0)),
            Map.entry("m", Map.entry("m", 1.0)),
            Map.entry("cm", Map.entry("m", 0.01)),
            Map.entry("mm", Map.entry("m", 0.001)),
            Map.entry("[mi_i]", Map.entry("m", 1609.344)),
            Map.entry("[ft_i]", Map.entry("m", 0.3048)),
            Map.entry("[yd_i]", Map.entry("m", 0.9144)),
            Map.entry("[in_i]", Map.entry("m", 0.0254)),
            Map.entry("kg", Map.entry("kg", 1.0)),
            Map.entry("g", Map.entry("kg", 0.001)),
            Map.entry("t", Map.entry("kg", 1000.0)),
            Map.entry("[lb_av]", Map.entry("kg", 0.45359237)),
            Map.entry("s", Map.entry("s", 1.0)),
            Map.entry("min", Map.entry("s", 60.0)),
            Map.entry("h", Map.entry("s", 3600.0)),
            Map.entry("d", Map.entry("s", 86_400.0)),
            Map.entry("wk", Map.entry("s", 604_800.0)),
            Map.entry("W", Map.entry("W", 1.0)),
            Map.entry("kW", Map.entry("W", 1e3)),
            Map.entry("MW", Map.entry("W", 1e6)),
            Map.entry("GW", Map.entry("W", 1e9)));

    /** What stands between a measured thing and its figure. */
    private static final Pattern PREDICATE = Pattern.compile(
            "\\b(?:is|are|was|were|be|been|has|have|had|will|would|reach(?:es|ed)?|hit|hits|stood|stands|total(?:s|led|ed)|amount(?:s|ed)"
                    + "|came|comes|averaged?|ros?e|risen|rises|fell|fall(?:s|en)?|grew|grow(?:s|n)?|climb(?:s|ed)|jump(?:s|ed)|drop(?:s|ped)"
                    + "|declined?|decreased?|increase[sd]?|gain(?:s|ed)|slip(?:s|ped)|plunge[sd]?|slump(?:s|ed)|surge[sd]?|soar(?:s|ed)|up|down|numbered)\\b");

    /** "In the first quarter of 2021 profit was …": when, not what. */
    private static final Pattern OPENING = Pattern.compile(
            "^ ?(?:In|On|By|During|Since) (?:the )?(?:(?:first|second|third|fourth|last) )?(?:quarter|half|year|month)?(?: ?of )?(?:(?:19|20)\\d\\d)?(?: ?the)? (?=\\w)");

    /** "what he called the firm's rate of tax: 30 percent" measures what stands before the colon. */
    private static final Pattern LABEL = Pattern.compile("(?:^|\\b(?:is|was|are|were|the|a|an|his|her|its|their)\\b)"
            + "((?:(?!\\b(?:is|was|are|were)\\b)[^:]){3,50}): $");

    /** "The return showed that": who tells it is not what is measured. */
    private static final Pattern TOLD = Pattern.compile(".*\\b(?:that|said|says)\\b");

    private static final Pattern LETTER = Pattern.compile("\\d+(?:\\.\\d+)?[MK]\\b");

    private static final Pattern PART_OF = Pattern.compile(
            " of (?:the |its |their |all )?((?!th(?:e|is|at|ese|ose|em)\\b|which\\b|whom\\b)[a-zA-Z'-]{3,}"
                    + "(?: (?!(?:at|in|on|for|by|from|to|with|and|or|that|which|who|said|is|was|were|are|has|have|had|will)\\b)[a-zA-Z'-]+){0,2})");

    /** Whether a word, by its family, says what befell somebody. */
    static boolean isFate(String stem) {
        return FATES.contains(stem);
    }

    /** Whether both are sums of money, of two currencies that are known: neither can be told from the other. */
    boolean otherCurrency(Figure other) {
        return quantity.kind() == Quantity.Kind.MONEY
                && other.quantity.kind() == Quantity.Kind.MONEY
                && !unit.equals(other.unit)
                && !unit.equals("XXX")
                && !other.unit.equals("XXX");
    }

    /** Whether both state one number ("35.7", "35.72"), and one that does not come up by chance: not 1, 2, 10, 100. */
    boolean tellsTheSame(Figure other) {
        double whole = Math.abs(stated);
        boolean round = whole <= 2 || whole == 10 || whole == 100 || whole == 1000;
        boolean one = stated == other.stated || precise() && other.precise() && !apartFrom(other);
        return sameMeasure(other) && one && !round;
    }

    private boolean precise() {
        return high - low < PRECISE * Math.abs(stated);
    }

    /** Empty for what is no amount: dates, ranks, and dates whose day is not known. */
    static Optional<Figure> of(Quantity quantity, String text, Span clause, Set<String> periods) {
        boolean amount = switch (quantity.kind()) {
            case MONEY, PERCENT, COUNT, MEASURE, DURATION -> true;
            case DATE, ORDINAL -> false;
        };
        if (!amount || quantity.low().isEmpty() || quantity.high().isEmpty()) {
            return Optional.empty();
        }
        if (LETTER.matcher(quantity.span().of(text)).lookingAt()
                && quantity.low().get().compareTo(BigDecimal.valueOf(1000)) < 0) {
            return Optional.empty(); // "3.1M homes" was read as three homes
        }
        Map.Entry<String, Double> scale = SCALES.getOrDefault(quantity.unit(), Map.entry(quantity.unit(), 1.0));
        BigDecimal low = quantity.low().get();
        BigDecimal high = quantity.high().get();
        double from = low.doubleValue();
        double to = high.doubleValue();
        double stated = (from + to) / 2;
        double slack = Math.max(rounding(low), rounding(high));
        switch (quantity.closeness()) {
            case EXACT, RANGE -> {
                from -= slack;
                to += slack;
            }
            case ABOUT -> {
                from -= Math.max(slack, Math.min(Math.abs(from) * ABOUT, DIGITS * digit(low)));
                to += Math.max(slack, Math.min(Math.abs(to) * ABOUT, DIGITS * digit(high)));
                if (to > 2 * from) {
                    to *= VAGUE;
                }
            }
            case OVER -> to += Math.abs(to) * BEYOND;
            case UNDER -> from -= Math.abs(from) * BEYOND;
        }
        Set<String> of = new TreeSet<>();
        Set<String> narrowing = new TreeSet<>();
        String head = "";
        Optional<Span> measured = quantity.of().or(() -> partOf(quantity, text, clause));
        if (measured.isPresent()) {
            boolean before = true;
            for (Words.Word word : Words.of(measured.get().of(text))) {
                before &= !(Set.of("of", "in", "on", "for", "from", "at", "to", "by")
                                .contains(word.text())
                        && !head.isEmpty());
                if (Words.isContent(word.text()) && !Words.isFigure(word.text())) {
                    of.add(Words.stem(word.text()));
                    if (before) {
                        head = Words.stem(word.text());
                        narrowing.add(head);
                    }
                }
            }
        }
        narrowing.remove(head);
        if (of.isEmpty() && quantity.kind() != Quantity.Kind.COUNT && quantity.kind() != Quantity.Kind.DURATION) {
            head = subject(quantity, text, clause, of);
        }
        Surroundings around = Surroundings.of(quantity, text, clause);
        if (!around.verb().isEmpty() && quantity.kind() == Quantity.Kind.PERCENT) {
            // Who "produces 60% of the world's ore" has 60% of the production of ore.
            of.add(Words.stem(around.verb()));
        }
        Span shown = quantity.of()
                .filter(s -> s.start() >= quantity.span().start()
                        && s.start() - quantity.span().end() <= 12)
                .map(s -> new Span(
                        quantity.span().start(),
                        Math.max(s.end(), quantity.span().end())))
                .orElse(quantity.span());
        return Optional.of(new Figure(
                quantity,
                scale.getKey(),
                from * scale.getValue(),
                to * scale.getValue(),
                stated * scale.getValue(),
                Set.copyOf(of),
                head,
                Set.copyOf(narrowing),
                quantity.kind() == Quantity.Kind.COUNT ? fate(quantity, text, clause) : "",
                Set.copyOf(periods),
                shown,
                around));
    }

    /** "85% of refining": what stands behind the "of", also where the reader knows no noun in it. */
    private static Optional<Span> partOf(Quantity quantity, String text, Span clause) {
        Matcher m = PART_OF.matcher(text).region(quantity.span().end(), clause.end());
        return m.lookingAt() ? Optional.of(new Span(m.start(1), m.end(1))) : Optional.empty();
    }

    /** "Rents in Lindsay rose 8%" measures rents: the words before the verb. @return the last one of its first phrase */
    private static String subject(Quantity quantity, String text, Span clause, Set<String> of) {
        String before = text.substring(clause.start(), quantity.span().start());
        int comma = Math.max(before.lastIndexOf(','), before.lastIndexOf(';'));
        String part = OPENING.matcher(comma >= 0 ? before.substring(comma + 1) : before)
                .replaceFirst("");
        Matcher label = LABEL.matcher(part);
        if (label.find()) {
            return phrase(label.group(1), of);
        }
        Matcher told = TOLD.matcher(part);
        String said = told.lookingAt() ? part.substring(told.end()) : part;
        Matcher verb = PREDICATE.matcher(said);
        return verb.find() && said.length() - verb.end() <= 30 ? phrase(said.substring(0, verb.start()), of) : "";
    }

    private static String phrase(String words, Set<String> of) {
        String head = "";
        boolean first = true;
        for (Words.Word word : Words.of(words)) {
            first &= !(Set.of("of", "in", "on", "for", "from", "at", "to", "by").contains(word.text())
                    && !head.isEmpty());
            if (Words.isContent(word.text()) && !Words.isFigure(word.text())) {
                of.add(Words.stem(word.text()));
                head = first ? Words.stem(word.text()) : head;
            }
        }
        return head;
    }

    /** Half a unit of the last digit that is not a zero, which is how people round; whole numbers below 1,000 are exact. */
    private static double rounding(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.signum() == 0) {
            return 0.5;
        }
        double half = 0.5 * Math.pow(10, -plain.scale());
        if (plain.scale() > -3) {
            half = Math.min(half, 0.5);
        }
        double most = Math.abs(value.doubleValue()) * ROUNDING;
        return plain.scale() <= -3 ? Math.min(half, most) : half;
    }

    /** What one more of the last digit that is not a zero comes to. */
    private static double digit(BigDecimal value) {
        return value.signum() == 0
                ? 1
                : Math.pow(10, -value.stripTrailingZeros().scale());
    }

    /** The nearest word of the clause that says what befell those counted. */
    private static String fate(Quantity quantity, String text, Span clause) {
        String nearest = "";
        int distance = 45; // characters: "12 people were also", "killed at least as many as 12"
        for (Words.Word word : Words.of(clause.of(text))) {
            String stem = Words.stem(word.text());
            if (!FATES.contains(stem)) {
                continue;
            }
            int start = clause.start() + word.start();
            int end = clause.start() + word.end();
            int after = start - quantity.span().end();
            int before = quantity.span().start() - end;
            int apart = Math.max(after, before);
            String between = after >= 0
                    ? text.substring(quantity.span().end(), start)
                    : before >= 0 ? text.substring(end, quantity.span().start()) : "";
            // Another figure, or the next part of a list, lies between: that word is the other one's.
            boolean cut = between.chars().anyMatch(c -> Character.isDigit(c) || c == ';' || c == ',')
                    || between.contains(" and ") && before >= 0;
            if (!cut && apart < distance) {
                distance = apart;
                nearest = stem.equals("miss") ? "missing" : stem;
            }
        }
        return nearest;
    }

    /** Whether no number is within both. */
    boolean apartFrom(Figure other) {
        if (quantity.closeness() == other.quantity.closeness()
                && (quantity.closeness() == Quantity.Closeness.OVER
                        || quantity.closeness() == Quantity.Closeness.UNDER)) {
            // "at least 12" and "at least 15" do not exclude each other, but they are not one report.
            double slack = Math.max(0.5, ROUNDING * Math.max(stated, other.stated));
            return Math.abs(stated - other.stated) > slack;
        }
        // "as many as 29" and "at least 29" meet in 29.
        return stated != other.stated && (high <= other.low || other.high <= low);
    }

    /** Of one unit; two amounts of a currency that is not known (XXX) may be of two. */
    boolean sameMeasure(Figure other) {
        return unit.equals(other.unit) && !unit.equals("XXX");
    }

    /** Whether both are said for a time, and not for the same: another year, month, quarter, or a quarter and a year. */
    boolean otherPeriod(Figure other) {
        for (String kind : List.of("y:", "m:", "d:", "q:", "c:", "r:")) {
            List<String> here = periods.stream().filter(p -> p.startsWith(kind)).toList();
            List<String> there =
                    other.periods.stream().filter(p -> p.startsWith(kind)).toList();
            if (!here.isEmpty() && !there.isEmpty() && here.stream().noneMatch(there::contains)) {
                return true;
            }
        }
        return false;
    }
}
