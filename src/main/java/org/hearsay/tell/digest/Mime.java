package org.hearsay.tell.digest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The little of MIME that a letter of two parts needs: headers that are ASCII, folded and closed to injection
 * (RFC 5322, 2047), and bodies in quoted-printable (RFC 2045).
 *
 * <p>It is here and not in the room that delivers, because a letter is stored whole in the transaction that makes its
 * row, long before anything is delivered; a library for it would come with a mail session and clocks of its own.
 */
final class Mime {
    private static final String HEX = "0123456789ABCDEF";
    /** RFC 5322, section 2.1.1: lines should have at most 78 characters. */
    private static final int LINE = 78;
    /** RFC 2047, section 2: an encoded word has at most 75 characters. */
    private static final int WORD = 75;
    /** RFC 2045, section 6.7: encoded lines have at most 76 characters, a soft break's "=" among them. */
    private static final int QUOTED = 76;

    private Mime() {}

    /** A header of words that people may have written: encoded where it is not ASCII, folded, never two headers. */
    static String words(String name, String words) {
        String line = Harmless.line(words, 900);
        boolean plain = line.chars().allMatch(c -> c >= 0x20 && c < 0x7f) && !line.contains("=?");
        return plain ? header(name, line) : name + ": " + encoded(line, name.length() + 2) + "\r\n";
    }

    /** A structured header, in ASCII and of our own making, folded at blanks. */
    static String header(String name, String value) {
        if (!value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("header " + name + " is not plain: " + Harmless.line(value, 80));
        }
        StringBuilder out = new StringBuilder(name).append(':');
        int column = name.length() + 1;
        for (String word : value.split(" ")) {
            if (column + 1 + word.length() > LINE && column > name.length() + 1) {
                out.append("\r\n");
                column = 0;
            }
            out.append(' ').append(word);
            column += 1 + word.length();
        }
        return out.append("\r\n").toString();
    }

    /** Encoded words of whole characters each, one a line. */
    private static String encoded(String line, int firstColumn) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int room = WORD - firstColumn;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            i += Character.charCount(c);
            String piece = piece(c);
            if ("=?UTF-8?Q?".length() + word.length() + piece.length() + "?=".length() > room) {
                words.add("=?UTF-8?Q?" + word + "?=");
                word.setLength(0);
                room = WORD;
            }
            word.append(piece);
        }
        words.add("=?UTF-8?Q?" + word + "?=");
        return String.join("\r\n ", words);
    }

    private static String piece(int c) {
        if (c == ' ') {
            return "_";
        }
        if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
            return Character.toString(c);
        }
        StringBuilder out = new StringBuilder();
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            out.append(hex(b));
        }
        return out.toString();
    }

    /** Text with '\n' line ends as UTF-8 in quoted-printable with CRLF. */
    static String quotedPrintable(String text) {
        StringBuilder out = new StringBuilder(text.length() * 5 / 4);
        for (String line : text.split("\n", -1)) {
            int column = 0;
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                byte b = bytes[i];
                boolean last = i == bytes.length - 1;
                boolean plain = b > 0x20 && b < 0x7f && b != '=' || b == ' ' && !last;
                // A lone dot, or "From " at the start of a line, is touched by some that carry mail.
                boolean odd = column == 0 && (b == '.' || b == 'F' && line.startsWith("From ", i));
                int width = plain && !odd ? 1 : 3;
                if (column + width > (last ? QUOTED : QUOTED - 1)) {
                    out.append("=\r\n");
                    column = 0;
                    odd = b == '.';
                    width = plain && !odd ? 1 : 3;
                }
                out.append(width == 1 ? Character.toString(b) : hex(b));
                column += width;
            }
            out.append("\r\n");
        }
        // The split gives one more line than there are line ends.
        return out.substring(0, out.length() - 2);
    }

    private static String hex(byte b) {
        return "=" + HEX.charAt((b >> 4) & 15) + HEX.charAt(b & 15);
    }
}
