package org.hearsay.read.claim;

import java.util.List;

/**
 * How surely somebody proposes something where the reader found a proposal.
 *
 * @param share of the proposals with such signs that are ones, 0 to 1
 * @param signs what speaks for it and against it, in words, the weightiest first
 */
public record Likelihood(double share, List<String> signs) {
    public Likelihood {
        signs = List.copyOf(signs);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share of " + share);
        }
    }
}
