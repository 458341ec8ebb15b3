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
 * numbers of {@link PageLines}. A few trees glance at what is at hand and judge most lines, menus and long
 * paragraphs; the others are asked about what is left open. Immutable and thread-safe; made by {@code hearsay train
 * article}.
 */
public final class LineModel {
    /** Where the model lies, below the folder of models. */
    public static final String FILE = "en/article.trees";

    private static final int MAGIC = 0x484C4E32;
    /** Far more than is ever trained: a damaged file asks for no memory. */
    private static final int MOST = 1 << 20;

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

    /**
     * In log-odds of the trees that glance: a line below or above is judged at once. That leaves open one line in ten of news
     * pages and one in five of others, and loses nothing by the cross-validated scores.
     */
    private static final double NO_TEXT_BELOW = -3, TEXT_ABOVE = 3.5;

    /** What a line is at first sight. */
    public enum Glance {
        TEXT,
        OPEN,
        NO_TEXT
    }

    private final List<Tree> first;
    private final List<Tree> trees;
    private final Forest glancing;
    private final Forest judging;

    /**
     * @param first trees that only ask for the first {@link PageLines#AT_HAND} numbers, and judge what needs no second look
     * @param trees those that judge what is left
     */
    public LineModel(List<Tree> first, List<Tree> trees) {
        this.first = List.copyOf(first);
        this.trees = List.copyOf(trees);
        this.glancing = new Forest(first);
        this.judging = new Forest(trees);
    }

    /** By the first {@link PageLines#AT_HAND} numbers of a line's row. */
    public Glance glance(float[] features) {
        if (features[PageLines.EXCLUDED] > 0) {
            return Glance.NO_TEXT;
        }
        double odds = glancing.sum(features);
        return odds < NO_TEXT_BELOW ? Glance.NO_TEXT : odds > TEXT_ABOVE ? Glance.TEXT : Glance.OPEN;
    }

    /**
     * Whether the trees that glance would leave a line open if they had to be surer by {@code margin}, in log-odds, whatever
     * its words say: what the trees that judge learn from.
     */
    public boolean nearlyOpen(float[] features, double margin) {
        double odds = glancing.sum(features);
        return odds > NO_TEXT_BELOW - margin && odds < TEXT_ABOVE + margin;
    }

    /** Whether a line that is left open is text, by its row of {@link PageLines#features}. */
    public boolean keeps(float[] features) {
        return features[PageLines.EXCLUDED] <= 0
                && judging.exceeds(features, bar((int) features[PageLines.KIND], features[PageLines.KEPT] > 0));
    }

    private static double bar(int kind, boolean kept) {
        if (kind == Line.Kind.ITEM.ordinal()) {
            return ITEM_BAR;
        }
        return kind == Line.Kind.HEADING.ordinal() ? HEADING_BAR : kept ? KEPT_BAR : 0;
    }

    /** @throws IOException if the file cannot be read, is damaged, or was made for other features than this program's */
    public static LineModel read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(new BufferedInputStream(in));
        if (data.readInt() != MAGIC) {
            throw new IOException("no line model of this program's kind: make one with \"hearsay train article\"");
        }
        int features = data.readInt();
        if (features != PageLines.FEATURES) {
            throw new IOException("a line model for other features: make it again with \"hearsay train article\"");
        }
        return new LineModel(trees(data, PageLines.AT_HAND), trees(data, PageLines.FEATURES));
    }

    private static List<Tree> trees(DataInputStream data, int features) throws IOException {
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
        return trees;
    }

    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeInt(PageLines.FEATURES);
        write(first, data);
        write(trees, data);
        data.flush();
    }

    private static void write(List<Tree> trees, DataOutputStream data) throws IOException {
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
    }
}
