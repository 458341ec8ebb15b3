package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import opennlp.tools.sentdetect.SentenceDetectorME;
import org.hearsay.read.article.Span;

/**
 * Cuts a block into sentences. Rules decide where they are sure (abbreviations, initials, a small letter after the
 * stop, quotes that close after it); OpenNLP's detector decides the rest. Immutable.
 */
final class Sentences {
    /** A run without any end of a sentence is cut at a space here, so that one line of a megabyte stays affordable. */
    static final int LONGEST = 4_000;

    private final Map<String, String> abbreviations = new HashMap<>();
    private final Set<String> openers = new HashSet<>();

    Sentences() {
        Lexicon.rows("abbreviations.txt").forEach(row -> abbreviations.put(row.get(0), row.get(1)));
        Lexicon.rows("openers.txt").forEach(row -> openers.add(row.get(0)));
    }

    /** Whether the word keeps its full stop as a part of it ("Sen.", "p.m.", "U.S."). */
    boolean isAbbreviation(String word) {
        return abbreviations.containsKey(word) && !"unsure".equals(abbreviations.get(word)) || isInitials(word);
    }

    /** The sentences of {@code plain} between {@code start} and {@code end}, without surrounding white space. */
    List<Span> in(String plain, int start, int end, SentenceDetectorME detector) {
        List<Span> sentences = new ArrayList<>();
        for (int from = start; from < end; ) {
            int to = pieceEnd(plain, from, end);
            cut(plain, from, to, detector, sentences);
            from = to;
        }
        return sentences;
    }

