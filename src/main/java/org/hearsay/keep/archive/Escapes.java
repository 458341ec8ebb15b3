package org.hearsay.keep.archive;

/** Writes any text on one line: what a line cannot hold becomes a backslash, {@code u} and four hexadecimal digits. */
final class Escapes {
    private static final String TOKEN = "!#$%&'*+-.^_`|~";

    private Escapes() {}

    /** RFC 9110, section 5.6.2: what the name of a header is made of. */
    static boolean isToken(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> isLetterOrDigit(c) || TOKEN.indexOf(c) >= 0);
    }

    /** Whether a header line carries it as it is. */
    static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (mustGo(value, i)) {
                return false;
            }
        }
        return true;
    }

    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || mustGo(text, i)) {
                append(out, c);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** As {@link #escape}, leaving ASCII letters and digits only. */
    static String wholly(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (isLetterOrDigit(c)) {
                out.append((char) c);
            } else {
                append(out, (char) c);
            }
        });
        return out.toString();
    }

    static String unescape(String line) {
        StringBuilder out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 5 < line.length()) {
                out.append((char) Integer.parseInt(line, i + 2, i + 6, 16));
                i += 5;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, char c) {
        String hex = Integer.toHexString(c);
        out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    }

    /** Control characters, white space at the edges, and halves of surrogate pairs, which have no UTF-8. */
    private static boolean mustGo(String text, int at) {
        char c = text.charAt(at);
        if (c < ' ' || c >= 0x7f && c <= 0xa0) {
            return true;
        }
        if (c == ' ') {
            return at == 0 || at == text.length() - 1;
        }
        boolean paired = Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        return Character.isSurrogate(c) && !paired;
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
