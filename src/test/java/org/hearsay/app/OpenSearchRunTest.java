package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hearsay.keep.index.SearchServer;
import org.hearsay.keep.store.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newsroom searched with nothing in the data folder: store and index on servers, each part a process of its own. */
class OpenSearchRunTest {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void theNewsroomIsReadOnPostgresAndOpenSearchThroughAKillOfTheIndex() throws Exception {
        try (SearchServer search = SearchServer.start();
                PostgresServer server = PostgresServer.start();
                NewsroomRun run = new NewsroomRun(folder)) {
            run.child
                    .with("HEARSAY_READER", "light")
                    .with("HEARSAY_STORE_URL", server.database())
                    .with("HEARSAY_INDEX_URL", search.url("newsroom"));
            Child.Running web = run.child.start(run.args("web", "serve", "--role", "web", "--set", "web.port=0"));
            Child.Running crawl = run.child.start(run.args("crawl", "serve", "--role", "crawl"));
            try {
                String room = web.room(LONGEST);
                web.until(
                        "claims that the other found",
                        LONGEST,
                        () -> found(room, "production").size() > 3 ? Optional.of(true) : Optional.empty());
                walk(room);

                search.kill();
                assertThat(get(room + "/search?q=production")).contains("503");
                run.edition.set(2);
                search.up();
                web.until(
                        "claims after the index was back",
                        LONGEST,
                        () -> answers(room) ? Optional.of(true) : Optional.empty());
                assertThat(folder.resolve("web/index")).doesNotExist();
            } finally {
                for (Child.Running one : List.of(web, crawl)) {
                    one.process().destroy();
                    assertThat(one.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
                }
            }
            assertThat(web.err() + crawl.err()).doesNotContain("\tat ").doesNotContain("ERROR");

            Child.Ended rebuilt = run.child.run(run.args("web", "rebuild", "--index"));
            assertThat(rebuilt.code()).as(rebuilt.err()).isZero();
            Set<String> stored = new HashSet<>();
            run.export("web", "claims").stream()
                    .filter(claim -> claim.path("state").asText().equals("current"))
                    .forEach(claim -> stored.add(claim.path("id").asText()));
            assertThat(searched(run, "*")).containsExactlyInAnyOrderElementsOf(stored);
            Child.Ended doctor =
                    run.child.run("doctor", "--data", folder.resolve("web").toString());
            assertThat(doctor.out()).contains("/newsroom answers").contains("and " + stored.size() + " claims");
            restoreElsewhere(run, server.database());
            assertThat(searched(run, "*")).containsExactlyInAnyOrderElementsOf(stored);

            search.kill();
            Child.Ended away = run.child.run(
                    "search", "production", "--data", folder.resolve("web").toString());
            assertThat(away.code()).isEqualTo(Stop.LATER);
            assertThat(away.err()).contains("is not to be reached").doesNotContain("\tat ");
        }
    }

    /** The index holds what a lost database had: it is filled by the one that takes its place. */
    private void restoreElsewhere(NewsroomRun run, String database) throws IOException, InterruptedException {
        String copy = folder.resolve("copy.zip").toString();
        Child.Ended copied =
                run.child.run("backup", copy, "--data", folder.resolve("crawl").toString());
        assertThat(copied.code()).as(copied.err()).isZero();
        run.child.with("HEARSAY_STORE_URL", database);
        Child.Ended restored =
                run.child.run("restore", copy, "--data", folder.resolve("web").toString());
        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(restored.err() + restored.out()).contains("put " + copy);
    }

    /** Search, narrow by a facet, a claim, its feed. */
    private void walk(String room) throws IOException, InterruptedException {
        JsonNode all = json(room, "/search.json?q=" + encoded("production"));
        assertThat(all.path("facets").path("outlet").size()).isPositive();
        String outlet = all.path("facets").path("outlet").fieldNames().next();
        JsonNode narrowed = json(room, "/search.json?q=" + encoded("production outlet:\"" + outlet + "\""));
        assertThat(narrowed.path("total").asInt())
                .isPositive()
                .isLessThanOrEqualTo(all.path("total").asInt());
        String id = narrowed.path("hits").path(0).path("id").asText();
        assertThat(get(room + "/claims/" + id)).startsWith("200").contains("<mark");
        assertThat(get(room + "/search?q=production")).startsWith("200").contains("<mark");
        assertThat(get(room + "/search.atom?q=production")).startsWith("200").contains("<entry>");
    }

    private List<String> found(String room, String query) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        json(room, "/search.json?q=" + encoded(query))
                .path("hits")
                .forEach(hit -> ids.add(hit.path("id").asText()));
        return ids;
    }

    private boolean answers(String room) throws IOException, InterruptedException {
        return get(room + "/search.json?q=production").startsWith("200");
    }

    private List<String> searched(NewsroomRun run, String query) throws IOException, InterruptedException {
        Child.Ended ended = run.child.run(
                "search",
                query,
                "--json",
                "--limit",
                "1000",
                "--data",
                folder.resolve("web").toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        return NewsroomRun.lines(ended.out()).stream()
                .map(claim -> claim.path("id").asText())
                .toList();
    }

    private JsonNode json(String room, String path) throws IOException, InterruptedException {
        String answer = get(room + path);
        return new ObjectMapper().readTree(answer.substring(answer.indexOf(' ')));
    }

    /** Status and body. */
    private String get(String address) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
