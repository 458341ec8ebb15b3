package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.keep.store.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled newsroom, crawled into a file and into a PostgreSQL database: the same comes out of both. */
class PostgresRunTest {
    @TempDir
    private Path folder;

    @Test
    void aDatabaseHoldsWhatAFileHolds() throws Exception {
        try (PostgresServer server = PostgresServer.start();
                NewsroomRun run = new NewsroomRun(folder)) {
            run.child.with("HEARSAY_READER", "light");
            crawled(run, "file");

            run.child.with("HEARSAY_STORE_URL", server.database());
            crawled(run, "database");
            for (String kind : List.of("articles", "claims")) {
                assertThat(read(run, "database", kind))
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(read(run, "file", kind));
            }
            assertThat(folder.resolve("database/hearsay.db")).doesNotExist();

            List<String> before = out(run, "database");
            Child.Ended again = run.crawl("database");
            assertThat(again.code()).as(again.err()).isIn(Stop.OK, Stop.IN_PART);
            assertThat(out(run, "database")).isEqualTo(before);
            Child.Ended rebuilt = run.child.run(run.args("database", "rebuild"));
            assertThat(rebuilt.code()).as(rebuilt.err()).isZero();
            assertThat(out(run, "database")).isEqualTo(before);

            Child.Ended doctor = run.child.run(run.args("database", "doctor"));
            assertThat(doctor.out()).contains("the database of store.url answers");
            Child.Ended backup = run.child.run(
                    "backup",
                    folder.resolve("saved").toString(),
                    "--data",
                    folder.resolve("database").toString());
            assertThat(backup.code()).isEqualTo(Stop.USAGE);
            assertThat(backup.err()).contains("pg_dump");
        }
    }

    @Test
    void oneProcessAtATimeWritesToADatabase() throws Exception {
        try (PostgresServer server = PostgresServer.start();
                NewsroomRun run = new NewsroomRun(folder)) {
            String database = server.database();
            run.child.with("HEARSAY_READER", "light").with("HEARSAY_STORE_URL", database);
            try (Installation first = Installation.toWrite(DataFolder.at(Optional.of(folder.resolve("one")), Map.of())
                    .with(Optional.of(new Database(database, Optional.empty()))))) {
                assertThat(first.store().articles().count()).isZero();
                Child.Ended second = run.crawl("two");
                assertThat(second.code()).isEqualTo(Stop.LATER);
                assertThat(second.err()).contains("another Hearsay works on the database");
            }
        }
    }

    private static void crawled(NewsroomRun run, String data) throws Exception {
        Child.Ended crawl = run.crawl(data);
        assertThat(crawl.code()).as(crawl.err()).isIn(Stop.OK, Stop.IN_PART);
    }

    private static List<String> out(NewsroomRun run, String data) throws Exception {
        return List.of(
                run.exportText(data, "articles"), run.exportText(data, "claims"), run.exportText(data, "groups"));
    }

    /** Without what depends on when and in which order pages came in. */
    private static List<String> read(NewsroomRun run, String data, String kind) throws Exception {
        return run.exportText(data, kind)
                .lines()
                .map(line ->
                        line.replaceAll("\"(first_seen|fetched|ended|story|origin|group)\":(\"[^\"]*\"|null),?", ""))
                .toList();
    }
}
