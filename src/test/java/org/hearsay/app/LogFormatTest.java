package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code log.format=json}: each event is one object on a line of stderr. */
class LogFormatTest {
    @TempDir
    private Path folder;

    @Test
    void eachEventIsAnObjectOnALine() throws Exception {
        // Nobody listens on port 1.
        Path feeds = Files.writeString(folder.resolve("feeds.txt"), "http://127.0.0.1:1/rss\n");
        Child child = new Child(folder)
                .with("HEARSAY_READER", "light")
                .with("HEARSAY_FETCH_ALLOW", "127.0.0.0/8")
                .with("HEARSAY_LOG_FORMAT", "json");
        String data = folder.resolve("data").toString();
        Child.Ended ended = child.run("crawl", "--data", data, "--feeds", feeds.toString());
        List<JsonNode> events = NewsroomRun.lines(String.join(
                "\n", ended.err().lines().filter(line -> line.startsWith("{")).toList()));
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.get("level").asText()).isEqualTo("WARN");
            assertThat(event.get("loggerName").asText()).startsWith("org.hearsay.run.");
            assertThat(event.get("formattedMessage").asText()).startsWith("failed feed=http://127.0.0.1:1/rss ");
            assertThat(Instant.ofEpochMilli(event.get("timestamp").asLong()))
                    .isBetween(Instant.now().minusSeconds(300), Instant.now());
        });
        Child.Ended wrong =
                child.with("HEARSAY_LOG_FORMAT", "xml").run("crawl", "--data", data, "--feeds", feeds.toString());
        assertThat(wrong.code()).isEqualTo(Stop.CONFIGURATION);
        assertThat(wrong.err()).contains("log.format", "text or json");
    }
}
