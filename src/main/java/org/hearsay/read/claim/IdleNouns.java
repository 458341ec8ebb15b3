package org.hearsay.read.claim;

/** Nouns of proposing that propose nothing where certain words stand around them, as {@link WeakActs} tells it of verbs. */
final class IdleNouns {
    private IdleNouns() {}

    /** "in order to", "the demand for steel", "unprecedented demand": nobody's. */
    static boolean idle(Line line, int i) {
        boolean market = line.is(i, "demand")
                && line.tagged(i - 1, "NOUN", "ADJ")
                && line.name(i - 1).isEmpty();
        boolean great = line.is(i, "deal") && (line.is(i + 1, "of") || line.is(i - 1, "great", "big", "bigger"));
        return line.is(i, "order") && line.is(i - 1, "in", "of", "to")
                || great
                || line.is(i, "bid", "bids") && runs(line, i)
                || market && !line.is(i - 2, "a", "its", "their", "his", "her");
    }

    /** "in a bid to save the pier", "her bid for the presidency": somebody tries, and offers nobody anything. */
    private static boolean runs(Line line, int bid) {
        boolean tries = line.is(bid + 1, "to")
                && line.tagged(bid + 2, "VERB")
                && !line.is(bid + 2, "buy", "acquire", "purchase", "build", "run", "operate", "supply", "take");
        int head = Phrases.baseEndOf(line, bid + 2) - 1;
        boolean office = line.is(bid + 1, "for")
                && line.is(
                        head,
                        "seat",
                        "seats",
                        "presidency",
                        "nomination",
                        "office",
                        "election",
                        "re-election",
                        "title",
                        "crown",
                        "medal",
                        "cup",
                        "record",
                        "freedom",
                        "leadership",
                        "mayor");
        return tries || office;
    }
}
