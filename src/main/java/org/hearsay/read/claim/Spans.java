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
