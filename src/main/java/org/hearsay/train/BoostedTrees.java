package org.hearsay.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Grows trees one after the other, each on what the ones before got wrong (gradient boosting of the multinomial loss,
 * second order). Deterministic for a seed.
 */
final class BoostedTrees {
    private static final int BINS = 48;
    private static final double RATE = 0.08;
    private static final double LAMBDA = 4;
    private static final double LEAST_WEIGHT = 6;
    private static final int DEPTH = 4;

    private final int classes;
    private final int rounds;
    private final StringBuilder lines = new StringBuilder();
    private float[][] bounds = new float[0][];

    BoostedTrees(int classes, int rounds) {
        this.classes = classes;
        this.rounds = rounds;
    }

    /** Grows the trees. @return the model, a line a tree */
    String grow(List<float[]> rows, int[] labels, double[] weights, long seed) {
        int n = rows.size();
        int m = rows.get(0).length;
        bounds = new float[m][];
        byte[][] bins = new byte[m][n];
        for (int f = 0; f < m; f++) {
            bounds[f] = bounds(rows, f);
            for (int i = 0; i < n; i++) {
                bins[f][i] = (byte) bin(bounds[f], rows.get(i)[f]);
            }
        }
        double[][] scores = new double[classes][n];
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            double[][] odds = odds(scores, n);
            boolean[] in = new boolean[n];
            for (int i = 0; i < n; i++) {
                in[i] = random.nextDouble() < 0.7;
            }
            boolean[] used = new boolean[m];
            for (int f = 0; f < m; f++) {
                used[f] = random.nextDouble() < 0.35;
            }
            for (int c = 0; c < classes; c++) {
                double[] gradient = new double[n];
                double[] hessian = new double[n];
                for (int i = 0; i < n; i++) {
                    double p = odds[c][i];
                    gradient[i] = weights[i] * ((labels[i] == c ? 1 : 0) - p);
                    hessian[i] = weights[i] * Math.max(p * (1 - p), 1e-6);
                }
                int[] sample = java.util.stream.IntStream.range(0, n)
                        .filter(i -> in[i])
                        .toArray();
                List<String> nodes = new ArrayList<>();
                int[] all = java.util.stream.IntStream.range(0, n).toArray();
                node(bins, gradient, hessian, sample, all, used, 0, nodes, scores[c]);
                lines.append(c).append(' ').append(String.join(" ", nodes)).append('\n');
            }
        }
        return lines.toString();
    }

    private void node(
            byte[][] bins,
            double[] gradient,
            double[] hessian,
            int[] sample,
            int[] all,
            boolean[] used,
            int depth,
            List<String> nodes,
            double[] scores) {
        double g = 0;
        double h = 0;
        for (int i : sample) {
            g += gradient[i];
            h += hessian[i];
        }
        int best = -1;
        int cut = 0;
        double gain = 1e-3;
        if (depth < DEPTH && h > LEAST_WEIGHT / 2) {
            for (int f = 0; f < bins.length; f++) {
                if (!used[f] || bounds[f].length == 0) {
                    continue;
                }
                double[] sumG = new double[BINS + 2];
                double[] sumH = new double[BINS + 2];
                byte[] of = bins[f];
                for (int i : sample) {
                    sumG[of[i]] += gradient[i];
                    sumH[of[i]] += hessian[i];
                }
                double leftG = 0;
                double leftH = 0;
                for (int b = 0; b < bounds[f].length; b++) {
                    leftG += sumG[b];
                    leftH += sumH[b];
                    double rightG = g - leftG;
                    double rightH = h - leftH;
                    if (leftH < 1 || rightH < 1) {
                        continue;
                    }
                    double now = leftG * leftG / (leftH + LAMBDA)
                            + rightG * rightG / (rightH + LAMBDA)
                            - g * g / (h + LAMBDA);
                    if (now > gain) {
                        gain = now;
                        best = f;
                        cut = b;
                    }
                }
            }
        }
        if (best < 0) {
            double value = RATE * g / (h + LAMBDA);
            for (int i : all) {
                scores[i] += value;
            }
            nodes.add(String.format(Locale.ROOT, "-1:%.4g", value));
            return;
        }
        int place = nodes.size();
        nodes.add("");
        byte[] of = bins[best];
        int at = cut;
        node(
                bins,
                gradient,
                hessian,
                pick(sample, of, at, true),
                pick(all, of, at, true),
                used,
                depth + 1,
                nodes,
                scores);
        int no = nodes.size();
        node(
                bins,
                gradient,
                hessian,
                pick(sample, of, at, false),
                pick(all, of, at, false),
                used,
                depth + 1,
                nodes,
                scores);
        nodes.set(place, String.format(Locale.ROOT, "%d:%s:%d", best, Float.toString(bounds[best][cut]), no));
    }

    private static int[] pick(int[] rows, byte[] bins, int cut, boolean yes) {
        return Arrays.stream(rows).filter(i -> bins[i] <= cut == yes).toArray();
    }

    private double[][] odds(double[][] scores, int n) {
        double[][] odds = new double[classes][n];
        for (int i = 0; i < n; i++) {
            double all = 0;
            for (int c = 0; c < classes; c++) {
                odds[c][i] = Math.exp(scores[c][i]);
                all += odds[c][i];
            }
            for (int c = 0; c < classes; c++) {
                odds[c][i] /= all;
            }
        }
        return odds;
    }

    /** Bounds between the values, at most {@link #BINS}, each holding about as many rows. */
    private static float[] bounds(List<float[]> rows, int f) {
        float[] values = new float[rows.size()];
        int n = 0;
        for (float[] row : rows) {
            if (!Float.isNaN(row[f])) {
                values[n++] = row[f];
            }
        }
        values = Arrays.copyOf(values, n);
        Arrays.sort(values);
        List<Float> bounds = new ArrayList<>();
        for (int b = 1; b <= BINS; b++) {
            int at = (int) ((long) n * b / (BINS + 1));
            if (at > 0 && at < n && values[at] > values[0]) {
                int before = at;
                while (before > 0 && values[before - 1] == values[at]) {
                    before--;
                }
                float bound = (values[before - 1] + values[at]) / 2;
                if (bounds.isEmpty() || bound > bounds.get(bounds.size() - 1)) {
                    bounds.add(bound);
                }
            }
        }
        // A number that is nearly always the same has its rare values beyond all of these.
        if (n > 0 && values[n - 1] > values[0]) {
            int top = n - 1;
            while (top > 0 && values[top - 1] == values[n - 1]) {
                top--;
            }
            int low = 0;
            while (values[low] == values[0]) {
                low++;
            }
            for (float bound : new float[] {(values[0] + values[low]) / 2}) {
                if (bounds.isEmpty() || bounds.get(0) > bound) {
                    bounds.add(0, bound);
                }
            }
        }
        float[] array = new float[bounds.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = bounds.get(i);
        }
        return array;
    }

    private static int bin(float[] bounds, float value) {
        if (Float.isNaN(value)) {
            return 0;
        }
        int at = 0;
        while (at < bounds.length && value > bounds[at]) {
            at++;
        }
        return at;
    }
}
