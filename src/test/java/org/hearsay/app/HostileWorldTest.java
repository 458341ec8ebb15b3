package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hearsay.gather.fetch.RoguesGallery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crawl on schedule through servers of which each misbehaves in its own way, one an address of 127.50.0.0/24. */
class HostileWorldTest {
    @TempDir
    private Path folder;

    private static List<Rogue> rogues() {
        List<Rogue> rogues = new ArrayList<>(RoguesOnTheWire.all());
        rogues.addAll(RoguesOnTheWay.all());
        rogues.addAll(RoguesInTheBody.all());
        return rogues;
    }

    private static boolean allSeen(List<Rogue> rogues, List<RoguesGallery> galleries) {
        for (int i = 0; i < rogues.size(); i++) {
            if (!rogues.get(i).afterwards().test(galleries.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void everyFeedEndsInItsStateAndNoneHoldsUpAnother() throws Exception {
        List<Rogue> rogues = rogues();
        List<RoguesGallery> galleries = new ArrayList<>();
        try {
            List<String> lines = new ArrayList<>();
            RoguesGallery good = new RoguesGallery("127.50.0.250");
            galleries.add(good);
            good.route("/feed", t -> t.answer("200 OK", Rogue.rss()));
            int port = good.socket().getPort();
            for (int i = 0; i < rogues.size(); i++) {
                RoguesGallery gallery = new RoguesGallery("127.50.0." + (i + 1), port);
                galleries.add(gallery);
                rogues.get(i).opened().routes(gallery);
                lines.add(gallery.url("/feed").text());
            }
            lines.add(good.url("/feed").text());
            lines.add("http://127.50.0.251:" + port + "/feed"); // where nobody listens
            lines.add("https://127.50.0.250:" + port + "/feed"); // where plain HTTP is spoken
            lines.add("http://no-such-host.invalid/feed");
            lines.add("http://127.0.0.1:" + port + "/feed"); // not allowed
            Path feeds = Files.write(folder.resolve("feeds.txt"), lines);
            Child child = new Child(folder)
                    .with("HEARSAY_FETCH_ALLOW", "127.50.0.0/24")
                    .with("HEARSAY_FETCH_DELAY", "10ms")
                    .with("HEARSAY_FETCH_TIMEOUT", "4s")
                    .with("HEARSAY_FETCH_MAX_BYTES", "2000000")
                    .with("HEARSAY_POLL_INTERVAL", "2s")
                    .with("HEARSAY_POLL_INTERVAL_MIN", "1s")
                    .with("HEARSAY_POLL_BACKOFF", "1s")
                    .with("HEARSAY_POLL_BACKOFF_MAX", "3s");
            String data = folder.resolve("data").toString();
            // Ends as soon as all is seen; a loaded machine gets its time.
            Child.Running crawl = child.start("crawl", "--for", "240s", "--data", data, "--feeds", feeds.toString());
            while (crawl.process().isAlive() && !(good.timesAsked("/feed") > 5 && allSeen(rogues, galleries))) {
                crawl.process().waitFor(200, TimeUnit.MILLISECONDS);
            }
            // What was answered last is also noted by the time that a good feed was visited three times more.
            long visits = good.timesAsked("/feed");
            while (crawl.process().isAlive() && good.timesAsked("/feed") < visits + 3) {
                crawl.process().waitFor(200, TimeUnit.MILLISECONDS);
            }
            crawl.process().destroy();
            assertThat(crawl.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
            Map<String, JsonNode> states = new HashMap<>();
            for (JsonNode state : NewsroomRun.lines(
                    child.run("export", "feeds", "--data", data).out())) {
                states.put(state.get("url").asText(), state);
            }
            List<String> table = new ArrayList<>();
            List<String> wrong = new ArrayList<>();
            for (int i = 0; i < rogues.size(); i++) {
                Rogue rogue = rogues.get(i);
                RoguesGallery gallery = galleries.get(i + 1);
                JsonNode state = states.get(lines.get(i));
                String told = state == null
                        ? "never visited"
                        : state.get("status").asText() + " | "
                                + state.get("state").asText();
                String line = rogue.name() + " -> " + told;
                table.add(line);
                if (!told.startsWith(rogue.status() + " | ") || !told.contains(rogue.words())) {
                    wrong.add(line + "\n    wanted " + rogue.status() + " | …" + rogue.words());
                } else if (!rogue.afterwards().test(gallery)) {
                    wrong.add(line + "\n    asked "
                            + gallery.asked().stream()
                                    .map(a -> a.target() + " " + a.header("If-None-Match"))
                                    .toList());
                }
            }
            assertThat(states.get(good.url("/feed").text()).get("status").asText())
                    .isEqualTo("fine");
            for (String line : lines.subList(rogues.size() + 1, lines.size())) {
                JsonNode state = states.get(line);
                table.add(line + " -> " + state.get("status").asText() + " | "
                        + state.get("state").asText());
                assertThat(state.get("status").asText()).as(line).isEqualTo("failing");
            }
            // For whoever wants to read how each fared.
            Files.write(Path.of("target", "hostile-world.txt"), table);
            assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
            assertThat(crawl.err()).doesNotContain("\tat ");
        } finally {
            galleries.forEach(RoguesGallery::close);
        }
    }
}
