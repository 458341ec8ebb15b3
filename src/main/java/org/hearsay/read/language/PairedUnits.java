package org.hearsay.read.language;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.hearsay.read.language.Units.Unit;

/** Amounts said in two units, or with half of one: "six years and eight months", "6ft 2in", "a year and a half". */
final class PairedUnits {
    private record Smaller(String code, int many) {}

    private static final Map<String, Smaller> PARTS = Map.of(
            "a", new Smaller("mo", 12),
            "wk", new Smaller("d", 7),
            "d", new Smaller("h", 24),
            "h", new Smaller("min", 60),
            "min", new Smaller("s", 60),
            "[ft_i]", new Smaller("[in_i]", 12),
            "[lb_av]", new Smaller("[oz_av]", 16),
            "[stone_av]", new Smaller("[lb_av]", 14));

    private final Units units;
    private final NumeralReader numerals;

    PairedUnits(Units units, NumeralReader numerals) {
        this.units = units;
        this.numerals = numerals;
    }

    /** A number of one unit, and where its words end. */
    record Whole(Numeral number, Unit unit, int end) {}

    /** With what follows a number and its unit that end before {@code end}. */
    Whole from(Line line, Numeral number, Unit unit, int end) {
        Whole alone = new Whole(number, unit, end);
        if (number.vague() || unit.factor().compareTo(BigDecimal.ONE) != 0) {
            return alone;
        }
        if (isHalfMore(line, end)) {
            return new Whole(number.andHalf(end + 3), unit, end + 3);
        }
        Smaller part = PARTS.get(unit.code());
        int at = line.is(end, "and", ",") ? end + 1 : end;
        if (part == null || !line.has(at) || line.is(at, "-")) {
            return alone;
        }
        Optional<Numeral> rest = numerals.at(line, at, false)
                .filter(n ->
                        !n.vague() && n.low().signum() > 0 && n.low().compareTo(BigDecimal.valueOf(part.many())) < 0);
        Phrases.Found<Unit> small = rest.map(n -> units.unitAt(line, n.end())).orElse(null);
        if (small == null || !small.value().code().equals(part.code())) {
            return alone;
        }
        BigDecimal value = Numeral.plain(number.low()
                .multiply(BigDecimal.valueOf(part.many()))
                .add(rest.get().low()));
        int last = rest.get().end() + small.length();
        return new Whole(Numeral.exactly(value, last, number.digits()), small.value(), last);
    }

    /** "a year and a half": whether the half stands at {@code end}. */
    static boolean isHalfMore(Line line, int end) {
        return line.is(end, "and") && line.is(end + 1, "a") && line.is(end + 2, "half");
    }
}
