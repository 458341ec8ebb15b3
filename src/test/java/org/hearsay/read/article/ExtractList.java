package org.hearsay.read.article;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.hearsay.page.Bytes;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;

/** Reads a list of pages ({@code id TAB path TAB url}) into JSON Lines, as a scorer wants them. For measuring by hand. */
final class ExtractList {
    private ExtractList() {}

    public static void main(String[] args) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ArticleReader reader = Trained.READER;
        long nanos = 0;
        int pages = 0;
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[1]), StandardCharsets.UTF_8)) {
            for (String line : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
                String[] parts = line.split("\t", -1);
                byte[] bytes = Files.readAllBytes(Path.of(parts[1]));
                PageUrl url = PageUrl.parse(parts[2]).orElse(PageUrl.of("http://unknown.invalid/page"));
                long before = System.nanoTime();
                Extraction extraction = reader.read(page(url, bytes), Hints.NONE);
                nanos += System.nanoTime() - before;
                pages++;
                ObjectNode o = json.createObjectNode().put("id", parts[0]);
                switch (extraction) {
                    case Extraction.Readable r -> {
                        Article a = r.article();
                        o.put("status", "article")
                                .put("title", a.title().orElse(null))
                                .put("text", a.text());
                        o.put("published", a.published().map(Dated::toString).orElse(null));
                        o.put("agency", a.agency().orElse(null)).put("outlet", a.outlet());
                        a.authors().forEach(o.putArray("author")::add);
                    }
                    case Extraction.Unreadable u ->
                        o.put("status", u.why().name()).put("why", u.detail());
                }
                out.write(json.writeValueAsString(o));
                out.write('\n');
            }
        }
        System.err.printf("%d pages, %.1f pages/s%n", pages, pages / (nanos / 1e9));
    }

    static Page page(PageUrl url, byte[] bytes) {
        return new Page(url, Instant.EPOCH, 200, List.of(new Header("Content-Type", "text/html")), Bytes.of(bytes));
    }
}
