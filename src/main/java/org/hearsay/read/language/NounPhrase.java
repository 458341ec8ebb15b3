package org.hearsay.read.language;

import org.hearsay.read.article.Span;
import org.jspecify.annotations.Nullable;

/** A noun phrase without its article: {@code end} is after its last piece, {@code head} its last noun before "of". */
record NounPhrase(int start, int end, int head) {
    /** Pieces that a noun phrase may have; a longer one is a list. */
    private static final int LONGEST = 10;

    Span span(Line line) {
        return line.span(start, end);
    }

    /** The noun phrase that starts at {@code at}, article skipped, with its "of" phrase if {@code whole}. */
    static @Nullable NounPhrase from(Line line, int at, boolean whole) {
        int start = at;
        while (start < line.size()
                && start < at + 2
                && (line.get(start).tag().equals("DET")
                        || line.get(start)
                                .is(
                                        "the", "a", "an", "its", "their", "his", "her", "our", "all", "both", "those",
                                        "these"))) {
            start++;
        }
        int head = -1;
        int i = start;
        for (; i < line.size() && i < start + LONGEST; i++) {
            Piece piece = line.get(i);
            if (piece.isNoun() || head >= 0 && piece.is("total", "average") && !isModifier(line, i + 1)) {
                head = i;
            } else if (!isModifier(line, i) && !isLink(line, i) || isLink(line, i) && i == start) {
                break;
            } else if (piece.tag().equals("VERB") && head >= 0) {
                // "production falling to" is no longer the noun phrase; before the noun it is "refining capabilities".
                break;
            }
        }
        if (head < 0 && i == start + 1 && line.get(start).tag().equals("ADJ")) {
            // "six grams of gold": an adjective with nothing behind it.
            head = start;
        }
        if (head < 0) {
            return null;
        }
        int end = head + 1;
        if (line.get(head).tag().equals("PROPN")
                && line.tag(end).equals("NUM")
                && line.is(head, "fortune", "s&p", "ftse", "nasdaq", "stoxx")) {
            end++;
        }
        if (whole && line.is(end, "of")) {
            NounPhrase rest = from(line, end + 1, false);
            if (rest != null) {
                end = rest.end();
            }
        }
        return new NounPhrase(start, end, head);
    }

    /** With a second noun that "and" joins to it, where the clause goes no further: "agriculture and mining". */
    static @Nullable NounPhrase joined(Line line, @Nullable NounPhrase phrase) {
        if (phrase == null || !line.is(phrase.end(), "and", "or") || !line.isNoun(phrase.end() + 1)) {
            return phrase;
        }
        NounPhrase second = from(line, phrase.end() + 1, false);
        if (second == null) {
            return phrase;
        }
        boolean ends = !line.has(second.end())
                || line.is(second.end(), ".", ",", ";", ")", "in", "on", "by", "at", "for", "since", "after");
        return ends ? new NounPhrase(phrase.start(), second.end(), phrase.head()) : phrase;
    }

    /** The noun phrase that ends before {@code end}. */
    static @Nullable NounPhrase upTo(Line line, int end) {
        if (end < 1 || !line.get(end - 1).isNoun()) {
            return null;
        }
        int start = end - 1;
        int head = end - 1;
        boolean ofSeen = false;
        while (start > 0 && end - start < LONGEST) {
            Piece before = line.get(start - 1);
            if (before.is("cent", "percent", "%")) {
                break;
            }
            boolean adjective = before.tag().equals("ADJ") || before.isNoun() || before.is("'s", "-");
            if (adjective) {
                start--;
            } else if (before.is("of")
                    && !ofSeen
                    && start > 1
                    && line.get(start - 2).isNoun()
                    && !line.is(start - 2, "cent", "percent")) {
                ofSeen = true;
                head = start - 2;
                start -= 2;
            } else if (before.is("the", "a", "an", "its", "their")
                    && start > 2
                    && line.get(start - 2).is("of")
                    && !ofSeen
                    && line.get(start - 3).isNoun()
                    && !line.is(start - 3, "cent", "percent")) {
                ofSeen = true;
                head = start - 3;
                start -= 3;
            } else {
                break;
            }
        }
        while (start < head
                && (line.get(start).is("'s", "-")
                        || start > 0 && line.get(start - 1).is("-"))) {
            start++;
        }
        return new NounPhrase(start, end, head);
    }

    static boolean isModifier(Line line, int at) {
        if (at >= line.size()) {
            return false;
        }
        Piece piece = line.get(at);
        boolean participle = piece.tag().equals("VERB")
                && (piece.lower().endsWith("ing") || piece.lower().endsWith("ed"))
                && at + 1 < line.size()
                && (line.get(at + 1).isNoun() || line.get(at + 1).tag().equals("ADJ"));
        return piece.isNoun() || piece.tag().equals("ADJ") || participle;
    }

    private static boolean isLink(Line line, int at) {
        Piece piece = line.get(at);
        boolean nounAfter = at + 1 < line.size() && isModifier(line, at + 1);
        return nounAfter
                && (piece.is("'s", "'", "-")
                        || piece.is("and")
                                && line.get(at + 1).tag().equals("ADJ")
                                && at > 0
                                && line.get(at - 1).tag().equals("ADJ"));
    }
}
