package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hearsay.ClosedFolder;
import org.hearsay.keep.index.LuceneIndex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with files, folders and ports is one line that says what to do, with its exit code, and never a stack. */
class BadInputTest {
    @TempDir
    private Path folder;

    private Child child;
    private String data;

    @BeforeEach
    void prepare() {
        child = new Child(folder);
        data = folder.resolve("data").toString();
    }

    private Child.Ended crawl(Path feeds) throws IOException, InterruptedException {
        return child.run("crawl", "--data", data, "--feeds", feeds.toString());
    }

    private static void told(Child.Ended ended, int code, String... words) {
        assertThat(ended.code()).as(ended.err()).isEqualTo(code);
        assertThat(ended.err()).contains(words).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(ended.err().strip().lines().count()).as(ended.err()).isEqualTo(1);
    }

    @Test
    void anOptionBeforeItsCommandIsToldWhereToStand() throws Exception {
        told(child.run("--data=" + data, "doctor"), Stop.USAGE, "hearsay doctor --data");
        told(child.run("--data", data, "search", "ore"), Stop.USAGE, "hearsay search --data");
    }

    @Test
    void aMissingFeedListSaysWhereItShouldBe() throws Exception {
        told(crawl(folder.resolve("none.txt")), Stop.CONFIGURATION, "no feed list", "none.txt", "--feeds");
    }

    @Test
    void anEmptyFeedListSaysWhatToWrite() throws Exception {
        told(crawl(Files.writeString(folder.resolve("f.txt"), "\n# nothing\n")), Stop.CONFIGURATION, "names no feed");
    }

    @Test
    void aFolderIsNoFeedList() throws Exception {
        told(crawl(folder), Stop.CONFIGURATION, "is a folder");
    }

