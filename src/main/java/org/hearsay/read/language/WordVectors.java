package org.hearsay.read.language;

import java.util.List;

/**
 * What the words of a sentence mean where they stand: of two sentences, words that do the same in them lie close together,
 * be they the same words or not.
 *
 * @param words as they are written, punctuation among them; of an endless sentence the beginning
 * @param vectors for each word its vector, of length 1
 * @param sentence the vector of {@link SentenceVectors#of}
 */
public record WordVectors(List<String> words, float[][] vectors, float[] sentence) {}
