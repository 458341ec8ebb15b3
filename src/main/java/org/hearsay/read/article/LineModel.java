package org.hearsay.read.article;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
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

    /**
     * One tree; node 0 is its root. A node with {@code feature < 0} is a leaf and {@code value} its weight, else a line
     * goes to {@code left} where the feature is at most {@code value}, and to the node after it where it is more.
     */
    public record Tree(short[] feature, float[] value, short[] left) {
        double of(float[] features) {
            int n = 0;
            while (feature[n] >= 0) {
                n = features[feature[n]] <= value[n] ? left[n] : left[n] + 1;
            }
            return value[n];
        }
    }

    /**
     * How sure the trees must be, in log-odds, to take a line out that the rules keep. A line that they leave out comes in
     * where it is likelier text than not, unless its own words exclude it: the trees have seen too few pages to overrule
     * those. Of the pairs tried this one loses least on either side.
     */
    private static final double AGAINST_THE_RULES = -0.5;

    private final List<Tree> trees;

    public LineModel(List<Tree> trees) {
        this.trees = List.copyOf(trees);
    }

    /** Whether a line is text, by one row of {@link PageLines#features}. */
    public boolean keeps(float[] features) {
        if (features[PageLines.EXCLUDED] > 0) {
            return false;
        }
        double odds = 0;
        for (int t = 0; t < trees.size(); t++) {
            odds += trees.get(t).of(features);
        }
        return odds > (features[PageLines.KEPT] > 0 ? AGAINST_THE_RULES : 0);
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
