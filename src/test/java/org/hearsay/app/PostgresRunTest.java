package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.keep.store.PostgresServer;
import org.hearsay.keep.store.PostgresStore;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
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

            String url = server.database();
            run.child.with("HEARSAY_STORE_URL", url);
            crawled(run, "database");
            for (String kind : List.of("articles", "claims")) {
                assertThat(read(run, "database", kind))
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(read(run, "file", kind));
            }
            assertThat(folder.resolve("database/hearsay.db")).doesNotExist();

            List<Object> before = stored(url);
            Child.Ended again = run.crawl("database");
            assertThat(again.code()).as(again.err()).isIn(Stop.OK, Stop.IN_PART);
            assertThat(stored(url)).isEqualTo(before);
            Child.Ended rebuilt = run.child.run(run.args("database", "rebuild"));
            assertThat(rebuilt.code()).as(rebuilt.err()).isZero();
            assertThat(stored(url)).isEqualTo(before);

            Child.Ended doctor = run.child.run(run.args("database", "doctor"));
            assertThat(doctor.out()).contains("the database of store.url answers");
        }
    }

    @Test
    void anInstallationMovesIntoADatabaseAndABackupOfItComesBackAnywhere() throws Exception {
        try (PostgresServer server = PostgresServer.start();
                NewsroomRun run = new NewsroomRun(folder)) {
            String database = server.database();
            String other = server.database();
            run.child.with("HEARSAY_READER", "light");
            crawled(run, "data");
            Set<String> before;
            try (Store store = SqliteStore.open(folder.resolve("data/hearsay.db"))) {
                before = ids(store);
            }
            assertThat(before).hasSizeGreaterThan(20);
            ended(Stop.OK, run.child.run(run.plain("data", "migrate", "--to", database)));
            assertThat(Files.exists(folder.resolve("data/hearsay.db"))).isTrue();
            assertThat(ids(database)).isEqualTo(before);

            run.child.with("HEARSAY_STORE_URL", database);
            Child.Running serve = run.child.start(run.args("data", "serve", "--set", "web.port=0"));
            try {
                assertThat(serve.room(Duration.ofMinutes(4))).startsWith("http://");
                ended(Stop.OK, run.child.run(run.plain("data", "backup", in("saved.zip"))));
            } finally {
                serve.process().destroy();
                serve.process().waitFor();
            }
            assertThat(ids(database)).as("serving changed none").isEqualTo(before);

            run.child.with("HEARSAY_STORE_URL", other);
            ended(Stop.OK, run.child.run(run.plain("again", "restore", in("saved.zip"))));
            assertThat(ids(other)).isEqualTo(before);
            Child.Ended twice =
                    ended(Stop.CONFIGURATION, run.child.run(run.plain("again", "restore", in("saved.zip"))));
            assertThat(twice.err()).contains("holds a store already", "name one that nobody has used");

            Child embedded = new Child(folder).with("HEARSAY_READER", "light");
            ended(Stop.OK, embedded.run(run.plain("embedded", "restore", in("saved.zip"))));
            try (Store store = SqliteStore.open(folder.resolve("embedded/hearsay.db"))) {
                assertThat(ids(store)).isEqualTo(before);
            }
            List<Path> pages = Backup.files(folder.resolve("data/archive"));
            for (String copy : List.of("again", "embedded")) {
                assertThat(Backup.files(folder.resolve(copy + "/archive")))
                        .extracting(file -> file.getFileName().toString())
                        .containsExactlyElementsOf(pages.stream()
                                .map(file -> file.getFileName().toString())
                                .toList());
            }
        }
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    private static Child.Ended ended(int code, Child.Ended command) {
        assertThat(command.code()).as(command.err()).isEqualTo(code);
        return command;
    }

    private static Set<String> ids(String url) {
        try (Store store = PostgresStore.open(url, Optional.empty())) {
            return ids(store);
        }
    }

    /** Articles with what they belong to, and claims with theirs. */
    private static Set<String> ids(Store store) {
        Set<String> ids = new TreeSet<>();
        store.articles().each(a -> ids.add(a.id() + " " + a.version() + " " + a.story() + " " + a.origin()));
        store.claims().each(c -> ids.add(c.claim().id() + " " + c.group() + " " + c.state() + " " + c.firstSeen()));
        return ids;
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

    /** All that was read, as it is stored. */
    private static List<Object> stored(String url) {
        List<Object> stored = new ArrayList<>();
        try (Store store = PostgresStore.open(url, Optional.empty())) {
            store.articles().each(stored::add);
            store.claims().each(stored::add);
            store.claims()
                    .each(claim ->
                            stored.add(store.claims().relations(claim.claim().id())));
        }
        return stored;
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