    @Test
    void aPipeIsNoFeedListAndIsNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assumeTrue(made.waitFor() == 0, "no pipe could be made here: skipped");
        told(crawl(pipe), Stop.CONFIGURATION, "is a pipe");
    }

    @Test
    void aFeedListThatIsNotUtf8IsRefused() throws Exception {
        Path feeds = Files.write(folder.resolve("f.txt"), new byte[] {(byte) 0xe9, (byte) 0x80, 10, 0});
        told(crawl(feeds), Stop.CONFIGURATION, "not UTF-8");
    }

    @Test
    void nonsenseIsToldByItsLinesAndEndsClearly() throws Exception {
        Path feeds = Files.writeString(folder.resolve("f.txt"), "this is no feed\n<xml>\nftp://x/y\n");
        Child.Ended ended = crawl(feeds);
        assertThat(ended.code()).isEqualTo(Stop.CONFIGURATION);
        assertThat(ended.err()).contains("f.txt:1:", "f.txt:2:", "f.txt:3:", "names no feed");
        assertThat(ended.err()).doesNotContain("\tat ");
    }

    @Test
    void aBadLineDoesNotStopTheOthers() throws Exception {
        try (PaperSite site = PaperSite.open()) {
            site.publish("star", "/a", "A", "<p>Hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Path feeds = Files.write(
                    folder.resolve("f.txt"),
                    Stream.concat(Stream.of("nonsense"), site.feedLines().stream())
                            .toList());
            Child.Ended ended = child.with("HEARSAY_FETCH_ALLOW", "127.0.0.0/8")
                    .run("crawl", "--data", data, "--feeds", feeds.toString());
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.err()).contains("f.txt:1:", "1 feed visited", "1 entry seen");
        }
    }

    @Test
    void aDataFolderThatIsAFileIsRefused() throws Exception {
        Files.writeString(folder.resolve("data"), "x");
        told(child.run("crawl", "--data", data, "--feeds", feeds()), Stop.CONFIGURATION, "--data");
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsRefused() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        try (ClosedFolder folder = ClosedFolder.at(closed)) {
            assertThat(folder).isNotNull();
            told(
                    child.run("crawl", "--data", closed.resolve("data").toString(), "--feeds", feeds()),
                    Stop.CONFIGURATION,
                    "writable");
        }
    }

    @Test
    void aDataFolderInUseIsLeftAlone() throws Exception {
        try (DataFolder.Lock lock = DataFolder.at(java.util.Optional.of(Path.of(data)), java.util.Map.of())
                .lock()) {
            assertThat(lock).isNotNull();
            told(child.run("crawl", "--data", data, "--feeds", feeds()), Stop.LATER, "in use by another Hearsay");
        }
    }

    @Test
    void aStoreThatIsNoDatabaseIsLeftAsItIs() throws Exception {
        Files.createDirectories(Path.of(data));
        byte[] noise = new byte[50_000];
        new Random(7).nextBytes(noise);
        Files.write(Path.of(data, "hearsay.db"), noise);
        told(child.run("crawl", "--data", data, "--feeds", feeds()), Stop.CONFIGURATION, "hearsay.db");
        assertThat(Files.readAllBytes(Path.of(data, "hearsay.db"))).isEqualTo(noise);
    }

    @Test
    void aPortInUseSaysHowToTakeAnother() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Child.Ended ended =
                    child.run("serve", "--data", data, "--feeds", feeds(), "--set", "web.port=" + taken.getLocalPort());
            told(ended, Stop.CONFIGURATION, "web.port", Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void aSettingThatDoesNotExistOrMakesNoSenseIsNamed() throws Exception {
        told(child.run("crawl", "--data", data, "--set", "poll.intervall=3m"), Stop.CONFIGURATION, "poll.intervall");
        told(child.run("crawl", "--data", data, "--set", "poll.interval=soon"), Stop.CONFIGURATION, "soon", "5m");
        told(
                child.with("HEARSAY_WEB_PORT", "http").run("serve", "--data", data, "--feeds", feeds()),
                Stop.CONFIGURATION,
                "HEARSAY_WEB_PORT");
    }

    @Test
    void anIndexThatIsDamagedOrGoneIsMadeAgain() throws Exception {
        try (NewsroomRun run = new NewsroomRun(Files.createDirectory(folder.resolve("run")))) {
            run.crawl("data");
            List<String> before = hits(run);
            assertThat(before).isNotEmpty();
            Path index = run.folder.resolve("data/index");
            try (Stream<Path> files = Files.walk(index)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    for (int i = 0; i < bytes.length; i += 97) {
                        bytes[i] ^= 0x55;
                    }
                    Files.write(file, bytes);
                }
            }
            Child.Ended again = run.crawl("data");
            assertThat(again.err()).contains("damaged", "making the index again");
            assertThat(hits(run)).isEqualTo(before);
            LuceneIndex.wipe(index);
            told(run.child.run(run.args("data", "search", "production")), Stop.FAILED, "index", "hearsay crawl");
            run.crawl("data");
            assertThat(hits(run)).isEqualTo(before);
        }
    }

    /** By time: what was deleted in an index still counts in its scores, so by relevance two nearly alike may change places. */
    private static List<String> hits(NewsroomRun run) throws Exception {
        return run.child
                .run(run.args("data", "search", "production", "--json", "--sort", "newest"))
                .out()
                .lines()
                .toList();
    }

    @Test
    void aTextThatCannotBeReadIsNamedWithTheReason() throws Exception {
        Path foreign = Files.write(folder.resolve("f.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 'A', 0});
        told(child.run("extract", "--until", "article", foreign.toString()), Stop.FAILED, "f.txt", "not UTF-8");
        told(child.run("extract", "--until", "article", folder.toString()), Stop.FAILED, "s a directory");
        Path large = folder.resolve("large.html");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(20 << 20);
        }
        told(child.run("extract", "--until", "article", large.toString()), Stop.FAILED, "larger than 16 MiB");
    }

    @Test
    void aBadLineOfABatchCostsNoOther() throws Exception {
        Path page = Files.writeString(folder.resolve("a.html"), "<p>Hello");
        Path feed = Files.writeString(
                folder.resolve("a.xml"), "<rss version='2.0'><channel><title>T</title></channel></rss>");
        String bad = "b\nc\t/none\nd\t/a\0b\n";
        Path pages = Files.writeString(folder.resolve("pages"), "a\t" + page + "\n" + bad + "z\t" + page + "\n");
        Path feeds = Files.writeString(folder.resolve("feeds"), "a\t" + feed + "\n" + bad + "z\t" + feed + "\n");
        Path out = folder.resolve("out");
        for (String[] command : new String[][] {
            {"extract", "--until", "article", "--list", pages.toString(), "--out", out.toString()},
            {"feeds", "read", "--list", feeds.toString(), "--out", out.toString()}
        }) {
            Child.Ended ended = child.run(command);
            assertThat(ended.code()).as(ended.err()).isEqualTo(Stop.IN_PART);
            assertThat(ended.err()).contains(":2:", ":3:", ":4:").doesNotContain("\tat ");
            assertThat(NewsroomRun.lines(Files.readString(out)))
                    .extracting(line -> line.get("id").asText())
                    .containsExactly("a", "z");
        }
    }

    @Test
    void aSearchBeforeAnyCrawlSaysWhatToDoFirst() throws Exception {
        told(child.run("search", "x", "--data", data), Stop.CONFIGURATION, "hearsay crawl");
    }

    private String feeds() throws IOException {
        return Files.write(folder.resolve("some.txt"), List.of("http://127.0.0.1:9/rss.xml"))
                .toString();
    }
}
