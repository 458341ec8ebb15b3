package org.hearsay.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.hearsay.read.language.NameFeatures;
import org.hearsay.read.language.NameModel;
import org.hearsay.read.language.WordKnowledge;

/**
 * A structured perceptron with averaged weights: it tags a whole sentence as the reader will, and where the result is
 * wrong it moves weights from the wrong sequence to the right one. OpenNLP's L-BFGS over single words was tried on the same
 * features and given up before it had converged, so the two were never compared by score.
 */
final class Perceptron {
    /** Features seen fewer times are left out: they tell of single articles. */
    private static final int CUTOFF = 3;

    /** Counts are kept by hash in one table; two features that share a place may both stay, which does no harm. */
    private static final int TABLE = 1 << 24;

    private static final List<String> OUTCOMES = List.of(
            "other",
            "PERSON-start",
            "PERSON-cont",
            "ORGANIZATION-start",
            "ORGANIZATION-cont",
            "LOCATION-start",
            "LOCATION-cont",
            "MISC-start",
            "MISC-cont");

    private static final int SIZE = OUTCOMES.size();
    private static final int PAIRS = (SIZE + 1) * SIZE;

    private record Seen(int[][] singles, int[][] pairs, int[] gold) {}

    private final Map<String, Integer> singleIds = new HashMap<>();
    private final Map<String, Integer> pairIds = new HashMap<>();
    private final List<Seen> sentences = new ArrayList<>();

    Perceptron(List<NameCorpus.Labelled> labelled, NameFeatures features) {
        byte[] counts = new byte[TABLE];
        for (NameCorpus.Labelled sentence : labelled) {
            String[][] seen = features.of(sentence.words());
            for (int i = 0; i < seen.length; i++) {
                count(seen[i], counts);
                count(features.pairs(i, sentence.words()), counts);
            }
        }
        for (NameCorpus.Labelled sentence : labelled) {
            String[][] seen = features.of(sentence.words());
            int n = seen.length;
            int[][] singles = new int[n][];
            int[][] pairs = new int[n][];
            for (int i = 0; i < n; i++) {
                singles[i] = ids(seen[i], counts, singleIds);
                pairs[i] = ids(features.pairs(i, sentence.words()), counts, pairIds);
            }
            sentences.add(new Seen(singles, pairs, gold(sentence.labels())));
        }
    }

    private static int place(String feature) {
        int hash = feature.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 15) & TABLE - 1;
    }

    private static void count(String[] features, byte[] counts) {
        for (String feature : features) {
            int place = place(feature);
            counts[place] += counts[place] < CUTOFF ? 1 : 0;
        }
    }

    private static int[] ids(String[] features, byte[] counts, Map<String, Integer> known) {
        int[] ids = new int[features.length];
        int n = 0;
        for (String feature : features) {
            if (counts[place(feature)] >= CUTOFF) {
                ids[n++] = known.computeIfAbsent(feature, f -> known.size());
            }
        }
        return Arrays.copyOf(ids, n);
    }

    private static int[] gold(String[] labels) {
        int[] gold = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i].equals("O")) {
                continue;
            }
            String type = labels[i].substring(2);
            int start = OUTCOMES.indexOf(type + "-start");
            // A corpus now and then goes on with a name that it never began.
            boolean goesOn = labels[i].startsWith("I-") && i > 0 && (gold[i - 1] == start || gold[i - 1] == start + 1);
            gold[i] = goesOn ? start + 1 : start;
        }
        return gold;
    }

    NameModel trained(int epochs, WordKnowledge knowledge, String made, Consumer<String> say) {
        float[] single = new float[singleIds.size() * SIZE];
        float[] pair = new float[pairIds.size() * PAIRS];
        // What each weight would lose by averaging: changes, each times the moment that it was made.
        double[] singleLater = new double[single.length];
        double[] pairLater = new double[pair.length];
        String[] outcomes = OUTCOMES.toArray(String[]::new);
        Random order = new Random(1);
        long moment = 1;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            Collections.shuffle(sentences, order);
            int wrong = 0;
            for (Seen sentence : sentences) {
                int n = sentence.gold().length;
                float[][] singleScores = new float[n][SIZE];
                float[][] pairScores = new float[n][PAIRS];
                for (int i = 0; i < n; i++) {
                    add(sentence.singles()[i], single, singleScores[i]);
                    add(sentence.pairs()[i], pair, pairScores[i]);
                }
                int[] guess = NameModel.best(outcomes, singleScores, pairScores);
                if (!Arrays.equals(guess, sentence.gold())) {
                    wrong++;
                    for (int i = 0; i < n; i++) {
                        move(sentence.singles()[i], SIZE, guess[i], sentence.gold()[i], single, singleLater, moment);
                        int before = (i == 0 ? SIZE : guess[i - 1]) * SIZE + guess[i];
                        int right = (i == 0 ? SIZE : sentence.gold()[i - 1]) * SIZE + sentence.gold()[i];
                        move(sentence.pairs()[i], PAIRS, before, right, pair, pairLater, moment);
                    }
                }
                moment++;
            }
            say.accept("pass " + epoch + ": " + wrong + " of " + sentences.size() + " sentences wrong");
        }
        return NameModel.of(
                OUTCOMES,
                rows(singleIds, single, singleLater, SIZE, moment),
                rows(pairIds, pair, pairLater, PAIRS, moment),
                knowledge,
                made);
    }

    private static void add(int[] ids, float[] weights, float[] sum) {
        for (int id : ids) {
            int at = id * sum.length;
            for (int k = 0; k < sum.length; k++) {
                sum[k] += weights[at + k];
            }
        }
    }

    private static void move(int[] ids, int width, int wrong, int right, float[] weights, double[] later, long moment) {
        if (wrong == right) {
            return;
        }
        for (int id : ids) {
            weights[id * width + right] += 1;
            weights[id * width + wrong] -= 1;
            later[id * width + right] += moment;
            later[id * width + wrong] -= moment;
        }
    }

    private static Map<String, float[]> rows(
            Map<String, Integer> ids, float[] weights, double[] later, int width, long moment) {
        Map<String, float[]> rows = new HashMap<>();
        ids.forEach((feature, id) -> {
            float[] row = new float[width];
            boolean useful = false;
            for (int k = 0; k < width; k++) {
                double average = weights[id * width + k] - later[id * width + k] / moment;
                // A weight below a tenth of one correction decides nothing and takes room.
                if (Math.abs(average) >= 0.1) {
                    row[k] = (float) average;
                    useful = true;
                }
            }
            if (useful) {
                rows.put(feature, row);
            }
        });
        return rows;
    }
}
