package org.hearsay.read.language;

import java.util.Optional;

/** Sentences as points: two that mean much the same lie close together. Thread-safe and pure. */
public interface SentenceVectors {
    /** How many numbers a vector has. */
    int size();

    /**
     * The vector of a sentence, of length 1, so that the sum of products of two is their cosine. Of more than some 250
     * word pieces the beginning counts.
     */
    float[] of(String sentence);

    /** The same, and those of its words, at no more work; empty where a model tells of sentences alone. */
    default Optional<WordVectors> words(String sentence) {
        return Optional.empty();
    }
}
