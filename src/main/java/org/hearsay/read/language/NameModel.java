package org.hearsay.read.language;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * A linear model of names, one file with all it needs: weights, word clusters and lists of names. It stands behind
 * OpenNLP's {@link TokenNameFinder} and uses its codec; the best sequence of outcomes is found exactly. Immutable and
 * thread-safe.
 */
public final class NameModel {
    /** Where reading looks for it. */
    static final String FILE = "en/names.bin";

    private static final String MAGIC = "hearsay names";
    private static final int VERSION = 1;

    private final String[] outcomes;
    private final Map<String, float[]> weights;
    private final Map<String, float[]> pairs;
    private final WordKnowledge knowledge;
    private final NameFeatures features;
    private final String made;

    private NameModel(
            String[] outcomes,
            Map<String, float[]> weights,
            Map<String, float[]> pairs,
            WordKnowledge knowledge,
            String made) {
        this.outcomes = outcomes;
        this.weights = weights;
        this.pairs = pairs;
        this.knowledge = knowledge;
        this.features = new NameFeatures(knowledge);
        this.made = made;
    }

    /**
     * @param outcomes "PERSON-start", "PERSON-cont" … and "other", as {@link BioCodec} names them
     * @param weights from feature to its weight for each outcome
     * @param pairs from feature to its weight for each pair of outcomes, laid out as {@link #best} wants it
     * @param made what it was made from, one line for people
     */
    public static NameModel of(
            List<String> outcomes,
            Map<String, float[]> weights,
            Map<String, float[]> pairs,
            WordKnowledge knowledge,
            String made) {
        return new NameModel(
                outcomes.toArray(String[]::new), new HashMap<>(weights), new HashMap<>(pairs), knowledge, made);
    }

    WordKnowledge knowledge() {
        return knowledge;
    }

    String made() {
        return made;
    }

