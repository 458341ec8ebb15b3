package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hearsay.ClosedPort;
import org.hearsay.keep.index.LuceneIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor} finds what was broken on purpose, says what to do, and leaves every file as it was. */
class DoctorTest {
    @TempDir
    private Path folder;

    private record Found(int code, Map<String, JsonNode> checks) {
        String state(String check) {
            assertThat(checks).as(check).containsKey(check);
            return checks.get(check).get("state").asText();
        }

        String words(String check) {
            JsonNode found = checks.get(check);
            return found.get("words").asText() + " " + found.get("remedy").asText();
        }
    }

    private Found doctor(Child child, String data, Path feeds, String... more) throws Exception {
        Map<String, FileTime> before = files(folder.resolve(data));
        Child.Ended ended = child.with("HEARSAY_READER", "light")
                .run(Stream.concat(
                                Stream.of("doctor", "--json", "--feeds", feeds.toString()),
                                Stream.concat(
                                        Stream.of("--data", folder.resolve(data).toString()), Stream.of(more)))
                        .toArray(String[]::new));
        assertThat(ended.err()).isBlank();
        assertThat(files(folder.resolve(data))).as("nothing is made or changed").isEqualTo(before);
        Map<String, JsonNode> checks = new TreeMap<>();
        NewsroomRun.lines(ended.out())
                .forEach(line -> checks.put(line.get("check").asText(), line));
        return new Found(ended.code(), checks);
    }

    private static Map<String, FileTime> files(Path data) throws IOException {
        if (Files.notExists(data)) {
            return Map.of();
        }
        Map<String, FileTime> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(data)) {
            for (Path path : all.toList()) {
                files.put(data.relativize(path).toString(), Files.getLastModifiedTime(path));
            }
        }
        return files;
    }

    @Test
    void whatIsWholeIsWellAndWhatIsBrokenIsNamedWithARemedy() throws Exception {
        try (NewsroomRun run = new NewsroomRun(folder)) {
            run.child.with("HEARSAY_READER", "light");
            assertThat(run.crawl("data").code()).isIn(Stop.OK, Stop.IN_PART);
            Found well = doctor(run.child, "data", run.feeds);
            assertThat(well.code()).as(well.checks().toString()).isZero();
            for (String check : new String[] {"java", "settings", "models", "feed list", "data folder", "store"}) {
                assertThat(well.state(check)).as(well.words(check)).isEqualTo("ok");
            }
            assertThat(well.state("archive")).as(well.words("archive")).isEqualTo("ok");
            assertThat(well.state("index")).as(well.words("index")).isEqualTo("ok");
            assertThat(well.state("clock")).isEqualTo("ok");
            // The newsroom has a feed that is gone.
            assertThat(well.state("feeds")).isEqualTo("warn");
            assertThat(well.words("models")).contains("light", "en/names.bin", "reader=light asks");
            assertThat(well.checks()).doesNotContainKey("mail");

            Path data = folder.resolve("data");
            LuceneIndex.wipe(data.resolve("index"));
            cutNewest(data.resolve("archive"));
            Found hurt;
            try (ClosedPort closed = new ClosedPort()) {
                hurt = doctor(
                        run.child,
                        "data",
                        run.feeds,
                        "--set",
                        "mail.smtp=" + closed.uri("smtp"),
                        "--set",
                        "mail.from=a@example.org");
            }
            assertThat(hurt.code()).isEqualTo(Stop.FAILED);
            assertThat(hurt.state("index")).isEqualTo("warn");
            assertThat(hurt.words("index")).contains("hearsay crawl");
            assertThat(hurt.state("archive")).isEqualTo("bad");
            assertThat(hurt.words("archive")).contains("missing or cut", "backup");
            assertThat(hurt.state("mail")).isEqualTo("bad");
            assertThat(hurt.words("mail")).contains("127.0.0.1", "mail.smtp");

            Path store = data.resolve("hearsay.db");
            byte[] bytes = Files.readAllBytes(store);
            for (int i = 4096; i < bytes.length; i += 211) {
                bytes[i] ^= 0x55;
            }
            Files.write(store, bytes);
            Found broken = doctor(run.child, "data", run.feeds);
            assertThat(broken.code()).isEqualTo(Stop.FAILED);
            assertThat(broken.state("store")).isEqualTo("bad");
            assertThat(broken.words("store")).contains("damaged", "rebuild");
        }
    }

    private static void cutNewest(Path archive) throws IOException {
        try (Stream<Path> all = Files.list(archive)) {
            Path newest = all.filter(file -> file.toString().endsWith(".warc.gz"))
                    .max(Path::compareTo)
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(newest);
            Files.write(newest, java.util.Arrays.copyOf(bytes, bytes.length - 100));
        }
    }

    @Test
    void aFolderThatIsMissingEmptyOrAFileIsToldAndNotMade() throws Exception {
        Child child = new Child(folder);
        Path feeds = Files.writeString(folder.resolve("f.txt"), "http://127.0.0.1:9/rss\nnonsense\n");
        Found missing = doctor(child, "data", feeds);
        assertThat(missing.code()).isZero();
        assertThat(missing.state("data folder")).isEqualTo("warn");
        assertThat(missing.state("feed list")).isEqualTo("warn");
        assertThat(folder.resolve("data")).doesNotExist();

        Files.createDirectory(folder.resolve("data"));
        Files.write(folder.resolve("data/hearsay.db"), new byte[50_000]);
        Found noise = doctor(child, "data", feeds, "--set", "poll.interval=soon");
        assertThat(noise.code()).isEqualTo(Stop.FAILED);
        assertThat(noise.state("store")).isEqualTo("bad");
        assertThat(noise.state("settings")).isEqualTo("bad");
        assertThat(noise.words("settings")).contains("poll.interval", "soon");

        Files.writeString(folder.resolve("file"), "x");
        assertThat(doctor(child, "file", folder.resolve("none.txt")).state("data folder"))
                .isEqualTo("bad");
    }

    @Test
    void modelsThatAreNotThereAreToldWithWhatToDo() throws Exception {
        Child child = new Child(folder).withOption("-Dhearsay.home=" + folder);
        Path feeds = Files.writeString(folder.resolve("f.txt"), "http://127.0.0.1:9/rss\n");
        Found found = doctor(child, "data", feeds);
        assertThat(found.state("models")).isEqualTo("bad");
        assertThat(found.words("models")).contains("there is no such file", "take the models folder");
    }

    @Test
    void itLooksBesideAProcessThatWrites() throws Exception {
        try (NewsroomRun run = new NewsroomRun(folder)) {
            run.child.with("HEARSAY_READER", "light");
            run.crawl("data");
            DataFolder data = DataFolder.at(java.util.Optional.of(folder.resolve("data")), Map.of());
            try (Installation writing = Installation.toWrite(data)) {
                writing.store().note("a test", "writes");
                Found found = doctor(run.child, "data", run.feeds);
                assertThat(found.code()).as(found.checks().toString()).isZero();
                assertThat(found.state("store")).isEqualTo("ok");
                assertThat(found.state("index")).isEqualTo("ok");
            }
        }
    }
}
