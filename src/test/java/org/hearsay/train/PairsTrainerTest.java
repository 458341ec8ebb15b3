package org.hearsay.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
}
