package org.hearsay.keep.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.hearsay.page.Bytes;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturesTest {
    private static final String HTML = "<p>The mine opened on Monday.</p>";

    @TempDir
    private Path folder;

    @Test
    void aFileOfOursGivesPagesAndFactsAsTheyWereKept() throws IOException {
        Page page = new Page(
                PageUrl.of("https://star.example/a"),
                Instant.parse("2026-11-23T10:00:00.120Z"),
                200,
                List.of(new Header("content-type", "text/html"), new Header("Content-Encoding", "br")),
                Bytes.utf8(HTML));
        Map<String, String> facts = Map.of("feed", "https://star.example/rss", "title", "two\nlines");
        try (Archive archive = Archive.open(folder)) {
            archive.keep(page, facts);
        }
        assertThat(captures(Archive.files(folder).get(0))).containsExactly(new Capture.Captured(page, facts));
    }

    @Test
    void codingsAreUndoneWhetherTheyAreThereOrOnlySaid() throws IOException {
        byte[] gzipped = gzip(HTML.getBytes(UTF_8));
        byte[] chunked = (Integer.toHexString(HTML.length()) + "\r\n" + HTML + "\r\n0\r\n\r\n").getBytes(UTF_8);
        Path file = write(
                response("http://star.example/1", "Content-Encoding: gzip\r\n", gzipped),
                response("http://star.example/2", "Content-Encoding: gzip\r\n", HTML.getBytes(UTF_8)),
                response("<http://star.example/3>", "Transfer-Encoding: chunked\r\n", chunked),
                response("http://star.example/4", "", HTML.getBytes(UTF_8)));
        assertThat(pages(file)).hasSize(4).allSatisfy(page -> {
            assertThat(page.body().decode(UTF_8)).isEqualTo(HTML);
            assertThat(page.header("Content-Encoding")).isEmpty();
            assertThat(page.fetched()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
        });
    }

    @Test
    void whatIsNoPageIsPassedOverWithItsReason() throws IOException {
        Path file = write(
                record("warcinfo", "", "application/warc-fields", "software: x\r\n".getBytes(UTF_8)),
                record(
                        "request",
                        "http://star.example/",
                        "application/http;msgtype=request",
                        "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8)),
                record("response", "dns:star.example", "text/dns", "1.2.3.4".getBytes(UTF_8)),
                record(
                        "response",
                        "http://star.example/r",
                        "application/http;msgtype=response",
                        "HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n".getBytes(UTF_8)),
                record(
                        "response",
                        "http://star.example/p",
                        "application/http;msgtype=response",
                        "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG".getBytes(UTF_8)),
                response("http://star.example/big", "", new byte[200_000]),
                record("resource", "http://star.example/res", "text/html", HTML.getBytes(UTF_8)));
        assertThat(captures(file))
                .filteredOn(Capture.PassedOver.class::isInstance)
                .extracting(capture -> ((Capture.PassedOver) capture).why())
                .containsExactly(
                        Capture.Why.NO_ADDRESS, Capture.Why.NO_ANSWER, Capture.Why.OTHER_TYPE, Capture.Why.TOO_LARGE);
        assertThat(pages(file)).extracting(page -> page.url().text()).containsExactly("http://star.example/res");
    }

    @Test
    void damageCostsTheRecordItLiesInAndIsTold() throws IOException {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            records.add(gzip(response("http://star.example/" + i, "", (HTML + i).getBytes(UTF_8))));
        }
        int second = records.get(0).length;
        records.get(1)[records.get(1).length / 2] ^= 0x55;
        Path file = write(records.toArray(byte[][]::new));

        List<Capture> captures = captures(file);
        assertThat(captures)
                .filteredOn(Capture.Damaged.class::isInstance)
                .hasSize(1)
                .allSatisfy(capture ->
                        assertThat(((Capture.Damaged) capture).offset()).isEqualTo(second));
        assertThat(pages(file))
                .extracting(page -> page.url().text())
                .containsExactly(
                        "http://star.example/0",
                        "http://star.example/2",
                        "http://star.example/3",
                        "http://star.example/4");
    }

    @Test
    void membersMayCarryNamesAndAFileMayBeCompressedAsAWhole() throws IOException {
        byte[] one = response("http://star.example/1", "", HTML.getBytes(UTF_8));
        byte[] two = response("http://star.example/2", "", HTML.getBytes(UTF_8));
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(two);
        assertThat(pages(write(gzip(both.toByteArray())))).hasSize(2);

        byte[] plain = gzip(one);
        byte[] fields = {4, 0, 's', 'l', 0, 0, 'n', 'a', 'm', 'e', 0};
        byte[] named = new byte[plain.length + fields.length];
        System.arraycopy(plain, 0, named, 0, 10);
        named[3] = 4 + 8;
        System.arraycopy(fields, 0, named, 10, fields.length);
        System.arraycopy(plain, 10, named, 10 + fields.length, plain.length - 10);
        assertThat(pages(write(named, gzip(two)))).hasSize(2);
    }

    @Test
    void bytesOfAnyKindNeverThrow() throws IOException {
        Random random = new Random(11);
        byte[] good = gzip(response("http://star.example/", "", HTML.getBytes(UTF_8)));
        for (int round = 0; round < 300; round++) {
            byte[] bad = round % 2 == 0 ? good.clone() : response("http://star.example/", "", HTML.getBytes(UTF_8));
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(
                    folder.resolve("bad.warc"), java.util.Arrays.copyOf(bad, random.nextInt(bad.length) + 1));
            assertThat(captures(file)).as("round " + round).isNotNull();
        }
    }

    @Test
    void aWarcFileIsKnownByItsFirstBytes() throws IOException {
        byte[] record = response("http://star.example/", "", HTML.getBytes(UTF_8));
        assertThat(Captures.isWarc(record)).isTrue();
        assertThat(Captures.isWarc(gzip(record))).isTrue();
        assertThat(Captures.isWarc("{\"id\":\"a\"}".getBytes(UTF_8))).isFalse();
        assertThat(Captures.isWarc(gzip("{\"id\":\"a\"}".getBytes(UTF_8)))).isFalse();
        assertThat(Captures.isWarc(new byte[0])).isFalse();
    }

    // ---- what the tests read with --------------------------------------------------------------------------------

    private static List<Capture> captures(Path file) throws IOException {
        List<Capture> captures = new ArrayList<>();
        Captures.each(file, 100_000, captures::add);
        return captures;
    }

    private static List<Page> pages(Path file) throws IOException {
        return captures(file).stream()
                .filter(Capture.Captured.class::isInstance)
                .map(capture -> ((Capture.Captured) capture).page())
                .toList();
    }

    private Path write(byte[]... records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] record : records) {
            out.write(record);
        }
        return Files.write(folder.resolve("foreign.warc"), out.toByteArray());
    }

    private static byte[] response(String target, String headers, byte[] body) {
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + "\r\n").getBytes(UTF_8);
        byte[] block = new byte[head.length + body.length];
        System.arraycopy(head, 0, block, 0, head.length);
        System.arraycopy(body, 0, block, head.length, body.length);
        return record("response", target, "application/http;msgtype=response", block);
    }

    /** WARC 1.0, section 4, with only the fields that every record has. */
    private static byte[] record(String type, String target, String contentType, byte[] block) {
        String head = "WARC/1.0\r\nWARC-Type: " + type + "\r\n"
                + (target.isEmpty() ? "" : "WARC-Target-URI: " + target + "\r\n")
                + "WARC-Date: 2026-11-20T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
                + "Content-Type: " + contentType + "\r\nContent-Length: " + block.length + "\r\n\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(ISO_8859_1));
        out.writeBytes(block);
        out.writeBytes("\r\n\r\n".getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
