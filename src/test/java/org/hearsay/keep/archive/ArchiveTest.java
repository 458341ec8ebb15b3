package org.hearsay.keep.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.hearsay.keep.archive.Archive.Damage;
import org.hearsay.page.Bytes;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;

class ArchiveTest {
    @TempDir
    Path folder;

    private final List<Damage> damages = new ArrayList<>();

    @Test
    void aPageComesBackAsItWasKept() throws IOException {
        Page page = new Page(
                PageUrl.of("https://example.org/a?q=1"),
                Instant.parse("2026-11-23T10:00:00.120Z"),
                200,
                List.of(
                        new Header("content-type", "text/html; charset=iso-8859-1"),
                        new Header("Set-Cookie", "b=2"),
                        new Header("Content-Encoding", "br"),
                        new Header("set-cookie", "a=1"),
                        new Header("Content-Length", "17"),
                        new Header("X-Archive-Orig-Content-Encoding", "trap"),
                        new Header("x-archive-escaped", "trap"),
                        new Header("X-Name", "Zoë"),
                        new Header("X-Empty", "")),
                Bytes.of(new byte[] {0, (byte) 0xff, '\r', '\n', '\r', '\n', 7}));
        Map<String, String> facts =
                Map.of("feed", "https://example.org/rss", "title", " two\r\nlines \\u0041 \ud83d\ude00");
        try (Archive archive = Archive.open(folder)) {
            Kept at = archive.keep(page, facts);
            assertThat(archive.read(at)).isEqualTo(new KeptPage(at, page, facts));
        }
        assertThat(kept()).extracting(KeptPage::page).containsExactly(page);
    }

    @Test
    void headersThatNoLineCanCarryComeBackToo() throws IOException {
        Random random = new Random(7);
        String hard = "aB:\\ \r\n\t\0é\u0085\ud83d\ude00-u0";
        try (Archive archive = Archive.open(folder)) {
            for (int i = 0; i < 200; i++) {
                List<Header> headers = new ArrayList<>();
                for (int h = random.nextInt(5); h >= 0; h--) {
                    headers.add(new Header(text(random, hard), text(random, hard)));
                }
                Page page = new Page(
                        PageUrl.of("http://h/" + i), Instant.ofEpochMilli(i), 200, headers, Bytes.utf8("x".repeat(i)));
                Map<String, String> facts = Map.of("a-" + i, text(random, hard));
                Kept at = archive.keep(page, facts);
                assertThat(archive.read(at)).as("page " + i).isEqualTo(new KeptPage(at, page, facts));
            }
        }
    }

    @Test
    void anotherReaderUnderstandsTheFiles() throws IOException {
        try (Archive archive = Archive.open(folder)) {
            archive.keep(page(1, 900, new Header("Content-Encoding", "gzip")), Map.of("feed", "https://f/"));
            archive.keep(page(2, 90), Map.of());
        }
        List<String> types = new ArrayList<>();
        try (WarcReader reader = new WarcReader(file())) {
            reader.calculateBlockDigest();
            for (WarcRecord record : reader) {
                types.add(record.type());
                if (record instanceof Warcinfo info) {
                    assertThat(info.filename()).contains(file().getFileName().toString());
                }
                if (record instanceof WarcResponse response && types.size() == 2) {
                    assertThat(response.date()).isEqualTo(page(1, 0).fetched());
                    assertThat(response.target()).isEqualTo("https://example.org/1");
                    assertThat(response.http().status()).isEqualTo(200);
                    assertThat(response.http().headers().first("X-Archive-Orig-Content-Encoding"))
                            .contains("gzip");
                    assertThat(response.payload().orElseThrow().body().stream().readAllBytes())
                            .isEqualTo(page(1, 900).body().toArray());
                }
                if (record instanceof WarcMetadata metadata && types.size() == 3) {
                    assertThat(metadata.fields().first("feed")).contains("https://f/");
                }
            }
        }
        assertThat(types).containsExactly("warcinfo", "response", "metadata", "response", "metadata");
        byte[] whole = new GZIPInputStream(Files.newInputStream(file())).readAllBytes();
        assertThat(new String(whole, StandardCharsets.ISO_8859_1).split("WARC/1\\.1\r\n", -1))
                .hasSize(6);
    }

    @Test
    void eachGoesThroughFilesInTheOrderOfKeepingWhateverTheClockSays() throws IOException {
        for (int start = 0; start < 12; start++) {
            try (Archive archive = Archive.open(folder, 2_000, damages::add)) {
                for (int i = 0; i < 3; i++) {
                    int number = start * 3 + i;
                    // The clock runs backwards from one start to the next.
                    archive.keep(
                            page(number, 1_000, Instant.ofEpochSecond(1_800_000_000L - number * 86_400L)), Map.of());
                }
            }
        }
        List<String> names = Archive.files(folder).stream()
                .map(p -> p.getFileName().toString())
                .toList();
        assertThat(names).hasSizeBetween(13, 36);
        assertThat(kept())
                .extracting(k -> k.page().url().text())
                .containsExactlyElementsOf(java.util.stream.IntStream.range(0, 36)
                        .mapToObj(n -> "https://example.org/" + n)
                        .toList());
        assertThat(damages).isEmpty();
    }

