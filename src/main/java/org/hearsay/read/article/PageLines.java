package org.hearsay.read.article;

import java.util.List;

/**
 * The lines of one page as the line model sees them, in document order: what it is trained on.
 *
 * @param texts the lines' words
 * @param features a row of {@link #FEATURES} numbers a line; not to be changed
 */
public record PageLines(List<String> texts, float[][] features) {
    /** How many numbers stand for a line. */
    public static final int FEATURES = LineFeatures.COUNT;

    /** How many of them, the first, are known without reading a line's words. */
    public static final int AT_HAND = LineFeatures.GLANCE;

    /** The feature that is 1 where the rules keep a line, and the one that is 1 where its words exclude it. */
    static final int KEPT = 0, EXCLUDED = 1;

    /** The feature that is the number of a line's kind. */
    static final int KIND = 7;

    /** Whether the rules alone would keep a line. */
    public boolean keptByRules(int line) {
        return features[line][KEPT] > 0;
    }
}
