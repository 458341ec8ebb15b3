package org.hearsay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.hearsay.Floors;
import org.hearsay.read.article.Article;
import org.hearsay.read.compare.Comparer;
import org.hearsay.read.compare.Fingerprint;
import org.hearsay.read.language.FullReader;
import org.hearsay.read.language.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Stories of other people's reports, filed in three orders. Those that are known by their vectors as well take minutes and
 * run with {@code -Dhearsay.test.stories=full}.
 */
class StoryArrivalTest {
    private static final int SETTLED_EVERY = 20;
    private static final int ORDERS = 3;

    @TempDir
    Path folder;

    private final Map<String, String> gold = new TreeMap<>();

    private record Report(Article article, Fingerprint fingerprint) {}

    @Test
    void storiesDependLittleOnTheOrderInWhichReportsCame() throws IOException {
        List<Double> scores = inThreeOrders("basil", reports("basil", new Comparer(), FiledStories::bare));
        assertThat(Collections.min(scores)).isGreaterThanOrEqualTo(Floors.of("compare.basil.arrived.f1"));
        assertAlike(scores);
    }

    @ParameterizedTest
    @ValueSource(strings = {"basil", "ecb", "uci"})
    void neitherDoThoseThatAreKnownByWordsAndMeaning(String set) throws IOException {
        assumeTrue("full".equals(System.getProperty("hearsay.test.stories")), "-Dhearsay.test.stories is not full");
        Path models = Path.of("models");
        FullReader reader = FullReader.load(name -> Files.newInputStream(models.resolve(name)), models);
        Comparer comparer = new Comparer().understanding(reader.vectors());
        assertAlike(inThreeOrders(set, reports(set, comparer, reader::read)));
    }

    private static void assertAlike(List<Double> scores) {
        assertThat(Collections.max(scores) - Collections.min(scores))
                .as("what the order of arrival changes")
                .isLessThan(0.02);
    }

    private interface Understanding {
        Reading of(Article article);
    }

    private List<Report> reports(String set, Comparer comparer, Understanding reader) throws IOException {
        String corpora = System.getenv("HEARSAY_CORPORA");
        assumeTrue(corpora != null && !corpora.isBlank(), "HEARSAY_CORPORA is not set: nothing is measured");
        List<Report> reports = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(corpora, "compare/groups/" + set + "/docs.dev.jsonl"))) {
            JsonNode doc = new ObjectMapper().readTree(line);
            Article article = FiledStories.article(
                    doc.get("id").asText(),
                    doc.path("title").asText(),
                    doc.path("text").asText(),
                    published(doc));
            reports.add(new Report(article, comparer.fingerprint(reader.of(article))));
            gold.put(article.id().text(), doc.get("group").asText());
        }
        return reports;
    }

    private static Optional<Instant> published(JsonNode doc) {
        if (doc.has("time")) {
            return Optional.of(Instant.ofEpochMilli(doc.get("time").asLong()));
        }
        return doc.has("date") ? Optional.of(Instant.parse(doc.get("date").asText() + "T12:00:00Z")) : Optional.empty();
    }

    private List<Double> inThreeOrders(String set, List<Report> reports) {
        List<Double> scores = new ArrayList<>();
        for (int seed = 0; seed < ORDERS; seed++) {
            List<Report> shuffled = new ArrayList<>(reports);
            Collections.shuffle(shuffled, new Random(seed));
            try (FiledStories stories = new FiledStories(folder.resolve(set + seed))) {
                int filed = 0;
                for (Report report : shuffled) {
                    stories.file(report.article(), report.fingerprint());
                    if (++filed % SETTLED_EVERY == 0) {
                        stories.catchUp();
                    }
                }
                stories.catchUp();
                double f1 = bCubed(gold, stories.partition());
                System.out.printf(Locale.ROOT, "compare.%s.arrived.f1 %.4f%n", set, f1);
                scores.add(f1);
            }
        }
        return scores;
    }

    /** How pure the story of each article is, and how whole. */
    private static double bCubed(Map<String, String> gold, Set<Set<String>> stories) {
        Map<String, Integer> sizes = new HashMap<>();
        gold.values().forEach(group -> sizes.merge(group, 1, Integer::sum));
        double precision = 0;
        double recall = 0;
        for (Set<String> story : stories) {
            Map<String, Integer> both = new HashMap<>();
            story.forEach(id -> both.merge(gold.getOrDefault(id, ""), 1, Integer::sum));
            for (Map.Entry<String, Integer> part : both.entrySet()) {
                double square = (double) part.getValue() * part.getValue();
                precision += square / story.size() / gold.size();
                recall += square / sizes.getOrDefault(part.getKey(), 1) / gold.size();
            }
        }
        return 2 * precision * recall / (precision + recall);
    }
}
