package org.hearsay.read.claim;

import java.util.HashMap;
import java.util.Map;

/**
 * How likely a statement is a claim by its signs: a logistic model whose weights lie in {@code lang/en/statements.txt}, made by
 * {@code hearsay train statements}, which scores by it, too. Thread-safe and pure.
 *
 * <pre>{@code
 * double share = new StatementModel(weights).share(clause.signs());
 * }</pre>
 */
public final class StatementModel {
    /** The weight of no sign at all. */
    public static final String BASE = "BASE";

    private final Map<String, Double> weights;

    public StatementModel(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    /** @throws IllegalStateException if the list is missing or a line of it is wrong: the build is broken */
    static StatementModel load() {
        Map<String, Double> weights = new HashMap<>();
        for (String[] row : Lexicon.rows("statements.txt", 2)) {
            weights.put(row[0], Double.valueOf(row[1]));
        }
        return new StatementModel(weights);
    }

    /** @return from 0 to 1 */
    public double share(Map<String, Double> signs) {
        double odds = weights.getOrDefault(BASE, 0.0);
        for (Map.Entry<String, Double> sign : signs.entrySet()) {
            odds += sign.getValue() * weights.getOrDefault(sign.getKey(), 0.0);
        }
        return 1 / (1 + Math.exp(-odds));
    }
}
