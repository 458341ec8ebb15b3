package org.hearsay.read.language;

import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity.Kind;
import org.jspecify.annotations.Nullable;

/** Says what a quantity measures, from the words around it; absent where that is not sure. Immutable. */
final class Measured {
    private final Set<String> growth = Lexicon.words("measuring.txt", "growth");
    private final Preceding preceding;

    Measured(Preceding preceding) {
        this.preceding = preceding;
    }

    Optional<Span> of(Line line, Amount amount) {
        NounPhrase phrase = phrase(line, amount);
        return phrase == null ? Optional.empty() : Optional.of(phrase.span(line));
    }

    private @Nullable NounPhrase phrase(Line line, Amount amount) {
        int start = amount.start();
        int end = amount.end();
        Kind kind = amount.unit().kind();
        boolean share = amount.unit().code().equals("%");
        if (amount.head() >= 0) {
            return counted(line, amount);
        }
        if (kind == Kind.ORDINAL) {
            return NounPhrase.from(line, end, false);
        }
        if (kind == Kind.COUNT) {
            return preceding.level(line, start).orElse(null);
        }
        if (kind == Kind.MEASURE && amount.unit().code().equals("1")) {
            return compared(line, start, end);
        }
        int ofAt = line.is(end, "worth") ? end + 1 : end;
        ofAt = line.is(end, ")") && line.is(start - 1, "(") ? end + 1 : ofAt;
        if (line.is(ofAt, "of")) {
            return NounPhrase.joined(line, NounPhrase.from(line, ofAt + 1, true));
        }
        if (line.is(end, "the", "its", "their", "all") && isFraction(line, amount)) {
            return NounPhrase.from(line, end, true);
        }
        int shared = Fraction.isCompared(line, end) ? end + 1 : end;
        NounPhrase direct =
                share && kind == Kind.MEASURE && !line.is(end, "the", "(") ? NounPhrase.from(line, shared, true) : null;
        if (direct != null) {
            return direct;
        }
        boolean glued = kind == Kind.MEASURE
                && !share
                && NounPhrase.isModifier(line, end)
                && !line.is(end, "per")
                && line.is(start - 1, "of");
        NounPhrase before = glued ? null : Preceding.phraseBefore(line, start);
        before = before == null && line.is(end, ")") ? Preceding.bracketed(line, start) : before;
        if (before != null) {
            return before;
        }
        NounPhrase attributive = attributive(line, amount, kind);
        if (attributive != null) {
            return attributive;
        }
        if (kind == Kind.MONEY && line.is(end, "in")) {
            NounPhrase matter = NounPhrase.joined(line, NounPhrase.from(line, end + 1, true));
            boolean stuff = matter != null
                    && !line.get(matter.head()).tag().equals("PROPN")
                    && !Character.isDigit(line.get(matter.start()).text().charAt(0))
                    && !line.get(matter.head()).is("year", "month", "week", "quarter", "case", "court");
            if (stuff) {
                return matter;
            }
        }
        NounPhrase subject = preceding.subject(line, start);
        return subject == null ? preceding.changed(line, start) : subject;
    }

    /** "ten times the price", "twice as many seats", "the price is three times higher". */
    private @Nullable NounPhrase compared(Line line, int start, int end) {
        if (line.is(end, "the", "its", "their", "his", "her")) {
            return NounPhrase.from(line, end, true);
        }
        int thing = line.is(end, "as") ? end + 2 : end + 1;
        NounPhrase behind =
                line.is(thing - 1, "many", "much", "more", "fewer", "less") ? NounPhrase.from(line, thing, true) : null;
        return behind == null ? preceding.subject(line, start) : behind;
    }

    private static boolean isFraction(Line line, Amount amount) {
        return line.get(amount.end() - 1).is("half");
    }

    /** "17 metals": from after the number to the noun, with its "of" phrase. */
    private static NounPhrase counted(Line line, Amount amount) {
        int start = amount.head();
        while (start - 1 > amount.start()
                && NounPhrase.isModifier(line, start - 1)
                && !line.get(start - 1).is("-", "more", "other", "plus", "m", "k", "b")
                && !isNumberWord(line.get(start - 1))) {
            start--;
        }
        int end = amount.head() + 1;
        if (line.is(end, "of")) {
            NounPhrase rest = NounPhrase.from(line, end + 1, false);
            if (rest != null) {
                end = rest.end();
            }
        }
        return new NounPhrase(start, end, amount.head());
    }

    private static boolean isNumberWord(Piece piece) {
        return piece.is("hundred", "thousand", "million", "billion", "trillion", "dozen", "of")
                || piece.tag().equals("NUM")
                || Character.isDigit(piece.text().charAt(0));
    }

    /** "a 25% tariff", "a $3 billion deal", "a 3% increase in production". */
    private @Nullable NounPhrase attributive(Line line, Amount amount, Kind kind) {
        int end = amount.end();
        if (end >= line.size()
                || kind == Kind.MEASURE && !amount.unit().code().isEmpty() && !NounPhrase.isModifier(line, end)) {
            return null;
        }
        boolean determined = amount.start() > 0
                        && Set.of("DET", "PRON")
                                .contains(line.get(amount.start() - 1).tag())
                || amount.start() > 0
                        && line.get(amount.start() - 1).is("a", "an", "the", "its", "their", "'s", "by", "of", "impose")
                || kind == Kind.PERCENT
                || line.is(end - 2, "-");
        boolean verb = kind == Kind.PERCENT
                && line.tag(end).equals("VERB")
                && !line.tag(amount.start() - 1).equals("DET");
        if (!determined || verb || !NounPhrase.isModifier(line, end)) {
            return null;
        }
        NounPhrase phrase = NounPhrase.from(line, end, false);
        if (phrase == null
                || line.get(phrase.head()).tag().equals("ADJ")
                || line.get(phrase.head()).tag().equals("PROPN")
                || line.get(phrase.head()).is("year", "month", "week", "day", "monday", "yesterday")) {
            return null;
        }
        if (growth.contains(line.get(phrase.head()).lemma()) && line.is(phrase.head() + 1, "in", "of", "on")) {
            NounPhrase what = NounPhrase.joined(line, NounPhrase.from(line, phrase.head() + 2, true));
            return what == null ? phrase : what;
        }
        return NounPhrase.from(line, end, true);
    }
}
