package org.hearsay.read.claim;

import java.util.List;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity;

/** One term of a proposal, seen from the proposer: what it gives, gets, asks as a condition … */
public record Term(List<Span> spans, Kind kind, List<Quantity> quantities) {
    public Term {
        spans = List.copyOf(spans);
        quantities = List.copyOf(quantities);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("a term has words");
        }
    }

    /** Kinds as they leave the program. */
    public enum Kind {
        GIVES,
        GETS,
        CONDITION,
        DEADLINE,
        AMOUNT,
        EXEMPTION,
        OTHER
    }
}
