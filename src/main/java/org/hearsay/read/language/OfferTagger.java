package org.hearsay.read.language;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;

/**
 * The network that marks proposals: one pass over the text finds the words that offer, demand, plan …, then, for each of them, a
 * window around it is read again for its parties and terms. Thread-safe; lives as long as the process.
 */
final class OfferTagger {
    /** Pieces of the window around a trigger, and of the lines before it; as in training ({@code src/train/offers.py}). */
    private static final int WINDOW = 400;

    private static final int BEFORE = 120;

    /** Pieces from a trigger's line on that are enough for it to be told in the window of the trigger before. */
    private static final int BEHIND = 200;

    private static final int LINES_BEFORE = 2;

    /** Triggers of a text that are looked at; the fullest article at hand has 19. */
    private static final int MOST = 100;

    private static final int ROLES = 3;
    private static final Set<String> TOLD = Set.of("role", "term", "kind", "act", "status");

    private final Encoder encoder;
    /** The network for claims, which marks the triggers; of a window around one it is asked what it makes of each piece. */
    private final OrtSession reader;

    private final OrtSession terms;
    private final List<String> acts;
    private final List<String> statuses;
    private final List<String> kinds;
    private final float nothing;

    private OfferTagger(Encoder encoder, ClaimTagger claims) throws OrtException {
        EncoderFiles files = encoder.files();
        this.encoder = encoder;
        reader = claims.network();
        terms = Encoder.session(encoder.runtime(), files.path(EncoderFiles.TERMS), 1);
        acts = files.acts();
        statuses = files.statuses();
        kinds = files.kinds();
        nothing = files.nothingBesideOffers();
    }

    /** @return empty where the models have no such network */
    static Optional<OfferTagger> load(Encoder encoder, ClaimTagger claims) throws IOException {
        if (!encoder.files().offers()) {
            return Optional.empty();
        }
        try {
            OfferTagger tagger = new OfferTagger(encoder, claims);
            tagger.tryOut();
            return Optional.of(tagger);
        } catch (OrtException | IllegalArgumentException e) {
            throw Encoder.doesNotRun("the network for proposals in models/en", e);
        }
    }

    private void tryOut() throws OrtException {
        List<Part> parts = Part.of("She offered a truce.", 0, 0, 20, encoder.vocabulary());
        Outputs told = told(read(parts), 0, 1, 2);
        boolean same = told.rows("role", 0)[0].length == 2 * ROLES + 1
                && told.rows("kind", 0)[0].length == kinds.size()
                && told.rows("act", 0)[0].length == acts.size()
                && told.rows("status", 0)[0].length == statuses.size();
        if (!same) {
            throw new IllegalArgumentException(
                    "it tells of other acts, statuses or kinds of terms than " + EncoderFiles.PROPERTIES + " lists");
        }
    }

    /**
     * @param parts of the whole text
     * @param triggers what the network for claims says of their words ({@link ClaimTagger.Told})
     * @return in the order of their triggers
     */
    List<TaggedOffer> in(List<Part> parts, List<float[][]> triggers) throws OrtException {
        List<TaggedOffer> offers = new ArrayList<>();
        Around around = new Around(parts);
        for (int i = 0; i < parts.size(); i++) {
            for (BestPath.Run trigger : BestPath.runs(triggers.get(i), nothing)) {
                if (offers.size() < MOST) {
                    offers.add(offer(around.of(i), parts.get(i), trigger));
                }
            }
        }
        return offers;
    }

    /** The windows around triggers; the next trigger has the same one if enough follows it there. */
    private final class Around {
        private final List<Part> parts;
        private int from;
        private int to;
        private Optional<Read> last = Optional.empty();

        Around(List<Part> parts) {
            this.parts = parts;
        }

        Read of(int at) throws OrtException {
            boolean enough = at < to
                    && (to == parts.size()
                            || parts.subList(at, to).stream()
                                            .mapToInt(Part::size)
                                            .sum()
                                    >= BEHIND);
            if (last.isPresent() && at >= from && enough) {
                return last.get();
            }
            from = at;
            int size = parts.get(at).size() + 2;
            int before = 0;
            while (from > 0 && at - from < LINES_BEFORE) {
                int more = parts.get(from - 1).size() + 1;
                if (before + more > BEFORE || size + more > WINDOW) {
                    break;
                }
                from--;
                before += more;
                size += more;
            }
            to = at + 1;
            while (to < parts.size() && size + parts.get(to).size() + 1 <= WINDOW) {
                size += parts.get(to).size() + 1;
                to++;
            }
            Read read = read(parts.subList(from, to));
            last = Optional.of(read);
            return read;
        }
    }

    private TaggedOffer offer(Read read, Part part, BestPath.Run trigger) throws OrtException {
        List<Part> window = read.window();
        int at = 0;
        while (window.get(at) != part) {
            at++;
        }
        Outputs told = told(read, at, trigger.from(), trigger.to());
        List<List<Span>> roles = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<TaggedOffer.TaggedTerm> found = new ArrayList<>();
        for (int i = 0; i < window.size(); i++) {
            Part other = window.get(i);
            for (BestPath.Run run : BestPath.runs(told.rows("role", i), 0)) {
                roles.get(run.kind()).add(span(other, run));
            }
            float[][] kindsOf = told.rows("kind", i);
            for (BestPath.Run run : BestPath.runs(told.rows("term", i), 0)) {
                Tagged words = new Tagged(span(other, run), run.confidence());
                found.add(new TaggedOffer.TaggedTerm(words, kinds.get(best(kindsOf, run))));
            }
        }
        return new TaggedOffer(
                part.block(),
                new Tagged(span(part, trigger), trigger.confidence()),
                acts.get(best(told.rows("act", at), trigger)),
                statuses.get(best(told.rows("status", at), trigger)),
                roles.get(0),
                roles.get(1),
                roles.get(2),
                found);
    }

    private static int best(float[][] scores, BestPath.Run run) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int kind = 0; kind < scores[0].length; kind++) {
            double sum = 0;
            for (int word = run.from(); word < run.to(); word++) {
                sum += scores[word][kind];
            }
            if (sum > most) {
                most = sum;
                best = kind;
            }
        }
        return best;
    }

    private static Span span(Part part, BestPath.Run run) {
        return new Span(
                part.words().get(run.from()).start(),
                part.words().get(run.to() - 1).end());
    }

    /** A window, and of each of its pieces what the network for claims makes of it. */
    private record Read(List<Part> window, float[] hidden) {}

    private Read read(List<Part> window) throws OrtException {
        try (OrtSession.Result result = encoder.read(reader, window, Set.of("h"))) {
            return new Read(window, Encoder.values(result, "h"));
        }
    }

    /**
     * @param from first word of the trigger in its part
     * @param to the word after its last
     */
    private Outputs told(Read read, int part, int from, int to) throws OrtException {
        List<Part> window = read.window();
        int begin = Outputs.begin(window, part);
        int[] starts = window.get(part).starts();
        try (OrtSession.Result result = encoder.around(
                terms, read.hidden(), Part.length(window), begin + starts[from], begin + starts[to], TOLD)) {
            return Outputs.of(window, result, TOLD);
        }
    }
}
