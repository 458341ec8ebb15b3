package org.hearsay.read.compare;

/**
 * Looks at a text that are cheap beside a pattern's: most texts lack what the pattern cannot do without, and need not be
 * searched by it.
 */
final class Glance {
    private Glance() {}

    static boolean hasDigit(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (isDigit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** Of those that a pattern means by {@code \d}. */
    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a word, which may be the beginning of another, stands there in whatever case. */
    static boolean has(String text, String word) {
        char first = word.charAt(0);
        for (int at = 0; at <= text.length() - word.length(); at++) {
            if (Character.toLowerCase(text.charAt(at)) == first && starts(text, at, word)) {
                return true;
            }
        }
        return false;
    }

    static boolean starts(String text, int at, String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    /** Where the last {@code spaces} spaces of a text begin; 0 if it has fewer. A pattern that ends there needs no more. */
    static int lastWords(String text, int spaces) {
        int at = text.length();
        for (int left = spaces; left > 0 && at > 0; left--) {
            at = text.lastIndexOf(' ', at - 1);
        }
        return Math.max(0, at);
    }
}
