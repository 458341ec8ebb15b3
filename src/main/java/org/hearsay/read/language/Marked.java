package org.hearsay.read.language;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;

/**
 * What the encoder marks in a text, at its offsets.
 *
 * @param names in text order, not overlapping
 * @param attributions in the order of their cues
 * @param told what the networks beside the encoder say
 * @param words the encoder's own words that {@code worth} is for; both empty if the model does not judge it
 * @param all whether more than names was asked for
 * @param readTo where it stopped; the whole text unless that is far longer than an article
 */
record Marked(
        List<Found> names,
        List<Attribution> attributions,
        Taggers.Found told,
        List<Span> words,
        List<Float> worth,
        int readTo,
        boolean all) {
    /**
     * Pieces of a text that are read, some four seconds' work. The longest article of the texts at hand has a fifth of
     * them; what has more is a book, a table or an attack.
     */
    static final int MOST_PIECES = 40_000;

    /** Cues of a text whose source and content are looked for; the longest article at hand has some 200. */
    private static final int MOST_CUES = 1_000;

    /** And of one part of a line, where six are usual. */
    private static final int MOST_CUES_OF_A_PART = 20;

    /** Cues are taken from about a third of certainty on, so that the caller can choose. */
    private static final float WEAK_CUES = -0.7f;

    private static final int SOURCE = 0;

    /** A name at its characters. */
    record Found(Span span, NameType type) {}

    /**
     * @param blocks the lines of {@code plain}
     * @param taggers the networks beside the encoder
     * @param all whether attributions, offers and worth are wanted beside the names
     * @param most how many pieces are read
     */
    static Marked in(String plain, List<Block> blocks, Encoder encoder, Taggers taggers, boolean all, int most) {
        List<Part> parts = new ArrayList<>();
        int readTo = plain.length();
        int pieces = 0;
        for (int block = 0; block < blocks.size() && readTo == plain.length(); block++) {
            Span line = blocks.get(block).span();
            // Of a line that is too long by itself no more than its beginning is cut into pieces.
            int end = Math.min(line.end(), line.start() + 8 * most);
            for (Part part : Part.of(plain, block, line.start(), end, encoder.vocabulary())) {
                pieces += part.size();
                if (pieces > most) {
                    readTo = part.words().getFirst().start();
                    break;
                }
                parts.add(part);
            }
            if (end < line.end() && readTo == plain.length()) {
                readTo = end;
            }
        }
        Marked marked = new Marked(
                new ArrayList<>(),
                new ArrayList<>(),
                Taggers.Found.NOTHING,
                new ArrayList<>(),
                new ArrayList<>(),
                readTo,
                all);
        Taggers.Found told = Taggers.Found.NOTHING;
        try {
            for (List<Part> window : Part.windows(parts, encoder.files().pieces())) {
                for (Encoder.Tags tags : encoder.tags(window, all)) {
                    marked.add(tags, encoder);
                }
            }
            told = all ? taggers.in(parts) : told;
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder failed on a text it should take", e);
        }
        return marked.with(told);
    }

    private Marked with(Taggers.Found told) {
        return new Marked(names, attributions, told, words, worth, readTo, all);
    }

    private void add(Encoder.Tags tags, Encoder encoder) throws OrtException {
        Part part = tags.part();
        EncoderFiles files = encoder.files();
        for (BestPath.Run run : BestPath.runs(tags.names(), files.nothingBesideNames())) {
            names.add(new Found(span(part, run), files.types().get(run.kind())));
        }
        if (!all) {
            return;
        }
        float nothing = Math.min(files.nothingBesideCues(), WEAK_CUES);
        int room = Math.min(MOST_CUES_OF_A_PART, MOST_CUES - attributions.size());
        for (BestPath.Run cue : strongest(BestPath.runs(tags.cues(), nothing), room)) {
            List<Tagged> source = new ArrayList<>();
            List<Tagged> content = new ArrayList<>();
            for (BestPath.Run run : BestPath.runs(encoder.arguments(tags, cue.from(), cue.to()), 0)) {
                (run.kind() == SOURCE ? source : content).add(tagged(part, run));
            }
            attributions.add(new Attribution(part.block(), tagged(part, cue), source, content));
        }
        for (int i = 0; i < tags.worth().length; i++) {
            words.add(part.words().get(i));
            worth.add(tags.worth()[i]);
        }
    }

    private static List<BestPath.Run> strongest(List<BestPath.Run> cues, int most) {
        if (cues.size() <= most) {
            return cues;
        }
        return cues.stream()
                .sorted(Comparator.comparingDouble(BestPath.Run::confidence).reversed())
                .limit(Math.max(0, most))
                .sorted(Comparator.comparingInt(BestPath.Run::from))
                .toList();
    }

    private static Tagged tagged(Part part, BestPath.Run run) {
        return new Tagged(span(part, run), run.confidence());
    }

    private static Span span(Part part, BestPath.Run run) {
        return new Span(
                part.words().get(run.from()).start(),
                part.words().get(run.to() - 1).end());
    }

    /** The tags beside the names, with a worth for each sentence; absent if only names were asked for. */
    Optional<Tagging> tagging(List<Sentence> sentences) {
        if (!all) {
            return Optional.empty();
        }
        List<Double> ofSentences = new ArrayList<>();
        int word = 0;
        for (Sentence sentence : worth.isEmpty() ? List.<Sentence>of() : sentences) {
            double sum = 0;
            int count = 0;
            while (word < words.size()
                    && words.get(word).start() < sentence.span().end()) {
                if (words.get(word).start() >= sentence.span().start()) {
                    sum += worth.get(word);
                    count++;
                }
                word++;
            }
            ofSentences.add(count == 0 ? 0 : 1 / (1 + Math.exp(-sum / count)));
        }
        return Optional.of(new Tagging(attributions, told.offers(), told.telling(), ofSentences));
    }
}
