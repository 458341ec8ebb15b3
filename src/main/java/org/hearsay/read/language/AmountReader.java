package org.hearsay.read.language;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.language.Quantity.Closeness;
import org.hearsay.read.language.Quantity.Kind;
import org.hearsay.read.language.Units.Unit;

/** Reads a number with its unit or its noun, and ranges of them. Immutable. */
final class AmountReader {
    private static final Unit COUNT = new Unit("1", Kind.COUNT, BigDecimal.ONE, true);
    /** A share in words is a measure: no percentage is written. */
    private static final Unit SHARE = new Unit("%", Kind.MEASURE, BigDecimal.ONE, true);

    /** How many times more. */
    private static final Unit FACTOR = new Unit("1", Kind.MEASURE, BigDecimal.ONE, true);

    private static final Unit RANK = new Unit("1", Kind.ORDINAL, BigDecimal.ONE, true);

    /** Units of what may be negative. */
    private static final Set<String> BELOW_ZERO = Set.of("Cel", "[degF]", "deg", "%");

    private final NumeralReader numerals;
    private final Units units = new Units();
    private final PairedUnits paired;
    private final ElidedNoun elided;
    private final Limits limits = new Limits(units);
    private final NumberNames names = new NumberNames(units);
    private final Set<String> moves = Lexicon.words("measuring.txt", "move");
    private final Set<String> spans = Lexicon.words("measuring.txt", "span");

    AmountReader(NumeralReader numerals, Preceding preceding) {
        this.numerals = numerals;
        this.paired = new PairedUnits(units, numerals);
        this.elided = new ElidedNoun(preceding);
    }

    Optional<Amount> at(Line line, int at, boolean[] taken) {
        Piece first = line.get(at);
        Optional<Fraction> fraction = Fraction.at(line, at).or(() -> Fraction.ratioAt(line, at, numerals));
        if (fraction.isPresent()) {
            Fraction f = fraction.get();
            return Optional.of(new Amount(
                    at,
                    f.end(),
                    f.percent(),
                    f.percent(),
                    SHARE,
                    limits.of(line, at, f.end(), Kind.MEASURE, f.exact() ? Closeness.EXACT : Closeness.ABOUT),
                    -1));
        }
        Optional<Numeral> bare = numerals.at(line, at, false);
        Optional<Multiple> times = Multiple.at(line, at, bare);
        if (times.isPresent()) {
            BigDecimal factor = times.get().factor();
            int end = times.get().end();
            Closeness closeness = limits.of(line, at, end, Kind.MEASURE, Closeness.EXACT);
            return Optional.of(new Amount(at, end, factor, factor, FACTOR, closeness, -1));
        }
        Optional<Amount> one = oneUnit(line, at);
        if (one.isPresent()) {
            return one;
        }
        Optional<Amount> half = half(line, at);
        if (half.isPresent()) {
            return half;
        }
        if (Ordinals.isRank(line, at)) {
            BigDecimal rank = Ordinals.valueOf(first.lower()).orElseThrow();
            return Optional.of(new Amount(at, at + 1, rank, rank, RANK, Closeness.EXACT, -1));
        }
        int sign = signAt(line, at);
        Optional<Numeral> numeral = sign > 0 ? numerals.at(line, at + sign, true) : bare;
        if (numeral.isEmpty() || sign == 0 && names.holds(line, at, numeral.get())) {
            return Optional.empty();
        }
        if (numeral.get().low().signum() < 0) {
            if (line.isGlued(at)) {
                return Optional.empty(); // "102%-821%"
            }
            return single(line, at, sign, numeral.get(), taken).filter(AmountReader::mayBeBelowZero);
        }
        Optional<Amount> found =
                range(line, at, sign, numeral.get(), taken).or(() -> single(line, at, sign, numeral.get(), taken));
        boolean minus = line.is(at - 1, "minus", "negative");
        return minus ? found.map(amount -> mayBeBelowZero(amount) ? amount.belowZero(at - 1) : amount) : found;
    }

    private static boolean mayBeBelowZero(Amount amount) {
        return BELOW_ZERO.contains(amount.unit().code());
    }

    /** "more than a decade", "nearly a year", "a year and a half"; without such words "a year" is a rate or no quantity at all. */
    private Optional<Amount> oneUnit(Line line, int at) {
        if (!line.get(at).is("a", "an")) {
            return Optional.empty();
        }
        Phrases.Found<Unit> unit = units.unitAt(line, at + 1);
        if (unit == null || unit.value().kind() != Kind.DURATION || line.is(at + 1, "second")) {
            return Optional.empty();
        }
        int end = at + 1 + unit.length();
        boolean bare = !PairedUnits.isHalfMore(line, end) && units.closenessBefore(line, at) == null;
        if (bare || line.is(end, "ago", "old", "-")) {
            return Optional.empty();
        }
        Numeral one = Numeral.exactly(BigDecimal.ONE, at + 1, false);
        PairedUnits.Whole whole = paired.from(line, one, unit.value(), end);
        return Optional.of(amount(line, at, whole.end(), whole.number(), whole.unit(), -1));
    }

