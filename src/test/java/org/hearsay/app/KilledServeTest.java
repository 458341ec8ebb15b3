package org.hearsay.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve}, killed in the middle of its first articles and started again: judged by the log of the site. */
class KilledServeTest {
    private static final int PAGES = 24;

    @TempDir
    private Path folder;

    @Test
    void noArticleThatWasTakenIsFetchedAgain() throws Exception {
        try (PaperSite site = PaperSite.open()) {
            for (int i = 0; i < PAGES; i++) {
                String html = Rogue.ARTICLE.replace("twelve ships", (i + 13) + " ships");
                site.publish("star", "/" + i, "Port opens " + i, html.getBytes(UTF_8));
            }
            Path feeds = Files.write(folder.resolve("feeds.txt"), site.feedLines());
            Child child = new Child(folder)
                    .with("HEARSAY_FETCH_ALLOW", "127.0.0.0/8")
                    .with("HEARSAY_FETCH_DELAY", "100ms")
                    .with("HEARSAY_POLL_INTERVAL", "3s")
                    .with("HEARSAY_POLL_LOOK_AGAIN", "2d");
            String[] serve = {
                "serve", "--data", folder.resolve("data").toString(), "--feeds", feeds.toString(), "--set", "web.port=0"
            };
            int before;
            Child.Running first = child.start(serve);
            try {
                await(first, site, fetched -> fetched >= PAGES / 3);
            } finally {
                // SIGKILL: nothing is closed, nothing is said.
                first.process().destroyForcibly().waitFor();
                before = fetched(site);
            }
            assertThat(before).as("killed in the middle").isLessThan(PAGES);
            Child.Running second = child.start(serve);
            try {
                await(second, site, fetched -> fetched >= PAGES);
                int visits = site.requests("star", "/rss.xml");
                // Two more visits of the feed: time enough to fetch something once too often.
                await(second, site, fetched -> site.requests("star", "/rss.xml") >= visits + 2);
            } finally {
                second.process().destroy();
                assertThat(second.process().waitFor(15, TimeUnit.SECONDS)).isTrue();
            }
            List<Integer> often = IntStream.range(0, PAGES)
                    .filter(i -> site.requests("star", "/" + i) > 1)
                    .boxed()
                    .toList();
            // The one whose answer was under way when the process died never arrived, so it comes once more.
            assertThat(often).as("fetched again").hasSizeLessThanOrEqualTo(1);
            assertThat(often).allSatisfy(i -> assertThat(i).isEqualTo(before - 1));
            assertThat(IntStream.range(0, PAGES).allMatch(i -> site.requests("star", "/" + i) >= 1))
                    .isTrue();
            Child.Ended export = child.run(
                    "export", "articles", "--data", folder.resolve("data").toString());
            assertThat(NewsroomRun.lines(export.out())).hasSize(PAGES);
        }
    }

    private static int fetched(PaperSite site) {
        return (int) IntStream.range(0, PAGES)
                .filter(i -> site.requests("star", "/" + i) > 0)
                .count();
    }

    private static void await(Child.Running running, PaperSite site, IntPredicate enough) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!enough.test(fetched(site))) {
            assertThat(running.process().isAlive()).as(running.err()).isTrue();
            assertThat(System.nanoTime()).as("in time; " + running.err()).isLessThan(end);
            running.process().waitFor(20, TimeUnit.MILLISECONDS);
        }
    }
}
