package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hearsay.demo.Newsroom;

/** The bundled newsroom, opened by a test on a free port, and Hearsay as child processes that visit it. */
final class NewsroomRun implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final AtomicInteger edition = new AtomicInteger(1);
    final Newsroom newsroom;
    final Path folder;
    final Path feeds;
    final Child child;
    final List<JsonNode> plants = new ArrayList<>();

    NewsroomRun(Path folder) throws IOException {
        this.folder = folder;
        this.newsroom = Newsroom.open(0, edition::get);
        this.feeds = Files.write(folder.resolve("feeds.txt"), newsroom.feedLines());
        this.child =
                new Child(folder).with("HEARSAY_FETCH_ALLOW", "127.0.0.0/8").with("HEARSAY_FETCH_DELAY", "0ms");
        try (InputStream in = Newsroom.class.getResourceAsStream("planted.json")) {
            JSON.readTree(in).get("plants").forEach(plants::add);
        }
    }

    /** Crawls into a data folder of that name. */
    Child.Ended crawl(String data, String... more) throws IOException, InterruptedException {
        return child.run(
                args(data, Stream.concat(Stream.of("crawl"), Stream.of(more)).toArray(String[]::new)));
    }

    /** The words of a command, with the data folder and the feed list of this run. */
    String[] args(String data, String... command) {
        return Stream.concat(
                        Stream.of(command),
                        Stream.of("--data", folder.resolve(data).toString(), "--feeds", feeds.toString()))
                .toArray(String[]::new);
    }

    /** As {@link #args}, for a command that wants no feed list. */
    String[] plain(String data, String... command) {
        return Stream.concat(
                        Stream.of(command),
                        Stream.of("--data", folder.resolve(data).toString()))
                .toArray(String[]::new);
    }

    /** What {@code export} writes, text and all. */
    String exportText(String data, String kind) throws IOException, InterruptedException {
        Child.Ended ended =
                child.run("export", kind, "--data", folder.resolve(data).toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended.out();
    }

    List<JsonNode> export(String data, String kind) throws IOException, InterruptedException {
        return lines(exportText(data, kind));
    }

    static List<JsonNode> lines(String text) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (!line.isBlank()) {
                nodes.add(JSON.readTree(line));
            }
        }
        return nodes;
    }

    /** The plants of one kind. */
    List<JsonNode> plants(String id) {
        return plants.stream()
                .filter(plant -> plant.get("id").asText().equals(id))
                .toList();
    }

    /** Where a planted page is in this run. */
    String url(JsonNode page) {
        return "http://" + page.get("host").asText() + ":" + newsroom.port()
                + page.get("path").asText();
    }

    @Override
    public void close() {
        newsroom.close();
    }
}
