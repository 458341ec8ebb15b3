package org.hearsay.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.Floors;
import org.hearsay.read.language.FullReader;
import org.hearsay.read.language.LightReader;
import org.hearsay.read.language.Reader;
import org.junit.jupiter.api.Test;

/** The names of the model that ships, measured on marked text that is not a part of the repository. */
class NamesFloorTest {
    private static final Path MODELS =
            Path.of(System.getProperty("hearsay.home", ".")).resolve("models");

    @Test
    void namesOfTheFullReaderDoNotGetWorse() throws Exception {
        measure("full", FullReader.load(NamesFloorTest::open, MODELS).namesOnly());
    }

    @Test
    void namesOfTheLightReaderDoNotGetWorse() throws Exception {
        measure("light", LightReader.load(NamesFloorTest::open));
    }

    private static InputStream open(String name) throws IOException {
        return Files.newInputStream(MODELS.resolve(name));
    }

    private static void measure(String kind, Reader reader) throws IOException {
        String corpora = System.getenv("HEARSAY_CORPORA");
        assumeThat(corpora)
                .as("HEARSAY_CORPORA names the folder of corpora; without it nothing is measured")
                .isNotNull();
        List<String> table = new ArrayList<>();
        for (NamesScore.Score score : NamesScore.evaluate(Path.of(corpora, "names", "dev"), reader, table::add)) {
            double floor = Floors.of("names." + kind + "." + score.corpus());
            assertThat(100 * score.all().f1()).as("%s", table).isGreaterThanOrEqualTo(floor);
        }
    }
}
