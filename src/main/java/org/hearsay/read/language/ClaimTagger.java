package org.hearsay.read.language;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The network for claims and proposals: one pass over the text tells of each word who claims it, how surely, whether it is
 * denied, which name answers for it, and whether it offers, demands or plans something. Thread-safe; lives as long as the process.
 */
final class ClaimTagger {
    /** Pieces of a window. In training it has 400; read so it is a tenth slower and hardly better. */
    private static final int WINDOW = 256;

    private static final Set<String> OUTPUTS = Set.of("teller", "stance", "denied", "ask", "key", "nobody", "trigger");

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
                && read.rows("trigger", 0)[0].length == 3
                && read.rows("ask", 0)[0].length == read.rows("key", 0)[0].length;
        if (!same) {
            throw new IllegalArgumentException(
                    "it tells of other stances than " + EncoderFiles.PROPERTIES + " lists or this program knows");
        }
    }

    /**
     * What it says of a text.
     *
     * @param triggers for each part and each of its words the log-probabilities of nothing, and of beginning and continuation of
     *     the words that make a proposal
     */
    record Told(Telling telling, List<float[][]> triggers) {}

    /** @param parts of the whole text */
    Told of(List<Part> parts) throws OrtException {
        Telling telling = new Telling();
        List<float[][]> triggers = new ArrayList<>(parts.size());
        int number = 0;
        for (List<Part> window : Part.windows(parts, WINDOW)) {
            Outputs read = read(window);
            for (int i = 0; i < window.size(); i++) {
                int part = i;
                telling.add(window.get(i), number, name -> read.rows(name, part));
                triggers.add(read.rows("trigger", i));
            }
            number++;
        }
        return new Told(telling, triggers);
    }

    /** The network, for who reads a part of the text again. */
    OrtSession network() {
        return network;
    }

    private Outputs read(List<Part> window) throws OrtException {
        try (OrtSession.Result result = encoder.read(network, window, OUTPUTS)) {
            return Outputs.of(window, result, OUTPUTS);
        }
    }
}
