package org.hearsay.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hearsay.read.article.LineModel.Tree;

/**
 * Gradient boosting of small regression trees for a yes-or-no question, over binned features. The same rows give the same
 * trees.
 */
final class Boosting {
    private static final int BINS = 64;
    /** The numbers below were chosen by cross-validation; near them the scores hardly move. */
    private static final double LEAST_WEIGHT = 2;

    private static final double CALM = 4;
    private static final double ROW_SHARE = 0.7;

    /**
     * How trees are grown.
     *
     * @param count how many
     * @param leaves of each, at most
     * @param rate how far each goes towards what is still wrong
     * @param features the share of them that a tree may ask for
     */
    record Growing(int count, int leaves, double rate, double features) {}

    private final Growing growing;
    private final int rows;
    private final int features;
    /** By feature, then row. */
    private final byte[][] bins;
    /** The largest value of each bin. */
    private final float[][] cuts;

    private final boolean[] yes;
    private final float[] weight;
    private final double[] odds;
    private final double[] gradient;
    private final double[] curvature;
    private final Random random = new Random(5);

    /** @param weight how much a row counts; rows of no weight are not learned from */
    Boosting(Growing growing, float[][] rows, boolean[] yes, float[] weight) {
        this.growing = growing;
        this.rows = rows.length;
        this.features = rows.length == 0 ? 0 : rows[0].length;
        this.yes = yes;
        this.weight = weight;
        this.bins = new byte[features][this.rows];
        this.cuts = new float[features][];
        this.odds = new double[this.rows];
        this.gradient = new double[this.rows];
        this.curvature = new double[this.rows];
        for (int f = 0; f < features; f++) {
            bin(rows, f);
        }
    }

