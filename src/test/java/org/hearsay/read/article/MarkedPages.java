package org.hearsay.read.article;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.hearsay.page.PageUrl;

/** Marked pages that are not in the repository. */
final class MarkedPages {
    record Marked(PageUrl url, byte[] html, JsonNode gold) {}

    private MarkedPages() {}

    /** Without the marks that both sides may or may not keep. */
    static String plain(String text) {
        return text.replaceAll("[\u00ad\u200b-\u200d\u2060\ufeff]", "").replace('\u00a0', ' ');
    }

    /** Every so many pages of a corpus; skips the test where it is not there. */
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
}
