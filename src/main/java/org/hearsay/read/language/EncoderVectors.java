package org.hearsay.read.language;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Vectors by the encoder's base model, as it was before it learned names. */
final class EncoderVectors implements SentenceVectors {
    private static final String VECTOR = "vector";
    /** Each piece as it is after a middle layer; a sentence model of another make may not tell it. */
    private static final String PIECES = "pieces";

    /** Of a text without a word. */
    private static final Part NOTHING = new Part(0, List.of(), new int[0], new int[0], new int[1]);

    private final Encoder encoder;
    private final OrtSession session;
    private final WordPieces vocabulary;
    private final int most;
    private final int size;

    private EncoderVectors(Encoder encoder, Path file) throws OrtException {
        this.encoder = encoder;
        session = Encoder.session(encoder.runtime(), file, 1);
        vocabulary = encoder.vocabulary();
        most = encoder.files().pieces();
        size = computed("Hello.").length;
    }

    static Optional<SentenceVectors> load(Encoder encoder) throws IOException {
        Optional<Path> file = encoder.files().vectorFile();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EncoderVectors(encoder, file.get()));
        } catch (OrtException e) {
            throw Encoder.doesNotRun("models/en/" + EncoderFiles.VECTORS, e);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public float[] of(String sentence) {
        try {
            return computed(sentence);
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    @Override
    public Optional<WordVectors> words(String sentence) {
        if (!session.getOutputNames().contains(PIECES)) {
            return Optional.empty();
        }
        try {
            return Optional.of(computedWords(sentence));
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(OrtException e) {
        return new IllegalStateException("the base model failed on a sentence it should take", e);
    }

    private float[] computed(String sentence) throws OrtException {
        return run(part(plain(sentence)), Set.of(VECTOR), result -> Encoder.values(result, VECTOR));
    }

    private WordVectors computedWords(String sentence) throws OrtException {
        String plain = plain(sentence);
        Part part = part(plain);
        return run(part, Set.of(VECTOR, PIECES), result -> {
            float[] pieces = Encoder.values(result, PIECES);
            List<String> words =
                    part.words().stream().map(word -> word.of(plain)).toList();
            float[][] vectors = new float[part.wordCount()][];
            for (int i = 0; i < vectors.length; i++) {
                // One piece stands before the first word.
                vectors[i] = direction(pieces, 1 + part.starts()[i], 1 + part.starts()[i + 1]);
            }
            return new WordVectors(words, vectors, Encoder.values(result, VECTOR));
        });
    }

    /** The direction of the sum of some rows. */
    private float[] direction(float[] rows, int from, int to) {
        float[] sum = new float[size];
        double square = 0;
        for (int i = 0; i < size; i++) {
            for (int row = from; row < to; row++) {
                sum[i] += rows[row * size + i];
            }
            square += sum[i] * sum[i];
        }
        float length = (float) Math.max(1e-6, Math.sqrt(square));
        for (int i = 0; i < size; i++) {
            sum[i] /= length;
        }
        return sum;
    }

    private String plain(String sentence) {
        // A piece has at least one character, so more than this is never read.
        return Clean.plain(sentence.length() > 100 * most ? sentence.substring(0, 100 * most) : sentence);
    }

    private Part part(String plain) {
        return Part.of(plain, 0, 0, plain.length(), vocabulary).stream()
                .findFirst()
                .orElse(NOTHING);
    }

    private interface Use<T> {
        T of(OrtSession.Result result);
    }

    private <T> T run(Part part, Set<String> wanted, Use<T> use) throws OrtException {
        int length = Math.min(part.size() + 2, most);
        long[] ids = new long[length];
        ids[0] = vocabulary.first;
        for (int i = 1; i < length - 1; i++) {
            ids[i] = part.pieces()[i - 1];
        }
        ids[length - 1] = vocabulary.separator;
        try (OnnxTensor idTensor = encoder.tensor(ids);
                OrtSession.Result result = encoder.run(session, Map.of("ids", idTensor), wanted)) {
            return use.of(result);
        }
    }
}