    private void bin(float[][] from, int f) {
        float[] values = new float[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = from[i][f];
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float[] found = new float[BINS];
        int count = 0;
        int different = 0;
        for (int i = 0; i < rows; i++) {
            different += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        if (different <= BINS) {
            for (int i = 0; i < rows; i++) {
                if (i == rows - 1 || sorted[i] != sorted[i + 1]) {
                    found[count++] = sorted[i];
                }
            }
        } else {
            for (int b = 1; b <= BINS; b++) {
                float cut = sorted[(int) ((long) rows * b / BINS) - 1];
                if (count == 0 || cut > found[count - 1]) {
                    found[count++] = cut;
                }
            }
        }
        cuts[f] = Arrays.copyOf(found, count);
        for (int i = 0; i < rows; i++) {
            int at = Arrays.binarySearch(cuts[f], values[i]);
            bins[f][i] = (byte) (at >= 0 ? at : Math.min(count - 1, -at - 1));
        }
    }

    List<Tree> trees() {
        double yesses = 0;
        double all = 0;
        for (int i = 0; i < rows; i++) {
            yesses += yes[i] ? weight[i] : 0;
            all += weight[i];
        }
        double start = Math.log(yesses / Math.max(1e-9, all - yesses));
        Arrays.fill(odds, start);
        List<Tree> trees = new ArrayList<>();
        trees.add(new Tree(new short[] {-1}, new float[] {(float) start}, new short[] {0}));
        for (int t = 0; t < growing.count; t++) {
            for (int i = 0; i < rows; i++) {
                double p = 1 / (1 + Math.exp(-odds[i]));
                gradient[i] = weight[i] * ((yes[i] ? 1 : 0) - p);
                curvature[i] = weight[i] * p * (1 - p);
            }
            trees.add(new Growth().tree());
        }
        return trees;
    }

    /** A part of the rows, and the best way to cut it in two. */
    private final class Part {
        final int from;
        final int to;
        final int node;
        final double[] sums;
        double gain;
        int feature = -1;
        int bin;

        Part(int from, int to, int node, double[] sums) {
            this.from = from;
            this.to = to;
            this.node = node;
            this.sums = sums;
        }
    }

    /** One tree on its way: the leaf that gains most is cut until there are enough. */
    private final class Growth {
        private final int[] order = new int[rows];
        private final short[] feature = new short[2 * growing.leaves];
        private final float[] value = new float[2 * growing.leaves];
        private final short[] left = new short[2 * growing.leaves];
        private int nodes = 1;
        private final int[] seen = chosen();

        Tree tree() {
            int used = 0;
            for (int i = 0; i < rows; i++) {
                if (weight[i] > 0 && random.nextDouble() < ROW_SHARE) {
                    order[used++] = i;
                }
            }
            List<Part> parts = new ArrayList<>();
            Part root = new Part(0, used, 0, histogram(0, used));
            best(root);
            parts.add(root);
            while (parts.size() < growing.leaves) {
                Part most = parts.get(0);
                for (Part p : parts) {
                    most = p.gain > most.gain ? p : most;
                }
                if (most.gain <= 1e-6) {
                    break;
                }
                parts.remove(most);
                cut(most, parts);
            }
            for (Part p : parts) {
                feature[p.node] = -1;
                value[p.node] = (float) (growing.rate * weightOf(p));
            }
            Tree tree =
                    new Tree(Arrays.copyOf(feature, nodes), Arrays.copyOf(value, nodes), Arrays.copyOf(left, nodes));
            addTo(tree);
            return tree;
        }

        private int[] chosen() {
            int[] some = new int[features];
            int count = 0;
            for (int f = 0; f < features; f++) {
                if (random.nextDouble() < growing.features) {
                    some[count++] = f;
                }
            }
            return count == 0 ? new int[] {0} : Arrays.copyOf(some, count);
        }

        private double[] histogram(int from, int to) {
            double[] sums = new double[seen.length * BINS * 2];
            for (int s = 0; s < seen.length; s++) {
                byte[] bin = bins[seen[s]];
                int base = s * BINS * 2;
                for (int k = from; k < to; k++) {
                    int i = order[k];
                    int at = base + 2 * bin[i];
                    sums[at] += gradient[i];
                    sums[at + 1] += curvature[i];
                }
            }
            return sums;
        }

        private double weightOf(Part p) {
            double g = 0;
            double h = 0;
            for (int b = 0; b < BINS; b++) {
                g += p.sums[2 * b];
                h += p.sums[2 * b + 1];
            }
            return g / (h + CALM);
        }

        private void best(Part p) {
            double allG = 0;
            double allH = 0;
            for (int b = 0; b < BINS; b++) {
                allG += p.sums[2 * b];
                allH += p.sums[2 * b + 1];
            }
            double whole = allG * allG / (allH + CALM);
            for (int s = 0; s < seen.length; s++) {
                double g = 0;
                double h = 0;
                int base = s * BINS * 2;
                for (int b = 0; b + 1 < cuts[seen[s]].length; b++) {
                    g += p.sums[base + 2 * b];
                    h += p.sums[base + 2 * b + 1];
                    double rest = allH - h;
                    if (h < LEAST_WEIGHT || rest < LEAST_WEIGHT) {
                        continue;
                    }
                    double gain = g * g / (h + CALM) + (allG - g) * (allG - g) / (rest + CALM) - whole;
                    if (gain > p.gain) {
                        p.gain = gain;
                        p.feature = seen[s];
                        p.bin = b;
                    }
                }
            }
        }

        private void cut(Part p, List<Part> parts) {
            byte[] bin = bins[p.feature];
            int[] rest = new int[p.to - p.from];
            int middle = p.from;
            int others = 0;
            for (int k = p.from; k < p.to; k++) {
                if (bin[order[k]] <= p.bin) {
                    order[middle++] = order[k];
                } else {
                    rest[others++] = order[k];
                }
            }
            System.arraycopy(rest, 0, order, middle, others);
            feature[p.node] = (short) p.feature;
            value[p.node] = cuts[p.feature][p.bin];
            left[p.node] = (short) nodes;
            nodes += 2;
            boolean leftSmaller = middle - p.from < p.to - middle;
            double[] small = leftSmaller ? histogram(p.from, middle) : histogram(middle, p.to);
            double[] large = p.sums;
            for (int i = 0; i < large.length; i++) {
                large[i] -= small[i];
            }
            Part a = new Part(p.from, middle, nodes - 2, leftSmaller ? small : large);
            Part b = new Part(middle, p.to, nodes - 1, leftSmaller ? large : small);
            best(a);
            best(b);
            parts.add(a);
            parts.add(b);
        }

        private void addTo(Tree tree) {
            for (int i = 0; i < rows; i++) {
                int n = 0;
                while (tree.feature()[n] >= 0) {
                    int f = tree.feature()[n];
                    n = cuts[f][bins[f][i]] <= tree.value()[n] ? tree.left()[n] : tree.left()[n] + 1;
                }
                odds[i] += tree.value()[n];
            }
        }
    }
}
