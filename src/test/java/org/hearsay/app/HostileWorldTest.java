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

    @Test
    void everyFeedEndsInItsStateAndNoneHoldsUpAnother() throws Exception {
        try (HostileWorld world = HostileWorld.open()) {
            List<Rogue> rogues = world.rogues();
            RoguesGallery good = world.good();
            int port = world.port();
            List<String> lines = world.feedLines();
            lines.add("http://127.50.0.251:" + port + "/feed"); // where nobody listens
            lines.add("https://127.50.0.250:" + port + "/feed"); // where plain HTTP is spoken
            lines.add("http://no-such-host.invalid/feed");
            lines.add("http://127.0.0.1:" + port + "/feed"); // not allowed
            Path feeds = Files.write(folder.resolve("feeds.txt"), lines);
            Child child = world.child(folder);
            String data = folder.resolve("data").toString();
            // Ends as soon as all is seen; a loaded machine gets its time.
            Child.Running crawl = child.start("crawl", "--for", "240s", "--data", data, "--feeds", feeds.toString());
            while (crawl.process().isAlive() && !(good.timesAsked("/feed") > 5 && world.allSeen())) {
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
                RoguesGallery gallery = world.galleries().get(i);
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
        }
    }
}
