package org.hearsay.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.Floors;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.LineModel;
import org.junit.jupiter.api.Test;

/**
 * The texts that are read with the shipped line model, and what they keep of headings and list items, on marked pages that are not in the repository; skipped where
 * HEARSAY_CORPORA does not name them. The model has learned from these pages: the floors catch a model that no longer
 * fits the program, and say nothing of pages that it has not seen.
 */
class TextFloorTest {
    private static ArticleScore score(String corpus, int every) throws IOException {
        String root = System.getenv("HEARSAY_CORPORA");
        Path folder = Path.of(root == null ? "absent" : root).resolve("article").resolve(corpus);
        assumeTrue(Files.exists(folder), "HEARSAY_CORPORA names no folder with article/" + corpus + ": not measured");
        List<ArticleCorpus.Marked> all = ArticleCorpus.read(folder);
        List<ArticleCorpus.Marked> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += every) {
            some.add(all.get(i));
        }
        try (InputStream in = Files.newInputStream(Path.of("models", LineModel.FILE))) {
            ArticleReader reader = new ArticleReader(LineModel.read(in));
            return ArticleScore.of(some, page -> reader);
        }
    }

    @Test
    void newsPagesKeepTheirTextAndHeadings() throws IOException {
        ArticleScore score = score("fundus-dev", 1);
        assertThat(score.text()).isGreaterThanOrEqualTo(Floors.of("article.fundus.text"));
        assertThat(score.headings()).isGreaterThanOrEqualTo(Floors.of("article.fundus.headings"));
    }

    @Test
    void articlesOfAllKindsKeepTheirTextHeadingsAndListItems() throws IOException {
        ArticleScore score = score("wcxb-dev", 3);
        assertThat(score.text()).isGreaterThanOrEqualTo(Floors.of("article.wcxb.text"));
        assertThat(score.headings()).isGreaterThanOrEqualTo(Floors.of("article.wcxb.headings"));
        assertThat(score.items()).isGreaterThanOrEqualTo(Floors.of("article.wcxb.items"));
    }

    @Test
    void pagesOfAllSortsAreReadableAndKeepTheirSegments() throws IOException {
        ArticleScore score = score("trafeval-dev", 6);
        assertThat(score.segments()).isGreaterThanOrEqualTo(Floors.of("article.trafeval.segments"));
        assertThat(score.read() / (double) score.pages())
                .isGreaterThanOrEqualTo(Floors.of("article.trafeval.readable"));
    }
}
