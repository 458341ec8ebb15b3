package org.hearsay.read.claim;

/** How surely a claim is made; claims.md of the documentation gives the words that lead to each. */
public enum Stance {
    ASSERTED("said as fact"),
    POSSIBLE("possible"),
    FORECAST("forecast"),
    PLANNED("planned"),
    PROPOSED("proposed"),
    CONDITIONAL("only if …"),
    ASKED("asked");

    private final String words;

    Stance(String words) {
        this.words = words;
    }

    /** For people, on every page and in every letter. */
    public String inWords() {
        return words;
    }
}
