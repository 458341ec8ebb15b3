package org.hearsay.keep.index;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hearsay.read.language.SentenceVectors;

/**
 * What a sentence says as a point, in bytes. A quarter of the room of floats, at no loss that a ranking would show: each
 * vector is stretched to the largest byte, and only the angle between two is ever compared.
 *
 * <p>A second text that says what the first is about may pull the point its way: the title above a claim, or a message
 * without the line that signs it.
 */
final class Meaning {
    /** How far the point goes towards the second text: on marked look-ups .3 was better than none and than half. */
    private static final double PULL = 0.3;
    /** The encoder knows each form of mark as another word, and none of them says anything. */
    private static final Pattern MARKS =
            Pattern.compile("[\"\u201C\u201D\u201E\u2018#@]|(?<!\\w)['\u2019]|['\u2019](?!\\w)");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Meaning() {}

    /** Empty of what has no direction, as a text without words. */
    static Optional<byte[]> of(String sentence, Optional<String> beside, SentenceVectors vectors) {
        return beside(beside, vectors).apply(sentence);
    }

    /** The same for many sentences beside one text, which is then read once: it costs as much as a sentence. */
    static Function<String, Optional<byte[]>> beside(Optional<String> text, SentenceVectors vectors) {
        Optional<String> words = text.map(Meaning::plain).filter(plain -> !plain.isEmpty());
        Optional<float[]> pull = words.map(vectors::of);
        return sentence -> {
            String plain = plain(sentence);
            float[] point = vectors.of(plain);
            boolean itself = words.filter(plain::equals).isPresent();
            return bytes(pull.filter(p -> !itself).map(p -> between(point, p)).orElse(point));
        };
    }

    private static String plain(String sentence) {
        String unmarked = MARKS.matcher(sentence).replaceAll(" ").replace('\u2019', '\'');
        return SPACES.matcher(unmarked).replaceAll(" ").strip();
    }

    private static float[] between(float[] point, float[] pull) {
        float[] mean = new float[point.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) ((1 - PULL) * point[i] + PULL * pull[i]);
        }
        return mean;
    }

    private static Optional<byte[]> bytes(float[] values) {
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
