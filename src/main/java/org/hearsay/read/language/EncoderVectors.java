package org.hearsay.read.language;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Vectors by the encoder's base model, as it was before it learned names. */
final class EncoderVectors implements SentenceVectors {
    private final Encoder encoder;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces vocabulary;
    private final int most;
    private final int size;

    private EncoderVectors(Encoder encoder, Path file) throws OrtException {
        this.encoder = encoder;
        environment = encoder.runtime();
        session = Encoder.session(environment, file, 1);
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
            throw new IOException(
                    "models/en/" + EncoderFiles.VECTORS + " does not run (" + e.getMessage()
                            + "); restore the program's models folder",
                    e);
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
            throw new IllegalStateException("the base model failed on a sentence it should take", e);
        }
    }

    private float[] computed(String sentence) throws OrtException {
        // A piece has at least one character, so more than this is never read.
        String plain = Clean.plain(sentence.length() > 100 * most ? sentence.substring(0, 100 * most) : sentence);
        List<Part> parts = Part.of(plain, 0, 0, plain.length(), vocabulary);
        int[] pieces = parts.isEmpty() ? new int[0] : parts.getFirst().pieces();
        int length = Math.min(pieces.length + 2, most);
        long[] ids = new long[length];
        long[] mask = new long[length];
        Arrays.fill(mask, 1);
        ids[0] = vocabulary.first;
        for (int i = 1; i < length - 1; i++) {
            ids[i] = pieces[i - 1];
        }
        ids[length - 1] = vocabulary.separator;
        long[] shape = {1, length};
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor maskTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                OrtSession.Result result =
                        encoder.run(session, Map.of("ids", idTensor, "mask", maskTensor), session.getOutputNames())) {
            FloatBuffer vector = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] values = new float[vector.capacity()];
            vector.get(values);
            return values;
        }
    }
}
