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
        String words = two(amount(pair.a(), a), amount(pair.b(), b)) + thing(pair, a, b);
        return turned
                ? new Difference.Amount(pair.b().shown(), pair.a().shown(), words)
                : new Difference.Amount(pair.a().shown(), pair.b().shown(), words);
    }

    Difference actor(Span a, Span b, String wordsA, String wordsB) {
        String words = two(wordsA, wordsB);
        return turned ? new Difference.Actor(b, a, words) : new Difference.Actor(a, b, words);
    }

    Difference denial(Span a, Span b, String wordsA, String wordsB) {
        String words = two(wordsA, wordsB);
        return turned ? new Difference.Denial(b, a, words) : new Difference.Denial(a, b, words);
    }

    Difference certainty(Span a, Span b, String wordsA, String wordsB) {
        String words = two(wordsA, wordsB);
        return turned ? new Difference.Certainty(b, a, words) : new Difference.Certainty(a, b, words);
    }

    Difference term(Optional<Span> a, Optional<Span> b, Optional<String> wordsA, Optional<String> wordsB) {
        String words = two(wordsA.orElse(NONE), wordsB.orElse(NONE));
        return turned ? new Difference.OfTerm(b, a, words) : new Difference.OfTerm(a, b, words);
    }

    private String two(String a, String b) {
        return turned ? line(b) + " / " + line(a) : line(a) + " / " + line(b);
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
