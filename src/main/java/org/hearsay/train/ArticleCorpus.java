package org.hearsay.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.hearsay.page.Bytes;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;

/**
 * Marked pages of one folder: {@code gold.jsonl} (one page a line: {@code id}, {@code url}, and what is marked) and
 * {@code html/ID.html.gz}, bytes as fetched.
 */
final class ArticleCorpus {
    /** One page and its marks: whole text, headings and list items, or parts that must and must not be there. */
    record Marked(String id, String site, Page page, JsonNode gold) {
        String text() {
            return gold.path("text").asText("");
        }

        List<String> all(String field) {
            List<String> all = new ArrayList<>();
            gold.path(field).forEach(v -> all.add(v.asText()));
            return all;
        }
    }

    /** Names of folders of marked pages; those that are not there are left out. */
    static final List<String> FOLDERS = List.of("fundus-dev", "wcxb-dev", "trafeval-dev");

    private ArticleCorpus() {}

    /** @return the folders of {@link #FOLDERS} in {@code corpus}, or {@code corpus} itself if it is one; never none */
    static List<Path> foldersIn(Path corpus) throws IOException {
        if (Files.exists(corpus.resolve("gold.jsonl"))) {
            return List.of(corpus);
        }
        List<Path> folders = FOLDERS.stream()
                .map(corpus::resolve)
                .filter(f -> Files.exists(f.resolve("gold.jsonl")))
                .toList();
        if (folders.isEmpty()) {
            throw new FileNotFoundException(
                    "there is no gold.jsonl in it, nor in a folder of it named " + String.join(", ", FOLDERS));
        }
        return folders;
    }

    static List<Marked> read(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Marked> pages = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("gold.jsonl"), StandardCharsets.UTF_8)) {
            JsonNode gold = json.readTree(line);
            String id = gold.path("id").asText();
            PageUrl url = PageUrl.parse(gold.path("url").asText()).orElse(PageUrl.of("https://unknown.invalid/page"));
            String site = gold.path("publisher").asText(gold.path("domain").asText(id));
            try (InputStream in = new GZIPInputStream(
                    Files.newInputStream(folder.resolve("html").resolve(id + ".html.gz")))) {
                Page page = new Page(
                        url,
                        Instant.EPOCH,
                        200,
                        List.of(new Header("Content-Type", "text/html")),
                        Bytes.of(in.readAllBytes()));
                pages.add(new Marked(id, site, page, gold));
            }
        }
        return pages;
    }
}
