package org.hearsay.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** One answer, made beforehand: body, validators, and what becomes of it when the reader has it already. */
final class Answer {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final int status;
    private final String type;
    private final byte[] body;
    private final Optional<Instant> modified;
    private final Optional<String> location;
    private final boolean gzip;

    private Answer(
            int status, String type, byte[] body, Optional<Instant> modified, Optional<String> location, boolean gzip) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.modified = modified;
        this.location = location;
        this.gzip = gzip;
    }

    static Answer of(int status, String type, byte[] body) {
        return new Answer(status, type, body.clone(), Optional.empty(), Optional.empty(), false);
    }

    static Answer redirect(int status, String location) {
        return new Answer(status, "text/html", new byte[0], Optional.empty(), Optional.of(location), false);
    }

    /** With a Last-Modified, to the second as HTTP has it. */
    Answer modified(Optional<Instant> at) {
        return new Answer(status, type, body, at.map(t -> t.truncatedTo(ChronoUnit.SECONDS)), location, gzip);
    }

    /** Compressed for whoever accepts it. */
    Answer gzipped() {
        return new Answer(status, type, body, modified, location, true);
    }

    /** @return the status that was sent */
    int send(HttpExchange exchange) throws IOException {
        Headers asked = exchange.getRequestHeaders();
        Headers told = exchange.getResponseHeaders();
        location.ifPresent(to -> told.set("Location", to));
        boolean validated = status == 200;
        if (validated) {
            told.set("ETag", etag());
            modified.ifPresent(at -> told.set("Last-Modified", HTTP_DATE.format(at)));
        }
        if (validated && known(asked)) {
            exchange.sendResponseHeaders(304, -1);
            return 304;
        }
        told.set("Content-Type", type);
        byte[] sent = body;
        if (gzip) {
            told.set("Vary", "Accept-Encoding");
            if (asked.getOrDefault("Accept-Encoding", java.util.List.of())
                    .toString()
                    .contains("gzip")) {
                told.set("Content-Encoding", "gzip");
                sent = compressed(body);
            }
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || sent.length == 0 ? -1 : sent.length);
        if (!head && sent.length > 0) {
            exchange.getResponseBody().write(sent);
        }
        return status;
    }

    /** RFC 9110, section 13.2.2: If-None-Match, where present, decides alone. */
    private boolean known(Headers asked) {
        String tags = asked.getFirst("If-None-Match");
        if (tags != null) {
            return Arrays.stream(tags.split(","))
                    .map(tag -> tag.strip().replaceFirst("^W/", ""))
                    .anyMatch(tag -> tag.equals("*") || tag.equals(etag().replaceFirst("^W/", "")));
        }
        String since = asked.getFirst("If-Modified-Since");
        if (since == null || modified.isEmpty()) {
            return false;
        }
        try {
            return !modified.get().isAfter(HTTP_DATE.parse(since, Instant::from));
        } catch (DateTimeParseException e) {
            // Section 13.1.3: a date that cannot be read is as good as none.
            return false;
        }
    }

    /** Weak where the bytes on the wire may differ by coding. */
    private String etag() {
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 8);
            return (gzip ? "W/\"" : "\"") + hash + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] compressed(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toByteArray();
    }
}