    @Test
    void aFileCutAtAnyByteIsReadableUpToTheCut() throws IOException {
        List<Kept> at = new ArrayList<>();
        try (Archive archive = Archive.open(folder)) {
            for (int i = 0; i < 3; i++) {
                at.add(archive.keep(page(i, 40), Map.of("n", "" + i)));
            }
        }
        Path file = file();
        byte[] bytes = Files.readAllBytes(file);
        for (int cut = 0; cut <= bytes.length; cut++) {
            Files.write(file, Arrays.copyOf(bytes, cut));
            int end = cut;
            int whole = (int)
                    at.stream().filter(k -> k.offset() + k.length() <= end).count();
            assertThat(kept()).as("cut at " + cut).hasSize(whole);
            long keptBytes = whole == 0
                    ? (cut >= at.get(0).offset() ? at.get(0).offset() : 0)
                    : at.get(whole - 1).offset() + at.get(whole - 1).length();
            damages.clear();
            Archive.open(folder, damages::add).close();
            assertThat(Files.readAllBytes(file))
                    .as("opened after a cut at " + cut)
                    .isEqualTo(Arrays.copyOf(bytes, (int) keptBytes));
            assertThat(damages).as("cut at " + cut).hasSize(keptBytes == cut ? 0 : 1);
        }
    }

