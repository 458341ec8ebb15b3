package org.hearsay.read.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearsay.Floors;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.language.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures grouping and comparison on other people's articles and pairs, against floors that only rise. */
class CorpusTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Comparer COMPARER = new Comparer();
    private Path corpora;

    @BeforeEach
    void open() throws IOException {
        String folder = System.getenv("HEARSAY_CORPORA");
        assumeTrue(folder != null && !folder.isBlank(), "HEARSAY_CORPORA is not set: nothing is measured");
        corpora = Path.of(folder, "compare");
    }

    @Test
    void copiesOfOneWireTextAreFoundAndIndependentReportsKeptApart() throws IOException {
        Map<ArticleId, Fingerprint> articles = new TreeMap<>();
        Map<String, String> gold = new TreeMap<>();
        for (JsonNode node : lines("groups/wire/docs.dev.jsonl")) {
            articles.put(id(node), fingerprint(node, Optional.empty()));
            gold.put(node.get("id").asText(), node.get("group").asText());
        }

        SortedMap<ArticleId, GroupId> origins = new Grouping().origins(articles);

        atLeast("compare.wire.f1", bCubed(gold, origins));
        Map<String, TreeSet<String>> texts = new HashMap<>();
        origins.forEach((id, group) ->
                texts.computeIfAbsent(group.text(), g -> new TreeSet<>()).add(gold.getOrDefault(id.text(), "")));
        long joined = texts.values().stream()
                .mapToLong(g -> (long) g.size() * (g.size() - 1) / 2)
                .sum();
        assertThat((double) joined)
                .as("pairs of different texts joined")
                .isLessThanOrEqualTo(Floors.of("compare.wire.joined.most"));
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

        atLeast("compare.basil.f1", bCubed(gold, new Grouping().stories(articles)));
    }

    /**
     * The model was grown on these pairs among others, so the floors only guard against a loss; how good it is on pairs it
     * has not seen is in src/docs/comparison.md.
     */
    @ParameterizedTest
    @ValueSource(strings = {"numtraps", "numheadlines", "numnatural", "numslots", "msr", "sick", "feversym"})
    void pairsPutSideBySideAreJudged(String set) throws IOException {
        List<JsonNode> pairs = lines("pairs/" + set + "/pairs.dev.jsonl");
        Judged judged = new Judged();
        for (JsonNode node : pairs.subList(0, Math.min(200, pairs.size()))) {
            judged.add(
                    node.get("label").asText().replace("contradict", "differ"),
                    COMPARER.judged(
                            Said.given("a", node.get("a").asText()),
                            Said.given("b", node.get("b").asText())));
        }
        atLeast("compare." + set + ".macro", judged.macro());
    }

    /** What is kept of claims without anybody asking is said with more care: no model, and silence where slots are empty. */
    @ParameterizedTest
    @ValueSource(strings = {"numtraps", "numheadlines", "numnatural", "numslots"})
    void noConflictIsMadeOfFiguresOfOtherThings(String set) throws IOException {
        Judged judged = new Judged();
        for (JsonNode node : lines("pairs/" + set + "/pairs.dev.jsonl")) {
            Relation relation = COMPARER.relation(
                    Said.given("a", node.get("a").asText()),
                    Said.given("b", node.get("b").asText()));
            boolean amounts = relation.differences().stream().anyMatch(Difference.Amount.class::isInstance);
            judged.add(
                    node.get("label").asText(),
                    amounts ? relation : new Relation(Relation.Kind.UNRELATED, 0, List.of(), List.of()));
        }
        System.out.printf(java.util.Locale.ROOT, "compare.%s.alarm %.4f%n", set, judged.alarms());
        assertThat(judged.alarms())
                .as("false conflicts")
                .isLessThanOrEqualTo(Floors.of("compare." + set + ".alarm.most"));
    }

    /** Every second pair of our own table; the model was grown on the others. */
    @Test
    void thePairsOfOurOwnTableAreJudged() throws IOException {
        Judged judged = new Judged();
        Judged careful = new Judged();
        int number = 0;
        for (TablePair pair : TablePair.all()) {
            if (number++ % 2 == 1) {
                Statement a = Said.given("a", pair.a());
                Statement b = Said.given("b", pair.b());
                judged.add(pair.label(), COMPARER.judged(a, b));
                careful.add(pair.label(), COMPARER.relation(a, b));
            }
        }
        assertThat(number).isGreaterThanOrEqualTo(150);
        atLeast("compare.table.macro", judged.macro());
        atLeast("compare.table.careful.macro", careful.macro());
        assertThat(careful.alarms()).isLessThanOrEqualTo(Floors.of("compare.table.alarm.most"));
    }

    /** What was said of pairs, against what they are. */
    private static final class Judged {
        private final Map<String, Integer> counts = new HashMap<>();

        void add(String expected, Relation relation) {
            String label = switch (relation.kind()) {
                case SAME -> "agree";
                case DIFFERS, CONTRADICTS -> "differ";
                case UNRELATED -> "unrelated";
            };
            counts.merge(expected + ">" + label, 1, Integer::sum);
        }

        private int count(String expected, String label) {
            return counts.entrySet().stream()
                    .filter(e -> (expected.isEmpty() || e.getKey().startsWith(expected + ">"))
                            && (label.isEmpty() || e.getKey().endsWith(">" + label)))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        /** Mean of the F1 of the labels that the pairs have. */
        double macro() {
            double sum = 0;
            int labels = 0;
            for (String label : List.of("agree", "differ", "unrelated")) {
                if (count(label, "") > 0) {
                    labels++;
                    sum += 2.0 * count(label, label) / (count(label, "") + count("", label));
                }
            }
            return sum / labels;
        }

        /** Share of the pairs without a conflict that are called one. */
        double alarms() {
            int calm = count("agree", "") + count("unrelated", "");
            return (double) (count("agree", "differ") + count("unrelated", "differ")) / calm;
        }
    }

    private void atLeast(String floor, double measured) {
        System.out.printf(java.util.Locale.ROOT, "%s %.4f%n", floor, measured);
        assertThat(measured).as(floor).isGreaterThanOrEqualTo(Floors.of(floor));
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
