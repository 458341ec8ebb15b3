package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {
    private static final String FIRE =
            "A fire damaged the tile works at Brennick on Tuesday night and three workers were"
                    + " taken to hospital. The company said that its kilns would stand still for a month. Nobody could say on"
                    + " Wednesday how the fire had started, and the police were still looking through the ruins of the"
                    + " drying hall.";

    @TempDir
    private Path folder;

    @Test
    void copiesHaveOneOriginAndEveryLineIsAnswered() throws Exception {
        Path in = Files.write(
                folder.resolve("in.jsonl"),
                List.of(
                        article("agency", "Fire at Brennick tile works", FIRE),
                        article("copy", "Tile works burn", FIRE + " It was the second fire there in ten years."),
                        article("other", "Council votes on a new bridge", "The council of Lindsay voted for a bridge."),
                        article("empty", "", ""),
                        article("word", "Yes", "Yes"),
                        article("figures", "12", "12 34 56 78 90 12 34")));

        Map<String, JsonNode> answers = run(0, "--articles", in);

        assertThat(answers).containsOnlyKeys("agency", "copy", "other", "empty", "word", "figures");
        assertThat(answers.get("copy").get("origin"))
                .isEqualTo(answers.get("agency").get("origin"));
        assertThat(answers.get("copy").get("story"))
                .isEqualTo(answers.get("agency").get("story"));
        assertThat(answers.get("other").get("origin"))
                .isNotEqualTo(answers.get("agency").get("origin"));
        assertThat(answers.get("other").get("story"))
                .isNotEqualTo(answers.get("agency").get("story"));
        assertThat(answers.get("empty").get("story"))
                .isNotEqualTo(answers.get("word").get("story"));
    }

    @Test
    void tenThousandCopiesOfATextAreReadOnceAndOddOnesBesideThem() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            lines.add(line("c" + i, "Paper " + i % 7, "2026-11-" + (10 + i % 9), FIRE));
        }
        lines.add(line("ahead", "The Post", "2999-01-01", FIRE));
        lines.add("{\"id\":\"undated\",\"text\":\"" + FIRE + "\"}");
        lines.add(line("retouched", "The Post", "2026-11-18", FIRE.replace("three", "four")));
        lines.add(line("empty", "The Post", "2026-11-18", ""));
        lines.add(line("empty too", "The Post", "2026-11-18", ""));
        lines.add(line("word", "The Post", "2026-11-18", "Yes"));
        lines.add(line("numbers", "The Post", "2026-11-18", "12 3456 78 90 ".repeat(500)));
        lines.add(line("endless", "The Post", "2026-11-18", "word ".repeat(50_000)));
        Path in = Files.write(folder.resolve("in.jsonl"), lines);

        Map<String, JsonNode> answers = run(0, "--articles", in);

        assertThat(answers).hasSize(lines.size());
        List<String> alone = List.of("empty", "empty too", "word", "numbers", "endless");
        answers.forEach((id, answer) ->
                assertThat(answer.get("origin").asText()).as(id).isEqualTo(alone.contains(id) ? id : "ahead"));
    }

    @Test
    void pairsAreRelated() throws Exception {
        Path in = Files.write(
                folder.resolve("in.jsonl"),
                List.of(
                        pair(
                                "amount",
                                "The flood damaged 20 houses in Brennick.",
                                "The flood damaged 60 houses in Brennick."),
                        pair(
                                "same",
                                "The flood damaged 20 houses in Brennick.",
                                "In Brennick 20 houses were damaged by the flood."),
                        pair(
                                "denied",
                                "The company sold the drones to the army.",
                                "The company did not sell the drones to the army."),
                        pair("other", "The flood damaged 20 houses.", "The bank cut 400 jobs."),
                        pair("nothing", "", "The bank cut 400 jobs."),
                        pair("long", "The bank cut jobs. ".repeat(4000), "The bank cut 400 jobs.")));

        Map<String, JsonNode> answers = run(0, "--pairs", in);

        assertThat(answers.get("amount").get("relation").asText()).isEqualTo("differs");
        assertThat(answers.get("same").get("relation").asText()).isEqualTo("same");
        assertThat(answers.get("denied").get("relation").asText()).isEqualTo("contradicts");
        assertThat(answers.get("other").get("relation").asText()).isEqualTo("unrelated");
        assertThat(answers.get("nothing").get("relation").asText()).isEqualTo("unrelated");
        assertThat(answers).containsKey("long");
        assertThat(answers.values()).allSatisfy(answer -> {
            assertThat(answer.get("why")).isNotEmpty();
            assertThat(answer.get("score").asDouble()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void aBadLineIsPassedOverAndSaid() throws Exception {
        Path in = Files.write(
                folder.resolve("in.jsonl"),
                List.of("{\"id\":\"1\",\"a\":\"One.\"}", "no json", pair("good", "It rained.", "It snowed.")));

        assertThat(run(Stop.IN_PART, "--pairs", in)).containsOnlyKeys("good");
    }

    @Test
    void whatToCompareIsAskedForOnce() {
        assertThat(Main.run("compare")).isEqualTo(Stop.USAGE);
        assertThat(Main.run("compare", "offer", "--claim", "x")).isEqualTo(Stop.USAGE);
        assertThat(Main.run("compare", "--pairs", folder.resolve("none").toString()))
                .isEqualTo(Stop.USAGE);
    }

    private Map<String, JsonNode> run(int code, String form, Path in) throws IOException {
        Path out = folder.resolve("out.jsonl");
        assertThat(Main.run("compare", form, in.toString(), "--out", out.toString()))
                .isEqualTo(code);
        Map<String, JsonNode> answers = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (JsonNode answer : NewsroomRun.lines(Files.readString(out))) {
            answers.put(answer.get("id").asText(), answer);
            ids.add(answer.get("id").asText());
        }
        assertThat(ids).doesNotHaveDuplicates();
        return answers;
    }

    private static String article(String id, String title, String text) {
        return String.format(
                java.util.Locale.ROOT,
                "{\"id\":\"%s\",\"title\":\"%s\",\"outlet\":\"The Post\",\"published\":\"2026-11-18\",\"text\":\"%s\"}",
                id,
                title,
                text);
    }

    private static String line(String id, String outlet, String published, String text) {
        return String.format(
                java.util.Locale.ROOT,
                "{\"id\":\"%s\",\"outlet\":\"%s\",\"published\":\"%s\",\"text\":\"%s\"}",
                id,
                outlet,
                published,
                text);
    }

    private static String pair(String id, String a, String b) {
        return String.format(java.util.Locale.ROOT, "{\"id\":\"%s\",\"a\":\"%s\",\"b\":\"%s\"}", id, a, b);
    }
}
