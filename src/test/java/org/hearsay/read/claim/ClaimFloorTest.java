package org.hearsay.read.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.Floors;
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
        assertThat(score.f1()).isGreaterThanOrEqualTo(Floors.of(key + ".relaxed.f1"));
        assertThat(score.precision()).isGreaterThanOrEqualTo(Floors.of(key + ".relaxed.precision"));
        assertThat(score.strict()).isGreaterThanOrEqualTo(Floors.of(key + ".strict"));
        assertThat(score.direct()).isGreaterThanOrEqualTo(Floors.of(key + ".direct"));
    }
}
