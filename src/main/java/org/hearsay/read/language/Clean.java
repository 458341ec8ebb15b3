package org.hearsay.read.language;

/**
 * Brings the many forms of quotes, dashes and spaces to the plain ones that models were trained on, one character for
 * one, so that every offset into the result is an offset into the text.
 */
final class Clean {
    private Clean() {}

    /** The same text in plain characters; always as long as {@code text}. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x7f) {
                plain.append(c >= ' ' || c == '\n' ? c : ' ');
            } else if (Character.isSurrogate(c)) {
                plain.append(paired(text, i) ? c : '\uFFFD');
            } else {
                plain.append(plain(c));
            }
        }
        return plain.toString();
    }

    private static boolean paired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /** The em dash keeps its form: unlike the others it parts words that it touches. */
    private static char plain(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u02BC', '\u00B4', '\uFF07' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033', '\u00AB', '\u00BB', '\uFF02' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212', '\uFE58', '\uFE63', '\uFF0D' -> '-';
            case '\u2015', '\u2E3A', '\u2E3B' -> '\u2014';
            case '\u2028', '\u2029', '\u200B', '\uFEFF', '\u2060', '\u2800' -> ' ';
            default -> Character.isSpaceChar(c) || Character.isISOControl(c) ? ' ' : c;
        };
    }
}
