package org.hearsay.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hearsay.read.article.LineModel;
import org.hearsay.read.article.LineModel.Tree;
import org.hearsay.read.article.PageLines;
import org.junit.jupiter.api.Test;

class BoostingTest {
    private static final int ROWS = 3_000;

    /** Yes where exactly one of two features is large: no single question tells, two do. */
    private static boolean wanted(float[] row) {
        return row[2] > 0.5 != row[3] > 0.5;
    }

    private static float[][] rows(int seed) {
        Random random = new Random(seed);
        float[][] rows = new float[ROWS][PageLines.FEATURES];
        for (float[] row : rows) {
            for (int f = 2; f < 7; f++) {
                row[f] = random.nextFloat();
            }
        }
        return rows;
    }

    private static List<Tree> trained(float[][] rows, float[] weight) {
        boolean[] yes = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            yes[i] = wanted(rows[i]);
        }
        return new Boosting(new Boosting.Growing(200, 16, 0.03, 0.3), rows, yes, weight).trees();
    }

    private static float[] ones() {
        float[] weight = new float[ROWS];
        Arrays.fill(weight, 1);
        return weight;
    }

    @Test
    void whatTwoFeaturesTellTogetherIsLearned() {
        LineModel model = new LineModel(List.of(), trained(rows(1), ones()));
        int right = 0;
        for (float[] row : rows(2)) {
            right += model.keeps(row) == wanted(row) ? 1 : 0;
        }
        assertThat(right / (double) ROWS).isGreaterThan(0.95);
    }

    @Test
    void theSameRowsGiveTheSameTrees() {
        List<Tree> once = trained(rows(1), ones());
        List<Tree> again = trained(rows(1), ones());
        assertThat(once).hasSameSizeAs(again);
        for (int t = 0; t < once.size(); t++) {
            assertThat(once.get(t).value()).isEqualTo(again.get(t).value());
        }
    }

    @Test
    void rowsWithoutWeightTeachNothing() {
        float[] weight = ones();
        float[][] rows = rows(1);
        for (int i = 0; i < ROWS; i++) {
            weight[i] = rows[i][2] > 0.5 ? 1 : 0;
        }
        LineModel model = new LineModel(List.of(), trained(rows, weight));
        float[] unknown = new float[PageLines.FEATURES];
        unknown[3] = 0.9f;
        // Where feature 2 is large, a large feature 3 means no; that it means yes elsewhere was not to be seen.
        assertThat(model.keeps(unknown)).isFalse();
    }
}
