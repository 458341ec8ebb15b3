package org.hearsay.read.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.hearsay.read.article.LineModel.Glance;
import org.hearsay.read.article.LineModel.Tree;
import org.junit.jupiter.api.Test;

class LineModelTest {
    /** Lines with more than two of feature 2 are text, of others those that the rules keep and that have feature 3. */
    private static final List<Tree> TREES = List.of(
            new Tree(new short[] {2, -1, -1}, new float[] {2, -1, 1}, new short[] {1, 0, 0}),
            new Tree(new short[] {3, -1, -1}, new float[] {0, 0, 0.875f}, new short[] {1, 0, 0}));
    /** Lines without feature 4 are no text at first sight, those with two of it are text. */
    private static final Tree GLANCE =
            new Tree(new short[] {4, -1, 4, -1, -1}, new float[] {0, -4, 1, 1, 4}, new short[] {1, 0, 3, 0, 0});

    private static final LineModel MODEL = new LineModel(List.of(GLANCE), TREES);

    private static float[] row(float... first) {
        return row(Line.Kind.TEXT, first);
    }

    private static float[] row(Line.Kind kind, float... first) {
        float[] row = Arrays.copyOf(first, PageLines.FEATURES);
        row[PageLines.KIND] = kind.ordinal();
        return row;
    }

    private static byte[] bytes(LineModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    @Test
    void treesAreAddedUpAndTheRulesHaveTheBenefitOfTheDoubt() {
        assertThat(MODEL.keeps(row(0, 0, 3))).isTrue();
        assertThat(MODEL.keeps(row(0, 0, 2))).isFalse();
        assertThat(MODEL.keeps(row(0, 0, 2, 1))).isFalse();
        assertThat(MODEL.keeps(row(1, 0, 2, 1))).isTrue();
    }

    @Test
    void aHeadingNeedsToBeLessLikelyTextThanALineAndAnItemStillLess() {
        assertThat(MODEL.keeps(row(Line.Kind.HEADING, 0, 0, 2, 1))).isTrue();
        assertThat(MODEL.keeps(row(Line.Kind.HEADING, 1, 0, 2))).isFalse();
        assertThat(MODEL.keeps(row(Line.Kind.ITEM, 0, 0, 2))).isTrue();
    }

    @Test
    void whatItsWordsExcludeNoTreeBringsBack() {
        assertThat(MODEL.keeps(row(0, 1, 3, 1))).isFalse();
    }

    @Test
    void whatTheFirstTreesAreSureOfIsNotLeftOpen() {
        assertThat(MODEL.glance(row(0, 0, 3, 0, 0))).isEqualTo(Glance.NO_TEXT);
        assertThat(MODEL.glance(row(0, 0, 3, 0, 1))).isEqualTo(Glance.OPEN);
        assertThat(MODEL.glance(row(0, 0, 3, 0, 2))).isEqualTo(Glance.TEXT);
        assertThat(MODEL.glance(row(0, 1, 3, 0, 2))).isEqualTo(Glance.NO_TEXT);
    }

    @Test
    void treesThatGlanceMayNotAskForWhatIsNotAtHand() throws IOException {
        short late = (short) PageLines.AT_HAND;
        Tree reads = new Tree(new short[] {late, -1, -1}, new float[] {2, -1, 1}, new short[] {1, 0, 0});
        byte[] written = bytes(new LineModel(List.of(reads), TREES));
        assertThatThrownBy(() -> LineModel.read(new ByteArrayInputStream(written)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aModelIsReadAsItWasWritten() throws IOException {
        byte[] written = bytes(MODEL);
        LineModel again = LineModel.read(new ByteArrayInputStream(written));
        assertThat(again.keeps(row(0, 0, 3))).isTrue();
        assertThat(again.keeps(row(0, 0, 2))).isFalse();
        assertThat(again.glance(row(0, 0, 3, 0, 2))).isEqualTo(Glance.TEXT);
        assertThat(bytes(again)).isEqualTo(written);
    }

    @Test
    void aDamagedFileIsRefusedWhereverItIsCut() throws IOException {
        byte[] whole = bytes(MODEL);
        for (int cut = 0; cut < whole.length; cut++) {
            byte[] part = Arrays.copyOf(whole, cut);
            assertThatThrownBy(() -> LineModel.read(new ByteArrayInputStream(part)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aTreeThatLeadsNowhereIsRefused() throws IOException {
        Tree endless = new Tree(new short[] {2, -1, -1}, new float[] {2, -1, 1}, new short[] {0, 0, 0});
        byte[] written = bytes(new LineModel(List.of(), List.of(endless)));
        assertThatThrownBy(() -> LineModel.read(new ByteArrayInputStream(written)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aModelForOtherFeaturesSaysWhatToDo() throws IOException {
        byte[] written = bytes(MODEL);
        written[7]++;
        assertThatThrownBy(() -> LineModel.read(new ByteArrayInputStream(written)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("hearsay train article");
    }
}
