package org.hearsay.keep.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.Floors;
import org.hearsay.read.language.FullReader;
import org.hearsay.read.language.SentenceVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a sentence finds the claim that was made before: other people's sentences and claims, and a floor. */
class RetrievalTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temp;

    @Test
    void anEarlierClaimIsAmongTheFirstFive() throws IOException {
        measured("knownlie-snopes", "index.snopes.map5", Optional.empty());
    }

    /** The smallest of the sets, since each of its claims goes through the encoder. */
    @Test
    void anEarlierClaimInOtherWordsIsAmongTheFirstFive() throws IOException {
        Path models = Path.of("models");
        FullReader reader = FullReader.load(name -> Files.newInputStream(models.resolve(name)), models);
        assertThat(reader.vectors()).isPresent();
        measured("knownlie-politifact", "index.politifact.vectors.map5", reader.vectors());
    }

    private void measured(String set, String floor, Optional<SentenceVectors> vectors) throws IOException {
        String folder = System.getenv("HEARSAY_CORPORA");
        assumeTrue(folder != null && !folder.isBlank(), "HEARSAY_CORPORA is not set: nothing is measured");
        Path corpus = Path.of(folder, "compare/retrieval", set);
        Map<String, Set<String>> right = new HashMap<>();
        for (JsonNode node : lines(corpus.resolve("qrels.dev.jsonl"))) {
            Set<String> ids = new HashSet<>();
            node.get("relevant").forEach(id -> ids.add(id.asText()));
            right.put(node.get("id").asText(), ids);
        }
        try (LuceneIndex index = LuceneIndex.open(temp)) {
            vectors.ifPresent(index::understand);
            List<IndexedArticle> articles = new ArrayList<>();
            for (JsonNode node : lines(corpus.resolve("docs.jsonl"))) {
                articles.add(IndexedArticles.at("https://example.org/" + articles.size())
                        .title(node.path("title").asText(""))
                        .says(node.get("id").asText(), node.get("text").asText())
                        .made());
            }
            index.replace(articles);
            index.commit();

            double sum = 0;
            List<JsonNode> queries = lines(corpus.resolve("queries.dev.jsonl"));
            for (JsonNode query : queries) {
                sum += averagePrecision(
                        index,
                        query.get("text").asText(),
                        right.get(query.get("id").asText()));
            }
            double map = sum / queries.size();
            System.out.printf(Locale.ROOT, "%s %.4f%n", floor, map);
            assertThat(map).isGreaterThanOrEqualTo(Floors.of(floor));
        }
    }

    private static double averagePrecision(LuceneIndex index, String text, Set<String> right) {
        Hits hits = index.alike(text, 5);
        int found = 0;
        double sum = 0;
        for (int i = 0; i < hits.hits().size(); i++) {
            if (right.contains(hits.hits().get(i).id())) {
                found++;
                sum += (double) found / (i + 1);
            }
        }
        return sum / Math.min(5, right.size());
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            nodes.add(JSON.readTree(line));
        }
        return nodes;
    }
}
