package org.hearsay.read.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of many words that is asked only where a text's first three letters let it match. Nearly every line of a page
 * begins otherwise, and a pattern of a hundred alternatives tries them all. Which can begin a match is found by
 * trying them, so that it cannot differ from the pattern.
 */
final class Opening {
    private static final int ASCII = 128;

    private final Pattern pattern;
    /** Bits after those of the letters: a blank may be the third, anything else may. */
    private static final int BLANK = 1 << 26, OTHER = 1 << 27;

    /** For each pair of ASCII characters which third ones a match may begin with; 0 if it may not begin with the pair. */
    private final int[] thirds = new int[ASCII * ASCII];

    private Opening(Pattern pattern) {
        this.pattern = pattern;
        for (char a = 0; a < ASCII; a++) {
            if (!mayBegin(String.valueOf(a))) {
                continue;
            }
            for (char b = 0; b < ASCII; b++) {
                thirds[a * ASCII + b] = mayBegin("" + a + b) ? thirds("" + a + b) : 0;
            }
        }
    }

    private int thirds(String pair) {
        if (!Character.isLetter(pair.charAt(0))) {
            return -1; // few lines begin so, and many patterns let signs go by
        }
        int thirds = OTHER | (mayBegin(pair + ' ') ? BLANK : 0);
        for (char c = 'a'; c <= 'z'; c++) {
            boolean may = mayBegin(pair + c) || mayBegin(pair + (char) (c - 0x20));
            thirds |= may ? 1 << c - 'a' : 0;
        }
        return thirds;
    }

    static Opening of(Pattern pattern) {
        return new Opening(pattern);
    }

    /** A pattern that fails before it has seen the end of its input fails on whatever follows. */
    private boolean mayBegin(String start) {
        Matcher matcher = pattern.matcher(start);
        return matcher.lookingAt() || matcher.hitEnd();
    }

    private boolean mayBegin(String text, int at) {
        if (at + 1 >= text.length()) {
            return true;
        }
        char a = text.charAt(at);
        char b = text.charAt(at + 1);
        if (a >= ASCII || b >= ASCII) {
            return true;
        }
        int thirds = this.thirds[a * ASCII + b];
        return thirds != 0 && (at + 2 >= text.length() || (thirds & third(text.charAt(at + 2))) != 0);
    }

    private static int third(char c) {
        char small = (char) (c | 0x20);
        return small >= 'a' && small <= 'z' ? 1 << small - 'a' : c == ' ' ? BLANK : OTHER;
    }

    /** Whether {@code text} begins with the pattern. */
    boolean opens(String text) {
        return mayBegin(text, 0) && pattern.matcher(text).lookingAt();
    }

    /** Whether {@code text} as a whole is what the pattern says. */
    boolean is(String text) {
        return mayBegin(text, 0) && pattern.matcher(text).matches();
    }

    /** Whether a word of {@code text} begins the pattern, which must itself begin with the boundary of a word. */
    boolean opensAWord(String text) {
        Matcher matcher = null;
        for (int i = 0; i + 1 < text.length(); i++) {
            if ((i == 0 || !wordly(text.charAt(i - 1))) && text.charAt(i) < ASCII && mayBegin(text, i)) {
                if (matcher == null) {
                    matcher = pattern.matcher(text).useTransparentBounds(true);
                }
                if (matcher.region(i, text.length()).lookingAt()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean wordly(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }
}
