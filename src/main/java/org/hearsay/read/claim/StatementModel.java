package org.hearsay.read.claim;

import java.util.List;
import java.util.Map;

/**
 * How likely something is so by its signs, a statement a claim or a report somebody's words: a logistic model whose weights lie in
 * {@code lang/en/statements.txt} and {@code reports.txt}, made by {@code hearsay train}, which scores by it, too. Thread-safe and pure.
 *
 * <pre>{@code
 * double share = new StatementModel(weights).share(clause.signs());
 * }</pre>
 */
public final class StatementModel {
    /** The weight of no sign at all. */
    public static final String BASE = "BASE";

    private final SignModel model;

    public StatementModel(Map<String, Double> weights) {
        this(SignModel.of(List.of(weights)));
    }

    private StatementModel(SignModel model) {
        this.model = model;
    }

    /** @throws IllegalStateException if the list is missing or a line of it is wrong: the build is broken */
    static StatementModel load(String file) {
        return new StatementModel(SignModel.load(file, 1));
    }

    /** @return from 0 to 1 */
    public double share(Map<String, Double> signs) {
        return share(signs, 0);
    }

    /** @param more what something else adds to the logarithm of the odds */
    double share(Map<String, Double> signs, double more) {
        return model.shares(signs, new double[] {more})[0];
    }
}
