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
    private final Set<String> moves = Lexicon.words("measuring.txt", "move");

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
            return level(line, start).orElse(null);
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
        int shared = line.is(end, "more", "less", "fewer", "higher", "lower", "cheaper") ? end + 1 : end;
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
        NounPhrase before = glued ? null : phraseBefore(line, start);
        before = before == null && line.is(end, ")") ? bracketed(line, start) : before;
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
        NounPhrase subject = subject(line, start);
        return subject == null ? changed(line, start) : subject;
    }

    /** "Women (52%)": what stands before the bracket. */
    private static @Nullable NounPhrase bracketed(Line line, int start) {
        int at = skipCloseness(line, start);
        NounPhrase thing = line.is(at - 1, "(") ? NounPhrase.upTo(line, at - 1) : null;
        // "9 ounces (257 grams)" says it twice.
        boolean twice = thing != null
                && (line.tag(thing.start()).equals("NUM")
                        || line.tag(thing.start() - 1).equals("NUM"));
        return twice ? null : thing;
    }

    /** "ten times the price", "twice as many seats", "the price is three times higher". */
    private @Nullable NounPhrase compared(Line line, int start, int end) {
        if (line.is(end, "the", "its", "their", "his", "her")) {
            return NounPhrase.from(line, end, true);
        }
        int thing = line.is(end, "as") ? end + 2 : end + 1;
        NounPhrase behind =
                line.is(thing - 1, "many", "much", "more", "fewer", "less") ? NounPhrase.from(line, thing, true) : null;
        return behind == null ? subject(line, start) : behind;
    }

    /** What a bare number at {@code start} is the level of: "a population of", "the toll rose to". */
    Optional<NounPhrase> level(Line line, int start) {
        NounPhrase before = phraseBefore(line, start);
        return Optional.ofNullable(before == null ? subject(line, start) : before);
    }

    /** "cut its costs by 20%", "raised the rent 5%": what was moved; "and imports by 3%" leaves the verb out. */
    private @Nullable NounPhrase changed(Line line, int start) {
        int at = skipCloseness(line, start);
        boolean by = line.is(at - 1, "by");
        NounPhrase thing = NounPhrase.upTo(line, by ? at - 1 : at);
        if (thing == null) {
            return null;
        }
        int verb = thing.start() - 1;
        while (line.is(verb, "the", "its", "their", "his", "her", "a", "an", "and", ",")
                || line.tag(verb).equals("DET")) {
            verb--;
        }
        boolean moved = moves.contains(line.lemma(verb)) && line.tag(verb).equals("VERB");
        boolean gapped =
                by && line.is(thing.start() - 1, "and") && line.is(thing.start() - 2, "%", "percent", "cent", "points");
        return moved || gapped ? thing : null;
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

    /** "a tariff of 25%", "a contract worth $3 billion", "a cut by 5%". */
    private static @Nullable NounPhrase phraseBefore(Line line, int start) {
        int at = skipCloseness(line, start);
        if (at < 1 || !line.get(at - 1).is("of", "worth", "totaling", "totalling")) {
            return null;
        }
        boolean is = line.get(at - 1).is("worth")
                && at > 1
                && line.get(at - 2).lemma().equals("be");
        return NounPhrase.upTo(line, beforePlace(line, is ? at - 2 : at - 1));
    }

    /** "production rose to 70%", "inflation was about 3%": the noun phrase before a verb of change or being. */
    private @Nullable NounPhrase subject(Line line, int start) {
        int at = afterVerb(line, skipCloseness(line, start));
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

    /** "rose by 3 cents to", "rose from 5% to": what stands between the verb and the last number is skipped. */
    private static int afterVerb(Line line, int end) {
        if (!line.is(end - 1, "to")) {
            return end;
        }
        int at = end - 1;
        while (line.tag(at - 1).equals("NUM")
                || line.tag(at - 1).equals("SYM")
                || line.is(
                        at - 1, "%", "percent", "per", "cent", "cents", "points", "million", "billion", "$", "£",
                        "€")) {
            at--;
        }
        return at < end - 1 && line.is(at - 1, "from", "by") ? at - 1 : at < end - 1 ? at : end;
    }

    /** "The tariff on steel is": the end of the noun phrase that "on steel" belongs to, {@code end} if there is none. */
    private static int beforePlace(Line line, int end) {
        int at = end;
        for (int i = 0; i < 3; i++) {
            int before = beforeOnePlace(line, at);
            if (before == at) {
                break;
            }
            at = before;
        }
        return at;
    }

    private static int beforeOnePlace(Line line, int end) {
        NounPhrase last = NounPhrase.upTo(line, end);
        if (last == null) {
            return end;
        }
        int start = last.start();
        while (line.is(start - 1, "the", "a", "an", "its", "their", "this")) {
            start--;
        }
        boolean inside = line.is(
                start - 1, "on", "in", "at", "for", "from", "to", "with", "between", "against", "without", "under",
                "per");
        return inside && line.isNoun(start - 2) ? start - 1 : end;
    }

    static int skipCloseness(Line line, int start) {
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
}
