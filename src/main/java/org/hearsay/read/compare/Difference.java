package org.hearsay.read.compare;

import java.util.Optional;
import org.hearsay.read.article.Span;

/**
 * One slot in which two claims differ. Spans point into the first and the second article; nothing says who is right.
 *
 * <p>Words name the first side first, so each difference carries those of its mirror too: {@code turned}, absent where
 * the words are the same from both sides.
 */
public sealed interface Difference {
    /** In words, for a page or a letter ("60 % / 70 % of global production"). */
    String inWords();

    /** The words as the other side says them ("70 % / 60 % of global production"). */
    Optional<String> turned();

    /** The same difference seen from the other claim; mirrored twice it is itself again. */
    Difference mirrored();

    record Amount(Span first, Span second, String inWords, Optional<String> turned) implements Difference {
        public Amount(Span first, Span second, String inWords) {
            this(first, second, inWords, Optional.empty());
        }

        @Override
        public Difference mirrored() {
            return new Amount(second, first, turned.orElse(inWords), turned.map(other -> inWords));
        }
    }

    record Actor(Span first, Span second, String inWords, Optional<String> turned) implements Difference {
        public Actor(Span first, Span second, String inWords) {
            this(first, second, inWords, Optional.empty());
        }

        @Override
        public Difference mirrored() {
            return new Actor(second, first, turned.orElse(inWords), turned.map(other -> inWords));
        }
    }

    record Denial(Span first, Span second, String inWords, Optional<String> turned) implements Difference {
        public Denial(Span first, Span second, String inWords) {
            this(first, second, inWords, Optional.empty());
        }

        @Override
        public Difference mirrored() {
            return new Denial(second, first, turned.orElse(inWords), turned.map(other -> inWords));
        }
    }

    record Certainty(Span first, Span second, String inWords, Optional<String> turned) implements Difference {
        public Certainty(Span first, Span second, String inWords) {
            this(first, second, inWords, Optional.empty());
        }

        @Override
        public Difference mirrored() {
            return new Certainty(second, first, turned.orElse(inWords), turned.map(other -> inWords));
        }
    }

    /** A term that one side has and the other has not, or has otherwise. */
    record OfTerm(Optional<Span> first, Optional<Span> second, String inWords, Optional<String> turned)
            implements Difference {
        public OfTerm(Optional<Span> first, Optional<Span> second, String inWords) {
            this(first, second, inWords, Optional.empty());
        }

        @Override
        public Difference mirrored() {
            return new OfTerm(second, first, turned.orElse(inWords), turned.map(other -> inWords));
        }
    }
}
