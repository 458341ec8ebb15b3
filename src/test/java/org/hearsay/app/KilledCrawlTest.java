package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.index.Hits;
import org.hearsay.keep.index.LuceneIndex;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A crawl that is killed again and again, then left alone once, has what a crawl has that nobody disturbed. The system
 * property {@code hearsay.kill.lives} asks for more data folders that are begun anew, each killed as often.
 */
class KilledCrawlTest {
    private static final int ROUNDS = 20;
    private static final int LIVES = Integer.getInteger("hearsay.kill.lives", 1);

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostAndNothingIsThereTwice() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (NewsroomRun run = new NewsroomRun(folder)) {
            run.child.with("HEARSAY_READER", "light");
            long from = System.nanoTime();
            Child.Ended whole = run.crawl("whole");
            Duration length = Duration.ofNanos(System.nanoTime() - from);
            assertThat(whole.code()).as(whole.err()).isEqualTo(Stop.IN_PART);
            for (int life = 1; life <= LIVES; life++) {
                killAndCompare(run, "killed" + life, length, random, "seed " + seed + ", life " + life);
            }
        }
    }

    private void killAndCompare(NewsroomRun run, String data, Duration length, Random random, String which)
            throws IOException, InterruptedException {
        int killed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Child.Running running = run.child.start(run.args(data, "crawl"));
            // A moment is chosen by chance, from the start of the program to past its end.
            boolean ended =
                    running.process().waitFor((long) (random.nextDouble() * length.toMillis()), TimeUnit.MILLISECONDS);
            killed += ended ? 0 : 1;
            running.process().destroyForcibly().waitFor();
        }
        assertThat(killed).as("rounds that were killed, " + which).isPositive();
        Child.Ended last = run.crawl(data);
        // The feed that is gone may have been seen to be gone by a round that was killed, and is then left alone.
        assertThat(last.code()).as(which + "\n" + last.err()).isIn(Stop.OK, Stop.IN_PART);

        assertThat(state(run, data)).as(which).isEqualTo(state(run, "whole"));
        assertThat(indexed(folder.resolve(data + "/index")))
                .as(which)
                .isEqualTo(indexed(folder.resolve("whole/index")))
                .isNotEmpty();
        if (LIVES > 1) {
            System.out.println(which + ": " + killed + " of " + ROUNDS + " rounds killed, nothing lost");
        }
    }

    /** Everything but times and places in the archive, which differ from run to run. */
    private static SortedMap<String, String> state(NewsroomRun run, String data)
            throws IOException, InterruptedException {
        SortedMap<String, String> state = new TreeMap<>();
        SortedMap<String, TreeSet<String>> stories = new TreeMap<>();
        for (JsonNode article : run.export(data, "articles")) {
            stories.computeIfAbsent(article.get("story").asText(), story -> new TreeSet<>())
                    .add(article.get("id").asText());
            String twin = state.put(
                    "article " + article.get("id").asText(),
                    article.get("version") + " " + article.get("status") + " " + article.get("origin") + " "
                            + article.get("title") + " " + article.get("text"));
            assertThat(twin).isNull();
        }
        // A story is called after the first article that was seen of it, and kills change which that is.
        stories.values().forEach(members -> state.put("story of " + members.first(), members.toString()));
        for (JsonNode claim : run.export(data, "claims")) {
            String twin = state.put(
                    "claim " + claim.get("id").asText(),
                    claim.get("version") + " " + claim.get("state") + " " + claim.get("group") + " "
                            + claim.get("voices") + " " + claim.get("text"));
            assertThat(twin).isNull();
        }
        return state;
    }

    private static List<String> indexed(Path folder) {
        List<String> ids = new ArrayList<>();
        try (ClaimIndex index = LuceneIndex.open(folder)) {
            for (SearchRequest.In in : SearchRequest.In.values()) {
                SearchRequest all =
                        new SearchRequest(Query.parse("after:2000-01-01"), in, SearchRequest.Sort.NEWEST, 0, 1000);
                index.search(all).hits().stream().map(Hits.Hit::id).forEach(ids::add);
            }
        }
        return ids.stream().sorted().toList();
    }
}
