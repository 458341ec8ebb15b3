package org.hearsay.read.claim;

/**
 * One thing that speaks for or against a proposal. The weights are those of a logistic model; {@code claims.md} tells what it was
 * fitted on and how well it holds.
 */
enum OfferSign {
    GUIDE(-1.37, "the text speaks to its reader throughout"),
    SOME_YOU(-0.75, "the text speaks to its reader"),
    TO_READER(-0.93, "the sentence speaks to the reader"),
    WRITER(-0.46, "the writer speaks of himself"),
    PRESENT(-0.63, "the present tense"),
    SUPPOSED(-0.37, "an if, a may or a will"),
    THREAT(-1.09, "a threat"),
    NOBODY(-0.69, "nobody proposes it"),
    TO_SOMEBODY(0.55, "somebody is addressed"),
    TO_NAMED(0.27, "somebody with a name is addressed"),
    FATE(0.83, "its fate is told"),
    STRINGS(0.57, "a condition, a date or a return"),
    MANY_TERMS(0.42, "four terms or more"),
    FIGURE(0.32, "a figure"),
    LEAD(0.81, "it stands at the start of the text");

    /** What is left where there is no sign at all. */
    static final double BASE = 2.04;

    /** Added to the logarithm of the odds. */
    final double weight;

    final String words;

    OfferSign(double weight, String words) {
        this.weight = weight;
        this.words = words;
    }
}
