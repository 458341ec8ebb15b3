package org.hearsay.read.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums of small decision trees, one sum for each class. A node asks whether a number is at most a bound (NaN is); its yes
 * stands next, its no further on.
 */
final class Trees {
    /** One tree in preorder: {@code feature < 0} is a leaf, and {@code bound} its value. */
    record Tree(int[] feature, float[] bound, int[] no) {
        double of(float[] values) {
            int at = 0;
            while (feature[at] >= 0) {
                float value = values[feature[at]];
                at = Float.isNaN(value) || value <= bound[at] ? at + 1 : no[at];
            }
            return bound[at];
        }
    }

    private final List<List<Tree>> classes;

    Trees(List<List<Tree>> classes) {
        this.classes = classes;
    }

    /** A probability for each class. */
    double[] odds(float[] values) {
        double[] sums = new double[classes.size()];
        double all = 0;
        for (int c = 0; c < sums.length; c++) {
            double sum = 0;
            for (Tree tree : classes.get(c)) {
                sum += tree.of(values);
            }
            sums[c] = Math.exp(sum);
            all += sums[c];
        }
        for (int c = 0; c < sums.length; c++) {
            sums[c] /= all;
        }
        return sums;
    }

    /** Lines as {@code class feature:bound:no …}; {@code #} begins a remark. */
    static Trees read(BufferedReader in) throws IOException {
        List<List<Tree>> classes = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split(" ");
            int of = Integer.parseInt(cells[0]);
            while (classes.size() <= of) {
                classes.add(new ArrayList<>());
            }
            int n = cells.length - 1;
            int[] feature = new int[n];
            float[] bound = new float[n];
            int[] no = new int[n];
            for (int i = 0; i < n; i++) {
                String[] parts = cells[i + 1].split(":");
                feature[i] = Integer.parseInt(parts[0]);
                bound[i] = Float.parseFloat(parts[1]);
                no[i] = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
            }
            classes.get(of).add(new Tree(feature, bound, no));
        }
        return new Trees(classes);
    }
}
