package org.hearsay.read.language;

import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity.Kind;
import org.jspecify.annotations.Nullable;

/** Says what a quantity measures and for which time, from the words around it; absent where that is not sure. Immutable. */
final class Measured {
    private final Set<String> changes = Lexicon.words("measuring.txt", "change");
    private final Set<String> growth = Lexicon.words("measuring.txt", "growth");

    Optional<Span> of(Line line, Amount amount) {
        int end = amount.end();
        Kind kind = amount.unit().kind();
        if (amount.head() >= 0) {
            return Optional.of(counted(line, amount).span(line));
        }
        if (kind == Kind.ORDINAL) {
            return span(line, NounPhrase.from(line, end, false));
        }
        int ofAt = line.is(end, "worth") ? end + 1 : end;
        if (line.is(ofAt, "of")) {
            return span(line, NounPhrase.from(line, ofAt + 1, true));
        }
        if (line.is(end, "the", "its", "their", "all") && isFraction(line, amount)) {
            return span(line, NounPhrase.from(line, end, true));
        }
        if (kind == Kind.MEASURE && amount.unit().code().equals("%") && !line.is(end, "the")) {
            return span(line, NounPhrase.from(line, end, true));
        }
        NounPhrase before = phraseBefore(line, amount.start());
        if (before != null) {
            return Optional.of(before.span(line));
        }
        NounPhrase attributive = attributive(line, amount, kind);
        if (attributive != null) {
            return Optional.of(attributive.span(line));
        }
        if (kind == Kind.MONEY && line.is(end, "in")) {
            NounPhrase matter = NounPhrase.from(line, end + 1, true);
            boolean stuff = matter != null
                    && !line.get(matter.head()).tag().equals("PROPN")
                    && !Character.isDigit(line.get(matter.start()).text().charAt(0))
                    && !line.get(matter.head()).is("year", "month", "week", "quarter", "case", "court");
            if (stuff) {
                return span(line, matter);
            }
        }
        NounPhrase subject = subject(line, amount.start());
        return span(line, subject);
    }

    private static boolean isFraction(Line line, Amount amount) {
        return line.get(amount.end() - 1).is("half");
    }

    /** "17 metals": from after the number to the noun, with its "of" phrase. */
    private static NounPhrase counted(Line line, Amount amount) {
        int start = amount.head();
        while (start - 1 > amount.start()
                && NounPhrase.isModifier(line, start - 1)
                && !line.get(start - 1).is("-", "more", "other")
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
                || piece.tag().equals("NUM");
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
        if (!determined || !NounPhrase.isModifier(line, end)) {
            return null;
        }
        NounPhrase phrase = NounPhrase.from(line, end, false);
        if (phrase == null
                || line.get(phrase.head()).tag().equals("PROPN")
                || line.get(phrase.head()).is("year", "month", "week", "day", "monday", "yesterday")) {
            return null;
        }
        if (growth.contains(line.get(phrase.head()).lemma()) && line.is(phrase.head() + 1, "in", "of", "on")) {
            NounPhrase what = NounPhrase.from(line, phrase.head() + 2, true);
            return what == null ? phrase : what;
        }
        return NounPhrase.from(line, end, true);
    }

    /** "a tariff of 25%", "a contract worth $3 billion", "a cut by 5%". */
    private static @Nullable NounPhrase phraseBefore(Line line, int start) {
        int at = skipCloseness(line, start);
        if (at < 1 || !line.get(at - 1).is("of", "worth", "totaling", "totalling")) {
            return null;
        }
        boolean is = line.get(at - 1).is("worth")
                && at > 1
                && line.get(at - 2).lemma().equals("be");
        return NounPhrase.upTo(line, is ? at - 2 : at - 1);
    }

    /** "production rose to 70%", "inflation was about 3%": the noun phrase before a verb of change or being. */
    private @Nullable NounPhrase subject(Line line, int start) {
        int at = skipCloseness(line, start);
        while (at > 0
                && (line.get(at - 1)
                                .is("to", "by", "at", "a", "an", "the", "only", "just", "another", "up", "down", "from")
                        || line.get(at - 1).tag().equals("ADV"))) {
            at--;
        }
        if (at < 2
                || !changes.contains(line.get(at - 1).lemma())
                || !line.is(at - 1, "cost", "costs") && !Set.of("VERB", "AUX").contains(line.tag(at - 1))) {
            return null;
        }
        at--;
        while (at > 0
                && (Set.of("AUX", "ADV").contains(line.get(at - 1).tag())
                        || line.get(at - 1).is("n't", "not", "to", "expect", "expected", "forecast"))) {
            at--;
        }
        NounPhrase phrase = NounPhrase.upTo(line, beforePlace(line, at));
        // A capital at the beginning makes a name of any word for the tagger.
        boolean name = phrase != null
                && phrase.head() > 0
                && line.get(phrase.head()).tag().equals("PROPN");
        return name ? null : phrase;
    }

    /** "The tariff on steel is": the end of the noun phrase that "on steel" belongs to, {@code end} if there is none. */
    private static int beforePlace(Line line, int end) {
        NounPhrase last = NounPhrase.upTo(line, end);
        if (last == null) {
            return end;
        }
        int start = last.start();
        while (line.is(start - 1, "the", "a", "an", "its", "their", "this")) {
            start--;
        }
        boolean inside = line.is(start - 1, "on", "in", "at", "for", "from", "to", "with", "between", "against");
        return inside && line.isNoun(start - 2) ? start - 1 : end;
    }

    private static int skipCloseness(Line line, int start) {
        int at = line.is(start - 1, "to") && line.is(start - 2, "up") ? start - 2 : start;
        while (at > 0
                && line.get(at - 1)
                        .is(
                                "about",
                                "around",
                                "some",
                                "nearly",
                                "almost",
                                "roughly",
                                "approximately",
                                "over",
                                "under",
                                "more",
                                "less",
                                "than",
                                "least",
                                "up",
                                "between",
                                "estimated",
                                "an",
                                "fewer",
                                "just",
                                "exceeding",
                                "above",
                                "below",
                                "close",
                                "most")) {
            at--;
        }
        return at;
    }

    private static Optional<Span> span(Line line, @Nullable NounPhrase phrase) {
        return phrase == null ? Optional.empty() : Optional.of(phrase.span(line));
    }
}
