package org.hearsay.read.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.Page;

/**
 * From a page's bytes to its characters: byte order mark, then the header's charset, then the page's own meta element,
 * then validity (UTF-8 if the bytes are valid as such, else windows-1252). A declared charset that the bytes
 * contradict gives way to UTF-8 where they are valid UTF-8 with characters beyond ASCII: servers are often set up
 * for another age than their pages.
 */
final class Decoder {
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.\\-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9_:.\\-]{1,40})");
    /** The HTML standard looks at the first 1,024 bytes; real pages put scripts before the meta element. */
    private static final int META_WITHIN = 8_192;
    /** A picture or an archive has this share of control characters at once; a text has next to none. */
    private static final double MAX_CONTROLS = 0.02;

    private Decoder() {}

    static Optional<String> text(Page page) {
        byte[] bytes = page.body().toArray();
        String type = page.contentType().orElse("").toLowerCase(Locale.ROOT);
        if (!textual(type) || looksBinary(bytes)) {
            return Optional.empty();
        }
        return Optional.of(decode(bytes, type));
    }

    private static boolean textual(String type) {
        String bare = type.split(";", 2)[0].strip();
        return bare.isEmpty()
                || bare.startsWith("text/") && !bare.equals("text/css") && !bare.equals("text/javascript")
                || bare.contains("html")
                || bare.contains("xml")
                || bare.equals("application/octet-stream")
                || bare.equals("unknown/unknown")
                || !bare.contains("/");
    }

    private static boolean looksBinary(byte[] bytes) {
        if (unicodeMark(bytes).isPresent()) {
            return false;
        }
        int look = Math.min(bytes.length, 4_096);
        int controls = 0;
        for (int i = 0; i < look; i++) {
            int b = bytes[i];
            if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1b) {
                controls++;
            }
        }
        boolean pdf = look > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F';
        return pdf || controls > Math.max(8, look * MAX_CONTROLS);
    }

    static String decode(byte[] bytes, String contentType) {
        Optional<Charset> mark = unicodeMark(bytes);
        if (mark.isPresent()) {
            int skip = mark.get().equals(StandardCharsets.UTF_8) ? 3 : 2;
            return new String(bytes, skip, bytes.length - skip, mark.get());
        }
        Optional<Charset> declared = declared(bytes, contentType);
        if (declared.isPresent() && !declared.get().equals(StandardCharsets.UTF_8)) {
            if (asciiOnly(bytes)) {
                return new String(bytes, declared.get());
            }
            return mostlyUtf8(bytes) ? new String(bytes, StandardCharsets.UTF_8) : new String(bytes, declared.get());
        }
        Optional<String> utf8 = strictUtf8(bytes);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        // A UTF-8 page that was cut or carries a few broken bytes is still UTF-8.
        return declared.isPresent() || mostlyUtf8(bytes)
                ? new String(bytes, StandardCharsets.UTF_8)
                : new String(bytes, windows1252());
    }

    private static Optional<Charset> unicodeMark(byte[] b) {
        if (b.length >= 3 && (b[0] & 0xff) == 0xEF && (b[1] & 0xff) == 0xBB && (b[2] & 0xff) == 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (b.length >= 2 && (b[0] & 0xff) == 0xFE && (b[1] & 0xff) == 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (b.length >= 2 && (b[0] & 0xff) == 0xFF && (b[1] & 0xff) == 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    private static Optional<Charset> declared(byte[] bytes, String contentType) {
        Matcher header = CHARSET.matcher(contentType);
        if (header.find()) {
            Optional<Charset> charset = charset(header.group(1));
            if (charset.isPresent()) {
                return charset;
            }
        }
        String head = new String(bytes, 0, Math.min(bytes.length, META_WITHIN), StandardCharsets.ISO_8859_1);
        Matcher xml = XML.matcher(head);
        if (xml.find()) {
            return charset(xml.group(1));
        }
        int meta = head.toLowerCase(Locale.ROOT).indexOf("<meta");
        Matcher inMeta = CHARSET.matcher(head);
        return meta >= 0 && inMeta.find(meta) ? charset(inMeta.group(1)) : Optional.empty();
    }

    private static Optional<Charset> charset(String name) {
        String bare = name.toLowerCase(Locale.ROOT);
        if (bare.equals("iso-8859-1") || bare.equals("latin1") || bare.equals("us-ascii") || bare.equals("ascii")) {
            return Optional.of(windows1252()); // WHATWG Encoding: these labels mean windows-1252 on the web
        }
        if (bare.startsWith("utf-16")) {
            return Optional.of(StandardCharsets.UTF_8); // a meta element that could be read is not UTF-16
        }
        try {
            return Optional.of(Charset.forName(bare));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** Not among the charsets that every Java has, but in every build of one that we know. */
    private static Charset windows1252() {
        return Charset.isSupported("windows-1252") ? Charset.forName("windows-1252") : StandardCharsets.ISO_8859_1;
    }

    private static boolean asciiOnly(byte[] bytes) {
        for (byte b : bytes) {
            // ESC starts the shifts of ISO-2022-JP, which is ASCII to the eye.
            if (b < 0 || b == 0x1b) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> strictUtf8(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0x1b) {
                return Optional.empty();
            }
        }
        // The quick way replaces what is invalid, so a text without that mark is valid.
        String quick = new String(bytes, StandardCharsets.UTF_8);
        if (quick.indexOf('\uFFFD') < 0) {
            return Optional.of(quick);
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException invalid) {
            return Optional.empty();
        }
    }

    private static boolean mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long wrong = text.chars().filter(c -> c == '\uFFFD').count();
        long beyondAscii = text.chars().filter(c -> c > 0x7f).count();
        return wrong * 10 < beyondAscii && bytes.length > 0;
    }
}
