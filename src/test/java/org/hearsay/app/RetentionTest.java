package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.keep.archive.Archive;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
import org.hearsay.page.Bytes;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.hearsay.run.Retention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old pages are dropped, and nothing that was read of them. */
class RetentionTest {
    private static final Duration KEEP = Duration.ofDays(90);

    @TempDir
    private Path folder;

    @Test
    void whatWasReadOfDroppedPagesStaysThroughARebuild() throws Exception {
        try (NewsroomRun run = new NewsroomRun(folder)) {
            run(run, "crawl");
            Path first = files().get(0);
            run.edition.set(2);
            run(run, "crawl");
            assertThat(files()).hasSize(2);
            Map<String, JsonNode> articles = export(run, "articles");
            Map<String, JsonNode> claims = export(run, "claims");
            assertThat(articles.values())
                    .allMatch(node -> node.get("pageDropped").isNull());

            drop();
            assertThat(files()).hasSize(1).doesNotContain(first);

            // Another process died after it had said so and before the file was deleted.
            Files.writeString(first, "left");
            drop();
            assertThat(first).doesNotExist();

            Map<String, JsonNode> dropped = export(run, "articles");
            assertThat(without(dropped)).isEqualTo(without(articles));
            List<String> gone = dropped.values().stream()
                    .filter(node -> !node.get("pageDropped").isNull())
                    .map(node -> node.get("id").asText())
                    .toList();
            // The edited article's last version lies in the second file.
            assertThat(gone).isNotEmpty().hasSizeLessThan(dropped.size());
            String withClaims = claims.values().stream()
                    .map(claim -> claim.get("article").asText())
                    .filter(gone::contains)
                    .findFirst()
                    .orElseThrow();
            Child.Ended explained = run.child.run(run.args("data", "explain", withClaims, "--set", "reader=light"));
            assertThat(explained.out()).as(explained.err()).contains("dropped", "the page is gone", "CLAIM");

            run(run, "doctor");
            run(run, "backup", folder.resolve("copy.zip").toString());
            run(run, "rebuild");
            assertThat(export(run, "articles")).isEqualTo(dropped);
            assertThat(without(export(run, "claims"))).isEqualTo(without(claims));
        }
    }

    @Test
    void aClockThatLeaptDropsNothingBeforeADayHasPassed() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Instant now = Instant.parse("2026-11-27T10:00:00Z");
        try (Store store = SqliteStore.open(data.resolve("hearsay.db"));
                Archive archive = Archive.open(data.resolve("archive"))) {
            Retention retention = new Retention(store, archive, KEEP);
            keep(store, archive, now);
            archive.close();
            try (Archive second = Archive.open(data.resolve("archive"))) {
                Retention again = new Retention(store, second, KEEP);
                keep(store, second, now);
                assertThat(retention.run(now)).isEmpty();
                for (int hour = 1; hour < 30; hour++) {
                    assertThat(again.run(now.plus(Duration.ofHours(hour)))).isEmpty();
                }
                Instant leapt = now.plus(Duration.ofDays(4000));
                assertThat(again.run(leapt)).isEmpty();
                assertThat(again.run(leapt.plus(Duration.ofHours(23)))).isEmpty();
                // Set right again within the day: nothing was lost, and another day is waited for.
                assertThat(again.run(now.plus(Duration.ofHours(60)))).isEmpty();
                assertThat(files()).hasSize(2);
                assertThat(again.run(leapt)).isEmpty();
                assertThat(again.run(leapt.plus(Duration.ofHours(25)))).hasSize(1);
                assertThat(files()).as("the newest stays").hasSize(1);
            }
        }
    }

    private static void keep(Store store, Archive archive, Instant now) throws Exception {
        PageUrl url = PageUrl.of("https://star.example/a");
        Page page = new Page(url, now, 200, List.of(), Bytes.utf8("<p>words"));
        Kept kept = archive.keep(page, Map.of());
        store.pages().took(kept, url, url, now, page.body().sha256(), Validators.NONE);
    }

    /** As if a year had gone by, a look a day. */
    private void drop() throws Exception {
        Path data = folder.resolve("data");
        Instant now = Instant.now().plus(Duration.ofDays(365));
        try (Store store = SqliteStore.open(data.resolve("hearsay.db"));
                Archive archive = Archive.open(data.resolve("archive"))) {
            Retention retention = new Retention(store, archive, KEEP);
            for (int day = 0; day < 3; day++) {
                retention.run(now.plus(Duration.ofDays(day)));
            }
        }
    }

    /** In this process, for each of its own costs seconds. */
    private static void run(NewsroomRun run, String... command) {
        List<String> words = new ArrayList<>(List.of(run.args("data", command)));
        for (String set :
                List.of("reader=light", "fetch.allow=127.0.0.0/8", "fetch.delay=0ms", "poll.look-again=1ms")) {
            words.addAll(List.of("--set", set));
        }
        // The newsroom has a feed that is gone.
        assertThat(Main.run(words.toArray(String[]::new))).as(words.toString()).isIn(Stop.OK, Stop.IN_PART);
    }

    private Map<String, JsonNode> export(NewsroomRun run, String kind) throws Exception {
        Path out = folder.resolve("out.jsonl");
        run(run, "export", kind, "--out", out.toString());
        return byId(NewsroomRun.lines(Files.readString(out)));
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> all = Files.list(folder.resolve("data/archive"))) {
            return all.filter(file -> file.toString().endsWith(".warc.gz"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, JsonNode> byId(List<JsonNode> nodes) {
        Map<String, JsonNode> byId = new TreeMap<>();
        nodes.forEach(node -> byId.put(node.get("id").asText(), node));
        return byId;
    }

    private static Map<String, JsonNode> without(Map<String, JsonNode> nodes) {
        Map<String, JsonNode> out = new TreeMap<>();
        nodes.forEach((id, node) -> {
            ObjectNode copy = node.deepCopy();
            copy.remove("pageDropped");
            out.put(id, copy);
        });
        return out;
    }
}
