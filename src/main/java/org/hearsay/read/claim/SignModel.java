package org.hearsay.read.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Logistic models over the same signs, one for each of some outcomes: how likely each is. A list holds them, a line a sign, with
 * its weight for each outcome. Thread-safe and pure.
 */
final class SignModel {
    private final Map<String, double[]> weights;
    private final int outcomes;

    private SignModel(Map<String, double[]> weights, int outcomes) {
        this.weights = weights;
        this.outcomes = outcomes;
    }

    /** @param weights of each sign, for each outcome */
    static SignModel of(List<Map<String, Double>> weights) {
        Map<String, double[]> bySign = new HashMap<>();
        for (int k = 0; k < weights.size(); k++) {
            for (Map.Entry<String, Double> sign : weights.get(k).entrySet()) {
                bySign.computeIfAbsent(sign.getKey(), s -> new double[weights.size()])[k] = sign.getValue();
            }
        }
        return new SignModel(bySign, weights.size());
    }

    /** @throws IllegalStateException if the list is missing or a line of it is wrong: the build is broken */
    static SignModel load(String file, int outcomes) {
        Map<String, double[]> bySign = new HashMap<>();
        for (String[] row : Lexicon.rows(file, outcomes + 1)) {
            double[] of = new double[outcomes];
            for (int k = 0; k < outcomes; k++) {
                of[k] = Double.parseDouble(row[k + 1]);
            }
            bySign.put(row[0], of);
        }
        return new SignModel(bySign, outcomes);
    }

    /** @return for each outcome from 0 to 1; they need not sum up to 1, as several may hold */
    double[] shares(Map<String, Double> signs) {
        return shares(signs, new double[outcomes]);
    }

    /** @param more what something else adds to the logarithm of the odds of each outcome */
    double[] shares(Map<String, Double> signs, double[] more) {
        double[] shares = more.clone();
        add(shares, StatementModel.BASE, 1);
        for (Map.Entry<String, Double> sign : signs.entrySet()) {
            add(shares, sign.getKey(), sign.getValue());
        }
        for (int k = 0; k < outcomes; k++) {
            shares[k] = 1 / (1 + Math.exp(-shares[k]));
        }
        return shares;
    }

    private void add(double[] odds, String sign, double strength) {
        double[] of = weights.get(sign);
        for (int k = 0; of != null && k < outcomes; k++) {
            odds[k] += strength * of[k];
        }
    }
}
