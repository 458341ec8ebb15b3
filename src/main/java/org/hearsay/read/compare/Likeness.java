package org.hearsay.read.compare;

import java.util.OptionalDouble;
import org.hearsay.read.language.SentenceVectors;

/** How alike two statements are in meaning, whatever their words: the cosine of two sentence vectors. Pure. */
@FunctionalInterface
public interface Likeness {
    /** For a reader without vectors. */
    Likeness NONE = (a, b) -> OptionalDouble.empty();

    /** By the vectors of a reader that has them. Each call computes two of them: some milliseconds. */
    static Likeness by(SentenceVectors vectors) {
        return (a, b) -> OptionalDouble.of(cosine(vectors.of(a.words()), vectors.of(b.words())));
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** -1 to 1; empty where one side has no vector. Symmetric. */
    OptionalDouble of(Statement a, Statement b);
}
