package org.hearsay.read.language;

import java.util.List;
import org.hearsay.read.article.Span;

/**
 * What the capitals of a word say, as a number from 1 to 12: the encoder reads small letters only, and takes these
 * beside them. Capitals say less at the beginning of a sentence and nothing in a line that is full of them, so each line
 * is looked at as a whole.
 */
final class Shapes {
    static final int NONE = 0;
    private static final int LOWER = 1;
    private static final int CAPITAL = 2;
    private static final int CAPS = 3;
    private static final int INITIAL = 4;
    private static final int MIXED = 5;
    private static final int DIGIT = 6;
    private static final int MARK = 7;
    private static final int BEGINNING = 8;
    private static final int SHOUTED = 9;
    private static final int OPENING = 10;
    private static final int CLOSING = 11;
    private static final int TITLED = 12;

    private Shapes() {}

    /** The shape of each word of the line that begins at {@code start}. */
    static int[] of(String plain, int start, List<Span> words) {
        int[] shapes = new int[words.size()];
        int letters = 0;
        int capitals = 0;
        int raised = 0;
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = shape(plain, words.get(i));
            letters += shapes[i] <= MIXED ? 1 : 0;
            capitals += shapes[i] == CAPS || shapes[i] == INITIAL ? 1 : 0;
            raised += shapes[i] >= CAPITAL && shapes[i] <= MIXED ? 1 : 0;
        }
        boolean shouted = letters >= 3 && capitals * 10 >= letters * 8;
        boolean titled = !shouted && letters >= 4 && raised * 10 >= letters * 7;
        boolean beginning = true;
        for (int i = 0; i < shapes.length; i++) {
            Span word = words.get(i);
            char mark = plain.charAt(word.start());
            if (shapes[i] <= DIGIT) {
                if (shapes[i] == CAPITAL) {
                    shapes[i] = beginning ? BEGINNING : titled ? TITLED : CAPITAL;
                } else if (shapes[i] == CAPS && shouted) {
                    shapes[i] = SHOUTED;
                }
                beginning = false;
            } else if (word.length() == 1 && ".?!\"".indexOf(mark) >= 0) {
                beginning = true;
            }
            if (mark == '"') {
                shapes[i] = opens(plain, word, start) ? OPENING : CLOSING;
            }
        }
        return shapes;
    }

    private static boolean opens(String plain, Span quote, int lineStart) {
        char before = quote.start() == lineStart ? ' ' : plain.charAt(quote.start() - 1);
        boolean free = WordPieces.isSpace(before) || "([\u2014-".indexOf(before) >= 0;
        return free && quote.end() < plain.length() && !WordPieces.isSpace(plain.charAt(quote.end()));
    }

    /** Raised, lowered and circled ones, which Java does not count among the digits. */
    private static boolean isRaisedDigit(int c) {
        return c == 0xb2
                || c == 0xb3
                || c == 0xb9
                || c == 0x2070
                || c >= 0x2074 && c <= 0x2079
                || c >= 0x2080 && c <= 0x2089
                || c >= 0x2460 && c <= 0x2468;
    }

    private static int shape(String plain, Span word) {
        int letters = 0;
        int capitals = 0;
        boolean first = false;
        for (int i = word.start(); i < word.end(); ) {
            int c = plain.codePointAt(i);
            if (Character.isDigit(c) || isRaisedDigit(c)) {
                return DIGIT;
            }
            if (Character.isLetter(c)) {
                boolean capital = Character.isUpperCase(c);
                first |= capital && letters == 0;
                letters++;
                capitals += capital ? 1 : 0;
            }
            i += Character.charCount(c);
        }
        if (letters == 0) {
            return MARK;
        }
        if (capitals == 0) {
            return LOWER;
        }
        if (letters == 1) {
            return INITIAL;
        }
        if (capitals == letters) {
            return CAPS;
        }
        return first && capitals == 1 ? CAPITAL : MIXED;
    }
}
