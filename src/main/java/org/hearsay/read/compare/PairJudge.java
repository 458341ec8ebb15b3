package org.hearsay.read.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Judges a pair of statements by weight of everything that they share and that they do not, with trees that were grown
 * on marked pairs ({@code hearsay train pairs}). Thread-safe and pure.
 */
public final class PairJudge {
    /** Classes in the order of the model. */
    public static final List<String> CLASSES = List.of("agree", "differ", "unrelated");

    private final Trees trees;

    private PairJudge(Trees trees) {
        this.trees = trees;
    }

    /** The model that comes with the program. */
    static PairJudge bundled() {
        try (InputStream in = PairJudge.class.getResourceAsStream("/lang/en/pairs.trees")) {
            if (in == null) {
                throw new IllegalStateException("lang/en/pairs.trees is not in the program");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A model as {@code hearsay train pairs} writes it. */
    public static PairJudge read(InputStream in) throws IOException {
        return new PairJudge(Trees.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))));
    }

    /** The pair as numbers, the same from both sides. @param likeness of two vectors of meaning, if there are any */
    public static float[] features(Statement a, Statement b, OptionalDouble likeness) {
        return features(Slots.of(a), Slots.of(b), likeness);
    }

    static float[] features(Slots a, Slots b, OptionalDouble likeness) {
        return Relating.order(a.statement(), b.statement()) <= 0
                ? PairFeatures.of(a, b, likeness)
                : PairFeatures.of(b, a, likeness);
    }

    /** What the numbers are called. */
    public static List<String> featureNames(Statement a, Statement b) {
        return PairFeatures.names(Slots.of(a), Slots.of(b));
    }

    /** Probabilities of {@link #CLASSES}. */
    public double[] odds(float[] features) {
        return trees.odds(features);
    }
}
