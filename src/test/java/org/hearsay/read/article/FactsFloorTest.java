package org.hearsay.read.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hearsay.Floors;
import org.junit.jupiter.api.Test;

/**
 * Titles, days and authors on marked pages that are not in the repository; skipped where HEARSAY_CORPORA does not name
 * them. A title counts if it has the same words, a day if it is the marked one in the publisher's zone or in UTC, authors
 * if they are the same set of names.
 */
class FactsFloorTest {
    /** Right answers among the pages for which the answer is marked. */
    private static final class Share {
        private int right;
        private int marked;

        void add(boolean isRight) {
            marked++;
            right += isRight ? 1 : 0;
        }

        double value() {
            return right / (double) marked;
        }
    }

    @Test
    void factsOfNewsPagesStayAboveTheirFloors() throws IOException {
        check("fundus", "fundus-dev", 1);
    }

    @Test
    void factsOfArticlesOfAllKindsStayAboveTheirFloors() throws IOException {
        check("wcxb", "wcxb-dev", 4);
    }

    @Test
    void factsOfPagesInManyLanguagesStayAboveTheirFloors() throws IOException {
        check("trafeval", "trafeval-dev", 7);
    }

    private static void check(String name, String corpus, int every) throws IOException {
        Share titles = new Share();
        Share days = new Share();
        Share authors = new Share();
        for (MarkedPages.Marked page : MarkedPages.pages(corpus, every)) {
            Extraction extraction = new ArticleReader().read(ExtractList.page(page.url(), page.html()), Hints.NONE);
            JsonNode gold = page.gold();
            List<Article> read = extraction instanceof Extraction.Readable r ? List.of(r.article()) : List.of();
            if (!gold.path("title").asText().isEmpty()) {
                titles.add(read.stream()
                        .flatMap(a -> a.title().stream())
                        .anyMatch(t -> key(t).equals(key(gold.path("title").asText()))));
            }
            if (gold.path("published").asText().length() >= 10) {
                String day = gold.path("published").asText().substring(0, 10);
                days.add(read.stream().flatMap(a -> a.published().stream()).anyMatch(d -> days(d).contains(day)));
            }
            if (!gold.path("authors").isEmpty()) {
                Set<String> marked = new HashSet<>();
                gold.path("authors").forEach(a -> marked.add(key(a.asText())));
                Set<String> own = new HashSet<>();
                read.forEach(a -> a.authors().forEach(n -> own.add(key(n))));
                authors.add(own.equals(marked));
            }
        }
        assertThat(titles.value()).isGreaterThanOrEqualTo(Floors.of("article." + name + ".titles"));
        assertThat(days.value()).isGreaterThanOrEqualTo(Floors.of("article." + name + ".days"));
        assertThat(authors.value()).isGreaterThanOrEqualTo(Floors.of("article." + name + ".authors"));
    }

    private static List<String> days(Dated date) {
        List<String> days = new ArrayList<>();
        days.add(date.toString().substring(0, 10));
        days.add(date.earliest().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        return days;
    }

    private static String key(String text) {
        return Normalizer.normalize(MarkedPages.plain(text), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\p{M}]+", " ")
                .strip();
    }
}
