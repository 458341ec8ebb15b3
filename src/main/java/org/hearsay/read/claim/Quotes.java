package org.hearsay.read.claim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;

/**
 * Where a block quotes. One pass over its characters; the state is the mark that is waited for. A quotation that is not
 * closed ends with its block.
 */
final class Quotes {
    /**
     * @param outer with its marks
     * @param inner without them
     * @param closed whether the closing mark was there
     */
    record Quote(Span outer, Span inner, boolean closed) {}

    private final List<Quote> quotes;

    private Quotes(List<Quote> quotes) {
        this.quotes = quotes;
    }

    static Quotes in(String text, Span block) {
        List<Quote> found = new ArrayList<>();
        int i = block.start();
        while (i < block.end()) {
            int width = opening(text, i, block);
            if (width == 0) {
                i++;
                continue;
            }
            char mark = text.charAt(i);
            boolean single = width == 1 && (mark == '\'' || mark == '\u2018');
            int close =
                    mark == '"' ? closingStraight(text, i + 1, block) : closing(text, i + width, block, mark, width);
            if (close < 0 && single) {
                i++;
                continue;
            }
            int innerEnd = close < 0 ? block.end() : close;
            int outerEnd = close < 0 ? block.end() : close + width;
            if (innerEnd > i + width) {
                found.add(new Quote(new Span(i, outerEnd), new Span(i + width, innerEnd), close >= 0));
            }
            i = Math.max(outerEnd, i + width);
        }
        return new Quotes(List.copyOf(found));
    }

    List<Quote> all() {
        return quotes;
    }

    /** The quotation that holds the character at {@code offset}, marks included. */
    Optional<Quote> at(int offset) {
        int low = 0;
        int high = quotes.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Quote quote = quotes.get(middle);
            if (quote.outer().contains(offset)) {
                return Optional.of(quote);
            }
            if (quote.outer().start() > offset) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return Optional.empty();
    }

    /** How many characters open a quotation at {@code i}; 0 if none do. */
    private static int opening(String text, int i, Span block) {
        char mark = text.charAt(i);
        boolean curly = mark == '\u201c' || mark == '\u00ab' || mark == '\u201e';
        boolean straight = mark == '"' || mark == '\'' || mark == '\u2018' || mark == '\u201d';
        if (!curly && !straight || i + 1 >= block.end()) {
            return 0;
        }
        int width = mark == '\'' && text.charAt(i + 1) == '\'' ? 2 : 1;
        if (i + width >= block.end() || Character.isWhitespace(text.charAt(i + width))) {
            return 0;
        }
        char before = i == block.start() ? ' ' : text.charAt(i - 1);
        boolean afterGap = Character.isWhitespace(before) || "([-\u2013\u2014:\u201c\"\u2018".indexOf(before) >= 0;
        if (curly || afterGap) {
            return mark == '\'' && width == 1 && !Character.isLetter(text.charAt(i + 1)) ? 0 : width;
        }
        return 0;
    }

    /** Where the quotation that {@code open} began is closed; -1 if nowhere in the block. */
    private static int closing(String text, int from, Span block, char open, int width) {
        for (int i = from; i < block.end(); i++) {
            char c = text.charAt(i);
            if (width == 2) {
                if (c == '\'' && i + 1 < block.end() && text.charAt(i + 1) == '\'') {
                    return i;
                }
            } else if (open == '\'' || open == '\u2018') {
                if ((c == '\'' || c == '\u2019') && closesSingle(text, i, block)) {
                    return i;
                }
            } else if (open == '\u00ab') {
                if (c == '\u00bb') {
                    return i;
                }
            } else if (c == '\u201d' || c == '"' || open == '\u201e' && c == '\u201c') {
                return i;
            }
        }
        return -1;
    }

    /**
     * The same for a straight double mark, which may open others inside it: in {@code "He told me 'she wrote "no" twice'"}
     * the second opens a new one, because a single one stands open. Without a single one between it closes the first.
     */
    private static int closingStraight(String text, int from, Span block) {
        Deque<Character> open = new ArrayDeque<>(List.of('"'));
        for (int i = from; i < block.end(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '\u2018' || c == '\u2019') {
                if (open.peek() == '"' && opening(text, i, block) > 0) {
                    open.push('\'');
                } else if (open.peek() == '\'' && closesSingle(text, i, block)) {
                    open.pop();
                }
            } else if (c == '"' && open.peek() == '\'' && opening(text, i, block) > 0) {
                open.push('"');
            } else if (c == '"' || c == '\u201d') {
                while (open.pop() != '"') {
                    // a single one that stays open was an apostrophe
                }
                if (open.isEmpty()) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** An apostrophe closes only where no letter follows and a stop stands on one of its sides, as printers set it. */
    private static boolean closesSingle(String text, int i, Span block) {
        char before = text.charAt(i - 1);
        char after = i + 1 < block.end() ? text.charAt(i + 1) : ' ';
        if (Character.isLetterOrDigit(after)) {
            return false;
        }
        return ",.?!".indexOf(before) >= 0
                || ",.;:?!)".indexOf(after) >= 0
                || before != 's' && Character.isLetter(before);
    }
}