    /** Long blocks go to the detector in pieces that end at a space. */
    private static int pieceEnd(String plain, int from, int end) {
        int limit = 8 * LONGEST;
        if (end - from <= limit) {
            return end;
        }
        for (int i = from + limit; i > from + limit / 2; i--) {
            if (plain.charAt(i) == ' ' && ".!?".indexOf(plain.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        for (int i = from + limit; i > from + limit / 2; i--) {
            if (plain.charAt(i) == ' ') {
                return i;
            }
        }
        int to = from + limit;
        return Character.isLowSurrogate(plain.charAt(to)) ? to - 1 : to;
    }

    private void cut(String plain, int start, int end, SentenceDetectorME detector, List<Span> sentences) {
        Set<Integer> modelEnds = new HashSet<>();
        String piece = plain.substring(start, end);
        // With few words there is nothing to cut, and with very long ones the model's features grow without bound.
        if (piece.length() > 20 && longestWord(piece) < 300) {
            for (opennlp.tools.util.Span span : detector.sentPosDetect(piece)) {
                modelEnds.add(start + span.getEnd());
            }
        }
        int begin = start;
        for (int i = start; i < end; i++) {
            if (!isStop(plain.charAt(i))) {
                continue;
            }
            int stops = i + 1;
            while (stops < end && isStop(plain.charAt(stops))) {
                stops++;
            }
            int close = stops;
            while (close < end && isCloser(plain, close, end)) {
                close++;
            }
            if (ends(plain, begin, i, stops, close, end, modelEnds)) {
                add(plain, begin, close, sentences);
                begin = close;
            }
            i = close - 1;
        }
        add(plain, begin, end, sentences);
    }

    private static int longestWord(String piece) {
        int longest = 0;
        int last = -1;
        for (int i = 0; i <= piece.length(); i++) {
            if (i == piece.length() || piece.charAt(i) == ' ') {
                longest = Math.max(longest, i - last - 1);
                last = i;
            }
        }
        return longest;
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\u2026' || c == '\u3002';
    }

    /** A quote or bracket right after the stop belongs to the sentence that it closes, unless a word follows at once. */
    private static boolean isCloser(String plain, int at, int end) {
        char c = plain.charAt(at);
        if (c == ')' || c == ']' || c == '}') {
            return true;
        }
        return (c == '"' || c == '\'') && (at + 1 == end || !Character.isLetterOrDigit(plain.charAt(at + 1)));
    }

    private boolean ends(String plain, int begin, int stop, int stops, int close, int end, Set<Integer> modelEnds) {
        if (close >= end) {
            return true;
        }
        boolean model = modelEnds.contains(close) || modelEnds.contains(stops);
        if (plain.charAt(close) != ' ') {
            return joined(plain, stop, close, end) && model;
        }
        int next = close;
        while (next < end && plain.charAt(next) == ' ') {
            next++;
        }
        if (next == end) {
            return true;
        }
        int letter = next;
        while (letter < end && "\"'([-\u2014$".indexOf(plain.charAt(letter)) >= 0) {
            letter++;
        }
        char first = letter < end ? plain.charAt(letter) : ' ';
        if (Character.isLowerCase(first)) {
            // "Really?" he asked. A lower-case name at the start of a sentence is rarer by far.
            return false;
        }
        String word = wordBefore(plain, begin, stops);
        if (stops - stop > 1 || plain.charAt(stop) == '\u2026') {
            return Character.isUpperCase(first) && (model || openers.contains(wordAt(plain, letter, end)));
        }
        if (plain.charAt(stop) != '.') {
            return true;
        }
        if (close > stops && Character.isLetterOrDigit(first)) {
            return !"never".equals(abbreviations.get(word));
        }
        return endsAfter(word, plain, begin, stop, letter, end, first, letter > next, model);
    }

    private boolean endsAfter(
            String word,
            String plain,
            int begin,
            int stop,
            int letter,
            int end,
            char first,
            boolean quoted,
            boolean model) {
        String kind = abbreviations.getOrDefault(word, isInitials(word) ? "may" : "");
        boolean opener = openers.contains(wordAt(plain, letter, end));
        boolean startsWithNumber = word.length() <= 3 && stop - word.length() + 1 == begin && isNumber(word);
        if (startsWithNumber) {
            return false;
        }
        return switch (kind) {
            case "never" -> false;
            case "number" -> !Character.isDigit(first) && opener;
            case "may" -> quoted && Character.isUpperCase(first) || opener && !isSingleInitial(word);
            case "unsure" -> model;
            default -> isSingleInitial(word) ? opener && model : !isUnknownShort(word) || model || opener;
        };
    }

    /** A stop without a space after it: "ended.The next", but not "example.com" or "3.5". */
    private static boolean joined(String plain, int stop, int close, int end) {
        return stop > 1
                && close + 1 < end
                && Character.isLowerCase(plain.charAt(stop - 1))
                && Character.isLowerCase(plain.charAt(stop - 2))
                && Character.isUpperCase(plain.charAt(close))
                && Character.isLowerCase(plain.charAt(close + 1));
    }

    /** Short with a capital and not otherwise known, as in "Bancorp. Intl. ": the model decides. */
    private static boolean isUnknownShort(String word) {
        return word.length() <= 5 && !word.isEmpty() && Character.isUpperCase(word.charAt(0)) && hasLower(word);
    }

    private static boolean hasLower(String word) {
        return word.chars().anyMatch(Character::isLowerCase);
    }

    private static boolean isNumber(String word) {
        return word.length() > 1 && word.substring(0, word.length() - 1).chars().allMatch(Character::isDigit);
    }

    private static boolean isSingleInitial(String word) {
        return word.length() == 2 && Character.isUpperCase(word.charAt(0)) && word.charAt(1) == '.';
    }

    /** "J.F.", "U.N.", "p.m.": single letters, each with its stop. */
    private static boolean isInitials(String word) {
        if (word.length() < 4 || word.length() > 12 || word.length() % 2 != 0) {
            return isSingleInitial(word) && word.charAt(0) != 'I';
        }
        for (int i = 0; i < word.length(); i += 2) {
            if (!Character.isLetter(word.charAt(i)) || word.charAt(i + 1) != '.') {
                return false;
            }
        }
        return true;
    }

    private static String wordBefore(String plain, int begin, int stop) {
        int start = stop;
        while (start > begin
                && stop - start < 20
                && (Character.isLetterOrDigit(plain.charAt(start - 1)) || plain.charAt(start - 1) == '.')) {
            start--;
        }
        return plain.substring(start, stop);
    }

    private static String wordAt(String plain, int start, int end) {
        int stop = start;
        while (stop < end && stop - start < 20 && Character.isLetter(plain.charAt(stop))) {
            stop++;
        }
        String word = plain.substring(start, stop);
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))
                ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)
                : word;
    }

    /** Adds what stands between, without white space, cut where it is longer than a sentence may be. */
    private static void add(String plain, int begin, int end, List<Span> sentences) {
        int from = begin;
        while (from < end) {
            while (from < end && plain.charAt(from) <= ' ') {
                from++;
            }
            int to = end;
            if (to - from > LONGEST) {
                to = from + LONGEST;
                while (to > from + LONGEST / 2 && plain.charAt(to) != ' ') {
                    to--;
                }
                if (Character.isLowSurrogate(plain.charAt(to))) {
                    to--;
                }
            }
            int last = to;
            while (last > from && plain.charAt(last - 1) <= ' ') {
                last--;
            }
            if (last > from) {
                sentences.add(new Span(from, last));
            }
            from = Math.max(to, from + 1);
        }
    }
}
