package org.hearsay.read.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearsay.read.language.Quantity.Closeness;
import org.hearsay.read.language.Quantity.Kind;
import org.jspecify.annotations.Nullable;

/** What stands beside a number and says what kind it is: currencies, units, closeness words. Immutable. */
final class Units {
    /** A unit with the factor that brings a number to it; {@code sure} is false for "pounds", which may be weight. */
    record Unit(String code, Kind kind, BigDecimal factor, boolean sure) {}

    private final Phrases<Unit> before = new Phrases<>();
    private final Phrases<Unit> after = new Phrases<>();
    private final Phrases<Closeness> closenessBefore = new Phrases<>();
    private final Phrases<Closeness> closenessAfter = new Phrases<>();

    Units() {
        for (List<String> row : Lexicon.rows("currencies.txt")) {
            BigDecimal factor = row.size() > 3 ? new BigDecimal(row.get(3)) : BigDecimal.ONE;
            Unit unit = new Unit(row.get(1), Kind.MONEY, factor, !row.get(2).equals("maybe"));
            (row.get(2).equals("before") ? before : after).put(row.get(0).toLowerCase(Locale.ROOT), unit);
        }
        for (List<String> row : Lexicon.rows("units.txt")) {
            BigDecimal factor = row.size() > 3 ? new BigDecimal(row.get(3)) : BigDecimal.ONE;
            after.put(row.get(0), new Unit(row.get(1), Kind.valueOf(row.get(2)), factor, true));
        }
        for (List<String> row : Lexicon.rows("closeness.txt")) {
            (row.get(2).equals("before") ? closenessBefore : closenessAfter)
                    .put(row.get(0), Closeness.valueOf(row.get(1)));
        }
    }

    /** A currency sign or code that starts at {@code at}: "$", "RMB", "U.S. $". */
    Phrases.@Nullable Found<Unit> signAt(Line line, int at) {
        Phrases.Found<Unit> found = line.has(at) ? before.startingAt(line, at) : null;
        // "RMB" and "Rs" are written so; in small letters they are something else.
        boolean letters =
                found != null && Character.isLetter(line.get(at).text().charAt(0));
        return letters && !line.isCapital(at) && !line.is(at, "dlrs") ? null : found;
    }

    /** The unit that starts at {@code at}; a hyphen before it belongs to it ("10-year"). */
    Phrases.@Nullable Found<Unit> unitAt(Line line, int at) {
        if (at >= line.size()) {
            return null;
        }
        int hyphen = line.get(at).is("-") && at + 1 < line.size() ? 1 : 0;
        Phrases.Found<Unit> found = after.startingAt(line, at + hyphen);
        if (found == null) {
            return null;
        }
        Piece unit = line.get(at + hyphen);
        boolean glued = at > 0 && line.get(at - 1).span().end() == unit.span().start();
        if (unit.text().length() == 1 && !unit.is("%") && !glued) {
            return null;
        }
        // "five won seats": a currency that is also a verb counts only as a noun.
        if (unit.is("won", "real", "rand", "sterling", "marks", "dong") && !unit.isNoun()) {
            return null;
        }
        if (unit.is("p") && (!unit.text().equals("p") || isResolution(line.get(at - 1)))) {
            return null;
        }
        if (unit.is("second") && !glued && hyphen == 0) {
            return null;
        }
        return new Phrases.Found<>(found.length() + hyphen, found.value());
    }

    /** "1080p" is a picture and no price. */
    private static boolean isResolution(Piece number) {
        return number.is("144", "240", "360", "480", "576", "720", "1080", "1440", "2160", "4320");
    }

    Phrases.@Nullable Found<Closeness> closenessBefore(Line line, int at) {
        return closenessBefore.endingAt(line, at);
    }

    Optional<Closeness> closenessAfter(Line line, int at) {
        Phrases.Found<Closeness> found = closenessAfter.startingAt(line, at);
        return found == null ? Optional.empty() : Optional.of(found.value());
    }
}
