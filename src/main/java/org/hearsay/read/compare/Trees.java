package org.hearsay.read.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /**
     * Lines as {@code class feature:bound:no …}; {@code #} begins a remark, {@code =} the next sum of trees, by its name.
     */
    static Map<String, Trees> read(BufferedReader in) throws IOException {
        Map<String, Trees> all = new LinkedHashMap<>();
        List<List<Tree>> classes = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("=")) {
                classes = new ArrayList<>();
                all.put(line.substring(1).strip(), new Trees(classes));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split(" ");
                int of = Integer.parseInt(cells[0]);
                while (classes.size() <= of) {
                    classes.add(new ArrayList<>());
                }
                classes.get(of).add(tree(cells));
            }
        }
        return all;
    }

    private static Tree tree(String[] cells) {
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
        return new Tree(feature, bound, no);
    }
}
