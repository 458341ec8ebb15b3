package org.hearsay.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.hearsay.read.language.LightReader;
import org.junit.jupiter.api.Test;

/** The names of the model that ships, measured on marked text that is not a part of the repository. */
class NamesFloorTest {
    @Test
    void namesDoNotGetWorse() throws Exception {
        String corpora = System.getenv("HEARSAY_CORPORA");
        assumeThat(corpora)
                .as("HEARSAY_CORPORA names the folder of corpora; without it nothing is measured")
                .isNotNull();
        Properties floors = new Properties();
        try (InputStream in = NamesFloorTest.class.getResourceAsStream("/floors.properties")) {
            floors.load(in);
        }
        Path models = Path.of(System.getProperty("hearsay.home", ".")).resolve("models");
        LightReader reader = LightReader.load(name -> Files.newInputStream(models.resolve(name)));
        List<String> table = new ArrayList<>();
        for (NamesScore.Score score : NamesScore.evaluate(Path.of(corpora, "names", "dev"), reader, table::add)) {
            double floor = Double.parseDouble(floors.getProperty("names.light." + score.corpus()));
            assertThat(100 * score.all().f1()).as("%s", table).isGreaterThanOrEqualTo(floor);
        }
    }
}
