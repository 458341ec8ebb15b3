package org.hearsay.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Fits the weights of signs so that they tell yes from no, each pulled towards nothing. Deterministic. */
final class Logistic {
    /** Sweeps over all signs; after these no weight moves by a hundredth. */
    private static final int SWEEPS = 60;

    /**
     * @param text where it is from: a sign of one or two texts says more of them than of the world
     * @param signs each with its strength
     */
    record Row(String text, Map<String, Double> signs, boolean yes, double weight) {}

    private final List<Row> rows;
    private final List<String> names = new ArrayList<>();
    private final List<int[]> holders = new ArrayList<>();
    private final List<double[]> strengths = new ArrayList<>();
    private final double[] odds;

    private Logistic(List<Row> rows, int fewestTexts) {
        this.rows = rows;
        this.odds = new double[rows.size()];
        Map<String, List<Integer>> found = new TreeMap<>();
        Map<String, Set<String>> texts = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            for (String sign : rows.get(i).signs().keySet()) {
                found.computeIfAbsent(sign, s -> new ArrayList<>()).add(i);
                texts.computeIfAbsent(sign, s -> new HashSet<>())
                        .add(rows.get(i).text());
            }
        }
        for (Map.Entry<String, List<Integer>> entry : found.entrySet()) {
            if (texts.getOrDefault(entry.getKey(), Set.of()).size() >= fewestTexts) {
                String sign = entry.getKey();
                names.add(sign);
                int[] of = entry.getValue().stream().mapToInt(i -> i).toArray();
                double[] strength = new double[of.length];
                for (int k = 0; k < of.length; k++) {
                    strength[k] = rows.get(of[k]).signs().getOrDefault(sign, 0.0);
                }
                holders.add(of);
                strengths.add(strength);
            }
        }
    }

    /**
     * The likeliest weights.
     *
     * @param base the name of what stands without a sign, which nothing pulls
     * @param pull how strongly the others are pulled towards nothing
     * @param fewestTexts a sign of fewer texts gets no weight
     */
    static Map<String, Double> weights(List<Row> rows, String base, double pull, int fewestTexts) {
        Logistic fit = new Logistic(rows, fewestTexts);
        int[] all = new int[rows.size()];
        double[] one = new double[rows.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
            one[i] = 1;
        }
        fit.names.add(base);
        fit.holders.add(all);
        fit.strengths.add(one);
        double[] weights = new double[fit.names.size()];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int sign = 0; sign < weights.length; sign++) {
                boolean free = sign == weights.length - 1;
                weights[sign] += fit.step(sign, weights[sign], free ? 1e-6 : pull);
            }
        }
        Map<String, Double> named = new TreeMap<>();
        for (int sign = 0; sign < weights.length; sign++) {
            named.put(fit.names.get(sign), weights[sign]);
        }
        return named;
    }

    /** One of Newton's steps along one sign, which the odds then know. */
    private double step(int sign, double weight, double pull) {
        int[] of = holders.get(sign);
        double[] strength = strengths.get(sign);
        double slope = pull * weight;
        double bend = pull;
        for (int k = 0; k < of.length; k++) {
            Row row = rows.get(of[k]);
            double share = 1 / (1 + Math.exp(-odds[of[k]]));
            slope += row.weight() * (share - (row.yes() ? 1 : 0)) * strength[k];
            bend += row.weight() * share * (1 - share) * strength[k] * strength[k];
        }
        double step = -slope / bend;
        for (int k = 0; k < of.length; k++) {
            odds[of[k]] += step * strength[k];
        }
        return step;
    }
}
