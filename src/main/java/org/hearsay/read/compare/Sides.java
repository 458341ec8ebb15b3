package org.hearsay.read.compare;

import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity;

/**
 * Makes differences for the side that asked, and says them so that both sides stand beside each other: "60% / 70% of
 * global production".
 *
 * @param turned whether the statement judged first is the second one of who asked
 */
record Sides(boolean turned) {
    private static final String NONE = "not mentioned";
    private static final int MAX_CHARS = 90;

    Difference amount(Figures.Pair pair, Slots a, Slots b) {
        String thing = thing(pair, a, b);
        String wordsA = amount(pair.a(), a);
        String wordsB = amount(pair.b(), b);
        return seen(new Difference.Amount(
                pair.a().shown(),
                pair.b().shown(),
                two(wordsA, wordsB) + thing,
                Optional.of(two(wordsB, wordsA) + thing)));
    }

    Difference actor(Span a, Span b, String wordsA, String wordsB) {
        return seen(new Difference.Actor(a, b, two(wordsA, wordsB), Optional.of(two(wordsB, wordsA))));
    }

    Difference denial(Span a, Span b, String wordsA, String wordsB) {
        return seen(new Difference.Denial(a, b, two(wordsA, wordsB), Optional.of(two(wordsB, wordsA))));
    }

    Difference certainty(Span a, Span b, String wordsA, String wordsB) {
        return seen(new Difference.Certainty(a, b, two(wordsA, wordsB), Optional.of(two(wordsB, wordsA))));
    }

    Difference term(Optional<Span> a, Optional<Span> b, Optional<String> wordsA, Optional<String> wordsB) {
        String first = wordsA.orElse(NONE);
        String second = wordsB.orElse(NONE);
        return seen(new Difference.OfTerm(a, b, two(first, second), Optional.of(two(second, first))));
    }

    private Difference seen(Difference difference) {
        return turned ? difference.mirrored() : difference;
    }

    private static String two(String a, String b) {
        return line(a) + " / " + line(b);
    }

    private static String amount(Figure figure, Slots slots) {
        String words = figure.quantity().span().of(slots.statement().article().text());
        return switch (figure.quantity().closeness()) {
            case EXACT, RANGE -> words;
            case ABOUT -> "about " + words;
            case OVER -> "over " + words;
            case UNDER -> "under " + words;
        };
    }

    /** What both measure, said once, in the shorter words. */
    private static String thing(Figures.Pair pair, Slots a, Slots b) {
        Optional<String> first = thing(pair.a(), a);
        Optional<String> second = thing(pair.b(), b);
        String words = first.isPresent()
                        && (second.isEmpty()
                                || first.get().length() <= second.get().length())
                ? first.get()
                : second.orElse("");
        if (words.isEmpty()) {
            return "";
        }
        return switch (pair.a().quantity().kind()) {
            case PERCENT -> " of " + words;
            case COUNT -> " " + words;
            case MONEY, MEASURE, DURATION, DATE, ORDINAL -> " (" + words + ")";
        };
    }

    private static Optional<String> thing(Figure figure, Slots slots) {
        Quantity quantity = figure.quantity();
        return quantity.of()
                .filter(span -> !span.overlaps(quantity.span()))
                .map(span -> line(span.of(slots.statement().article().text())));
    }

    /** One line, not long. */
    private static String line(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        if (line.length() <= MAX_CHARS) {
            return line;
        }
        int space = line.lastIndexOf(' ', MAX_CHARS);
        return line.substring(0, space > 0 ? space : MAX_CHARS) + " …";
    }
}
