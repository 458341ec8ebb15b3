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
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hearsay.keep.store.Deliveries.State;
import org.hearsay.keep.store.PostgresServer;
import org.hearsay.keep.store.PostgresStore;
import org.hearsay.keep.store.Watches.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of different roles on one database: one crawls, another shows it, and two send each letter once. */
class RolesTest {
    private static final int READERS = 5;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private final List<Child.Running> running = new ArrayList<>();

    @Test
    void whatOneProcessCrawlsAnotherShowsAndTwoSendInOneLetterEach() throws Exception {
        try (PostgresServer server = PostgresServer.start();
                NewsroomRun run = new NewsroomRun(folder);
                HttpClient client = HttpClient.newHttpClient()) {
            String url = server.database();
            Path sent = folder.resolve("sent.txt");
            Path sendmail = Files.writeString(
                    folder.resolve("sendmail"),
                    "#!/bin/sh\ngrep -i -m1 '^message-id:' >> " + sent + "\ncat > /dev/null\n");
            assertThat(sendmail.toFile().setExecutable(true)).isTrue();
            run.child
                    .with("HEARSAY_READER", "light")
                    .with("HEARSAY_STORE_URL", url)
                    .with("HEARSAY_ARCHIVE_DIR", folder.resolve("archive").toString())
                    .with("HEARSAY_MAIL_COMMAND", sendmail.toString())
                    .with("HEARSAY_MAIL_FROM", "hearsay@example.org");
            try {
                Child.Running web = start(run, "web", "--role", "web", "--set", "web.port=0");
                String room = web.room(LONGEST);
                assertThat(total(client, room)).isZero();
                Child.Running crawl = start(run, "crawl", "--role", "crawl", "--set", "worker.name=w1");
                web.until(
                        "claims that the other found",
                        LONGEST,
                        () -> total(client, room) > 3 ? Optional.of(true) : Optional.empty());
                assertThat(folder.resolve("archive/w1")).isDirectoryContaining("glob:**.warc.gz");
                assertThat(folder.resolve("crawl/index")).doesNotExist();

                try (PostgresStore store = PostgresStore.open(url, Optional.empty())) {
                    for (int i = 0; i < READERS; i++) {
                        store.watches().save(new Recipient(i + "@example.org", ZoneId.of("UTC"), 0, List.of(), false));
                    }
                    start(run, "post1", "--role", "digest");
                    Child.Running post = start(run, "post2", "--role", "digest");
                    post.until(
                            "all letters sent",
                            LONGEST,
                            () -> store.deliveries().latest(READERS + 1).stream()
                                                    .filter(letter -> letter.state() == State.SENT)
                                                    .count()
                                            == READERS
                                    ? Optional.of(true)
                                    : Optional.empty());
                }
                assertThat(Files.readAllLines(sent)).hasSize(READERS).doesNotHaveDuplicates();
                assertThat(crawl.process().isAlive()).isTrue();

                Child.Ended rebuild = run.child.run(run.args("other", "rebuild"));
                assertThat(rebuild.code()).isEqualTo(Stop.LATER);
                assertThat(rebuild.err()).contains("another Hearsay works on the database of store.url");
            } finally {
                for (Child.Running one : running) {
                    one.process().destroy();
                }
                for (Child.Running one : running) {
                    assertThat(one.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
                }
            }
            for (Child.Running one : running) {
                assertThat(one.err()).doesNotContain("\tat ").doesNotContain("ERROR");
            }
        }
    }

    @Test
    void aPartAloneNeedsAStoreThatIsShared() throws Exception {
        Child.Ended ended = new Child(folder)
                .run("serve", "--role", "web", "--data", folder.resolve("data").toString());
        assertThat(ended.code()).isEqualTo(Stop.CONFIGURATION);
        assertThat(ended.err()).contains("store.url");
    }

    private Child.Running start(NewsroomRun run, String data, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("serve"));
        command.addAll(List.of(options));
        Child.Running started = run.child.start(run.args(data, command.toArray(String[]::new)));
        running.add(started);
        return started;
    }

    private static int total(HttpClient client, String room) throws IOException, InterruptedException {
        String json = client.send(
                        HttpRequest.newBuilder(URI.create(room + "/search.json?q=production"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return new ObjectMapper().readTree(json).path("total").asInt();
    }
}