    /** "half a percent", "half an hour", "half of 1 percent". */
    private Optional<Amount> half(Line line, int at) {
        boolean of = line.is(at + 1, "of") && Fraction.isOfPercent(line, at + 2);
        if (!line.is(at, "half") || !of && !line.is(at + 1, "a", "an")) {
            return Optional.empty();
        }
        int unitAt = of ? at + 3 : at + 2;
        Phrases.Found<Unit> unit = units.unitAt(line, unitAt);
        if (unit == null || unit.value().kind() == Kind.MONEY) {
            return Optional.empty();
        }
        Numeral numeral = Numeral.exactly(Numeral.HALF, unitAt, false);
        return Optional.of(amount(line, at, unitAt + unit.length(), numeral, unit.value(), -1));
    }

    /** "between 3 and 5 million dollars", "$3 to $5 million", "10-15%". */
    private Optional<Amount> range(Line line, int at, int sign, Numeral low, boolean[] taken) {
        boolean between = at > 0 && line.get(at - 1).is("between");
        boolean from = line.is(at - 1, "from") && !spans.contains(line.lemma(at - 2));
        Phrases.Found<Unit> lowUnit = units.unitAt(line, low.end());
        boolean hyphenOnly = low.end() < line.size() && line.get(low.end()).is("-");
        int join = hyphenOnly || lowUnit == null ? low.end() : low.end() + lowUnit.length();
        if (join + 1 >= line.size() || low.vague()) {
            return Optional.empty();
        }
        // "from $3 to $5 billion" says the scale once and is one range; "from 97 to 92 percent" is a change.
        boolean scaledOnce = sign > 0 && !low.scaled() && isScaledMoney(line, join + 1);
        boolean joins = line.get(join).is("-")
                || line.get(join).is("to") && (!from || scaledOnce)
                || between && line.get(join).is("and")
                || line.get(join).is("or") && !low.scaled();
        // "rose 3 cents to $3.29" is a step and the level it led to.
        boolean led = line.is(join, "to") && (lowUnit != null || sign > 0) && isMoved(line, at);
        if (!joins || led || taken[join + 1]) {
            return Optional.empty();
        }
        int highAt = join + 1;
        int highSign = signAt(line, highAt);
        Optional<Numeral> high = numerals.at(line, highAt + highSign, sign + highSign > 0);
        if (high.isEmpty() || high.get().vague()) {
            return Optional.empty();
        }
        Numeral scaledLow = isScaledOnce(low, high.get()) ? low.times(high.get().scale()) : low;
        boolean signedOnce = sign > 0 && highSign == 0;
        Optional<Amount> whole = signedOnce
                ? single(line, at, sign, high.get(), taken)
                : single(line, highAt, highSign, high.get(), taken);
        if (whole.isEmpty() || whole.get().unit().kind() == Kind.ORDINAL) {
            return Optional.empty();
        }
        Amount upper = whole.get();
        Unit unit = upper.unit();
        String lowCode = sign > 0
                ? sign(line, at).code()
                : join > low.end() && lowUnit != null ? lowUnit.value().code() : unit.code();
        if (!unit.code().equals(lowCode)) {
            return Optional.empty();
        }
        BigDecimal lower = Numeral.plain(scaledLow.low().multiply(unit.factor()));
        if (lower.compareTo(upper.high()) > 0) {
            return Optional.empty();
        }
        return Optional.of(new Amount(at, upper.end(), lower, upper.high(), unit, Closeness.RANGE, upper.head()));
    }

    /** "3 to 5 million" says the scale once; "500,000 to 1.6 million" is whole on both sides. */
    private static boolean isScaledOnce(Numeral low, Numeral high) {
        return !low.scaled()
                && high.scaled()
                && low.low().compareTo(high.scale()) < 0
                && low.low().multiply(high.scale()).compareTo(high.high()) <= 0;
    }

    /** Whether a word of rising or falling stands before, with "by", "about" or "another" between. */
    private boolean isMoved(Line line, int at) {
        int i = at - 1;
        while (line.is(
                i, "by", "about", "nearly", "almost", "another", "some", "to", "a", "roughly", "around", "only", "just",
                "than", "more", "less")) {
            i--;
        }
        return moves.contains(line.lemma(i)) || moves.contains(line.lower(i));
    }

    /** How many pieces of a currency sign start at {@code at}. */
    private int signAt(Line line, int at) {
        Phrases.Found<Unit> sign = units.signAt(line, at);
        return sign == null || at + sign.length() >= line.size() ? 0 : sign.length();
    }

    private boolean isScaledMoney(Line line, int at) {
        int sign = signAt(line, at);
        return sign > 0
                && numerals.at(line, at + sign, true).filter(Numeral::scaled).isPresent();
    }

