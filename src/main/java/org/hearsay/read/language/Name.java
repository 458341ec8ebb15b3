package org.hearsay.read.language;

import java.util.List;
import org.hearsay.read.article.Span;

/** A name found in a sentence: the tokens from {@code from} to {@code to}, end exclusive. */
record Name(int sentence, int from, int to, NameType type) implements Comparable<Name> {
    List<Token> tokens(List<Sentence> sentences) {
        return sentences.get(sentence).tokens().subList(from, to);
    }

    /** Its words as written, parted by single spaces. */
    String text(List<Sentence> sentences) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        boolean opened = false;
        for (Token token : tokens(sentences)) {
            boolean mark = token.text().equals("\"");
            boolean joined = text.isEmpty()
                    || opened
                    || mark && quoted
                    || token.text().equals("'s")
                    || token.text().equals("'");
            text.append(joined ? "" : " ").append(token.text());
            quoted ^= mark;
            opened = mark && quoted;
        }
        return text.toString();
    }

    Span span(List<Sentence> sentences) {
        List<Token> tokens = tokens(sentences);
        return new Span(
                tokens.getFirst().span().start(), tokens.getLast().span().end());
    }

    Name as(NameType other) {
        return new Name(sentence, from, to, other);
    }

    Name between(int newFrom, int newTo) {
        return new Name(sentence, newFrom, newTo, type);
    }

    boolean overlaps(Name other) {
        return sentence == other.sentence && from < other.to && other.from < to;
    }

    @Override
    public int compareTo(Name other) {
        int bySentence = Integer.compare(sentence, other.sentence);
        return bySentence != 0 ? bySentence : Integer.compare(from, other.from);
    }
}
