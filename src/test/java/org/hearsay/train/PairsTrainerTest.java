package org.hearsay.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.compare.PairJudge;
import org.hearsay.read.language.LightReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairsTrainerTest {
    @Test
    void aFolderWithoutMarkedPairsMakesNoModel(@TempDir Path folder) throws IOException {
        LightReader reader =
                LightReader.load(name -> Files.newInputStream(Path.of("models").resolve(name)));
        Path out = folder.resolve("pairs.txt");

        assertThatThrownBy(() -> PairsTrainer.train(folder, Optional.empty(), out, reader, said -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none of the folders [msr,")
                .hasMessageContaining(folder.toString());
        assertThat(out).doesNotExist();
    }

    @Test
    void whereWordsHaveVectorsTheTreesAskHowTheyLie() throws IOException {
        List<PairsTrainer.Row> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            boolean near = i % 2 == 0;
            rows.add(new PairsTrainer.Row("sick", "", "", 0, features(near ? 0.9f : 0.2f), near ? 0 : 2));
        }

        PairJudge judge =
                PairJudge.read(new ByteArrayInputStream(PairTrees.grow(rows).getBytes(StandardCharsets.UTF_8)));

        assertThat(judge.odds(features(0.9f))[0]).isGreaterThan(0.8);
        assertThat(judge.odds(features(0.2f))[2]).isGreaterThan(0.8);
        assertThat(judge.odds(PairJudge.withoutPartners(features(0.9f)))[0])
                .as("nothing else tells these captions apart")
                .isBetween(0.3, 0.7);
    }

    /** Of captions whose words lie so near to each other. */
    private static float[] features(float near) {
        float[] plain = PairJudge.withoutPartners(new float[0]);
        float[] features = Arrays.copyOf(plain, plain.length + 1);
        features[plain.length] = near;
        return features;
    }
}
