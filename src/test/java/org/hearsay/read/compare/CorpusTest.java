package org.hearsay.read.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.language.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures grouping and comparison on other people's articles and pairs, against floors that only rise. */
class CorpusTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Properties floors = new Properties();
    private Path corpora;

    @BeforeEach
    void open() throws IOException {
        String folder = System.getenv("HEARSAY_CORPORA");
        assumeTrue(folder != null && !folder.isBlank(), "HEARSAY_CORPORA is not set: nothing is measured");
        corpora = Path.of(folder, "compare");
        try (InputStream in = CorpusTest.class.getResourceAsStream("/floors.properties")) {
            floors.load(in);
        }
    }

    @Test
    void copiesOfOneWireTextAreFoundAndIndependentReportsKeptApart() throws IOException {
        Map<ArticleId, Fingerprint> articles = new TreeMap<>();
        Map<String, String> gold = new TreeMap<>();
        for (JsonNode node : lines("groups/wire/docs.dev.jsonl")) {
            articles.put(id(node), fingerprint(node, Optional.empty()));
            gold.put(node.get("id").asText(), node.get("group").asText());
        }

        SortedMap<ArticleId, GroupId> origins = new Grouping(new Comparer()).origins(articles);

        atLeast("compare.wire.f1", bCubed(gold, origins));
        Map<String, TreeSet<String>> texts = new HashMap<>();
        origins.forEach((id, group) ->
                texts.computeIfAbsent(group.text(), g -> new TreeSet<>()).add(gold.getOrDefault(id.text(), "")));
        long joined = texts.values().stream()
                .mapToLong(g -> (long) g.size() * (g.size() - 1) / 2)
                .sum();
        assertThat((double) joined)
                .as("pairs of different texts joined")
                .isLessThanOrEqualTo(number("compare.wire.joined.most"));
    }

    @Test
    void articlesOfOneEventAreOneStory() throws IOException {
        Map<ArticleId, Fingerprint> articles = new TreeMap<>();
        Map<String, String> gold = new TreeMap<>();
        for (JsonNode node : lines("groups/basil/docs.dev.jsonl")) {
            Optional<Instant> when = Optional.of(Instant.parse(node.get("date").asText() + "T12:00:00Z"));
            articles.put(id(node), fingerprint(node, when));
            gold.put(node.get("id").asText(), node.get("group").asText());
        }

        atLeast("compare.basil.f1", bCubed(gold, new Grouping(new Comparer()).stories(articles)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"numtraps", "numheadlines", "numnatural", "numslots"})
    void figuresOfOneThingDifferAndOthersDoNot(String set) throws IOException {
        int right = 0;
        int alarms = 0;
        int noConflict = 0;
        List<JsonNode> pairs = lines("pairs/" + set + "/pairs.dev.jsonl");
        for (JsonNode node : pairs) {
            Statement a = Said.that("a", node.get("a").asText(), Stance.ASSERTED, false, Optional.empty());
            Statement b = Said.that("b", node.get("b").asText(), Stance.ASSERTED, false, Optional.empty());
            String label = switch (new Comparer().relation(a, b).kind()) {
                case SAME -> "agree";
                case DIFFERS, CONTRADICTS -> "differ";
                case UNRELATED -> "unrelated";
            };
            String expected = node.get("label").asText();
            right += label.equals(expected) ? 1 : 0;
            noConflict += expected.equals("differ") ? 0 : 1;
            alarms += !expected.equals("differ") && label.equals("differ") ? 1 : 0;
        }
        atLeast("compare." + set + ".accuracy", (double) right / pairs.size());
        double alarm = (double) alarms / noConflict;
        System.out.printf(java.util.Locale.ROOT, "compare.%s.alarm %.4f%n", set, alarm);
        assertThat(alarm).as("false conflicts").isLessThanOrEqualTo(number("compare." + set + ".alarm.most"));
    }

    private void atLeast(String floor, double measured) {
        System.out.printf(java.util.Locale.ROOT, "%s %.4f%n", floor, measured);
        assertThat(measured).as(floor).isGreaterThanOrEqualTo(number(floor));
    }

    private double number(String key) {
        return Double.parseDouble(floors.getProperty(key));
    }

    private List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(corpora.resolve(file))) {
            nodes.add(JSON.readTree(line));
        }
        return nodes;
    }

    private static ArticleId id(JsonNode node) {
        return new ArticleId(node.get("id").asText());
    }

    /** Without names: only capital letters tell them here, so that the floor does not move with a model. */
    private static Fingerprint fingerprint(JsonNode node, Optional<Instant> when) {
        Optional<String> title = Optional.ofNullable(node.get("title")).map(JsonNode::asText);
        return new Comparer()
                .fingerprint(new Reading(
                        Said.article(node.get("id").asText(), node.get("text").asText(), title, when),
                        false,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    /** B-cubed F1: how pure the group of each article is, and how whole. */
    private static double bCubed(Map<String, String> gold, SortedMap<ArticleId, GroupId> found) {
        Map<String, Integer> goldSizes = new HashMap<>();
        Map<String, Integer> foundSizes = new HashMap<>();
        Map<String, Integer> bothSizes = new HashMap<>();
        found.forEach((id, group) -> {
            String right = gold.getOrDefault(id.text(), "");
            goldSizes.merge(right, 1, Integer::sum);
            foundSizes.merge(group.text(), 1, Integer::sum);
            bothSizes.merge(right + "\n" + group.text(), 1, Integer::sum);
        });
        double precision = 0;
        double recall = 0;
        for (Map.Entry<ArticleId, GroupId> entry : found.entrySet()) {
            String right = gold.getOrDefault(entry.getKey().text(), "");
            double both = bothSizes.getOrDefault(right + "\n" + entry.getValue().text(), 0);
            precision += both / foundSizes.getOrDefault(entry.getValue().text(), 1) / found.size();
            recall += both / goldSizes.getOrDefault(right, 1) / found.size();
        }
        return 2 * precision * recall / (precision + recall);
    }
}
