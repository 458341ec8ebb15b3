package org.hearsay.read.compare;

import java.util.OptionalDouble;

/** How alike two statements are in meaning, whatever their words: the cosine of two sentence vectors. Pure. */
@FunctionalInterface
public interface Likeness {
    /** For a reader without vectors. */
    Likeness NONE = (a, b) -> OptionalDouble.empty();

    /** -1 to 1; empty where one side has no vector. Symmetric. */
    OptionalDouble of(Statement a, Statement b);
}
