package org.hearsay.read.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/**
 * The weights of {@link OfferSign}, fitted again from proposals that were judged by eye. The rows hold where a proposal was
 * found, whether it is one, and its signs; none holds its words. {@code claims.md} tells where they come from.
 */
final class OfferSignTest {
    private static final Path JUDGED = Path.of("src/test/resources/claim/proposals-judged.txt");

    /** How far from nothing a weight may go: so few rows would believe in chance. */
    private static final double TIGHT = 2;

    private static final int PARTS = 10;
    private static final double[] BANDS = {0, 0.6, 0.8, 0.9, 1.01};

    private record Row(String text, boolean right, Set<OfferSign> signs) {}

    @Test
    void theWeightsAreThoseOfTheJudgedProposals() throws IOException {
        double[] fitted = fitted(rows(), i -> true);

        assertThat(OfferSign.BASE).isCloseTo(fitted[0], within(0.006));
        for (OfferSign sign : OfferSign.values()) {
            assertThat(sign.weight).as(sign.name()).isCloseTo(fitted[sign.ordinal() + 1], within(0.006));
        }
    }

    @Test
    void theMoreLikelyItIsSaidToBeTheMoreOftenItIsOneInTextsThatNothingWasLearnedFrom() throws IOException {
        List<Row> rows = rows();
        List<String> texts = rows.stream().map(Row::text).distinct().sorted().toList();
        double[] right = new double[BANDS.length - 1];
        double[] told = new double[BANDS.length - 1];
        int[] found = new int[BANDS.length - 1];
        for (int part = 0; part < PARTS; part++) {
            int out = part;
            IntPredicate learned = i -> texts.indexOf(rows.get(i).text()) % PARTS != out;
            double[] weights = fitted(rows, learned);
            for (int i = 0; i < rows.size(); i++) {
                if (learned.test(i)) {
                    continue;
                }
                double share = share(weights, rows.get(i).signs());
                int band = BANDS.length - 2;
                while (share < BANDS[band]) {
                    band--;
                }
                found[band]++;
                told[band] += share;
                right[band] += rows.get(i).right() ? 1 : 0;
            }
        }
        for (int band = 0; band < found.length; band++) {
            right[band] /= found[band];
            told[band] /= found[band];
            System.out.printf(
                    Locale.ROOT,
                    "from %.1f: told %.2f, right %.2f of %d%n",
                    BANDS[band],
                    told[band],
                    right[band],
                    found[band]);
        }
        for (int band = 0; band < found.length; band++) {
            assertThat(right[band]).isCloseTo(told[band], within(found[band] < 20 ? 0.3 : 0.05));
            assertThat(right[band]).isGreaterThan(band == 0 ? 0 : right[band - 1]);
        }
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(JUDGED)) {
            if (!line.startsWith("#")) {
                String[] columns = line.split(" \\| ", -1);
                Set<OfferSign> signs = EnumSet.noneOf(OfferSign.class);
                for (String sign : columns[2].split(" ")) {
                    if (!sign.isEmpty()) {
                        signs.add(OfferSign.valueOf(sign));
                    }
                }
                rows.add(new Row(columns[0], columns[1].equals("right"), signs));
            }
        }
        return rows;
    }

    private static double share(double[] weights, Set<OfferSign> signs) {
        double odds = weights[0];
        for (OfferSign sign : signs) {
            odds += weights[sign.ordinal() + 1];
        }
        return 1 / (1 + Math.exp(-odds));
    }

    /** Newton's steps to the likeliest weights under a pull towards nothing; the first of them is what stands without a sign. */
    private static double[] fitted(List<Row> rows, IntPredicate learned) {
        int size = OfferSign.values().length + 1;
        double[] weights = new double[size];
        for (int step = 0; step < 25; step++) {
            double[][] slopes = new double[size][size + 1];
            for (int k = 0; k < size; k++) {
                double pull = k == 0 ? 0.001 : TIGHT;
                slopes[k][k] = pull;
                slopes[k][size] = pull * weights[k];
            }
            for (int i = 0; i < rows.size(); i++) {
                if (learned.test(i)) {
                    add(rows.get(i), weights, slopes);
                }
            }
            double[] move = solved(slopes);
            for (int k = 0; k < size; k++) {
                weights[k] -= move[k];
            }
        }
        return weights;
    }

    private static void add(Row row, double[] weights, double[][] slopes) {
        int size = weights.length;
        double share = share(weights, row.signs());
        List<Integer> set = new ArrayList<>(List.of(0));
        row.signs().forEach(sign -> set.add(sign.ordinal() + 1));
        for (int k : set) {
            slopes[k][size] += share - (row.right() ? 1 : 0);
            for (int j : set) {
                slopes[k][j] += share * (1 - share);
            }
        }
    }

    /** Gauss's elimination; the matrix is positive definite, so that no row need change its place. */
    private static double[] solved(double[][] rows) {
        int size = rows.length;
        for (int k = 0; k < size; k++) {
            for (int i = 0; i < size; i++) {
                double factor = i == k ? 0 : rows[i][k] / rows[k][k];
                for (int j = k; j <= size && factor != 0; j++) {
                    rows[i][j] -= factor * rows[k][j];
                }
            }
        }
        double[] solution = new double[size];
        for (int k = 0; k < size; k++) {
            solution[k] = rows[k][size] / rows[k][k];
        }
        return solution;
    }
}
