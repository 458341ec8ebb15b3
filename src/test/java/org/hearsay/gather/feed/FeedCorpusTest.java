package org.hearsay.gather.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.hearsay.Floors;
import org.hearsay.gather.feed.FeedReading.Readable;
import org.hearsay.page.Bytes;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Reads feeds of public test suites and holds the share of reference values that come out, in per cent of all, as
 * pinned in {@code floors.properties}. The suites are not part of the project: HEARSAY_CORPORA names their folder.
 */
@Timeout(120)
class FeedCorpusTest {
    private static final String NOWHERE = "http://feed.invalid/";

    private final ObjectMapper json = new ObjectMapper();
    private Path corpus = Path.of("");

    @BeforeEach
    void corpus() {
        Optional<String> corpora = Optional.ofNullable(System.getenv("HEARSAY_CORPORA"));
        assumeThat(corpora)
                .as("HEARSAY_CORPORA is not set: nothing to measure on")
                .isPresent();
        corpus = Path.of(corpora.orElseThrow()).resolve("feeds");
        assumeThat(corpus).as("no feeds in HEARSAY_CORPORA").isDirectory();
    }

    @Test
    void theScoresHold() throws IOException {
        Map<String, int[]> scores = new TreeMap<>();
        for (String line : Files.readAllLines(corpus.resolve("expected.jsonl"))) {
            JsonNode row = json.readTree(line);
            FeedReading reading = new FeedReader().read(page(row));
            JsonNode expected = row.path("gold").isObject() ? row.path("gold") : row.path("silver");
            if (!expected.isObject()) {
                continue;
            }
            List<FeedEntry> entries = reading instanceof Readable feed ? feed.entries() : List.of();
            boolean comparable = reading instanceof Readable
                    && entries.size() == expected.path("n").asInt();
            count(scores, "parsed", reading instanceof Readable);
            for (int i = 0; i < expected.path("entries").size(); i++) {
                Optional<FeedEntry> entry = comparable ? Optional.of(entries.get(i)) : Optional.empty();
                compare(scores, expected.path("entries").get(i), entry);
            }
        }
        SoftAssertions soft = new SoftAssertions();
        scores.forEach((name, counts) -> soft.assertThat(100.0 * counts[0] / counts[1])
                .as("feeds." + name + ": " + counts[0] + " of " + counts[1])
                .isGreaterThanOrEqualTo(Floors.of("feeds." + name)));
        soft.assertAll();
    }

    @Test
    void noDateIsSilentlyWrong() throws IOException {
        List<String> wrong = new ArrayList<>();
        int known = 0;
        int right = 0;
        for (JsonNode row : json.readTree(corpus.resolve("dates.json").toFile())) {
            String expected = row.path("iso").isNull() ? "" : row.path("iso").asText();
            String found = FeedDates.parse(row.path("s").asText())
                    .map(Instant::toString)
                    .orElse("");
            known += expected.equals("?") ? 0 : 1;
            right += found.equals(expected) ? 1 : 0;
            if (!expected.equals("?") && !found.isEmpty() && !found.equals(expected)) {
                wrong.add(row.path("s").asText() + " -> " + found);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(100.0 * right / known)
                .as(right + " of " + known + " dates")
                .isGreaterThanOrEqualTo(Floors.of("feeds.dates"));
    }

    private Page page(JsonNode row) throws IOException {
        List<Header> headers = new ArrayList<>();
        row.path("http_headers")
                .properties()
                .forEach(h -> headers.add(new Header(h.getKey(), h.getValue().asText())));
        PageUrl url =
                PageUrl.of(row.path("http_headers").path("content-location").asText(NOWHERE));
        Path file = corpus.resolve("files").resolve(row.path("file").asText());
        return new Page(url, Instant.EPOCH, 200, headers, Bytes.of(Files.readAllBytes(file)));
    }

    private static void compare(Map<String, int[]> scores, JsonNode expected, Optional<FeedEntry> entry) {
        String date = entry.flatMap(e -> e.published().or(e::updated))
                .map(Instant::toString)
                .orElse("");
        String authors = entry.map(e -> String.join(", ", e.authors())).orElse("");
        Map<String, String> found = Map.of(
                "title", plain(entry.flatMap(e -> e.markup().or(e::title)).orElse("")),
                "link", plain(entry.flatMap(FeedEntry::address).orElse("")),
                "id", plain(entry.flatMap(FeedEntry::id).orElse("")),
                "date", date,
                "author", plain(authors));
        found.forEach((field, value) -> {
            String wanted = plain(expected.path(field).asText(""));
            if (expected.path(field).isNull() || wanted.isEmpty()) {
                return;
            }
            boolean right = switch (field) {
                case "date" -> seconds(value).equals(seconds(wanted));
                case "author" -> value.length() > 2 && (value.contains(wanted) || wanted.contains(value));
                default -> value.equals(wanted);
            };
            count(scores, field, right);
        });
    }

    private static void count(Map<String, int[]> scores, String name, boolean right) {
        int[] counts = scores.computeIfAbsent(name, n -> new int[2]);
        counts[0] += right ? 1 : 0;
        counts[1]++;
    }

    private static String seconds(String instant) {
        return instant.substring(0, Math.min(19, instant.length()));
    }

    private static String plain(String text) {
        return Parser.unescapeEntities(text, false).replaceAll("\\s+", " ").strip();
    }
}
