package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.read.article.Span;

/**
 * Cuts words where a name begins or ends inside them, so that a name is whole words: "Russia-based" becomes "Russia", "-",
 * "based". Asked for sentences in text order; one text each.
 */
final class NameEdges {
    private final List<Marked.Found> names;
    private int next;

    NameEdges(List<Marked.Found> names) {
        this.names = names;
    }

    List<Span> cut(String plain, List<Span> words) {
        if (names.isEmpty() || words.isEmpty()) {
            return words;
        }
        List<Span> cut = new ArrayList<>(words.size() + 2);
        for (Span word : words) {
            while (next < names.size() && names.get(next).span().end() <= word.start()) {
                next++;
            }
            int start = word.start();
            if (isAddress(plain, word)) {
                cut.add(word);
                continue;
            }
            for (int i = next; i < names.size() && names.get(i).span().start() < word.end(); i++) {
                start = cutAt(plain, names.get(i).span().start(), start, word.end(), cut);
                start = cutAt(plain, names.get(i).span().end(), start, word.end(), cut);
            }
            cut.add(new Span(start, word.end()));
        }
        return cut;
    }

    private static boolean isAddress(String plain, Span word) {
        String text = word.of(plain);
        return text.indexOf('@') > 0 || text.contains("://") || text.startsWith("www.");
    }

    /** Marks that stand at the edge are words of their own; an edge with only marks on one side is none. */
    private static int cutAt(String plain, int edge, int start, int end, List<Span> cut) {
        if (edge <= start || edge >= end || !holdsWord(plain, start, edge) || !holdsWord(plain, edge, end)) {
            return start;
        }
        int before = edge;
        while (isJoint(plain.charAt(before - 1))) {
            before--;
        }
        cut.add(new Span(start, before));
        int after = before;
        while (isJoint(plain.charAt(after))) {
            cut.add(new Span(after, ++after));
        }
        return after;
    }

    private static boolean holdsWord(String plain, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(plain.charAt(i)) || Character.isSurrogate(plain.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isJoint(char c) {
        return c == '-' || c == '/' || c == '&' || c == '+' || c == '_';
    }
}
