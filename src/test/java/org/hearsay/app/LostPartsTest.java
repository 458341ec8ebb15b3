package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of the data folder is lost, and the other parts or the web bring it back. */
class LostPartsTest {
    @TempDir
    private Path folder;

    @Test
    void aLostStoreComesFromTheArchiveAndALostArchiveFromTheWeb() throws Exception {
        try (NewsroomRun run = new NewsroomRun(folder)) {
            run.crawl("data");
            List<String> articles = ids(run, "articles");
            List<String> claims = ids(run, "claims");
            assertThat(claims).isNotEmpty();

            delete("data", "hearsay.db");
            assertThat(run.child.run(run.args("data", "rebuild")).code()).isZero();
            assertThat(ids(run, "articles")).isEqualTo(articles);
            assertThat(ids(run, "claims")).isEqualTo(claims);
            // The feeds are asked as if they were new, and bring nothing that is not here.
            run.crawl("data");
            assertThat(ids(run, "articles")).isEqualTo(articles);

            delete("data/archive", "0");
            Child.Ended refused = run.child.run(run.args("data", "rebuild"));
            assertThat(refused.code()).as(refused.err()).isEqualTo(Stop.FAILED);
            assertThat(refused.err()).contains("missing", "--anyway").doesNotContain("\tat ");
            assertThat(ids(run, "claims")).as("nothing was taken away").isEqualTo(claims);
            Child.Ended rebuild = run.child.run(run.args("data", "rebuild", "--anyway"));
            assertThat(rebuild.code()).as(rebuild.err()).isEqualTo(Stop.IN_PART);
            assertThat(rebuild.err()).contains("no longer in the archive").doesNotContain("\tat ");
            assertThat(ids(run, "articles")).isEmpty();
            run.crawl("data");
            assertThat(ids(run, "articles")).isEqualTo(articles);
            assertThat(ids(run, "claims")).isEqualTo(claims);
        }
    }

    private static List<String> ids(NewsroomRun run, String kind) throws IOException, InterruptedException {
        return run.export("data", kind).stream()
                .map(node -> node.get("id").asText())
                .sorted()
                .toList();
    }

    private void delete(String where, String beginning) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(where))) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith(beginning))
                    .toList()) {
                Files.delete(file);
            }
        }
    }
}
