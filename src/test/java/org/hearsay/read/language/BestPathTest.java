package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BestPathTest {
    private static final float SURE = -0.01f;
    private static final float NEVER = -9;

    @Test
    void aContinuationNeedsItsBeginning() {
        // The second word alone would be the end of another kind.
        float[][] scores = {{NEVER, SURE, NEVER, NEVER, NEVER}, {NEVER, NEVER, -1, NEVER, SURE}};
        assertThat(BestPath.runs(scores, 0))
                .extracting(run -> run.from() + "-" + run.to() + " " + run.kind())
                .containsExactly("0-2 0");
    }

    @Test
    void twoNamesMayTouch() {
        float[][] scores = {{NEVER, SURE, NEVER}, {NEVER, SURE, NEVER}, {NEVER, NEVER, SURE}};
        assertThat(BestPath.runs(scores, 0))
                .extracting(run -> run.from() + "-" + run.to())
                .containsExactly("0-1", "1-3");
    }

    @Test
    void lessForNothingFindsMore() {
        float[][] scores = {{-0.5f, -0.95f, NEVER}};
        assertThat(BestPath.runs(scores, 0)).isEmpty();
        assertThat(BestPath.runs(scores, -0.7f).getFirst().confidence()).isBetween(0.38, 0.4);
    }

    @Test
    void noWordsHaveNoRuns() {
        assertThat(BestPath.runs(new float[0][], 0)).isEmpty();
    }

    @Test
    void noOtherSequenceIsBetter() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            float[][] scores = new float[5][5];
            for (float[] row : scores) {
                for (int tag = 0; tag < row.length; tag++) {
                    row[tag] = -random.nextFloat() * 4;
                }
            }
            double best = best(scores, 0, 0);
            assertThat(score(scores, BestPath.runs(scores, 0))).isCloseTo(best, within(1e-4));
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double far) {
        return org.assertj.core.data.Offset.offset(far);
    }

    private static double best(float[][] scores, int word, int before) {
        if (word == scores.length) {
            return 0;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int tag = 0; tag < 5; tag++) {
            boolean allowed = tag % 2 == 1 || tag == 0 || before == tag || before == tag - 1;
            if (allowed) {
                best = Math.max(best, scores[word][tag] + best(scores, word + 1, tag));
            }
        }
        return best;
    }

    private static double score(float[][] scores, List<BestPath.Run> runs) {
        int[] tags = new int[scores.length];
        for (BestPath.Run run : runs) {
            for (int i = run.from(); i < run.to(); i++) {
                tags[i] = 2 * run.kind() + (i == run.from() ? 1 : 2);
            }
        }
        double sum = 0;
        for (int i = 0; i < tags.length; i++) {
            sum += scores[i][tags[i]];
        }
        return sum;
    }
}
