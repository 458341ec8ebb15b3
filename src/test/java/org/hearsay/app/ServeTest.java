package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} as a process: up with its pages, fills them by itself, ends when asked, and takes up where it was. */
class ServeTest {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void aServedNewsroomShowsItsClaimsAndEndsWhenAsked() throws Exception {
        try (NewsroomRun run = new NewsroomRun(folder);
                HttpClient client = HttpClient.newHttpClient()) {
            // Hundreds of feeds that nobody serves must not hold up those that somebody does.
            Files.write(
                    run.feeds,
                    IntStream.range(0, 400)
                            .mapToObj(i -> "http://dead" + i + ".localhost:9/rss")
                            .toList(),
                    StandardOpenOption.APPEND);
            Child.Running serve = run.child.start(run.args("data", "serve", "--set", "web.port=0"));
            try {
                String room = serve.room(LONGEST);
                serve.until("claims in a search", LONGEST, () -> {
                    int total = new ObjectMapper()
                            .readTree(get(client, room + "/search.json?q=production"))
                            .path("total")
                            .asInt();
                    return total > 3 ? Optional.of(total) : Optional.empty();
                });
                assertThat(get(client, room + "/")).contains("The Harbour Star");
                assertThat(get(client, room + "/feeds")).contains("valley.localhost");

                Instant asked = Instant.now();
                serve.process().destroy();
                assertThat(serve.process().waitFor(15, TimeUnit.SECONDS)).isTrue();
                assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
                assertThat(serve.err()).contains("ending").doesNotContain("\tat ");
            } finally {
                serve.process().destroyForcibly();
            }
            // What was taken up by then is whole, and a crawl takes up the rest.
            assertThat(run.crawl("data").code()).isIn(Stop.OK, Stop.IN_PART);
            assertThat(run.export("data", "articles")).hasSizeGreaterThanOrEqualTo(40);
        }
    }

    @Test
    void theDemoServesTheNewsroomAndLeavesNothingBehind() throws Exception {
        Path temporary = java.nio.file.Files.createDirectory(folder.resolve("tmp"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            Child.Running demo = new Child(folder)
                    .with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary)
                    .start("demo", "--set", "web.port=0", "--set", "newsroom.port=0");
            try {
                String room = demo.room(LONGEST);
                demo.until(
                        "a claim on Today",
                        LONGEST,
                        () -> get(client, room + "/").contains("The Harbour Star")
                                ? Optional.of(true)
                                : Optional.empty());
                assertThat(temporary).isDirectoryContaining("glob:**hearsay-demo*");
                demo.process().destroy();
                assertThat(demo.process().waitFor(15, TimeUnit.SECONDS)).isTrue();
                // 134 where a network still read when its library was put away.
                assertThat(demo.process().exitValue()).isEqualTo(143);
                assertThat(temporary).isDirectoryNotContaining("glob:**hearsay-demo*");
            } finally {
                demo.process().destroyForcibly();
            }
        }
    }

    private static String get(HttpClient client, String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
