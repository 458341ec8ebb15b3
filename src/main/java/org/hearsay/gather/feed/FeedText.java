package org.hearsay.gather.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.Page;
import org.jsoup.parser.Parser;

/** From a body's bytes to its text, and from broken text to better text. */
final class FeedText {
    private static final Pattern HEADER_CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([A-Za-z0-9._:-]+)\\s*[\"']");
    private static final Pattern ROOT =
            Pattern.compile("<\\?xml|<(?:[A-Za-z0-9_]+:)?(?:rss|feed|rdf|channel)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#[xX]([0-9A-Fa-f]{1,6});|#([0-9]{1,7});|([A-Za-z][A-Za-z0-9]{1,31});)?");

    /** The longest name in any format has some 30 characters. */
    private static final int MAX_NAME = 300;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** What is meant by them on the web (WHATWG Encoding, names and labels), where Java takes them narrowly. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso_8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "windows-874"),
            Map.entry("tis-620", "windows-874"),
            Map.entry("gb2312", "GBK"),
            Map.entry("gb_2312-80", "GBK"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"));

    private FeedText() {}

    /**
     * The text of a body: by its byte order mark, else by the first of Content-Type, XML declaration and UTF-8 under
     * which every byte makes sense, else by the first under which most of them do, else as windows-1252.
     */
    static String decode(Page page) {
        byte[] bytes = page.body().toArray();
        Optional<String> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        List<Charset> candidates = new ArrayList<>();
        page.contentType().flatMap(type -> named(HEADER_CHARSET, type)).ifPresent(candidates::add);
        String start = new String(bytes, 0, Math.min(bytes.length, 400), StandardCharsets.ISO_8859_1);
        named(DECLARED, start)
                // A declaration that could be read byte by byte is not in a wide encoding, whatever it says.
                .filter(charset ->
                        !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32"))
                .ifPresent(candidates::add);
        candidates.add(StandardCharsets.UTF_8);
        for (Charset charset : candidates) {
            Optional<String> text = exactly(bytes, 0, bytes.length, charset);
            if (text.isPresent()) {
                return text.get();
            }
        }
        // A few broken characters are damage; many are another encoding.
        for (Charset charset : candidates) {
            String text = new String(bytes, charset);
            long broken = text.chars().filter(c -> c == 0xfffd).count();
            long wide = text.chars().filter(c -> c > 0x7f && c != 0xfffd).count();
            if (broken * 4 < wide) {
                return text;
            }
        }
        return new String(bytes, WINDOWS_1252);
    }

    private static Optional<String> byMark(byte[] b) {
        int b0 = at(b, 0);
        int b1 = at(b, 1);
        int b2 = at(b, 2);
        int b3 = at(b, 3);
        if (b0 == 0xef && b1 == 0xbb && b2 == 0xbf) {
            return exactly(b, 3, b.length - 3, StandardCharsets.UTF_8)
                    .or(() -> Optional.of(new String(b, 3, b.length - 3, StandardCharsets.UTF_8)));
        }
        if (b0 == 0 && b1 == 0 && b2 == 0xfe && b3 == 0xff) {
            return Optional.of(new String(b, 4, b.length - 4, Charset.forName("UTF-32BE")));
        }
        if (b0 == 0xff && b1 == 0xfe && b2 == 0 && b3 == 0) {
            return Optional.of(new String(b, 4, b.length - 4, Charset.forName("UTF-32LE")));
        }
        if (b0 == 0xfe && b1 == 0xff) {
            return Optional.of(new String(b, 2, b.length - 2, StandardCharsets.UTF_16BE));
        }
        if (b0 == 0xff && b1 == 0xfe) {
            return Optional.of(new String(b, 2, b.length - 2, StandardCharsets.UTF_16LE));
        }
        // Without a mark, "<?" gives the width away (XML 1.0, appendix F).
        if (b0 == 0 && b1 == 0 && b2 == 0 && b3 == '<') {
            return Optional.of(new String(b, Charset.forName("UTF-32BE")));
        }
        if (b0 == '<' && b1 == 0 && b2 == 0 && b3 == 0) {
            return Optional.of(new String(b, Charset.forName("UTF-32LE")));
        }
        if (b0 == 0 && b1 == '<') {
            return Optional.of(new String(b, StandardCharsets.UTF_16BE));
        }
        if (b0 == '<' && b1 == 0) {
            return Optional.of(new String(b, StandardCharsets.UTF_16LE));
        }
        // EBCDIC "<?xm".
        if (b0 == 0x4c && b1 == 0x6f && b2 == 0xa7 && b3 == 0x94) {
            return Optional.of(new String(b, Charset.forName("IBM037")));
        }
        return Optional.empty();
    }

    private static int at(byte[] bytes, int i) {
        return i < bytes.length ? bytes[i] & 0xff : -1;
    }

    private static Optional<Charset> named(Pattern where, String text) {
        Matcher m = where.matcher(text);
        if (!m.find()) {
            return Optional.empty();
        }
        String name = m.group(1).toLowerCase(Locale.ROOT);
        try {
            return Optional.of(Charset.forName(MEANT.getOrDefault(name, name)));
        } catch (UnsupportedCharsetException | java.nio.charset.IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> exactly(byte[] bytes, int from, int length, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(
                            // Five bytes of windows-1252 stand for nothing and are common all the same.
                            charset.equals(WINDOWS_1252) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Without its DOCTYPE, inner part and all: nothing in it is ever wanted, and everything in it is dangerous. */
    static String withoutDoctype(String text) {
        int start = indexOfIgnoringCase(text, "<!DOCTYPE");
        if (start < 0) {
            return text;
        }
        int depth = 0;
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && depth < 2) {
                quote = c;
            } else if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (c == '>' && depth <= 0) {
                return text.substring(0, start) + text.substring(i + 1);
            }
        }
        return text.substring(0, start);
    }

    private static int indexOfIgnoringCase(String text, String wanted) {
        // Only in front of the root element, where the first name starts.
        int limit = text.length() - wanted.length();
        for (int i = 0; i <= limit; i++) {
            if (text.charAt(i) != '<') {
                continue;
            }
            if (text.regionMatches(true, i, wanted, 0, wanted.length())) {
                return i;
            }
            if (text.startsWith("<!--", i)) {
                int end = text.indexOf("-->", i);
                if (end < 0) {
                    return -1;
                }
                i = end;
            } else if (i + 1 < text.length() && Character.isLetter(text.charAt(i + 1))) {
                return -1;
            }
        }
        return -1;
    }

    /** Junk around the document cut away, characters that XML does not know dropped, references made to mean something. */
    static String repaired(String text) {
        Matcher root = ROOT.matcher(text);
        String body = root.find() ? text.substring(root.start()) : text;
        int end = body.lastIndexOf('>');
        body = end < 0 ? body : body.substring(0, end + 1);
        StringBuilder out = new StringBuilder(body.length() + 64);
        int i = 0;
        while (i < body.length()) {
            int c = body.codePointAt(i);
            i += Character.charCount(c);
            if (c == '&') {
                i = reference(body, i - 1, out);
            } else if (c == '<' && body.startsWith("![CDATA[", i)) {
                int close = body.indexOf("]]>", i);
                int stop = close < 0 ? body.length() : close + 3;
                out.append('<');
                appendAllowed(body, i, stop, out);
                i = stop;
            } else if (c == '<' && longName(body, i)) {
                out.append("&lt;");
            } else if (allowed(c)) {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /** No element is named like this, and jsoup's time grows with the square of a name's length. */
    private static boolean longName(String text, int from) {
        int limit = Math.min(text.length(), from + MAX_NAME);
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '>' || c == '<' || c == '/' && i > from || Character.isWhitespace(c)) {
                return false;
            }
        }
        return limit == from + MAX_NAME;
    }

    private static void appendAllowed(String text, int from, int to, StringBuilder out) {
        for (int i = from; i < to; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (allowed(c)) {
                out.appendCodePoint(c);
            }
        }
    }

    /** Writes what stands at {@code at} so that XML knows it, and returns where to go on. */
    private static int reference(String text, int at, StringBuilder out) {
        Matcher m = REFERENCE.matcher(text).region(at, text.length());
        if (!m.lookingAt() || m.end() == at + 1) {
            out.append("&amp;");
            return at + 1;
        }
        if (m.group(3) == null) {
            int c = m.group(1) != null ? Integer.parseInt(m.group(1), 16) : Integer.parseInt(m.group(2));
            // 128 to 159 are meant as windows-1252 (HTML, 13.2.5.80).
            String meant = c >= 128 && c < 160 ? new String(new byte[] {(byte) c}, WINDOWS_1252) : "";
            if (!meant.isEmpty()) {
                out.append(meant);
            } else if (allowed(c)) {
                out.append("&#").append(c).append(';');
            }
            return m.end();
        }
        switch (m.group(3)) {
            case "amp", "lt", "gt", "quot", "apos" -> out.append(m.group());
            default -> {
                String character = Parser.unescapeEntities(m.group(), false);
                out.append(character.equals(m.group()) ? "&amp;" + m.group().substring(1) : character);
            }
        }
        return m.end();
    }

    /** XML 1.0, 2.2. */
    private static boolean allowed(int c) {
        return c >= 0x20 && c <= 0xd7ff
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0xe000 && c <= 0xfffd
                || c >= 0x10000 && c <= 0x10ffff;
    }
}
