package org.hearsay.keep.index;

/** What the characters of a query are. */
final class Typed {
    private Typed() {}

    /** White space, what cannot be seen, and halves of characters. */
    static boolean isSeparator(String text, int i, int end) {
        char c = text.charAt(i);
        if (Character.isSurrogate(c)) {
            boolean low = Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            boolean high = Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1));
            return !low && !high;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    static boolean startsWord(int c) {
        return Character.isLetterOrDigit(c) || "$€£¥#@".indexOf(c) >= 0;
    }

    static boolean isQuote(char c) {
        return "\"\u201c\u201d\u201e\u00ab\u00bb".indexOf(c) >= 0;
    }

    /** Of the name of a field. */
    static boolean isOfAName(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-';
    }

    static boolean isOperator(String word) {
        return word.equals("AND") || word.equals("OR") || word.equals("NOT");
    }

    /** A word without the marks around it; "" if there is no letter or digit in it. */
    static String trimmed(String raw) {
        int from = 0;
        int to = raw.length();
        while (from < to && !startsWord(raw.codePointAt(from))) {
            from += Character.charCount(raw.codePointAt(from));
        }
        while (to > from && !Character.isLetterOrDigit(raw.codePointBefore(to)) && raw.charAt(to - 1) != '%') {
            to -= Character.charCount(raw.codePointBefore(to));
        }
        String word = raw.substring(from, to);
        return word.codePoints().noneMatch(Character::isLetterOrDigit) ? "" : word;
    }

    static boolean needsQuotes(String value) {
        return value.codePoints()
                .anyMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || "()\"\u201c\u201d\u201e\u00ab\u00bb".indexOf(c) >= 0);
    }

    /** On one line, with single spaces, without what cannot be seen. */
    static String clean(String phrase) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            boolean half = Character.isSurrogate(c)
                    && !(Character.isHighSurrogate(c)
                            && i + 1 < phrase.length()
                            && Character.isLowSurrogate(phrase.charAt(i + 1)))
                    && !(Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(phrase.charAt(i - 1)));
            out.append(half || Character.isISOControl(c) || Character.isSpaceChar(c) ? ' ' : c);
        }
        return out.toString().strip().replaceAll("\\s+", " ");
    }
}
