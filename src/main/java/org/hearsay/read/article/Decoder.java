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
import org.hearsay.page.Bytes;
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
    /** A control character that texts in Japanese encodings do have. */
    private static final char ESCAPE = 0x1b;
    /** A picture or an archive has this share of control characters at once; a text has next to none. */
    private static final double MAX_CONTROLS = 0.02;

    private Decoder() {}

    /** The page's markup without what no stage reads, empty if it is no text. */
    static Optional<Trimming.Trimmed> markup(Page page) {
        String type = page.contentType().orElse("").toLowerCase(Locale.ROOT);
        // A byte a character: so searches are the machine's own, and the bytes are not copied again.
        String bytes = page.body().decode(StandardCharsets.ISO_8859_1);
        if (!textual(type) || looksBinary(bytes)) {
            return Optional.empty();
        }
        return Optional.of(markup(page.body(), bytes, type));
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

    private static boolean looksBinary(String bytes) {
        if (unicodeMark(bytes).isPresent()) {
            return false;
        }
        int look = Math.min(bytes.length(), 4_096);
        int controls = 0;
        for (int i = 0; i < look; i++) {
            char b = bytes.charAt(i);
            if (b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != ESCAPE) {
                controls++;
            }
        }
        return bytes.startsWith("%PDF") || controls > Math.max(8, look * MAX_CONTROLS);
    }

    private static Trimming.Trimmed markup(Bytes body, String bytes, String contentType) {
        Optional<Charset> mark = unicodeMark(bytes);
        if (mark.isPresent()) {
            return Trimming.of(body.decode(mark.get()).substring(1));
        }
        Optional<Charset> declared = declared(bytes, contentType);
        if (declared.isPresent() && !declared.get().equals(StandardCharsets.UTF_8)) {
            boolean utf8 = !asciiOnly(bytes) && mostlyUtf8(body);
            return Trimming.of(body.decode(utf8 ? StandardCharsets.UTF_8 : declared.get()));
        }
        if (bytes.indexOf(ESCAPE) < 0) {
            Trimming.Trimmed trimmed = Trimming.of(bytes);
            // The quick way replaces what is invalid, so a text without that mark is valid.
            String quick = new String(trimmed.html().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            if (quick.indexOf('\uFFFD') < 0) {
                return new Trimming.Trimmed(quick, trimmed.scripts());
            }
        }
        // A UTF-8 page that was cut or carries a few broken bytes is still UTF-8.
        boolean utf8 = declared.isPresent() || strictlyUtf8(body, bytes) || mostlyUtf8(body);
        return Trimming.of(body.decode(utf8 ? StandardCharsets.UTF_8 : windows1252()));
    }

    private static Optional<Charset> unicodeMark(String b) {
        if (b.startsWith("\u00EF\u00BB\u00BF")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (b.startsWith("\u00FE\u00FF")) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return b.startsWith("\u00FF\u00FE") ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static Optional<Charset> declared(String bytes, String contentType) {
        Matcher header = CHARSET.matcher(contentType);
        if (header.find()) {
            Optional<Charset> charset = charset(header.group(1));
            if (charset.isPresent()) {
                return charset;
            }
        }
        String head = bytes.substring(0, Math.min(bytes.length(), META_WITHIN));
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

    private static boolean asciiOnly(String bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            // It starts the shifts of ISO-2022-JP, which is ASCII to the eye.
            if (bytes.charAt(i) >= 0x80 || bytes.charAt(i) == ESCAPE) {
                return false;
            }
        }
        return true;
    }

    private static boolean strictlyUtf8(Bytes body, String bytes) {
        if (bytes.indexOf(ESCAPE) >= 0) {
            return false;
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body.toArray()));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }

    private static boolean mostlyUtf8(Bytes body) {
        String text = body.decode(StandardCharsets.UTF_8);
        long wrong = text.chars().filter(c -> c == '\uFFFD').count();
        long beyondAscii = text.chars().filter(c -> c > 0x7f).count();
        return wrong * 10 < beyondAscii && body.length() > 0;
    }
}
