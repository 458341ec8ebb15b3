package org.hearsay.read.claim;

/**
 * Which words of a clause weaken it. Those of a relative clause, a reason or a "that could separate it" behind a noun are
 * said of something in it. The words are read one by one, from the clause's first.
 */
final class Scope {
    private final Line line;
    private boolean first = true;
    /** Whether a verb stands before. */
    private boolean verb;

    private boolean relative;
    private boolean aside;
    private boolean restricts;
    private boolean ofNoun;

    Scope(Line line) {
        this.line = line;
    }

    /** Goes on to the token {@code i}. */
    void read(int i) {
        if (!first && line.is(i - 1, ",") && opensRelative(i)) {
            relative = true;
        } else if (line.is(i, ",")) {
            relative = false;
        }
        aside = verb && (aside && !line.mark(i) || opensAside(i));
        restricts |= verb && line.is(i, "that", "which", "who") && line.tagged(i - 1, "NOUN");
        // "no plant that could separate it": the hedge is the plant's, not the clause's
        ofNoun = !first && line.is(i - 1, "that", "which", "who") && line.tagged(i - 2, "NOUN", "PROPN");
        verb |= line.verbal(i);
        first = false;
    }

    /** Whether the word read last is the clause's own. */
    boolean inside() {
        return !relative && !ofNoun && !aside;
    }

    /** Whether it stands in a relative clause behind a comma that has not ended. */
    boolean relative() {
        return relative;
    }

    /** Whether a noun has a "that" of its own before it: "alarms that ring if". */
    boolean restricts() {
        return restricts;
    }

    private boolean opensRelative(int i) {
        return line.is(i, "which", "who", "whose", "where")
                || line.tagged(i, "ADP") && line.is(i + 1, "which", "whom", "whose");
    }

    /** "because troops may attack", "so that they can sleep", "a study of how it might rise": not what the clause says. */
    private boolean opensAside(int i) {
        return switch (line.word(i)) {
            case "because" -> true;
            case "so" -> line.is(i + 1, "that");
            case "how", "why", "what", "who" ->
                line.tagged(i - 1, "ADP") && line.tagged(i - 2, "NOUN")
                        || line.tagged(i - 1, "VERB") && !line.is(i, "what");
            case "whether" -> line.tagged(i - 1, "VERB");
            default -> false;
        };
    }
}
