package org.hearsay.read.claim;

import java.util.Optional;
import org.hearsay.read.article.Span;

/** Cutting at the ends of spans. */
final class Spans {
    private Spans() {}

    /** Without white space at both ends and the final stop, comma or colon; absent if nothing is left. */
    static Optional<Span> trimmed(String text, Span span) {
        int start = span.start();
        int end = Math.min(span.end(), text.length());
        while (start < end && (Character.isWhitespace(text.charAt(start)) || ",;:".indexOf(text.charAt(start)) >= 0)) {
            start++;
        }
        while (end > start && ends(text, start, end)) {
            end--;
        }
        return start < end ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    /** The same, and without the quotation marks that stand around all of it. */
    static Optional<Span> unquoted(String text, Span span) {
        Optional<Span> whole = trimmed(text, span);
        if (whole.isEmpty() || whole.get().length() < 3) {
            return whole;
        }
        Span words = whole.get();
        int open = "\"\u201c\u00ab\u201e".indexOf(text.charAt(words.start()));
        int close = "\"\u201d\u00bb\u201c".indexOf(text.charAt(words.end() - 1));
        boolean around = open >= 0
                && close >= 0
                && text.indexOf(text.charAt(words.end() - 1), words.start() + 1) == words.end() - 1;
        return around ? trimmed(text, new Span(words.start() + 1, words.end() - 1)) : whole;
    }

    private static boolean ends(String text, int start, int end) {
        char last = text.charAt(end - 1);
        if (Character.isWhitespace(last) || ",;:".indexOf(last) >= 0) {
            return true;
        }
        // "U.S." keeps its stop.
        boolean abbreviation = end - start >= 3 && text.charAt(end - 3) == '.';
        return last == '.' && !abbreviation;
    }

    static Span cover(Span a, Span b) {
        return new Span(Math.min(a.start(), b.start()), Math.max(a.end(), b.end()));
    }
}
