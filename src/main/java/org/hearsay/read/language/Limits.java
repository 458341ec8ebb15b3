package org.hearsay.read.language;

import java.util.Set;
import org.hearsay.read.language.Quantity.Closeness;
import org.hearsay.read.language.Quantity.Kind;

/** The words beside a number that limit it: "nearly", "at least", "or so". Immutable. */
final class Limits {
    /** After these "about 30 changes" tells what it is about. */
    private static final Set<String> TELLING = Set.of(
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
            "questions",
            "news",
            "story",
            "information",
            "detail",
            "details",
            "book",
            "report");

    /** After these "around three pillars" is a place. */
    private static final Set<String> PLACING = Set.of(
            "build",
            "built",
            "revolve",
            "centre",
            "center",
            "organise",
            "organize",
            "structure",
            "base",
            "gather",
            "wrap",
            "turn",
            "design",
            "group",
            "rally");

    /** After these "over" is what it is about. */
    private static final Set<String> QUARREL = Set.of(
            "dispute",
            "row",
            "concerns",
            "concern",
            "control",
            "battle",
            "fight",
            "clash",
            "talks",
            "debate",
            "argument",
            "protests",
            "questions");

    /** After these "over two years" is a length; after a noun or a number it is the time in which something happened. */
    private static final Set<String> LASTING = Set.of(
            "for",
            "after",
            "in",
            "of",
            "within",
            "to",
            "with",
            "every",
            "from",
            "than",
            "by",
            "at",
            "just",
            "well",
            "slightly",
            "little",
            "be",
            "last",
            "take",
            "spend",
            "wait",
            "serve",
            "work",
            "live",
            "stay",
            "run",
            "span",
            "need",
            "require",
            "use",
            "get",
            "have",
            "(");

    private final Units units;

    Limits(Units units) {
        this.units = units;
    }

    Closeness of(Line line, int start, int end, Kind kind, Closeness otherwise) {
        if (AtLeast.holds(line, start, end)) {
            return Closeness.OVER;
        }
        int before = start > 0 && line.get(start - 1).is("a", "the", "an") && start > 1 ? start - 1 : start;
        Phrases.Found<Closeness> found = units.closenessBefore(line, start);
        int at = start;
        if (found == null && before < start) {
            found = units.closenessBefore(line, before);
            at = before;
        }
        if (found != null && !isOtherSense(line, at - found.length(), kind)) {
            return found.value();
        }
        // "20 million plus 5 million" adds; "20 million plus" is a lower bound.
        boolean adds = line.is(end, "plus")
                && line.has(end + 1)
                && (units.signAt(line, end + 1) != null
                        || Character.isDigit(line.get(end + 1).text().charAt(0)));
        return adds ? otherwise : units.closenessAfter(line, end).orElse(otherwise);
    }

    /** "a vote on some 30 changes" is about; "talked about 30 changes" and "fell by half over two years" are not. */
    private static boolean isOtherSense(Line line, int at, Kind kind) {
        String previous = line.lemma(at - 1);
        if (line.is(at, "about")) {
            return TELLING.contains(previous);
        }
        if (line.is(at, "around")) {
            return PLACING.contains(previous);
        }
        if (!line.is(at, "over")) {
            return false;
        }
        boolean during = kind == Kind.DURATION && at > 0 && !LASTING.contains(previous);
        return during || QUARREL.contains(line.lower(at - 1)) || QUARREL.contains(previous);
    }

    /** Where the words of closeness begin that stand before {@code start}, or {@code start}. */
    static int skipCloseness(Line line, int start) {
        int at = line.is(start - 1, "to") && line.is(start - 2, "up") ? start - 2 : start;
        while (at > 0
                && line.get(at - 1)
                        .is(
                                "about",
                                "around",
                                "some",
                                "nearly",
                                "almost",
                                "roughly",
                                "approximately",
                                "over",
                                "under",
                                "more",
                                "less",
                                "than",
                                "least",
                                "up",
                                "between",
                                "estimated",
                                "an",
                                "fewer",
                                "just",
                                "exceeding",
                                "above",
                                "below",
                                "close",
                                "most")) {
            at--;
        }
        return at;
    }
}
