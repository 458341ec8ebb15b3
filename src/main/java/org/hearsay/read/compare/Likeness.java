package org.hearsay.read.compare;

import java.util.Optional;
import org.hearsay.read.language.SentenceVectors;
import org.hearsay.read.language.WordVectors;

/** How alike two statements are in meaning, whatever their words, by vectors of sentences and of words. Pure. */
@FunctionalInterface
public interface Likeness {
    /** For a reader without vectors. */
    Likeness NONE = (a, b) -> Optional.empty();

    /** By the vectors of a reader that has them. Each call computes those of two sentences: some milliseconds. */
    static Likeness by(SentenceVectors vectors) {
        return (a, b) -> {
            Optional<WordVectors> one = vectors.words(a.words());
            Optional<WordVectors> other = one.isPresent() ? vectors.words(b.words()) : Optional.empty();
            if (one.isPresent() && other.isPresent()) {
                return Optional.of(new Near(
                        cosine(one.get().sentence(), other.get().sentence()), Partners.of(one.get(), other.get())));
            }
            return Optional.of(new Near(cosine(vectors.of(a.words()), vectors.of(b.words())), new float[0]));
        };
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Empty where one side has no vector. Symmetric. */
    Optional<Near> of(Statement a, Statement b);

    /**
     * @param sentences the cosine of the two sentences' vectors, -1 to 1
     * @param words how the words of one lie to those of the other, as numbers for the model; none if only the sentences have
     *     vectors
     */
    record Near(double sentences, float[] words) {}
}
