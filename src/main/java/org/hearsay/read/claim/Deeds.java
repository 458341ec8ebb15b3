package org.hearsay.read.claim;

/**
 * Verbs of what somebody does: neither a state, nor words, nor what comes of a proposal, nor its fate. What is meant by
 * a deed no list could hold, so all but these others count.
 */
final class Deeds {
    private Deeds() {}

    /** Whether the verb at {@code i} is one that is done to something: "writes off £40,000 of debt". */
    static boolean at(Line line, int i, Lexicon lexicon) {
        boolean particle = line.tagged(i + 1, "ADP", "ADV");
        boolean thing = Phrases.opens(line, i + 1)
                || particle && Phrases.opens(line, i + 2)
                || line.tagged(i + 1, "PRON") && !line.is(i + 1, "that");
        return thing && is(line, i, lexicon);
    }

    private static boolean is(Line line, int i, Lexicon lexicon) {
        String lemma = line.lemma(i);
        String whole = lemma + "_" + line.word(i + 1);
        boolean other = line.is(i + 1, "off", "out", "up", "down", "back", "over", "away"); // "call off" is not "call"
        return !lexicon.isOutcome(lemma)
                && !lexicon.isState(lemma)
                && !lexicon.isState(whole)
                && (other || lexicon.verb(lemma).isEmpty())
                && lexicon.verb(whole).isEmpty()
                && (other || lexicon.status(lemma).isEmpty())
                && lexicon.status(whole).isEmpty();
    }
}
