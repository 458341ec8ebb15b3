package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of real outlets, served from loopback with a feed an outlet, go the whole way. */
class RealPagesTest {
    private static final Pattern SUM = Pattern.compile("(\\d+) entries seen: (.*)");

    @TempDir
    private Path folder;

    @Test
    void realPagesAreCrawledReadStoredAndFound() throws Exception {
        String corpora = System.getenv("HEARSAY_CORPORA");
        assumeTrue(corpora != null, "HEARSAY_CORPORA names no folder of corpora: skipped");
        Path pages = Path.of(corpora, "article/fundus-dev/html");
        try (PaperSite site = PaperSite.open()) {
            int published = 0;
            try (Stream<Path> files = Files.list(pages)) {
                for (Path file : files.sorted().toList()) {
                    String name = String.valueOf(file.getFileName()).replace(".html.gz", "");
                    String outlet =
                            name.replaceFirst("_[0-9_]+$", "").replace('_', '-').toLowerCase(Locale.ROOT);
                    site.publish(outlet, "/" + name, name, bytes(file));
                    published++;
                }
            }
            Path feeds = Files.write(folder.resolve("feeds.txt"), site.feedLines());
            Child child =
                    new Child(folder).with("HEARSAY_FETCH_ALLOW", "127.0.0.0/8").with("HEARSAY_FETCH_DELAY", "0ms");
            String data = folder.resolve("data").toString();

            Child.Ended crawl = child.run("crawl", "--data", data, "--feeds", feeds.toString());

            assertThat(crawl.code()).as(crawl.err()).isEqualTo(Stop.OK);
            Matcher sum = SUM.matcher(crawl.err());
            assertThat(sum.find()).as(crawl.err()).isTrue();
            assertThat(Integer.parseInt(sum.group(1))).isEqualTo(published);
            int endings = 0;
            for (String ending : sum.group(2).split(", ")) {
                assertThat(ending).doesNotContain("broken").doesNotContain("failed");
                endings += Integer.parseInt(ending.substring(0, ending.indexOf(' ')));
            }
            assertThat(endings).isEqualTo(published);
            List<JsonNode> articles = NewsroomRun.lines(
                    child.run("export", "articles", "--data", data).out());
            assertThat(articles).hasSize(published);
            Map<String, String> texts = new HashMap<>();
            articles.forEach(article ->
                    texts.put(article.get("id").asText(), article.path("text").asText("")));
            List<JsonNode> claims = NewsroomRun.lines(
                    child.run("export", "claims", "--data", data).out());
            assertThat(claims).isNotEmpty();
            for (JsonNode claim : claims) {
                JsonNode span = claim.get("content").get(0);
                assertThat(claim.get("text").asText())
                        .startsWith(texts.get(claim.get("article").asText())
                                .substring(span.get(0).asInt(), span.get(1).asInt()));
            }
            Child.Ended found = child.run("search", "said OR says OR told", "--data", data);
            assertThat(found.code()).as(found.err()).isZero();
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }
}