    @Test
    void damageCostsTheRecordItLiesInAndNoOther() throws IOException {
        List<Kept> at = new ArrayList<>();
        try (Archive archive = Archive.open(folder)) {
            for (int i = 0; i < 4; i++) {
                at.add(archive.keep(page(i, 300), Map.of("n", "" + i)));
            }
        }
        byte[] bytes = Files.readAllBytes(file());
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = bytes.clone();
            int place = random.nextInt(bytes.length);
            damaged[place] ^= (byte) (1 + random.nextInt(255));
            Files.write(file(), damaged);
            damages.clear();
            List<KeptPage> left = kept();
            // Bytes 4 to 9 of a gzip header (time, flags, system) carry nothing, so damage there is none.
            List<Kept> expected = at.stream()
                    .filter(k -> place < k.offset() || place >= k.offset() + k.length())
                    .toList();
            assertThat(left).as("damage at " + place).extracting(KeptPage::at).containsAll(expected);
            if (left.size() < 4) {
                assertThat(damages).as("damage at " + place).isNotEmpty();
            }
            assertThat(Files.readAllBytes(file())).as("only ends are cut").isEqualTo(damaged);
        }
    }

    @Test
    void whatIsNoRecordAtTheEndIsLeftAlone() throws IOException {
        try (Archive archive = Archive.open(folder)) {
            archive.keep(page(1, 10), Map.of());
        }
        Files.write(file(), new byte[5_000], java.nio.file.StandardOpenOption.APPEND);
        long size = Files.size(file());
        try (Archive archive = Archive.open(folder, damages::add)) {
            archive.keep(page(2, 10), Map.of());
            List<String> urls = new ArrayList<>();
            archive.each(k -> urls.add(k.page().url().text()));
            assertThat(urls).containsExactly("https://example.org/1", "https://example.org/2");
        }
        assertThat(Files.size(file())).isEqualTo(size);
        assertThat(damages).hasSize(1);
        assertThat(damages.get(0).length()).isEqualTo(5_000);
    }

    @Test
    void nobodyCutsARecordThatAnotherIsWriting() throws IOException {
        try (Archive writer = Archive.open(folder)) {
            writer.keep(page(1, 10), Map.of());
            byte[] half = Arrays.copyOf(Files.readAllBytes(file()), 20);
            Files.write(file(), half, java.nio.file.StandardOpenOption.APPEND);
            long size = Files.size(file());
            Archive.open(folder).close();
            assertThat(Files.size(file())).isEqualTo(size);
        }
        long before = Files.size(file());
        Archive.open(folder, damages::add).close();
        assertThat(Files.size(file())).isEqualTo(before - 20);
    }

    @Test
    void aLargeBodyComesBack() throws IOException {
        byte[] body = new byte[16 << 20];
        new Random(1).nextBytes(body);
        Page page = new Page(PageUrl.of("http://h/"), Instant.EPOCH, 200, List.of(), Bytes.of(body));
        try (Archive archive = Archive.open(folder)) {
            Kept at = archive.keep(page, Map.of());
            assertThat(archive.read(at).page()).isEqualTo(page);
        }
        Archive.open(folder, damages::add).close();
        assertThat(damages).isEmpty();
    }

    @Test
    void askedForWhatIsNotThereItSaysSo() throws IOException {
        try (Archive archive = Archive.open(folder)) {
            Kept at = archive.keep(page(1, 10), Map.of());
            assertThatThrownBy(() -> archive.read(new Kept(at.file(), at.offset() + 1, at.length())))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("at byte " + (at.offset() + 1));
            assertThatThrownBy(() -> archive.read(new Kept("none.warc.gz", 0, 9)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is missing");
            assertThatThrownBy(() -> archive.read(new Kept("../x.warc.gz", 0, 9)))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> archive.keep(page(1, 1), Map.of("a b", "")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Archive.open(folder.resolve("file")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not a folder");
    }

    /** A file-size limit of the system stands for a full disk: the write fails half way, as it does there. */
    @Test
    void aFullDiskIsAnErrorAndLeavesAWholeFile() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell's ulimit");
        ProcessBuilder builder = new ProcessBuilder(
                "/bin/sh",
                "-c",
                "ulimit -f 400; exec \"$@\"",
                "sh",
                java.toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Full.class.getName(),
                folder.toString());
        Path out = Files.createTempFile("full", ".txt");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(out)).isEqualTo("kept failed kept");
        Files.delete(out);
        Archive.open(folder, damages::add).close();
        assertThat(kept()).extracting(k -> k.page().body().length()).containsExactly(100_000, 10);
        assertThat(damages).isEmpty();
    }

    /** Keeps a page, one too large for the limit, and one more. */
    static final class Full {
        public static void main(String[] args) throws IOException {
            List<String> said = new ArrayList<>();
            try (Archive archive = Archive.open(Path.of(args[0]))) {
                for (int bytes : new int[] {100_000, 1_000_000, 10}) {
                    try {
                        archive.keep(page(bytes, bytes), Map.of());
                        said.add("kept");
                    } catch (IOException e) {
                        said.add("failed");
                    }
                }
            }
            System.out.print(String.join(" ", said));
        }
    }

    @Test
    void aKilledProcessLeavesEveryPageThatItAcknowledged() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        for (int round = 0; round < 3; round++) {
            Process process = new ProcessBuilder(
                            java.toString(),
                            "-XX:-UsePerfData",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Endless.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            List<String> acknowledged = new ArrayList<>();
            try (var lines = process.inputReader()) {
                for (int i = 0; i < 20 + round * 13; i++) {
                    acknowledged.add(lines.readLine());
                }
                process.toHandle().destroyForcibly(); // not by the process, which would close its output too
                lines.lines().forEach(acknowledged::add);
            }
            if (!acknowledged.get(acknowledged.size() - 1).endsWith(".")) {
                acknowledged.remove(acknowledged.size() - 1); // the line itself was cut
            }
            try (Archive archive = Archive.open(folder)) {
                for (String line : acknowledged) {
                    String[] parts = line.substring(0, line.length() - 1).split(" ");
                    Kept at = new Kept(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
                    assertThat(archive.read(at).facts()).containsEntry("n", parts[3]);
                }
                archive.keep(page(1, 1), Map.of());
            }
        }
        kept();
        assertThat(damages).isEmpty();
    }

    /** Keeps pages and says so until it is killed. */
    static final class Endless {
        public static void main(String[] args) throws IOException {
            try (Archive archive = Archive.open(Path.of(args[0]))) {
                for (int i = 0; ; i++) {
                    Kept at = archive.keep(page(i, 50_000), Map.of("n", "" + i));
                    System.out.println(at.file() + " " + at.offset() + " " + at.length() + " " + i + ".");
                }
            }
        }
    }

    /** What a reader finds without opening, which would cut. */
    private List<KeptPage> kept() throws IOException {
        List<KeptPage> pages = new ArrayList<>();
        Archive.reading(folder, damages::add).each(pages::add);
        return pages;
    }

    private Path file() throws IOException {
        return Archive.files(folder).get(0);
    }

    private static Page page(int number, int bytes, Header... headers) {
        Page plain = page(number, bytes, Instant.parse("2026-11-23T10:00:00.007Z"));
        return new Page(plain.url(), plain.fetched(), 200, List.of(headers), plain.body());
    }

    private static Page page(int number, int bytes, Instant at) {
        byte[] body = new byte[bytes];
        new Random(number).nextBytes(body);
        return new Page(PageUrl.of("https://example.org/" + number), at, 200, List.of(), Bytes.of(body));
    }

    private static String text(Random random, String alphabet) {
        StringBuilder out = new StringBuilder();
        for (int n = random.nextInt(6); n > 0; n--) {
            out.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return out.toString();
    }
}
