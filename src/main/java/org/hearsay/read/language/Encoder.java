package org.hearsay.read.language;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The small network that marks names, cues, sources and contents, run by ONNX Runtime. One window at a time and one
 * thread a call: what is computed for a text then depends on nothing but the text, and throughput grows with the callers.
 * Thread-safe; lives as long as the process.
 */
final class Encoder {
    private static final int NOWHERE = 16;

    private final OrtEnvironment environment;
    private final OrtSession encoder;
    private final OrtSession arguments;
    private final EncoderFiles files;
    private final WordPieces vocabulary;
    private final boolean judgesWorth;
    /** Each run of a network reads it; whoever holds it to write lets none begin. */
    private final ReadWriteLock runs = new ReentrantReadWriteLock();

    private Encoder(EncoderFiles files, WordPieces vocabulary, OrtEnvironment environment, int threads)
            throws OrtException {
        this.files = files;
        this.vocabulary = vocabulary;
        this.environment = environment;
        encoder = session(environment, files.path(EncoderFiles.ENCODER), threads);
        arguments = session(environment, files.path(EncoderFiles.ARGUMENTS), threads);
        judgesWorth = encoder.getOutputNames().contains("worth");
    }

    /**
     * @param folder where the files of {@code opened} lie, for the runtime maps them itself
     * @throws IOException if a file or the native library is missing or does not fit; one line that says what to do
     */
    static Encoder load(ModelFiles opened, Path folder) throws IOException {
        return load(opened, folder, 1);
    }

    /** @param threads how many work on one window, which changes no answer */
    static Encoder load(ModelFiles opened, Path folder, int threads) throws IOException {
        EncoderFiles files = EncoderFiles.check(opened, folder);
        WordPieces vocabulary = files.vocabulary(opened);
        try {
            Encoder encoder = new Encoder(files, vocabulary, environment(), threads);
            encoder.tryOut();
            return encoder;
        } catch (OrtException | IllegalArgumentException e) {
            throw doesNotRun("the encoder in models/en", e);
        }
    }

