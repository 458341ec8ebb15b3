package org.hearsay.read.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hearsay.read.article.Span;

/**
 * Words as an encoder counts them, and the pieces of its vocabulary that they are made of (BERT's basic words and
 * WordPiece). Thread-safe; the answers for words seen before are kept.
 */
final class WordPieces {
    /** A longer word is unknown as a whole. */
    private static final int LONGEST = 100;

    /** Words whose pieces are kept; a news corpus has fewer that matter. */
    private static final int KEPT = 50_000;

    private final Map<String, Integer> vocabulary;
    private final Map<String, int[]> known = new ConcurrentHashMap<>();
    private final int[] unknown;
    final int first;
    final int separator;

    private WordPieces(Map<String, Integer> vocabulary, int unknown, int first, int separator) {
        this.vocabulary = vocabulary;
        this.unknown = new int[] {unknown};
        this.first = first;
        this.separator = separator;
    }

    /**
     * @param file one piece a line; its number is the number of the line, from 0
     * @throws IOException if it is no such list
     */
    static WordPieces read(byte[] file) throws IOException {
        String[] lines = new String(file, StandardCharsets.UTF_8).split("\n", -1);
        Map<String, Integer> vocabulary = HashMap.newHashMap(lines.length);
        for (int i = 0; i < lines.length; i++) {
            vocabulary.putIfAbsent(lines[i], i);
        }
        Integer unknown = vocabulary.get("[UNK]");
        Integer first = vocabulary.get("[CLS]");
        Integer separator = vocabulary.get("[SEP]");
        if (unknown == null || first == null || separator == null) {
            throw new IOException("it lacks [UNK], [CLS] or [SEP]");
        }
        return new WordPieces(vocabulary, unknown, first, separator);
    }

    /** The words of {@code plain} between two offsets: runs without space, each punctuation mark a word of its own. */
    static List<Span> words(String plain, int start, int end) {
        List<Span> words = new ArrayList<>();
        int begin = -1;
        for (int i = start; i < end; ) {
            int c = plain.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean parts = isBetween(c);
            boolean mark = !parts && isMark(c);
            if ((parts || mark) && begin >= 0) {
                words.add(new Span(begin, i));
                begin = -1;
            }
            if (mark) {
                words.add(new Span(i, next));
            } else if (!parts && begin < 0) {
                begin = i;
            }
            i = next;
        }
        if (begin >= 0) {
            words.add(new Span(begin, end));
        }
        return words;
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isBetween(int c) {
        int type = Character.getType(c);
        return isSpace(c) || c == 0xfffd || type == Character.CONTROL || type == Character.FORMAT;
    }

    private static boolean isMark(int c) {
        if (c >= 33 && c <= 47 || c >= 58 && c <= 64 || c >= 91 && c <= 96 || c >= 123 && c <= 126) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** The numbers of the pieces of a word; never none. The array is shared and must not be changed. */
    int[] of(String word) {
        if (word.length() > 8 * LONGEST) {
            // Whatever its marks, more than a hundred letters stay.
            return unknown;
        }
        int[] pieces = known.get(word);
        if (pieces == null) {
            pieces = cut(bare(word));
            if (known.size() >= KEPT) {
                known.clear();
            }
            known.put(word, pieces);
        }
        return pieces;
    }

    /** Small letters without the marks above and below them. */
    private static String bare(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String apart = Normalizer.isNormalized(lower, Normalizer.Form.NFD)
                ? lower
                : Normalizer.normalize(lower, Normalizer.Form.NFD);
        StringBuilder bare = new StringBuilder(apart.length());
        apart.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private int[] cut(String word) {
        if (word.isEmpty() || word.codePointCount(0, word.length()) > LONGEST) {
            return unknown;
        }
        int[] pieces = new int[word.length()];
        int count = 0;
        for (int from = 0; from < word.length(); count++) {
            int to = word.length();
            Integer piece = null;
            for (; to > from; to--) {
                piece = vocabulary.get(from > 0 ? "##" + word.substring(from, to) : word.substring(from, to));
                if (piece != null) {
                    break;
                }
            }
            if (piece == null) {
                return unknown;
            }
            pieces[count] = piece;
            from = to;
        }
        return Arrays.copyOf(pieces, count);
    }
}
