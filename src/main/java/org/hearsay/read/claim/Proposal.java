package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;

/**
 * An actor offers, demands, plans, orders, requests or threatens something to or from somebody.
 *
 * @param trigger the words that make it one ("offer"), never empty
 * @param proposer empty list if not stated; so recipient and matter
 * @param reporter whose report it is, where that is not the outlet
 * @param likelihood how surely it is one; absent where it was kept before that was told
 */
public record Proposal(
        Act act,
        Status status,
        List<Span> trigger,
        List<Span> proposer,
        List<Span> recipient,
        List<Span> matter,
        List<Span> reporter,
        List<Term> terms,
        Optional<Likelihood> likelihood) {
    public Proposal {
        trigger = List.copyOf(trigger);
        proposer = List.copyOf(proposer);
        recipient = List.copyOf(recipient);
        matter = List.copyOf(matter);
        reporter = List.copyOf(reporter);
        terms = List.copyOf(terms);
        if (trigger.isEmpty()) {
            throw new IllegalArgumentException("a proposal has a trigger");
        }
    }

    /** One of which nobody has told how likely it is. */
    public Proposal(
            Act act,
            Status status,
            List<Span> trigger,
            List<Span> proposer,
            List<Span> recipient,
            List<Span> matter,
            List<Span> reporter,
            List<Term> terms) {
        this(act, status, trigger, proposer, recipient, matter, reporter, terms, Optional.empty());
    }

    Proposal as(Likelihood likelihood) {
        return new Proposal(
                act, status, trigger, proposer, recipient, matter, reporter, terms, Optional.of(likelihood));
    }

    /** Acts as they leave the program. */
    public enum Act {
        OFFER,
        DEMAND,
        PLAN,
        PLEDGE,
        ORDER,
        DEAL,
        REQUEST,
        THREAT
    }

    /** Where it stands, as far as the text says. */
    public enum Status {
        OFFERED,
        UNDER_DISCUSSION,
        ACCEPTED,
        REJECTED,
        AGREED,
        WITHDRAWN,
        UNKNOWN
    }
}
