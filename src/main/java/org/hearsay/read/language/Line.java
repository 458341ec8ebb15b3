package org.hearsay.read.language;

import java.util.List;
import org.hearsay.read.article.Span;

/** The pieces of one sentence, asked by index; before its beginning and after its end there is nothing, and asking is no error. */
record Line(List<Piece> pieces) {
    Line {
        pieces = List.copyOf(pieces);
    }

    static Line of(List<Token> tokens) {
        return new Line(Piece.of(tokens));
    }

    int size() {
        return pieces.size();
    }

    /** The piece at {@code i}, which must be inside the sentence. */
    Piece get(int i) {
        return pieces.get(i);
    }

    boolean has(int i) {
        return i >= 0 && i < pieces.size();
    }

    /** Whether one of the words, in lower case, stands at {@code i}. */
    boolean is(int i, String... words) {
        return has(i) && pieces.get(i).is(words);
    }

    /** The words at {@code i} in lower case, empty outside. */
    String lower(int i) {
        return has(i) ? pieces.get(i).lower() : "";
    }

    String lemma(int i) {
        return has(i) ? pieces.get(i).lemma() : "";
    }

    String tag(int i) {
        return has(i) ? pieces.get(i).tag() : "";
    }

    boolean isNoun(int i) {
        return has(i) && pieces.get(i).isNoun();
    }

    boolean isCapital(int i) {
        return has(i) && pieces.get(i).isCapital();
    }

    /** Whether no space stands between the piece at {@code i} and the one before it. */
    boolean isGlued(int i) {
        return has(i)
                && has(i - 1)
                && pieces.get(i - 1).span().end() == pieces.get(i).span().start();
    }

    /** From the piece at {@code from} to the one before {@code to}. */
    Span span(int from, int to) {
        return new Span(
                pieces.get(from).span().start(), pieces.get(to - 1).span().end());
    }
}