    /** Writes it so that {@link #load} reads the same; the same model gives the same bytes. */
    public void write(OutputStream file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(file, 1 << 16))) {
            out.writeUTF(MAGIC);
            out.writeInt(VERSION);
            out.writeUTF(made);
            out.writeInt(outcomes.length);
            for (String outcome : outcomes) {
                out.writeUTF(outcome);
            }
            knowledge.write(out);
            write(weights, out);
            write(pairs, out);
        }
    }

    private static void write(Map<String, float[]> rows, DataOutputStream out) throws IOException {
        out.writeInt(rows.size());
        for (Map.Entry<String, float[]> entry : new TreeMap<>(rows).entrySet()) {
            float[] row = entry.getValue();
            int count = 0;
            for (float weight : row) {
                count += weight == 0 ? 0 : 1;
            }
            out.writeUTF(entry.getKey());
            out.writeByte(count);
            for (int i = 0; i < row.length; i++) {
                if (row[i] != 0) {
                    out.writeByte(i);
                    // Ten bits of a weight decide nothing that its noise does not.
                    out.writeShort(Float.floatToFloat16(row[i]));
                }
            }
        }
    }

    private static Map<String, float[]> rows(DataInputStream in, int length) throws IOException {
        int rows = in.readInt();
        Map<String, float[]> read = HashMap.newHashMap(Math.max(0, Math.min(rows, 2_000_000)));
        for (int n = 0; n < rows; n++) {
            String feature = in.readUTF();
            float[] row = new float[length];
            for (int count = in.readUnsignedByte(); count > 0; count--) {
                int at = in.readUnsignedByte();
                if (at >= length) {
                    throw new ZipException("a weight for no outcome");
                }
                row[at] = Float.float16ToFloat(in.readShort());
            }
            read.put(feature, row);
        }
        return read;
    }

    /** @throws IOException with one line that says what is wrong with the file and what to do */
    static NameModel load(ModelFiles files) throws IOException {
        try (InputStream file = opened(files)) {
            return read(file);
        } catch (EOFException | ZipException | UTFDataFormatException e) {
            throw new IOException(
                    "the name model models/" + FILE
                            + " is cut or damaged; restore it, or make it again with `hearsay train names`",
                    e);
        }
    }

    private static InputStream opened(ModelFiles files) throws IOException {
        try {
            return files.open(FILE);
        } catch (IOException e) {
            throw new IOException(
                    "the name model models/" + FILE + " is missing or cannot be opened (" + e.getMessage()
                            + "); restore the program's models folder, or make the file with `hearsay train names`",
                    e);
        }
    }

    private static NameModel read(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(new GZIPInputStream(file, 1 << 16));
        if (!in.readUTF().equals(MAGIC)) {
            throw new ZipException("not a name model");
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException(
                    "the name model models/" + FILE + " is of version " + version + ", this program reads version "
                            + VERSION + "; take the models folder that came with this program");
        }
        String made = in.readUTF();
        String[] outcomes = new String[in.readInt()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = in.readUTF();
        }
        WordKnowledge knowledge = WordKnowledge.read(in);
        Map<String, float[]> weights = rows(in, outcomes.length);
        Map<String, float[]> pairs = rows(in, (outcomes.length + 1) * outcomes.length);
        if (in.read() >= 0) {
            throw new ZipException("more follows than the model");
        }
        return new NameModel(outcomes, weights, pairs, knowledge, made);
    }

    /** A finder for one sentence at a time; it keeps nothing between calls and may be shared. */
    public TokenNameFinder finder() {
        return new TokenNameFinder() {
            @Override
            public Span[] find(String[] words) {
                return new BioCodec().decode(Arrays.asList(outcomesOf(words)));
            }

            @Override
            public void clearAdaptiveData() {
                // Nothing is remembered from one sentence to the next.
            }
        };
    }

    /** The outcomes with the highest sum of weights, where an outcome depends on the one before (Viterbi). */
    private String[] outcomesOf(String[] words) {
        int n = words.length;
        int size = outcomes.length;
        float[][] single = new float[n][size];
        float[][] pair = new float[n][(size + 1) * size];
        String[][] seen = features.of(words);
        for (int i = 0; i < n; i++) {
            for (String feature : seen[i]) {
                add(weights.get(feature), single[i]);
            }
            for (String feature : features.pairs(i, words)) {
                add(pairs.get(feature), pair[i]);
            }
        }
        int[] best = best(outcomes, single, pair);
        String[] result = new String[n];
        for (int i = 0; i < n; i++) {
            result[i] = outcomes[best[i]];
        }
        return result;
    }

    private static void add(float @Nullable [] row, float[] sum) {
        if (row != null) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += row[i];
            }
        }
    }

    /**
     * The best sequence of outcomes.
     *
     * @param single for each word the score of each outcome
     * @param pair for each word the score of each outcome after each: row {@code before * size}, where the row after the last
     *     is for the beginning of a sentence
     */
    public static int[] best(String[] outcomes, float[][] single, float[][] pair) {
        int n = single.length;
        int size = outcomes.length;
        boolean[][] allowed = allowed(outcomes);
        int[][] from = new int[n][size];
        float[] best = new float[size];
        for (int i = 0; i < n; i++) {
            float[] next = new float[size];
            for (int outcome = 0; outcome < size; outcome++) {
                float top = Float.NEGATIVE_INFINITY;
                for (int before = i == 0 ? size : 0; before < (i == 0 ? size + 1 : size); before++) {
                    float score = (i == 0 ? 0 : best[before]) + pair[i][before * size + outcome];
                    if (allowed[before][outcome] && score > top) {
                        top = score;
                        from[i][outcome] = before;
                    }
                }
                next[outcome] = top + single[i][outcome];
            }
            best = next;
        }
        int[] result = new int[n];
        int at = argMax(best);
        for (int i = n - 1; i >= 0; i--) {
            result[i] = at;
            at = from[i][at];
        }
        return result;
    }

    /** A name goes on only after a part of a name of its type. The last row is for the beginning. */
    private static boolean[][] allowed(String[] outcomes) {
        int size = outcomes.length;
        boolean[][] allowed = new boolean[size + 1][size];
        for (int before = 0; before <= size; before++) {
            for (int outcome = 0; outcome < size; outcome++) {
                boolean goesOn = outcomes[outcome].endsWith(BioCodec.CONTINUE);
                String type = goesOn ? outcomes[outcome].replace(BioCodec.CONTINUE, "") : "";
                allowed[before][outcome] = !goesOn || before < size && outcomes[before].startsWith(type);
            }
        }
        return allowed;
    }

    private static int argMax(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
