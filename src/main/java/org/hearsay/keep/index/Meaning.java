package org.hearsay.keep.index;

import java.util.Optional;
import org.hearsay.read.language.SentenceVectors;

/**
 * What a sentence says as a point, in bytes. A quarter of the room of floats, at no loss that a ranking would show: each
 * vector is stretched to the largest byte, and only the angle between two is ever compared.
 */
final class Meaning {
    private Meaning() {}

    /** With plain quotation marks: the encoder knows each form as another word, and no form says anything. */
    private static String plain(String sentence) {
        return sentence.replace('\u2018', '\'')
                .replace('\u2019', '\'')
                .replace('\u201C', '"')
                .replace('\u201D', '"')
                .strip();
    }

    /** Empty of what has no direction, as a text without words. */
    static Optional<byte[]> of(String sentence, SentenceVectors vectors) {
        float[] values = vectors.of(plain(sentence));
        float most = 0;
        for (float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        if (most == 0) {
            return Optional.empty();
        }
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) Math.round(values[i] / most * Byte.MAX_VALUE);
        }
        return Optional.of(bytes);
    }
}
