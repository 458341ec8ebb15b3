package org.hearsay.read.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hearsay.read.article.LineModel.Tree;

/** Trees laid out so that their sum over one row is compared with a bar quickly. Immutable and thread-safe. */
final class Forest {
    /** In place of a feature; there are fewer features. */
    private static final int LEAF = 0xFF;

    /** Sums of weights in another order differ by less. */
    private static final double ROUNDING = 1e-6;
    /** After so many trees it is asked whether those that are left can still turn the verdict. */
    private static final int AT_ONCE = 8;

    /**
     * All nodes of all trees in one, the trees with most to say first: a node's value in the upper half, its left child's
     * place in the next 24 bits, its feature in the last 8.
     */
    private final long[] nodes;

    private final int[] roots;
    /** The least and the most that the trees from each one on can say of a line that the rules leave out, and keep. */
    private final double[][] least;

    private final double[][] most;

    Forest(List<Tree> trees) {
        List<Tree> ordered = new ArrayList<>(trees);
        ordered.sort(Comparator.comparingDouble(t -> extreme(t, 0, -1) - extreme(t, 0, 1)));
        nodes = new long[ordered.stream().mapToInt(t -> t.feature().length).sum()];
        int size = ordered.size();
        roots = new int[size];
        int at = 0;
        for (int t = 0; t < size; t++) {
            Tree tree = ordered.get(t);
            roots[t] = at;
            for (int n = 0; n < tree.feature().length; n++) {
                long place = tree.feature()[n] < 0 ? LEAF : (long) (at + tree.left()[n]) << 8 | tree.feature()[n];
                nodes[at + n] = (long) Float.floatToRawIntBits(tree.value()[n]) << 32 | place;
            }
            at += tree.feature().length;
        }
        least = new double[2][size + 1];
        most = new double[2][size + 1];
        for (int kept = 0; kept < 2; kept++) {
            for (int t = size - 1; t >= 0; t--) {
                least[kept][t] = least[kept][t + 1] + extreme(ordered.get(t), kept, -1);
                most[kept][t] = most[kept][t + 1] + extreme(ordered.get(t), kept, 1);
            }
        }
    }

    /**
     * The greatest weight that a tree can give for sign 1, the smallest for -1, to lines that the rules keep or leave out.
     * Children lie behind their parents, so that one pass from the end meets them first.
     */
    private static double extreme(Tree tree, int kept, int sign) {
        double[] below = new double[tree.feature().length];
        for (int n = below.length - 1; n >= 0; n--) {
            int left = tree.left()[n];
            if (tree.feature()[n] < 0 || left + 1 >= below.length) {
                below[n] = tree.value()[n];
            } else if (tree.feature()[n] == PageLines.KEPT) {
                below[n] = below[kept <= tree.value()[n] ? left : left + 1];
            } else {
                below[n] = sign > 0 ? Math.max(below[left], below[left + 1]) : Math.min(below[left], below[left + 1]);
            }
        }
        return below[0];
    }

    /** Whether the trees' weights for one row of {@link PageLines#features} add up to more than {@code bar}. */
    boolean exceeds(float[] features, double bar) {
        int kept = features[PageLines.KEPT] > 0 ? 1 : 0;
        double odds = 0;
        for (int t = 0; t < roots.length; ) {
            int end = Math.min(t + AT_ONCE, roots.length);
            for (; t < end; t++) {
                odds += weight(roots[t], features);
            }
            if (odds + most[kept][t] < bar - ROUNDING) {
                return false;
            }
            if (odds + least[kept][t] > bar + ROUNDING) {
                return true;
            }
        }
        return odds > bar;
    }

    /** What the trees' weights for one row add up to. */
    double sum(float[] features) {
        double sum = 0;
        for (int root : roots) {
            sum += weight(root, features);
        }
        return sum;
    }

    private double weight(int root, float[] features) {
        long node = nodes[root];
        for (int f = (int) node & LEAF; f != LEAF; f = (int) node & LEAF) {
            int right = features[f] <= value(node) ? 0 : 1;
            node = nodes[((int) node >>> 8) + right];
        }
        return value(node);
    }

    private static float value(long node) {
        return Float.intBitsToFloat((int) (node >>> 32));
    }
}
