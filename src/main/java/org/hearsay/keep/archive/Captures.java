package org.hearsay.keep.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.hearsay.page.Bytes;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

/**
 * Pages in WARC files that anybody wrote: this program, wget, a crawler, a browser; compressed record by record or not
 * at all. Transfer and content codings are undone, whether the file still has them or only its headers say so.
 *
 * <p>Damage costs the record that it lies in where the next one can be found, which it can in files that are compressed
 * record by record; elsewhere the rest of the file. Both are told.
 */
public final class Captures {
    private final FileChannel file;
    private final long size;
    private final boolean compressed;
    private final long mostBytes;
    private final Consumer<Capture> visitor;
    private Optional<Page> waiting = Optional.empty();

    private Captures(FileChannel file, long size, boolean compressed, long mostBytes, Consumer<Capture> visitor) {
        this.file = file;
        this.size = size;
        this.compressed = compressed;
        this.mostBytes = mostBytes;
        this.visitor = visitor;
    }

    /** Whether a file that begins so is a WARC file, compressed or not. */
    public static boolean isWarc(byte[] start) {
        try (InputStream in = isGzip(start)
                ? new GZIPInputStream(new ByteArrayInputStream(start))
                : new ByteArrayInputStream(start)) {
            return new String(in.readNBytes(5), StandardCharsets.ISO_8859_1).equals("WARC/");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == Member.MAGIC[0] && bytes[1] == Member.MAGIC[1];
    }

    /**
     * Every page of {@code path} in the order of the file, and what is none.
     *
     * @param mostBytes the largest page that is read
     * @throws IOException if the file cannot be read; what it contains never throws
     */
    public static void each(Path path, long mostBytes, Consumer<Capture> visitor) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = file.size();
            byte[] start = new byte[2];
            file.read(ByteBuffer.wrap(start), 0);
            Captures captures = new Captures(file, size, isGzip(start), mostBytes, visitor);
            for (long at = 0; at < size; ) {
                at = captures.from(at);
            }
            captures.handOn(Map.of());
        }
    }

    /** Reads what begins there. @return where to go on, the end of the file if nowhere */
    private long from(long at) throws IOException {
        Optional<Page> before = waiting;
        try {
            return compressed ? member(at) : plain(at);
        } catch (IOException | RuntimeException e) {
            // jwarc throws both for what makes no sense. A page whose checksum is wrong is not handed on.
            if (!waiting.equals(before)) {
                waiting = Optional.empty();
            }
            long next = compressed ? Record.next(file, at + 1, size) : size;
            visitor.accept(
                    new Capture.Damaged(at, e.getMessage() + (next < size ? "" : "; nothing behind it could be read")));
            return next;
        }
    }

    /** Usually one record; all of them if the file was compressed as a whole. */
    private long member(long at) throws IOException {
        try (Member member = new Member(file, at, size);
                WarcReader reader = new WarcReader(member)) {
            for (Optional<WarcRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                take(record.get(), at);
            }
            member.transferTo(OutputStream.nullOutputStream());
            return member.end();
        }
    }

    private long plain(long at) throws IOException {
        file.position(at);
        try (WarcReader reader = new WarcReader(file)) {
            for (Optional<WarcRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                take(record.get(), reader.position());
            }
        }
        return size;
    }

    private void take(WarcRecord record, long at) throws IOException {
        switch (record) {
            case WarcMetadata metadata -> handOn(facts(metadata));
            case WarcResponse response -> {
                handOn(Map.of());
                response(response, at);
            }
            case WarcResource resource -> {
                handOn(Map.of());
                resource(resource);
            }
            case WarcRevisit revisit -> {
                handOn(Map.of());
                visitor.accept(new Capture.PassedOver(Capture.Why.REVISIT));
            }
            default -> {} // what was asked, and words about the file
        }
    }

    /** A page is handed on when it is known whether facts follow it. */
    private void handOn(Map<String, String> facts) {
        waiting.ifPresent(page -> visitor.accept(new Capture.Captured(page, facts)));
        waiting = Optional.empty();
    }

    private Map<String, String> facts(WarcMetadata metadata) throws IOException {
        boolean about = waiting.isPresent()
                && metadata.contentType().base().equals(MediaType.WARC_FIELDS)
                && address(metadata.headers().first("WARC-Target-URI").orElse(""))
                        .equals(waiting.map(Page::url));
        if (!about) {
            return Map.of();
        }
        try {
            return Facts.read(metadata.body().stream().readAllBytes());
        } catch (IOException e) {
            return Map.of(); // another program's notes
        }
    }

    private void response(WarcResponse response, long at) throws IOException {
        Optional<PageUrl> url = address(response.target());
        if (url.isEmpty() || !response.contentType().base().equals(MediaType.HTTP)) {
            visitor.accept(new Capture.PassedOver(Capture.Why.NO_ADDRESS));
            return;
        }
        HttpResponse http = response.http();
        if (http.status() != 200) {
            visitor.accept(new Capture.PassedOver(Capture.Why.NO_ANSWER));
            return;
        }
        if (!mayBeAPage(http.headers().first("Content-Type").orElse(""))) {
            visitor.accept(new Capture.PassedOver(Capture.Why.OTHER_TYPE));
            return;
        }
        Optional<byte[]> body;
        try {
            body = bounded(http.body().stream()).flatMap(raw -> decoded(raw, http));
        } catch (IOException e) {
            visitor.accept(new Capture.Damaged(at, url.get() + ": " + e.getMessage()));
            return;
        }
        page(url.get(), response.date(), headers(http), body);
    }

    private void resource(WarcResource resource) throws IOException {
        Optional<PageUrl> url = address(resource.target());
        String type = resource.contentType().toString();
        if (url.isEmpty()) {
            visitor.accept(new Capture.PassedOver(Capture.Why.NO_ADDRESS));
        } else if (!mayBeAPage(type)) {
            visitor.accept(new Capture.PassedOver(Capture.Why.OTHER_TYPE));
        } else {
            List<Header> headers = List.of(new Header("Content-Type", type));
            page(url.get(), resource.date(), headers, bounded(resource.body().stream()));
        }
    }

    private void page(PageUrl url, Instant date, List<Header> headers, Optional<byte[]> body) {
        if (body.isEmpty()) {
            visitor.accept(new Capture.PassedOver(Capture.Why.TOO_LARGE));
            return;
        }
        waiting = Optional.of(new Page(url, date, 200, headers, Bytes.of(body.get())));
    }

    /** wget sets addresses into angle brackets, as WARC 1.0 printed them. */
    private static Optional<PageUrl> address(String target) {
        boolean bracketed = target.startsWith("<") && target.endsWith(">");
        return PageUrl.parse(bracketed ? target.substring(1, target.length() - 1) : target);
    }

    private static boolean mayBeAPage(String type) {
        String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return bare.isEmpty() || bare.contains("html") || bare.equals("text/plain") || bare.startsWith("text/vnd.");
    }

    private Optional<byte[]> bounded(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(mostBytes + 1, Integer.MAX_VALUE - 8));
        return bytes.length > mostBytes ? Optional.empty() : Optional.of(bytes);
    }

    /** Many a crawler writes the body decoded and leaves the header. */
    private Optional<byte[]> decoded(byte[] raw, HttpResponse http) {
        String coding =
                http.headers().first("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
        if (coding.isEmpty() || coding.equals("identity")) {
            return Optional.of(raw);
        }
        try (InputStream in = decoding(coding, new ByteArrayInputStream(raw))) {
            return bounded(in);
        } catch (IOException e) {
            return Optional.of(raw);
        }
    }

    private static InputStream decoding(String coding, InputStream raw) throws IOException {
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(raw);
            case "deflate" -> new InflaterInputStream(raw);
            case "br" -> new BrotliInputStream(raw);
            default -> raw;
        };
    }

    private static List<Header> headers(HttpResponse http) {
        List<Header> headers = new ArrayList<>();
        http.headers()
                .map()
                .forEach((name, values) ->
                        values.forEach(value -> HttpHead.header(name, value).ifPresent(headers::add)));
        return headers;
    }
}
