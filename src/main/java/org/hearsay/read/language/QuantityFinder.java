package org.hearsay.read.language;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity.Closeness;
import org.hearsay.read.language.Quantity.Kind;
import org.hearsay.read.language.Units.Unit;

/**
 * Finds quantities and dates by rules, a sentence at a time: dates first, then numbers with a unit, then counts with
 * their noun. Immutable.
 */
final class QuantityFinder {
    private final NumeralReader numerals = new NumeralReader();
    private final Units units = new Units();
    private final DateFinder dates = new DateFinder(numerals);
    private final Measured measured = new Measured();
    private final Set<String> namesBefore = Lexicon.words("measuring.txt", "name");

    List<Quantity> in(Article article, List<Sentence> sentences) {
        Optional<LocalDate> published = article.published().map(QuantityFinder::day);
        List<Quantity> found = new ArrayList<>();
        for (Sentence sentence : sentences) {
            if (!sentence.tokens().isEmpty()) {
                found.addAll(in(Piece.of(sentence.tokens()), published));
            }
        }
        return found;
    }

    private static LocalDate day(Dated dated) {
        return LocalDate.ofInstant(dated.earliest(), ZoneOffset.UTC);
    }

    private List<Quantity> in(List<Piece> pieces, Optional<LocalDate> published) {
        List<DateFinder.Found> days = dates.in(pieces, published);
        boolean[] taken = new boolean[pieces.size()];
        for (DateFinder.Found day : days) {
            for (int i = day.start(); i < day.end(); i++) {
                taken[i] = true;
            }
        }
        List<Quantity> found = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Optional<Amount> amount = taken[i] ? Optional.empty() : amountAt(pieces, i, taken);
            if (amount.isPresent()) {
                found.add(quantity(pieces, amount.get(), days));
                i = Math.max(i, amount.get().end() - 1);
            }
        }
        for (DateFinder.Found day : days) {
            found.add(day.quantity(pieces));
        }
        found.sort(Comparator.comparing(Quantity::span));
        return found;
    }

    /** A number with its unit, or two of them that make a range. {@code head} is the index of a count's noun, else -1. */
    record Amount(int start, int end, BigDecimal low, BigDecimal high, Unit unit, Closeness closeness, int head) {}

    private Optional<Amount> amountAt(List<Piece> pieces, int at, boolean[] taken) {
        Piece first = pieces.get(at);
        Optional<Fraction> fraction = fractionAt(pieces, at);
        if (fraction.isPresent()) {
            Fraction f = fraction.get();
            Unit unit = new Unit("%", Kind.PERCENT, BigDecimal.ONE, true);
            return Optional.of(new Amount(
                    at,
                    f.end(),
                    f.percent(),
                    f.percent(),
                    unit,
                    closeness(pieces, at, f.end(), f.exact() ? Closeness.EXACT : Closeness.ABOUT),
                    -1));
        }
        Optional<Amount> one = oneUnit(pieces, at);
        if (one.isPresent()) {
            return one;
        }
        if (ordinal(pieces, at)) {
            BigDecimal rank = Ordinals.valueOf(first.lower()).orElseThrow();
            return Optional.of(new Amount(
                    at, at + 1, rank, rank, new Unit("1", Kind.ORDINAL, BigDecimal.ONE, true), Closeness.EXACT, -1));
        }
        int sign = units.isSign(first) && at + 1 < pieces.size() ? 1 : 0;
        Optional<Numeral> numeral = numerals.at(pieces, at + sign, sign > 0);
        if (numeral.isEmpty() || isNoQuantity(pieces, at, numeral.get(), sign > 0)) {
            return Optional.empty();
        }
        return range(pieces, at, sign, numeral.get(), taken).or(() -> single(pieces, at, sign, numeral.get(), taken));
    }

    /** "more than a decade", "nearly a year"; without such words "a year" is a rate or no quantity at all. */
    private Optional<Amount> oneUnit(List<Piece> pieces, int at) {
        if (!pieces.get(at).is("a", "an") || units.closenessBefore(pieces, at) == null) {
            return Optional.empty();
        }
        Phrases.Found<Unit> unit = units.unitAt(pieces, at + 1);
        if (unit == null
                || unit.value().kind() != Kind.DURATION
                || pieces.get(at + 1).is("second")) {
            return Optional.empty();
        }
        int end = at + 1 + unit.length();
        if (end < pieces.size() && pieces.get(end).is("ago", "old", "-")) {
            return Optional.empty();
        }
        Numeral numeral = new Numeral(BigDecimal.ONE, BigDecimal.ONE, at + 1, false, false, BigDecimal.ONE);
        return Optional.of(amount(pieces, at, end, numeral, unit.value(), -1));
    }

    /** "between 3 and 5 million dollars", "$3 to $5 million", "10-15%". */
    private Optional<Amount> range(List<Piece> pieces, int at, int sign, Numeral low, boolean[] taken) {
        boolean between = at > 0 && pieces.get(at - 1).is("between");
        boolean from = at > 0 && pieces.get(at - 1).is("from");
        Phrases.Found<Unit> lowUnit = units.unitAt(pieces, low.end());
        boolean hyphenOnly = low.end() < pieces.size() && pieces.get(low.end()).is("-");
        int join = hyphenOnly || lowUnit == null ? low.end() : low.end() + lowUnit.length();
        if (join + 1 >= pieces.size() || low.vague()) {
            return Optional.empty();
        }
        // "from $3 to $5 billion" says the scale once and is one range; "from 97 to 92 percent" is a change.
        boolean scaledOnce = sign > 0 && !low.scaled() && isScaledMoney(pieces, join + 1);
        boolean joins = pieces.get(join).is("-", "to") && (!from || scaledOnce)
                || between && pieces.get(join).is("and")
                || pieces.get(join).is("or") && !low.scaled();
        if (!joins || taken[join + 1]) {
            return Optional.empty();
        }
        int highAt = join + 1;
        int highSign = units.isSign(pieces.get(highAt)) && highAt + 1 < pieces.size() ? 1 : 0;
        Optional<Numeral> high = numerals.at(pieces, highAt + highSign, sign + highSign > 0);
        if (high.isEmpty() || high.get().vague()) {
            return Optional.empty();
        }
        Numeral scaledLow = !low.scaled()
                        && high.get().scaled()
                        && low.low().compareTo(high.get().scale()) < 0
                ? low.times(high.get().scale())
                : low;
        boolean signedOnce = sign > 0 && highSign == 0;
        Optional<Amount> whole = signedOnce
                ? single(pieces, at, sign, high.get(), taken)
                : single(pieces, highAt, highSign, high.get(), taken);
        if (whole.isEmpty() || whole.get().unit().kind() == Kind.ORDINAL) {
            return Optional.empty();
        }
        Amount upper = whole.get();
        Unit unit = upper.unit();
        if (sign > 0 && highSign > 0 && !unit.code().equals(sign(pieces, at).code())) {
            return Optional.empty();
        }
        BigDecimal lower = Numeral.plain(scaledLow.low().multiply(unit.factor()));
        if (lower.compareTo(upper.high()) > 0) {
            return Optional.empty();
        }
        return Optional.of(new Amount(at, upper.end(), lower, upper.high(), unit, Closeness.RANGE, upper.head()));
    }

    private boolean isScaledMoney(List<Piece> pieces, int at) {
        return at + 1 < pieces.size()
                && units.isSign(pieces.get(at))
                && numerals.at(pieces, at + 1, true).filter(Numeral::scaled).isPresent();
    }

    private Optional<Amount> single(List<Piece> pieces, int at, int sign, Numeral numeral, boolean[] taken) {
        Phrases.Found<Unit> after = units.unitAt(pieces, numeral.end());
        if (numeral.vague()
                && numeral.end() < pieces.size()
                && pieces.get(numeral.end()).is("of")) {
            // "millions of dollars", "dozens of miles"
            Phrases.Found<Unit> behind = units.unitAt(pieces, numeral.end() + 1);
            after = behind == null ? null : new Phrases.Found<>(behind.length() + 1, behind.value());
        }
        if (sign > 0) {
            Unit money = sign(pieces, at);
            // "$5 dollars" and "US$ 3 million US dollars" say it twice.
            int end = after != null
                            && after.value().kind() == Kind.MONEY
                            && after.value().code().equals(money.code())
                            && after.value().sure()
                    ? numeral.end() + after.length()
                    : numeral.end();
            return Optional.of(amount(pieces, at, end, numeral, money, -1));
        }
        if (after != null && isMeant(pieces, at, numeral, after)) {
            int end = numeral.end() + after.length();
            Unit unit = after.value().sure() ? after.value() : pounds(pieces, at, numeral);
            if (unit.kind() == Kind.DURATION && (isAge(pieces, end) || taken(taken, numeral.end(), end))) {
                return Optional.empty();
            }
            return Optional.of(amount(pieces, at, end, numeral, unit, -1));
        }
        // "from 60 to 50 percent": the unit is said once, at the end.
        if (after == null
                && numeral.end() + 1 < pieces.size()
                && pieces.get(numeral.end()).is("to", "and", "or")) {
            Optional<Numeral> other = numerals.at(pieces, numeral.end() + 1, false);
            Phrases.Found<Unit> shared =
                    other.map(o -> units.unitAt(pieces, o.end())).orElse(null);
            if (shared != null
                    && shared.value().kind() != Kind.DURATION
                    && shared.value().sure()) {
                return Optional.of(amount(pieces, at, numeral.end(), numeral, shared.value(), -1));
            }
        }
        Unit count = new Unit("1", Kind.COUNT, BigDecimal.ONE, true);
        int head = countedNoun(pieces, at, numeral);
        if (head >= 0) {
            return Optional.of(amount(pieces, at, head + 1, numeral, count, head));
        }
        // "135,000 people, 30,000 fewer than before"
        boolean difference = numeral.end() + 1 < pieces.size()
                && pieces.get(numeral.end()).is("fewer", "more", "less")
                && pieces.get(numeral.end() + 1).is("than");
        return difference ? Optional.of(amount(pieces, at, numeral.end(), numeral, count, -1)) : Optional.empty();
    }

    private Unit sign(List<Piece> pieces, int at) {
        return Objects.requireNonNull(units.signBefore(pieces, at + 1)).value();
    }

    private static boolean taken(boolean[] taken, int from, int to) {
        for (int i = from; i < to && i < taken.length; i++) {
            if (taken[i]) {
                return true;
            }
        }
        return false;
    }

    private Amount amount(List<Piece> pieces, int start, int end, Numeral numeral, Unit unit, int head) {
        BigDecimal low = Numeral.plain(numeral.low().multiply(unit.factor()));
        BigDecimal high = Numeral.plain(numeral.high().multiply(unit.factor()));
        Closeness closeness = closeness(pieces, start, end, numeral.vague() ? Closeness.ABOUT : Closeness.EXACT);
        return new Amount(start, end, low, high, unit, closeness, head);
    }

    private Closeness closeness(List<Piece> pieces, int start, int end, Closeness otherwise) {
        int before = start > 0 && pieces.get(start - 1).is("a", "the", "an") && start > 1 ? start - 1 : start;
        Phrases.Found<Closeness> found = units.closenessBefore(pieces, start);
        if (found == null && before < start) {
            found = units.closenessBefore(pieces, before);
        }
        if (found != null && !isOtherSense(pieces, start - found.length())) {
            return found.value();
        }
        return units.closenessAfter(pieces, end).orElse(otherwise);
    }

    /** "a vote on some 30 changes" is about; "talked about 30 changes" is not. */
    private static boolean isOtherSense(List<Piece> pieces, int at) {
        Piece word = pieces.get(Math.max(at, 0));
        boolean speech = at > 0
                && Set.of(
                                "talk",
                                "speak",
                                "ask",
                                "worry",
                                "know",
                                "hear",
                                "think",
                                "complain",
                                "concern",
                                "brag",
                                "learn",
                                "lie",
                                "question",
                                "concerns",
                                "questions")
                        .contains(pieces.get(at - 1).lemma());
        return word.is("about") && speech
                || word.is("over") && at > 0 && pieces.get(at - 1).is("dispute", "row", "concerns", "control");
    }

    /** "pounds" is money after a million, or beside words of paying; else it is weight. */
    private static Unit pounds(List<Piece> pieces, int at, Numeral numeral) {
        boolean money = numeral.scaled() && numeral.low().compareTo(BigDecimal.valueOf(100_000)) > 0;
        for (int i = Math.max(0, at - 8); i < at && !money; i++) {
            money = Set.of(
                            "pay", "cost", "worth", "fine", "price", "spend", "earn", "raise", "owe", "debt", "salary",
                            "donate", "charge", "sell", "buy", "bill", "win", "fee")
                    .contains(pieces.get(i).lemma());
        }
        return money
                ? new Unit("GBP", Kind.MONEY, BigDecimal.ONE, true)
                : new Unit("[lb_av]", Kind.MEASURE, BigDecimal.ONE, true);
    }

    /** "the second day", "five minutes ago" and "42 years old" are other things; a short unit needs its number close. */
    private static boolean isMeant(List<Piece> pieces, int at, Numeral numeral, Phrases.Found<Unit> unit) {
        Piece word = pieces.get(numeral.end() + unit.length() - 1);
        if (unit.value().kind() == Kind.MEASURE && word.text().length() <= 2 && !numeral.digits()) {
            return false;
        }
        if (unit.value().code().equals("deg") || unit.value().kind() != Kind.MEASURE) {
            return true;
        }
        return !word.is("foot", "yard", "c", "f") || at == 0 || numeral.digits() || !word.is("yard");
    }

    private static boolean isAge(List<Piece> pieces, int end) {
        return end < pieces.size()
                && (pieces.get(end).is("old", "older", "younger", "year-old", "-old")
                        || pieces.get(end).is("-")
                                && end + 1 < pieces.size()
                                && pieces.get(end + 1).is("old"));
    }

    /** The index of the noun that the number counts, or -1. */
    private int countedNoun(List<Piece> pieces, int at, Numeral numeral) {
        boolean one = numeral.low().compareTo(BigDecimal.ONE) == 0 && !numeral.vague();
        int from = numeral.end();
        if (one || from >= pieces.size()) {
            return -1;
        }
        boolean vagueOf = pieces.get(from).is("of");
        if (vagueOf && numeral.vague()) {
            from++;
        } else if (vagueOf) {
            // "three of the officials": the number alone, its noun follows.
            return -1;
        }
        int last = -1;
        for (int i = from; i < pieces.size() && i < from + 6; i++) {
            Piece piece = pieces.get(i);
            if (piece.tag().equals("NOUN")) {
                last = i;
            } else if (piece.tag().equals("PROPN") && last < 0) {
                continue;
            } else if (!piece.tag().equals("ADJ") && !piece.is("more", "other", "-") && !isParticiple(piece)
                    || last >= 0) {
                break;
            }
        }
        if (last < 0 || !isPlural(pieces.get(last)) && !numeral.scaled()) {
            return -1;
        }
        return last;
    }

    private static boolean isParticiple(Piece piece) {
        return piece.tag().equals("VERB")
                && (piece.lower().endsWith("ed") || piece.lower().endsWith("ing"));
    }

    private static boolean isPlural(Piece noun) {
        String word = noun.lower();
        return word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
                || !word.equals(noun.lemma())
                || Set.of(
                                "people",
                                "police",
                                "troops",
                                "men",
                                "women",
                                "children",
                                "staff",
                                "personnel",
                                "aircraft",
                                "cattle",
                                "media",
                                "data",
                                "fish",
                                "sheep",
                                "dead",
                                "percent")
                        .contains(word);
    }

    /** Ranks, names with numbers, times of day, list numbers, scores, telephone numbers, ages. */
    private boolean isNoQuantity(List<Piece> pieces, int at, Numeral numeral, boolean money) {
        if (money) {
            return false;
        }
        Piece first = pieces.get(at);
        Piece next = numeral.end() < pieces.size() ? pieces.get(numeral.end()) : null;
        if (next != null && next.is("a.m.", "p.m.", "am", "pm", "o'clock", "a.m", "p.m")) {
            return true;
        }
        if (at == 0 && next != null && next.is(".", ")") && numeral.digits()) {
            return true;
        }
        if (next != null
                && next.text().equals("G")
                && next.span().start() == first.span().end()) {
            // "5G" is a network.
            return true;
        }
        if (at > 0) {
            Piece before = pieces.get(at - 1);
            boolean glued = before.span().end() == first.span().start();
            if (before.is("#", "/", ":", "+")
                    || glued
                            && before.is("-")
                            && !numeral.scaled()
                            && (at < 2
                                    || !Character.isDigit(
                                            pieces.get(at - 2).text().charAt(0)))) {
                return true;
            }
            if (before.is("(") && next != null && next.is(")")) {
                return true;
            }
            boolean unit = units.unitAt(pieces, numeral.end()) != null;
            if (!unit
                    && namesBefore.contains(before.lower())
                    && (numeral.digits() || before.isCapital())
                    && !isSubject(before)) {
                return true;
            }
            boolean named = before.tag().equals("PROPN") && before.isCapital() && at > 1;
            if (named && !unit && !numeral.scaled() && numeral.digits()) {
                return true;
            }
            if (before.is("of")
                    && at > 1
                    && pieces.get(at - 2).is("group", "club")
                    && pieces.get(at - 2).isCapital()) {
                return true;
            }
        }
        return false;
    }

    /** "This week 40 people …": a noun of time before a count is no name. */
    private static boolean isSubject(Piece before) {
        return before.is("week", "day", "season", "year", "world", "area") && !before.isCapital();
    }

    private boolean ordinal(List<Piece> pieces, int at) {
        Piece piece = pieces.get(at);
        if (Ordinals.valueOf(piece.lower()).isEmpty() || at + 1 >= pieces.size()) {
            return false;
        }
        Piece next = pieces.get(at + 1);
        boolean name = piece.isCapital() && at > 0 || next.is("lady", "minister", "name", "half", "aid", "degree");
        boolean spelledTime = piece.is("second") && at > 0 && pieces.get(at - 1).is("a", "per");
        boolean before = at > 0
                && (pieces.get(at - 1).is("at")
                        || pieces.get(at - 1).tag().equals("VERB")
                                && !piece.tag().equals("ADJ"));
        return !name && !spelledTime && !before && (next.isNoun() || next.tag().equals("ADJ") || next.is("-"));
    }

    private record Fraction(BigDecimal percent, int end, boolean exact) {}

    /** "half of", "two-thirds of", "a third of", "three quarters of". */
    private Optional<Fraction> fractionAt(List<Piece> pieces, int at) {
        Piece first = pieces.get(at);
        boolean capital = first.isCapital() && at > 0;
        if (capital || at + 1 >= pieces.size()) {
            return Optional.empty();
        }
        if (first.is("half")
                && (pieces.get(at + 1).is("of") || pieces.get(at + 1).is("the", "its", "their", "all"))
                && !(at > 0 && Ordinals.valueOf(pieces.get(at - 1).lower()).isPresent())
                && !(at > 0 && pieces.get(at - 1).is("the", "latter", "other", "'s"))) {
            return Optional.of(new Fraction(BigDecimal.valueOf(50), at + 1, true));
        }
        String word = first.lower();
        int end = at + 1;
        if (first.is("a", "one", "two", "three", "four") && at + 2 < pieces.size()) {
            int skip = pieces.get(at + 1).is("-") ? 2 : 1;
            word += "-" + pieces.get(at + skip).lower();
            end = at + skip + 1;
        }
        if (end >= pieces.size() || !pieces.get(end).is("of")) {
            return Optional.empty();
        }
        return switch (word) {
            case "a-third", "one-third" -> Optional.of(new Fraction(new BigDecimal("33.3"), end, false));
            case "two-thirds" -> Optional.of(new Fraction(new BigDecimal("66.7"), end, false));
            case "a-quarter", "one-quarter" -> Optional.of(new Fraction(BigDecimal.valueOf(25), end, true));
            case "three-quarters" -> Optional.of(new Fraction(BigDecimal.valueOf(75), end, true));
            case "a-fifth", "one-fifth" -> Optional.of(new Fraction(BigDecimal.valueOf(20), end, true));
            case "two-fifths" -> Optional.of(new Fraction(BigDecimal.valueOf(40), end, true));
            case "three-fifths" -> Optional.of(new Fraction(BigDecimal.valueOf(60), end, true));
            case "four-fifths" -> Optional.of(new Fraction(BigDecimal.valueOf(80), end, true));
            case "a-tenth", "one-tenth" -> Optional.of(new Fraction(BigDecimal.TEN, end, true));
            default -> Optional.empty();
        };
    }

    private Quantity quantity(List<Piece> pieces, Amount amount, List<DateFinder.Found> days) {
        Span span = new Span(
                pieces.get(amount.start()).span().start(),
                pieces.get(amount.end() - 1).span().end());
        return new Quantity(
                span,
                amount.unit().kind(),
                Optional.of(amount.low()),
                Optional.of(amount.high()),
                amount.unit().code(),
                amount.closeness(),
                measured.of(pieces, amount),
                amount.unit().kind() == Kind.ORDINAL ? Optional.empty() : measured.when(pieces, amount, days));
    }
}
