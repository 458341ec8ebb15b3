package org.hearsay.read.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;

/**
 * Scores on marked pages that are not in the repository; skipped where HEARSAY_CORPORA does not name them. Text is
 * scored as by scrapinghub's article-extraction-benchmark (four-word shingles, each page's counts made to sum to one,
 * precision and recall averaged over pages), segments as by trafilatura's evaluation.
 */
class ArticleFloorTest {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final int SHINGLE = 4;

    record Marked(PageUrl url, byte[] html, JsonNode gold) {}

    @Test
    void theTextOfNewsPagesStaysAboveItsFloor() throws IOException {
        assertThat(textF1("fundus-dev", 1)).isGreaterThanOrEqualTo(floor("article.fundus.text"));
    }

    @Test
    void theTextOfArticlesOfAllKindsStaysAboveItsFloor() throws IOException {
        assertThat(textF1("wcxb-dev", 3)).isGreaterThanOrEqualTo(floor("article.wcxb.text"));
    }

    @Test
    void segmentsStayAboveTheirFloorAndPagesReadable() throws IOException {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        int read = 0;
        List<Marked> pages = pages("trafeval-dev", 6);
        for (Marked page : pages) {
            String text = text(page);
            read += text.isEmpty() ? 0 : 1;
            String spaced = plain(text).replaceAll("\\s+", " ");
            for (JsonNode part : page.gold.path("with")) {
                if (spaced.contains(plain(part.asText()).replaceAll("\\s+", " ").strip())) {
                    right++;
                } else {
                    missed++;
                }
            }
            for (JsonNode part : page.gold.path("without")) {
                wrong += spaced.contains(
                                plain(part.asText()).replaceAll("\\s+", " ").strip())
                        ? 1
                        : 0;
            }
        }
        double f1 = 2.0 * right / (2.0 * right + wrong + missed);
        assertThat(f1).isGreaterThanOrEqualTo(floor("article.trafeval.segments"));
        assertThat(read / (double) pages.size()).isGreaterThanOrEqualTo(floor("article.trafeval.readable"));
    }

    private static double textF1(String corpus, int every) throws IOException {
        double precision = 0;
        double recall = 0;
        int found = 0;
        int marked = 0;
        for (Marked page : pages(corpus, every)) {
            Map<String, Integer> gold = shingles(page.gold.path("text").asText());
            Map<String, Integer> own = shingles(text(page));
            double both = 0;
            double ours = 0;
            double theirs = 0;
            for (Map.Entry<String, Integer> e : own.entrySet()) {
                both += Math.min(e.getValue(), gold.getOrDefault(e.getKey(), 0));
                ours += e.getValue();
            }
            for (int count : gold.values()) {
                theirs += count;
            }
            if (ours > 0) {
                precision += both / ours;
                found++;
            }
            if (theirs > 0) {
                recall += both / theirs;
                marked++;
            }
        }
        double p = precision / found;
        double r = recall / marked;
        return 2 * p * r / (p + r);
    }

    private static Map<String, Integer> shingles(String text) {
        List<String> words = new ArrayList<>();
        Matcher m = WORD.matcher(plain(text));
        while (m.find()) {
            words.add(m.group());
        }
        Map<String, Integer> shingles = new HashMap<>();
        for (int i = 0; i < Math.max(1, words.size() - SHINGLE + 1); i++) {
            List<String> shingle = words.subList(i, Math.min(words.size(), i + SHINGLE));
            if (!shingle.isEmpty()) {
                shingles.merge(String.join(" ", shingle), 1, Integer::sum);
            }
        }
        return shingles;
    }

    /** Without the marks that both sides may or may not keep. */
    static String plain(String text) {
        return text.replaceAll("[\u00ad\u200b-\u200d\u2060\ufeff]", "").replace('\u00a0', ' ');
    }

    private static String text(Marked page) {
        Extraction extraction = Trained.READER.read(ExtractList.page(page.url, page.html), Hints.NONE);
        return extraction instanceof Extraction.Readable r ? r.article().text() : "";
    }

    static List<Marked> pages(String corpus, int every) throws IOException {
        String root = System.getenv("HEARSAY_CORPORA");
        Path folder = Path.of(root == null ? "absent" : root).resolve("article").resolve(corpus);
        assumeTrue(Files.exists(folder), "HEARSAY_CORPORA names no folder with article/" + corpus + ": not measured");
        ObjectMapper json = new ObjectMapper();
        List<Marked> pages = new ArrayList<>();
        List<String> lines = Files.readAllLines(folder.resolve("gold.jsonl"), StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i += every) {
            JsonNode gold = json.readTree(lines.get(i));
            Path html = folder.resolve("html").resolve(gold.path("id").asText() + ".html.gz");
            PageUrl url = PageUrl.parse(gold.path("url").asText()).orElse(PageUrl.of("https://unknown.invalid/page"));
            try (InputStream in = new GZIPInputStream(Files.newInputStream(html))) {
                pages.add(new Marked(url, in.readAllBytes(), gold));
            }
        }
        return pages;
    }

    static double floor(String key) {
        Properties floors = new Properties();
        try (InputStream in = ArticleFloorTest.class.getResourceAsStream("/floors.properties")) {
            floors.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Double.parseDouble(floors.getProperty(key));
    }
}
