package org.hearsay.read.language;

/** Sentences as points: two that mean much the same lie close together. Thread-safe and pure. */
public interface SentenceVectors {
    /** How many numbers a vector has. */
    int size();

    /**
     * The vector of a sentence, of length 1, so that the sum of products of two is their cosine. Of more than some 250
     * word pieces the beginning counts.
     */
    float[] of(String sentence);
}
