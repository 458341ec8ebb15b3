package org.hearsay.read.language;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The network for claims: one pass over the text tells of each word who claims it, how surely, whether it is denied, and which
 * name answers for it. Thread-safe; lives as long as the process.
 */
final class ClaimTagger {
    /** Pieces of a window. In training it has 400; read so it is a tenth slower and hardly better. */
    private static final int WINDOW = 256;

    private static final Set<String> OUTPUTS = Set.of("teller", "stance", "denied", "ask", "key", "nobody");

    private final Encoder encoder;
    private final OrtSession network;

    private ClaimTagger(Encoder encoder) throws OrtException {
        this.encoder = encoder;
        network = Encoder.session(encoder.runtime(), encoder.files().path(EncoderFiles.CLAIMS), 1);
    }

    /** @return empty where the models have no such network */
    static Optional<ClaimTagger> load(Encoder encoder) throws IOException {
        if (encoder.files().stances().isEmpty()) {
            return Optional.empty();
        }
        try {
            ClaimTagger tagger = new ClaimTagger(encoder);
            tagger.tryOut();
            return Optional.of(tagger);
        } catch (OrtException | IllegalArgumentException e) {
            throw Encoder.doesNotRun("the network for claims in models/en", e);
        }
    }

    private void tryOut() throws OrtException {
        Outputs read = read(Part.of("She offered a truce.", 0, 0, 20, encoder.vocabulary()));
        boolean same = encoder.files().stances().equals(Telling.STANCES)
                && read.rows("teller", 0)[0].length == Telling.TELLERS
                && read.rows("stance", 0)[0].length == Telling.STANCES.size()
                && read.rows("denied", 0)[0].length == 2
                && read.rows("ask", 0)[0].length == read.rows("key", 0)[0].length;
        if (!same) {
            throw new IllegalArgumentException(
                    "it tells of other stances than " + EncoderFiles.PROPERTIES + " lists or this program knows");
        }
    }

    /** @param parts of the whole text */
    Telling of(List<Part> parts) throws OrtException {
        Telling telling = new Telling();
        int number = 0;
        for (List<Part> window : Part.windows(parts, WINDOW)) {
            Outputs read = read(window);
            for (int i = 0; i < window.size(); i++) {
                int part = i;
                telling.add(window.get(i), number, name -> read.rows(name, part));
            }
            number++;
        }
        return telling;
    }

    private Outputs read(List<Part> window) throws OrtException {
        try (OrtSession.Result result = encoder.read(network, window, OUTPUTS)) {
            return Outputs.of(window, result, OUTPUTS);
        }
    }
}
