package org.hearsay.read.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of many words that is asked only where a text's first two letters let it match. Nearly every line of a page
 * begins otherwise, and a pattern of a hundred alternatives tries them all. Which pairs can begin a match is found by
 * trying them, so that it cannot differ from the pattern.
 */
final class Opening {
    private static final int ASCII = 128;

    private final Pattern pattern;
    /** For each pair of ASCII characters whether a match may begin with it. */
    private final boolean[] pairs = new boolean[ASCII * ASCII];

    private Opening(Pattern pattern) {
        this.pattern = pattern;
        for (char a = 0; a < ASCII; a++) {
            if (!mayBegin(String.valueOf(a))) {
                continue;
            }
            for (char b = 0; b < ASCII; b++) {
                pairs[a * ASCII + b] = mayBegin("" + a + b);
            }
        }
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
        return a >= ASCII || b >= ASCII || pairs[a * ASCII + b];
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
            if (mayBegin(text, i) && text.charAt(i) < ASCII && (i == 0 || !wordly(text.charAt(i - 1)))) {
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