    private Optional<Amount> single(Line line, int at, int sign, Numeral numeral, boolean[] taken) {
        Phrases.Found<Unit> after = units.unitAt(line, numeral.end());
        if (numeral.vague()
                && numeral.end() < line.size()
                && line.get(numeral.end()).is("of")) {
            // "millions of dollars", "dozens of miles"
            Phrases.Found<Unit> behind = units.unitAt(line, numeral.end() + 1);
            after = behind == null ? null : new Phrases.Found<>(behind.length() + 1, behind.value());
        }
        if (sign > 0) {
            Unit money = sign(line, at);
            // "$5 dollars" and "US$ 3 million US dollars" say it twice.
            int end = after != null
                            && after.value().kind() == Kind.MONEY
                            && after.value().code().equals(money.code())
                            && after.value().sure()
                    ? numeral.end() + after.length()
                    : numeral.end();
            return Optional.of(amount(line, at, end, numeral, money, -1));
        }
        if (after != null && isMeant(line, at, numeral, after)) {
            Unit first = after.value().sure() ? after.value() : pounds(line, at, numeral);
            PairedUnits.Whole whole = paired.from(line, numeral, first, numeral.end() + after.length());
            int end = whole.end();
            Unit unit = whole.unit();
            if (unit.kind() == Kind.DURATION && (isAge(line, end) || taken(taken, numeral.end(), end))) {
                return Optional.empty();
            }
            return Optional.of(amount(line, at, end, whole.number(), unit, -1));
        }
        // "from 60 to 50 percent": the unit is said once, at the end.
        if (after == null
                && numeral.end() + 1 < line.size()
                && line.get(numeral.end()).is("to", "and", "or")) {
            Optional<Numeral> other = numerals.at(line, numeral.end() + 1, false);
            Phrases.Found<Unit> shared =
                    other.map(o -> units.unitAt(line, o.end())).orElse(null);
            if (shared != null
                    && shared.value().kind() != Kind.DURATION
                    && shared.value().sure()) {
                return Optional.of(amount(line, at, numeral.end(), numeral, shared.value(), -1));
            }
        }
        int head = CountedNoun.after(line, numeral);
        if (head >= 0) {
            return Optional.of(amount(line, at, head + 1, numeral, COUNT, head));
        }
        Optional<ElidedNoun.Counted> counted = elided.after(line, at, numeral);
        if (counted.isPresent()) {
            return Optional.of(amount(
                    line, at, counted.get().end(), numeral, COUNT, counted.get().head()));
        }
        // "135,000 people, 30,000 fewer than before"
        boolean difference = numeral.end() + 1 < line.size()
                && line.get(numeral.end()).is("fewer", "more", "less")
                && line.get(numeral.end() + 1).is("than");
        return difference ? Optional.of(amount(line, at, numeral.end(), numeral, COUNT, -1)) : Optional.empty();
    }

    private Unit sign(Line line, int at) {
        return Objects.requireNonNull(units.signAt(line, at)).value();
    }

    private static boolean taken(boolean[] taken, int from, int to) {
        for (int i = from; i < to && i < taken.length; i++) {
            if (taken[i]) {
                return true;
            }
        }
        return false;
    }

    private Amount amount(Line line, int start, int end, Numeral numeral, Unit unit, int head) {
        BigDecimal low = Numeral.plain(numeral.low().multiply(unit.factor()));
        BigDecimal high = Numeral.plain(numeral.high().multiply(unit.factor()));
        Closeness closeness =
                limits.of(line, start, end, unit.kind(), numeral.vague() ? Closeness.ABOUT : Closeness.EXACT);
        return new Amount(start, end, low, high, unit, closeness, head);
    }

    /** "pounds" is money after a million, or beside words of paying; else it is weight. */
    private static Unit pounds(Line line, int at, Numeral numeral) {
        boolean money = numeral.scaled() && numeral.low().compareTo(BigDecimal.valueOf(100_000)) > 0;
        for (int i = Math.max(0, at - 8); i < at && !money; i++) {
            money = Set.of(
                            "pay", "cost", "worth", "fine", "price", "spend", "earn", "raise", "owe", "debt", "salary",
                            "donate", "charge", "sell", "buy", "bill", "win", "fee")
                    .contains(line.get(i).lemma());
        }
        return money
                ? new Unit("GBP", Kind.MONEY, BigDecimal.ONE, true)
                : new Unit("[lb_av]", Kind.MEASURE, BigDecimal.ONE, true);
    }

    /** "the second day", "five minutes ago" and "42 years old" are other things; a short unit needs its number close. */
    private static boolean isMeant(Line line, int at, Numeral numeral, Phrases.Found<Unit> unit) {
        Piece word = line.get(numeral.end() + unit.length() - 1);
        if (unit.value().kind() == Kind.MEASURE && word.text().length() <= 2 && !numeral.digits()) {
            return false;
        }
        if (word.is("stone")) {
            return numeral.digits(); // "two birds with one stone"
        }
        if (unit.value().code().equals("deg") || unit.value().kind() != Kind.MEASURE) {
            return true;
        }
        return !word.is("yard") || at == 0 || numeral.digits();
    }

    private static boolean isAge(Line line, int end) {
        return end < line.size()
                && (line.get(end).is("old", "older", "younger", "year-old", "-old")
                        || line.get(end).is("-")
                                && end + 1 < line.size()
                                && line.get(end + 1).is("old"));
    }
}
