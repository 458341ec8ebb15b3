package org.hearsay.read.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * How likely a statement is a claim by its signs: a logistic model whose weights lie in {@code lang/en/statements.txt}, made by
 * {@code hearsay train statements}. Thread-safe and pure.
 */
final class StatementModel {
    /** The weight of no sign at all. */
    static final String BASE = "BASE";

    private final Map<String, Double> weights;

    StatementModel(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    /** @throws IllegalStateException if the list is missing or a line of it is wrong: the build is broken */
    static StatementModel load() {
        try (InputStream in = StatementModel.class.getResourceAsStream("/lang/en/statements.txt")) {
            if (in == null) {
                throw new IllegalStateException("lang/en/statements.txt is not on the class path");
            }
            Map<String, Double> weights = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" "))
                    .forEach(row -> weights.put(row[0], Double.valueOf(row[1])));
            return new StatementModel(weights);
        } catch (IOException e) {
            throw new UncheckedIOException("lang/en/statements.txt", e);
        }
    }

    double share(Map<String, Double> signs) {
        double odds = weights.getOrDefault(BASE, 0.0);
        for (Map.Entry<String, Double> sign : signs.entrySet()) {
            odds += sign.getValue() * weights.getOrDefault(sign.getKey(), 0.0);
        }
        return 1 / (1 + Math.exp(-odds));
    }
}
