package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hearsay.read.article.Span;

/**
 * A line of text, or a part of one that is too long, as the encoder wants it.
 *
 * @param block index of the line
 * @param words where its words stand
 * @param pieces numbers of their pieces
 * @param shapes for each piece the shape of its word
 * @param starts for each word the place of its first piece, and at the end the number of pieces
 */
record Part(int block, List<Span> words, int[] pieces, int[] shapes, int[] starts) {
    /** Pieces of the longest part; with less than a window there is room for neighbours. */
    private static final int LONGEST = 240;

    private static final String STOPS = ".?!";
    private static final String CLOSERS = "\"')";

    int size() {
        return pieces.length;
    }

    int wordCount() {
        return words.size();
    }

    /** Pieces of a window, with its marks: [CLS] part [SEP] part [SEP] … Of the parts before one it is where that one begins. */
    static int length(List<Part> window) {
        int length = 1;
        for (Part part : window) {
            length += part.size() + 1;
        }
        return length;
    }

    /** The line between two offsets of {@code plain}, in parts that end with a sentence if they can. */
    static List<Part> of(String plain, int block, int start, int end, WordPieces vocabulary) {
        List<Span> words = WordPieces.words(plain, start, end);
        if (words.isEmpty()) {
            return List.of();
        }
        // Capitals are judged over the whole line, before any cutting.
        int[] shapes = Shapes.of(plain, start, words);
        List<int[]> pieces = new ArrayList<>(words.size());
        words.forEach(word -> pieces.add(vocabulary.of(word.of(plain))));
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < words.size(); ) {
            int to = partEnd(plain, words, pieces, from);
            parts.add(part(block, words, pieces, shapes, from, to));
            from = to;
        }
        return parts;
    }

    private static int partEnd(String plain, List<Span> words, List<int[]> pieces, int from) {
        int to = from;
        int size = 0;
        while (to < words.size() && size + pieces.get(to).length <= LONGEST) {
            size += pieces.get(to++).length;
        }
        if (to == words.size()) {
            return to;
        }
        for (int last = to - 1; last >= (from + to) / 2; last--) {
            boolean stop = is(plain, words.get(last), STOPS);
            boolean closed =
                    is(plain, words.get(last), CLOSERS) && last > from && is(plain, words.get(last - 1), STOPS);
            // A closing mark that does not fit would begin the next part.
            boolean open = stop && last + 1 == to && is(plain, words.get(to), CLOSERS);
            if (closed || stop && !open) {
                return last + 1;
            }
        }
        return to;
    }

    private static boolean is(String plain, Span word, String marks) {
        return word.length() == 1 && marks.indexOf(plain.charAt(word.start())) >= 0;
    }

    private static Part part(int block, List<Span> words, List<int[]> pieces, int[] shapes, int from, int to) {
        int[] starts = new int[to - from + 1];
        for (int i = from; i < to; i++) {
            starts[i - from + 1] = starts[i - from] + pieces.get(i).length;
        }
        int[] ids = new int[starts[to - from]];
        int[] shapeOf = new int[ids.length];
        for (int i = from; i < to; i++) {
            int at = starts[i - from];
            System.arraycopy(pieces.get(i), 0, ids, at, pieces.get(i).length);
            Arrays.fill(shapeOf, at, starts[i - from + 1], shapes[i]);
        }
        return new Part(block, List.copyOf(words.subList(from, to)), ids, shapeOf, starts);
    }

    /**
     * Neighbouring parts together, as many as the encoder takes at once: [CLS] part [SEP] part [SEP] …
     *
     * @param most pieces of a window, with its marks
     */
    static List<List<Part>> windows(List<Part> parts, int most) {
        List<List<Part>> windows = new ArrayList<>();
        List<Part> window = new ArrayList<>();
        int size = 1;
        for (Part part : parts) {
            if (!window.isEmpty() && size + part.size() + 1 > most) {
                windows.add(List.copyOf(window));
                window.clear();
                size = 1;
            }
            window.add(part);
            size += part.size() + 1;
        }
        if (!window.isEmpty()) {
            windows.add(List.copyOf(window));
        }
        return windows;
    }
}
