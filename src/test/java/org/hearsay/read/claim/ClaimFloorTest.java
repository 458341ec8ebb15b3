package org.hearsay.read.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.hearsay.read.language.Reader;
import org.junit.jupiter.api.Test;

/** Scores on marked news articles that are not in the repository; skipped where HEARSAY_CORPORA does not name them. */
final class ClaimFloorTest {
    @Test
    void attributionsOfNewsArticlesStayAboveTheirFloor() throws IOException {
        hold("claim.polnear", Texts.READER);
    }

    @Test
    void attributionsOfNewsArticlesStayAboveTheirFloorWithTheEncoder() throws IOException {
        assumeTrue(Polnear.corpora().isPresent(), "HEARSAY_CORPORA names no folder: not measured");
        hold("claim.polnear.full", Texts.full());
    }

    private static void hold(String key, Reader reader) throws IOException {
        Path file = Polnear.corpora()
                .map(p -> p.resolve("claims/polnear.dev.jsonl"))
                .orElse(Path.of("absent"));
        assumeTrue(Files.exists(file), "HEARSAY_CORPORA names no folder with claims/polnear.dev.jsonl: not measured");
        List<Polnear.Document> documents = Polnear.read(file);
        ClaimFinder finder = new ClaimFinder();
        List<List<Polnear.Marked>> found = new ArrayList<>();
        for (Polnear.Document document : documents) {
            found.add(Polnear.of(finder.claimsIn(reader.read(Texts.article(document.text())))));
        }
        Polnear.Score score = Polnear.score(documents, found);
        System.out.println(key + " " + score);
        Properties floors = floors();
        assertThat(score.f1()).isGreaterThanOrEqualTo(floor(floors, key + ".relaxed.f1"));
        assertThat(score.precision()).isGreaterThanOrEqualTo(floor(floors, key + ".relaxed.precision"));
        assertThat(score.strict()).isGreaterThanOrEqualTo(floor(floors, key + ".strict"));
        assertThat(score.direct()).isGreaterThanOrEqualTo(floor(floors, key + ".direct"));
    }

    private static double floor(Properties floors, String key) {
        return Double.parseDouble(floors.getProperty(key));
    }

    private static Properties floors() throws IOException {
        Properties floors = new Properties();
        try (InputStream in = ClaimFloorTest.class.getResourceAsStream("/floors.properties")) {
            floors.load(in);
        }
        return floors;
    }
}
