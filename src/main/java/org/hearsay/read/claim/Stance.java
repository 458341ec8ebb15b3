package org.hearsay.read.claim;

/** How surely a claim is made; CLAIMS.md of the documentation gives the words that lead to each. */
public enum Stance {
    ASSERTED,
    POSSIBLE,
    FORECAST,
    PLANNED,
    PROPOSED,
    CONDITIONAL,
    ASKED
}
