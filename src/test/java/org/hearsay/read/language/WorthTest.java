package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.Floors;
import org.junit.jupiter.api.Test;

/** What the encoder thinks worth checking, beside what people marked in debates that it was not trained on. */
final class WorthTest {
    /** Left out of the training by {@code worth_held} of src/train/corpora.py. */
    private static final Set<String> HELD_OUT =
            Set.of("20160414_9dem.tsv", "20160926_1pres.tsv", "20161019_3pres.tsv", "20181112_trump_pelosi.tsv");

    /** Sentences that are read together, as those of an article are. */
    private static final int TOGETHER = 40;

    private record Said(String text, boolean marked) {}

    @Test
    void whatPeopleCheckInDebatesStandsFirst() throws IOException {
        Path file = Optional.ofNullable(System.getenv("HEARSAY_CORPORA"))
                .filter(s -> !s.isBlank())
                .map(s -> Path.of(s, "claims", "ct19.train.jsonl"))
                .orElse(Path.of("absent"));
        assumeTrue(Files.exists(file), "HEARSAY_CORPORA names no folder with claims/ct19.train.jsonl: not measured");
        Map<String, List<Said>> debates = debates(file);
        assertThat(debates).hasSize(HELD_OUT.size());
        double mean = debates.values().stream()
                .mapToDouble(said -> averagePrecision(said, worth(said)))
                .average()
                .orElseThrow();
        System.out.println("worth.ct19.map " + mean);
        assertThat(mean).isGreaterThanOrEqualTo(Floors.of("worth.ct19.map"));
    }

    private static Map<String, List<Said>> debates(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Map<String, List<Said>> debates = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = json.readTree(line);
            if (HELD_OUT.contains(row.get("doc").asText())) {
                debates.computeIfAbsent(row.get("doc").asText(), d -> new ArrayList<>())
                        .add(new Said(
                                row.get("text").asText().replace('\n', ' '),
                                row.get("label").asInt() == 1));
            }
        }
        return debates;
    }

    /** For each line the mean of its sentences. */
    private static double[] worth(List<Said> said) {
        double[] worth = new double[said.size()];
        for (int from = 0; from < said.size(); from += TOGETHER) {
            StringBuilder text = new StringBuilder();
            List<Integer> rows = new ArrayList<>();
            for (int i = from; i < Math.min(said.size(), from + TOGETHER); i++) {
                if (!said.get(i).text().isBlank()) {
                    text.append(said.get(i).text()).append('\n');
                    rows.add(i);
                }
            }
            Reading reading = FullTexts.read(text.toString());
            List<Double> ofSentences = reading.tagging().orElseThrow().worth();
            int[] count = new int[said.size()];
            for (int s = 0; s < reading.sentences().size(); s++) {
                int row = rows.get(reading.sentences().get(s).block());
                worth[row] += ofSentences.get(s);
                count[row]++;
            }
            rows.forEach(i -> worth[i] /= Math.max(1, count[i]));
        }
        return worth;
    }

    private static double averagePrecision(List<Said> said, double[] worth) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -worth[i]).thenComparingInt(i -> i));
        double sum = 0;
        int hits = 0;
        for (int rank = 1; rank <= order.size(); rank++) {
            if (said.get(order.get(rank - 1)).marked()) {
                hits++;
                sum += (double) hits / rank;
            }
        }
        return hits == 0 ? 0 : sum / hits;
    }
}
