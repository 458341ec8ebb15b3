package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.List;

/**
 * The best sequence of tags, where tag 0 is "nothing" and each kind {@code k} has a beginning {@code 2k+1} and a
 * continuation {@code 2k+2} that stands only after one of its kind (Viterbi).
 */
final class BestPath {
    /** A run of words of one kind: from, to (end exclusive), kind, and the mean probability of its words. */
    record Run(int from, int to, int kind, double confidence) {}

    private BestPath() {}

    /**
     * The runs of the best sequence.
     *
     * @param scores for each word the log-probability of each tag
     * @param nothing what is added to the score of tag 0: below 0 more is found
     */
    static List<Run> runs(float[][] scores, float nothing) {
        int[] tags = tags(scores, nothing);
        List<Run> runs = new ArrayList<>();
        for (int from = 0; from < tags.length; from++) {
            if (tags[from] == 0) {
                continue;
            }
            int kind = (tags[from] - 1) / 2;
            int to = from + 1;
            while (to < tags.length && tags[to] == 2 * kind + 2) {
                to++;
            }
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += Math.exp(scores[i][2 * kind + 1]) + Math.exp(scores[i][2 * kind + 2]);
            }
            runs.add(new Run(from, to, kind, Math.clamp(sum / (to - from), 1e-6, 1)));
            from = to - 1;
        }
        return runs;
    }

    private static int[] tags(float[][] scores, float nothing) {
        int n = scores.length;
        if (n == 0) {
            return new int[0];
        }
        int size = scores[0].length;
        int[][] from = new int[n][size];
        double[] best = new double[size];
        for (int tag = 0; tag < size; tag++) {
            best[tag] = goesOn(tag) ? Double.NEGATIVE_INFINITY : scores[0][tag] + (tag == 0 ? nothing : 0);
        }
        for (int i = 1; i < n; i++) {
            int top = argMax(best);
            double[] next = new double[size];
            for (int tag = 0; tag < size; tag++) {
                int before = !goesOn(tag) ? top : best[tag] > best[tag - 1] ? tag : tag - 1;
                from[i][tag] = before;
                next[tag] = best[before] + scores[i][tag] + (tag == 0 ? nothing : 0);
            }
            best = next;
        }
        int[] tags = new int[n];
        int at = argMax(best);
        for (int i = n - 1; i >= 0; i--) {
            tags[i] = at;
            at = from[i][at];
        }
        return tags;
    }

    private static boolean goesOn(int tag) {
        return tag > 0 && tag % 2 == 0;
    }

    private static int argMax(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
