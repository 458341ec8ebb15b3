package org.hearsay.read.article;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How likely a line of a page is text of its article, learned from marked pages: boosted trees over the
 * numbers of {@link PageLines}. Immutable and thread-safe; made by {@code hearsay train
 * article}.
 */
public final class LineModel {
    /** Where the model lies, below the folder of models. */
    public static final String FILE = "en/article.trees";

    private static final int MAGIC = 0x484C4E31;
    /** Far more than is ever trained: a damaged file asks for no memory. */
    private static final int MOST = 1 << 20;
    /** In place of a feature; there are fewer features. */
    private static final int LEAF = 0xFF;

    /**
     * One tree; node 0 is its root. A node with {@code feature < 0} is a leaf and {@code value} its weight, else a line
     * goes to {@code left} where the feature is at most {@code value}, and to the node after it where it is more.
     */
    public record Tree(short[] feature, float[] value, short[] left) {}

    /**
     * How likely a line must be text, in log-odds, by its kind. A heading or an item is short: kept in error it costs a
     * reader little, lost it takes the sense from what stands under or beside it. Its own words still exclude a line
     * whatever the trees say: they have seen too few pages to overrule those. Chosen by the cross-validated scores.
     */
    private static final double HEADING_BAR = -0.75, ITEM_BAR = -1.25;
    /** The same of all other lines, where the rules keep them; what they leave out must be likelier text than not. */
    private static final double KEPT_BAR = -0.25;

    /** Sums of weights in another order differ by less. */
    private static final double ROUNDING = 1e-6;
    /** After so many trees it is asked whether those that are left can still turn the verdict. */
    private static final int AT_ONCE = 8;

    private final List<Tree> trees;
    /**
     * All nodes of all trees in one, the trees with most to say first: a node's value in the upper half, its left child's
     * place in the next 24 bits, its feature in the last 8.
     */
    private final long[] nodes;

    private final int[] roots;
    /** The least and the most that the trees from each one on can say of a line that the rules leave out, and keep. */
    private final double[][] least;

    private final double[][] most;

    public LineModel(List<Tree> trees) {
        this.trees = List.copyOf(trees);
        List<Tree> ordered = new ArrayList<>(trees);
        ordered.sort(Comparator.comparingDouble(t -> extreme(t, 0, -1) - extreme(t, 0, 1)));
        nodes = new long[ordered.stream().mapToInt(t -> t.feature.length).sum()];
        int size = ordered.size();
        roots = new int[size];
        int at = 0;
        for (int t = 0; t < size; t++) {
            Tree tree = ordered.get(t);
            roots[t] = at;
            for (int n = 0; n < tree.feature.length; n++) {
                long place = tree.feature[n] < 0 ? LEAF : (long) (at + tree.left[n]) << 8 | tree.feature[n];
                nodes[at + n] = (long) Float.floatToRawIntBits(tree.value[n]) << 32 | place;
            }
            at += tree.feature.length;
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
        double[] below = new double[tree.feature.length];
        for (int n = below.length - 1; n >= 0; n--) {
            int left = tree.left[n];
            if (tree.feature[n] < 0 || left + 1 >= below.length) {
                below[n] = tree.value[n];
            } else if (tree.feature[n] == PageLines.KEPT) {
                below[n] = below[kept <= tree.value[n] ? left : left + 1];
            } else {
                below[n] = sign > 0 ? Math.max(below[left], below[left + 1]) : Math.min(below[left], below[left + 1]);
            }
        }
        return below[0];
    }

    /** Whether a line is text, by one row of {@link PageLines#features}. */
    public boolean keeps(float[] features) {
        if (features[PageLines.EXCLUDED] > 0) {
            return false;
        }
        int kept = features[PageLines.KEPT] > 0 ? 1 : 0;
        double bar = bar((int) features[PageLines.KIND], kept > 0);
        double odds = 0;
        for (int t = 0; t < roots.length; ) {
            int end = Math.min(t + AT_ONCE, roots.length);
            for (; t < end; t++) {
                long node = nodes[roots[t]];
                for (int f = (int) node & LEAF; f != LEAF; f = (int) node & LEAF) {
                    int right = features[f] <= value(node) ? 0 : 1;
                    node = nodes[((int) node >>> 8) + right];
                }
                odds += value(node);
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

    private static double bar(int kind, boolean kept) {
        if (kind == Line.Kind.ITEM.ordinal()) {
            return ITEM_BAR;
        }
        return kind == Line.Kind.HEADING.ordinal() ? HEADING_BAR : kept ? KEPT_BAR : 0;
    }

    private static float value(long node) {
        return Float.intBitsToFloat((int) (node >>> 32));
    }

    /** @throws IOException if the file cannot be read, is damaged, or was made for other features than this program's */
    public static LineModel read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(new BufferedInputStream(in));
        if (data.readInt() != MAGIC) {
            throw new IOException("no line model");
        }
        int features = data.readInt();
        if (features != PageLines.FEATURES) {
            throw new IOException("a line model for other features: make it again with \"hearsay train article\"");
        }
        int count = data.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("a damaged line model");
        }
        List<Tree> trees = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            int size = data.readUnsignedShort();
            Tree tree = new Tree(new short[size], new float[size], new short[size]);
            for (int n = 0; n < size; n++) {
                tree.feature[n] = data.readShort();
                tree.value[n] = data.readFloat();
                tree.left[n] = tree.feature[n] < 0 ? 0 : data.readShort();
                if (tree.feature[n] >= features
                        || tree.feature[n] >= 0 && (tree.left[n] <= n || tree.left[n] >= size - 1)) {
                    throw new IOException("a damaged line model");
                }
            }
            if (size == 0) {
                throw new IOException("a damaged line model");
            }
            trees.add(tree);
        }
        return new LineModel(trees);
    }

    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeInt(PageLines.FEATURES);
        data.writeInt(trees.size());
        for (Tree tree : trees) {
            data.writeShort(tree.feature.length);
            for (int n = 0; n < tree.feature.length; n++) {
                data.writeShort(tree.feature[n]);
                data.writeFloat(tree.value[n]);
                if (tree.feature[n] >= 0) {
                    data.writeShort(tree.left[n]);
                }
            }
        }
        data.flush();
    }
}
