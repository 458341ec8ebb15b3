package org.hearsay.keep.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipException;
import org.hearsay.page.Header;
import org.hearsay.page.Page;

/**
 * The head of an HTTP answer as it is archived: status line and headers in their order, then a Content-Length.
 *
 * <p>The body was decoded before it is kept, so the headers that speak of its form on the wire would mislead a replay.
 * They are renamed as other archives do, with {@code X-Archive-Orig-} in front, and get their names back when read.
 * A header that no HTTP line can carry is written, escaped, under the name {@code X-Archive-Escaped}.
 */
final class HttpHead {
    private static final String RENAMED = "X-Archive-Orig-";
    private static final String ESCAPED = "X-Archive-Escaped";
    private static final Set<String> OF_THE_WIRE = of("Content-Encoding", "Content-Length", "Transfer-Encoding");
    /** Servers allow 8 to 64 KB for all headers; a larger head is no head. */
    private static final int MAX_BYTES = 4 << 20;

    private HttpHead() {}

    static byte[] write(Page page) {
        StringBuilder head = new StringBuilder(1024);
        head.append("HTTP/1.1 ").append(page.status()).append(' ').append(reason(page.status()));
        head.append("\r\n");
        for (Header header : page.headers()) {
            boolean ours = header.name().regionMatches(true, 0, RENAMED, 0, RENAMED.length())
                    || header.named(ESCAPED)
                    || OF_THE_WIRE.contains(header.name());
            if (!Escapes.isToken(header.name()) || !Escapes.isPlain(header.value())) {
                head.append(ESCAPED).append(": ").append(Escapes.wholly(header.name()));
                head.append(':').append(Escapes.escape(header.value()));
            } else {
                head.append(ours ? RENAMED : "").append(header.name());
                head.append(": ").append(header.value());
            }
            head.append("\r\n");
        }
        head.append("Content-Length: ").append(page.body().length()).append("\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads up to the empty line, and that. */
    static byte[] cutFrom(InputStream block) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
        int matched = 0;
        while (matched < 4) {
            int c = block.read();
            if (c < 0 || head.size() > MAX_BYTES) {
                throw new ZipException("an HTTP head without an end");
            }
            head.write(c);
            boolean fits = c == (matched % 2 == 0 ? '\r' : '\n');
            matched = fits ? matched + 1 : c == '\r' ? 1 : 0;
        }
        return head.toByteArray();
    }

    static int status(byte[] head) throws IOException {
        String line = lines(head)[0];
        try {
            return Integer.parseInt(line.split(" ", 3)[1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("no HTTP status in: " + line, e);
        }
    }

    static List<Header> headers(byte[] head) throws IOException {
        List<Header> headers = new ArrayList<>();
        String[] lines = lines(head);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(": ");
            if (colon < 0) {
                throw new ZipException("no HTTP header: " + lines[i]);
            }
            header(lines[i].substring(0, colon), lines[i].substring(colon + 2)).ifPresent(headers::add);
        }
        return headers;
    }

    /** An archived header as it came; none if it speaks of the form on the wire. */
    static Optional<Header> header(String name, String value) {
        int inner = value.indexOf(':');
        if (name.equals(ESCAPED) && inner >= 0) {
            return Optional.of(new Header(
                    Escapes.unescape(value.substring(0, inner)), Escapes.unescape(value.substring(inner + 1))));
        }
        if (name.startsWith(RENAMED)) {
            return Optional.of(new Header(name.substring(RENAMED.length()), value));
        }
        return OF_THE_WIRE.contains(name) ? Optional.empty() : Optional.of(new Header(name, value));
    }

    private static String[] lines(byte[] head) {
        return new String(head, StandardCharsets.UTF_8).split("\r\n");
    }

    /** RFC 9110, section 15, for those that come with a page; the phrase means nothing to a program. */
    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 203 -> "Non-Authoritative Information";
            case 206 -> "Partial Content";
            case 404 -> "Not Found";
            case 410 -> "Gone";
            default -> "Status " + status;
        };
    }

    private static Set<String> of(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }
}