    private static OrtEnvironment environment() throws IOException {
        try {
            return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "hearsay");
        } catch (LinkageError | RuntimeException e) {
            throw new IOException(
                    "the native library of ONNX Runtime cannot be loaded on this machine (" + firstLine(e) + ")", e);
        }
    }

    static IOException doesNotRun(String network, Exception e) {
        return new IOException(network + " does not run (" + firstLine(e) + ")" + EncoderFiles.ADVICE, e);
    }

    private static String firstLine(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getMessage() == null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
    }

    static OrtSession session(OrtEnvironment environment, Path file, int threads) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            // Inputs differ in length, so a plan of memory for each would be kept and hardly used again.
            options.setMemoryPatternOptimization(false);
            return environment.createSession(file.toString(), options);
        }
    }

    /** A first run, so that a file of another make is refused at the start and not with the first article. */
    private void tryOut() throws OrtException {
        Part part = Part.of("He said no.", 0, 0, 11, vocabulary).getFirst();
        Tags tags = tags(List.of(part), true).getFirst();
        int names = tags.names()[0].length;
        if (names != 2 * files.types().size() + 1 || tags.cues()[0].length != 3) {
            throw new IllegalArgumentException("it marks " + names + " kinds of names, where " + EncoderFiles.PROPERTIES
                    + " lists " + files.types());
        }
        int kinds = arguments(tags, 1, 2)[0].length;
        if (kinds != 5) {
            throw new IllegalArgumentException("it marks " + kinds + " kinds of arguments instead of 5");
        }
    }

    OrtSession.Result run(OrtSession session, Map<String, OnnxTensor> inputs, Set<String> wanted) throws OrtException {
        runs.readLock().lock();
        try {
            return session.run(inputs, wanted);
        } finally {
            runs.readLock().unlock();
        }
    }

    /** @see Reader#rest */
    boolean rest(Duration longest) throws InterruptedException {
        return runs.writeLock().tryLock(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    EncoderFiles files() {
        return files;
    }

    WordPieces vocabulary() {
        return vocabulary;
    }

    OrtEnvironment runtime() {
        return environment;
    }

    /**
     * What the network says of a part.
     *
     * @param hidden for each piece and the mark after the last what the network made of it, row after row
     * @param names for each word the log-probabilities of nothing, and of beginning and continuation of each type
     * @param cues the same for cues; empty if not asked for
     * @param worth for each word how much it is worth checking, before the logistic function; empty if not asked for
     */
    record Tags(Part part, float[] hidden, float[][] names, float[][] cues, float[] worth) {}

    /** @param all whether cues are wanted beside the names */
    List<Tags> tags(List<Part> window, boolean all) throws OrtException {
        Set<String> wanted = !all
                ? Set.of("names")
                : judgesWorth ? Set.of("names", "cue", "h", "worth") : Set.of("names", "cue", "h");
        try (OrtSession.Result result = read(encoder, window, wanted)) {
            int length = Part.length(window);
            FloatBuffer names = output(result, "names");
            FloatBuffer cues = all ? output(result, "cue") : FloatBuffer.allocate(0);
            FloatBuffer hidden = all ? output(result, "h") : FloatBuffer.allocate(0);
            FloatBuffer worth = all && judgesWorth ? output(result, "worth") : FloatBuffer.allocate(0);
            List<Tags> tags = new ArrayList<>(window.size());
            int begin = 1;
            for (Part part : window) {
                int width = hidden.capacity() / length;
                float[] own = new float[all ? (part.size() + 1) * width : 0];
                hidden.get(begin * width, own);
                tags.add(new Tags(
                        part,
                        own,
                        rows(names, length, part, begin),
                        rows(cues, length, part, begin),
                        column(worth, part, begin)));
                begin += part.size() + 1;
            }
            return tags;
        }
    }

    /**
     * For each word of the part the log-probabilities of nothing, and of beginning and continuation of source and content.
     *
     * @param from first word of the cue
     * @param to the word after its last
     */
    float[][] arguments(Tags tags, int from, int to) throws OrtException {
        Part part = tags.part();
        int length = part.size() + 1;
        int start = part.starts()[from];
        int end = part.starts()[to];
        try (OrtSession.Result result = around(arguments, tags.hidden(), length, start, end, Set.of("arg"))) {
            return rows(output(result, "arg"), length, part, 0);
        }
    }

    /** What a network makes of a window, which it reads as [CLS] part [SEP] part [SEP] … */
    OrtSession.Result read(OrtSession network, List<Part> window, Set<String> wanted) throws OrtException {
        int length = Part.length(window);
        long[] ids = new long[length];
        long[] shapes = new long[length];
        ids[0] = vocabulary.first;
        int at = 1;
        for (Part part : window) {
            for (int i = 0; i < part.size(); i++, at++) {
                ids[at] = part.pieces()[i];
                shapes[at] = part.shapes()[i];
            }
            ids[at++] = vocabulary.separator;
        }
        try (OnnxTensor idTensor = tensor(ids);
                OnnxTensor shapeTensor = tensor(shapes)) {
            return run(network, Map.of("ids", idTensor, "shp", shapeTensor), wanted);
        }
    }

    /**
     * What a network makes of the surroundings of some words.
     *
     * @param hidden what another made of the pieces, row after row
     * @param length how many rows these are
     * @param start first piece of the words
     * @param end the piece after their last
     */
    OrtSession.Result around(OrtSession network, float[] hidden, int length, int start, int end, Set<String> wanted)
            throws OrtException {
        long[] distances = new long[length];
        for (int i = 0; i < length; i++) {
            distances[i] = distance(i < start ? i - start : i >= end ? i - end + 1 : 0);
        }
        long[] shape = {1, length, hidden.length / length};
        try (OnnxTensor rows = OnnxTensor.createTensor(environment, FloatBuffer.wrap(hidden), shape);
                OnnxTensor relative = tensor(distances)) {
            return run(network, Map.of("h", rows, "rel", relative), wanted);
        }
    }

    /** Exact up to 8 pieces away, then in steps that grow; 16 is within the words themselves. */
    private static int distance(int pieces) {
        int far = Math.abs(pieces);
        int step = far <= 8 ? far : (int) Math.min(NOWHERE, Math.floor(8 + 2 * Math.log(far / 8.0) / Math.log(2)));
        return NOWHERE + Integer.signum(pieces) * step;
    }

    /** The rows of the first pieces of a part's words; none where there are no values. */
    static float[][] rows(FloatBuffer values, int length, Part part, int begin) {
        int width = values.capacity() / length;
        float[][] rows = new float[width == 0 ? 0 : part.wordCount()][width];
        for (int word = 0; word < rows.length; word++) {
            values.get((begin + part.starts()[word]) * width, rows[word]);
        }
        return rows;
    }

    private static float[] column(FloatBuffer values, Part part, int begin) {
        float[] column = new float[values.capacity() == 0 ? 0 : part.wordCount()];
        for (int word = 0; word < column.length; word++) {
            column[word] = values.get(begin + part.starts()[word]);
        }
        return column;
    }

    /** A copy, which outlives the result. */
    static FloatBuffer output(OrtSession.Result result, String name) {
        return result.get(name)
                .filter(OnnxTensor.class::isInstance)
                .map(OnnxTensor.class::cast)
                .map(OnnxTensor::getFloatBuffer)
                .orElseThrow(() -> new IllegalArgumentException("it has no output " + name));
    }

    /** All that an output says, row after row. */
    static float[] values(OrtSession.Result result, String name) {
        FloatBuffer buffer = output(result, name);
        float[] values = new float[buffer.capacity()];
        buffer.get(values);
        return values;
    }

    OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }
}
