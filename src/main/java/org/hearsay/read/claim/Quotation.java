package org.hearsay.read.claim;

/** How the words are reported; NONE for the outlet's own claims. */
public enum Quotation {
    DIRECT,
    MIXED,
    INDIRECT,
    NONE
}
