package org.hearsay.read.language;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a number measures by the words before it: "a population of", "production rose to", "cut its costs by". Immutable. */
final class Preceding {
    /** How many phrases such as "on steel" may stand behind each other. */
    private static final int PLACES = 3;

    private final Set<String> changes = Lexicon.words("measuring.txt", "change");
    private final Set<String> moves = Lexicon.words("measuring.txt", "move");

    /** "Women (52%)": what stands before the bracket. */
    static @Nullable NounPhrase bracketed(Line line, int start) {
        int at = Limits.skipCloseness(line, start);
        NounPhrase thing = line.is(at - 1, "(") ? NounPhrase.upTo(line, at - 1) : null;
        // "9 ounces (257 grams)" says it twice.
        boolean twice = thing != null
                && (line.tag(thing.start()).equals("NUM")
                        || line.tag(thing.start() - 1).equals("NUM"));
        return twice ? null : thing;
    }

    /** What a bare number at {@code start} is the level of: "a population of", "the toll rose to". */
    Optional<NounPhrase> level(Line line, int start) {
        NounPhrase before = phraseBefore(line, start);
        return Optional.ofNullable(before == null ? subject(line, start) : before);
    }

    /** "cut its costs by 20%", "raised the rent 5%": what was moved; "and imports by 3%" leaves the verb out. */
    @Nullable
    NounPhrase changed(Line line, int start) {
        int at = Limits.skipCloseness(line, start);
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

    /** "a tariff of 25%", "a contract worth $3 billion", "a cut by 5%". */
    static @Nullable NounPhrase phraseBefore(Line line, int start) {
        int at = Limits.skipCloseness(line, start);
        if (at < 1 || !line.get(at - 1).is("of", "worth", "totaling", "totalling")) {
            return null;
        }
        boolean is = line.get(at - 1).is("worth")
                && at > 1
                && line.get(at - 2).lemma().equals("be");
        return NounPhrase.upTo(line, beforePlace(line, is ? at - 2 : at - 1));
    }

    /** "production rose to 70%", "inflation was about 3%": the noun phrase before a verb of change or being. */
    @Nullable
    NounPhrase subject(Line line, int start) {
        int at = afterVerb(line, Limits.skipCloseness(line, start));
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
        if (at == end - 1) {
            return end;
        }
        return line.is(at - 1, "from", "by") ? at - 1 : at;
    }

    /** "The tariff on steel is": the end of the noun phrase that "on steel" belongs to, {@code end} if there is none. */
    private static int beforePlace(Line line, int end) {
        int at = end;
        for (int i = 0; i < PLACES; i++) {
            at = beforeOnePlace(line, at);
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
}
