package org.hearsay.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.hearsay.read.compare.PairJudge;
import org.hearsay.train.PairsTrainer.Row;

/**
 * Grows the trees of a {@link PairJudge}: those that tell the kind of text, and those of each kind. One heap of all sets
 * was two to four points worse on each of them, since what they call one thing is not the same.
 */
final class PairTrees {
    private static final int ROUNDS = 200;
    private static final int KIND_ROUNDS = 50;
    private static final long SEED = 7;
    private static final String SHORT = "short";
    private static final String SENTENCES = "sentences";
    /** What kind of text a set holds; sets that are not named are short. */
    private static final Map<String, String> KINDS = Map.of(
            "msr",
            SENTENCES,
            "numslots",
            SENTENCES,
            "numnatural",
            SENTENCES,
            "sick",
            "captions",
            "feversym",
            "entries");
    /**
     * What the trees of a kind learn from, and how much a pair of that set counts. Where a paraphrase is all that was asked
     * (msr), other figures are called one thing, so that set counts little for figures. Captions know negation and
     * opposites, which entries have too few of.
     */
    private static final Map<String, Map<String, Double>> LEARNS = Map.of(
            SENTENCES,
            Map.of("msr", 1.0),
            "captions",
            Map.of("sick", 1.0),
            "entries",
            Map.of("feversym", 1.0, "sick", 0.15, "numslots", 0.15),
            SHORT,
            Map.of("numheadlines", 1.0, "numtraps", 1.0, "own", 1.0, "numslots", 0.4, "numnatural", 0.4),
            PairJudge.FIGURES,
            Map.of("numslots", 1.0, "numnatural", 1.0, "msr", 0.02, "numheadlines", 0.3, "numtraps", 0.3, "own", 0.3));

    /**
     * Captions are marked by the thousand under each label, so where words have vectors a label counts as often as it comes
     * up. Without vectors rare labels must count more: a reader that guesses the likeness lost two points otherwise.
     */
    private static final String LABELS_AS_THEY_ARE = PairJudge.WITH_PARTNERS + "captions";

    private PairTrees() {}

    /**
     * All trees. Those that ask how words lie to each other are grown beside the others for captions, sentences and entries;
     * of headlines and figures there are too few pairs to learn it from, and asked for it they lost up to two points in five
     * folds.
     */
    static String grow(List<Row> rows) {
        List<Row> plain = rows.stream().map(Row::withoutPartners).toList();
        StringBuilder model = new StringBuilder();
        model.append("= ").append(PairJudge.KIND).append('\n');
        model.append(trees(
                plain,
                row -> KINDS.getOrDefault(row.set(), SHORT),
                row -> PairJudge.KINDS.indexOf(KINDS.getOrDefault(row.set(), SHORT)),
                row -> 1,
                PairJudge.KINDS.size(),
                KIND_ROUNDS));
        for (String kind : PairJudge.KINDS) {
            add(model, kind, kind, plain);
        }
        List<Row> figures = plain.stream()
                .filter(row -> !row.set().equals("msr") || PairJudge.haveFigures(row.features()))
                .toList();
        add(model, PairJudge.FIGURES, PairJudge.FIGURES, figures);
        if (!rows.isEmpty() && PairJudge.havePartners(rows.getFirst().features())) {
            for (String kind : PairJudge.ASK_PARTNERS) {
                add(model, PairJudge.WITH_PARTNERS + kind, kind, rows);
            }
        }
        return model.toString();
    }

    private interface Weight {
        double of(Row row);
    }

    private static void add(StringBuilder model, String name, String kind, List<Row> rows) {
        Map<String, Double> learns = LEARNS.getOrDefault(kind, Map.of());
        List<Row> some =
                rows.stream().filter(row -> learns.containsKey(row.set())).toList();
        model.append("= ").append(name).append('\n');
        model.append(trees(
                some,
                name.equals(LABELS_AS_THEY_ARE) ? Row::set : row -> row.set() + row.label(),
                Row::label,
                row -> learns.getOrDefault(row.set(), 1.0),
                PairJudge.CLASSES.size(),
                ROUNDS));
    }

    private interface Bag {
        String of(Row row);
    }

    /** Each bag of rows counts with the root of its size, so that a set or label of dozens is not drowned by thousands. */
    private static String trees(
            List<Row> rows, Bag bag, ToIntFunction<Row> label, Weight weight, int classes, int rounds) {
        Map<String, Integer> sizes = new HashMap<>();
        rows.forEach(row -> sizes.merge(bag.of(row), 1, Integer::sum));
        List<float[]> features = new ArrayList<>();
        int[] labels = new int[rows.size()];
        double[] weights = new double[rows.size()];
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            features.add(row.features());
            labels[i] = label.applyAsInt(row);
            weights[i] = weight.of(row) / Math.sqrt(sizes.getOrDefault(bag.of(row), 1));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= weights.length / sum;
        }
        if (rows.isEmpty()) {
            return "";
        }
        return new BoostedTrees(classes, rounds).grow(features, labels, weights, SEED);
    }
}
