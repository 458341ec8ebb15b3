package org.hearsay.read.compare;

import java.util.Optional;
import org.hearsay.read.article.Span;

/** One slot in which two claims differ. Spans point into the first and the second article; nothing says who is right. */
public sealed interface Difference {
    /** In words, for a page or a letter ("60 % / 70 % of global production"). */
    String inWords();

    record Amount(Span first, Span second, String inWords) implements Difference {}

    record Actor(Span first, Span second, String inWords) implements Difference {}

    record Denial(Span first, Span second, String inWords) implements Difference {}

    record Certainty(Span first, Span second, String inWords) implements Difference {}

    /** A term that one side has and the other has not, or has otherwise. */
    record OfTerm(Optional<Span> first, Optional<Span> second, String inWords) implements Difference {}
}
