package org.hearsay.gather.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.brotli.dec.BrotliInputStream;

/**
 * Content codings undone by us rather than by the HTTP client, which would hide how long the body was before, whether
 * it was whole, and what was declared.
 */
final class Coding {
    /** What is asked for. */
    static final String ACCEPTED = "gzip, deflate, br";

    /** More layers than this are a trick. */
    private static final int MAX_LAYERS = 3;

    /** The body does not fit. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** A coding that we cannot undo. */
    static final class UnknownCodingException extends IOException {
        private static final long serialVersionUID = 1L;

        UnknownCodingException(String coding) {
            super(coding);
        }
    }

    private Coding() {}

    /** The codings of a body in the order in which they were applied, without {@code identity}. */
    static List<String> layers(List<String> contentEncoding) throws UnknownCodingException {
        List<String> layers = new ArrayList<>();
        for (String value : contentEncoding) {
            for (String name : value.split(",")) {
                String coding = name.strip().toLowerCase(Locale.ROOT);
                switch (coding) {
                    case "", "identity", "none", "utf-8" -> {}
                    case "gzip", "x-gzip" -> layers.add("gzip");
                    case "deflate", "br" -> layers.add(coding);
                    default -> throw new UnknownCodingException(coding);
                }
            }
        }
        if (layers.size() > MAX_LAYERS) {
            throw new UnknownCodingException(String.join(", ", layers));
        }
        return layers;
    }

    /**
     * Undoes {@code layers}.
     *
     * @param max bytes after decoding
     * @param cut whether a longer body is cut there rather than refused
     * @throws TooLargeException if more than {@code max} bytes come out and it is not cut
     * @throws EOFException or {@link ZipException} if the coded bytes end early or are damaged
     */
    static byte[] decode(byte[] coded, List<String> layers, long max, boolean cut) throws IOException {
        byte[] body = coded;
        for (int i = layers.size() - 1; i >= 0 && body.length > 0; i--) {
            body = switch (layers.get(i)) {
                case "gzip" -> gunzip(body, max, cut);
                case "br" -> unbrotli(body, max, cut);
                default -> inflate(body, max, cut);
            };
        }
        return body;
    }

    private static byte[] gunzip(byte[] coded, long max, boolean cut) throws IOException {
        boolean magic = coded.length > 1 && (coded[0] & 0xff) == 0x1f && (coded[1] & 0xff) == 0x8b;
        if (!magic) {
            return coded; // declared by a proxy or a careless script, never done
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(coded), 8_192)) {
            return drain(in, max, cut);
        }
    }

    private static byte[] unbrotli(byte[] coded, long max, boolean cut) throws IOException {
        try (InputStream in = new BrotliInputStream(new ByteArrayInputStream(coded))) {
            return drain(in, max, cut);
        }
    }

    private static byte[] inflate(byte[] coded, long max, boolean cut) throws IOException {
        // RFC 9110 means zlib by "deflate"; some servers send the bare stream. A zlib header is a multiple of 31.
        boolean zlib =
                coded.length > 1 && (coded[0] & 0x0f) == 8 && (((coded[0] & 0xff) << 8) + (coded[1] & 0xff)) % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(coded), inflater)) {
            return drain(in, max, cut);
        } finally {
            inflater.end();
        }
    }

    private static byte[] drain(InputStream in, long max, boolean cut) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[16_384];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            long room = max - out.size();
            if (n > room && !cut) {
                throw new TooLargeException();
            }
            out.write(chunk, 0, (int) Math.min(n, room));
            if (n > room) {
                break;
            }
        }
        return out.toByteArray();
    }
}
