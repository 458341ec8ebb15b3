package org.hearsay.read.language;

import java.util.List;
import org.hearsay.read.article.Span;

/**
 * Words that offer, demand, plan … something as the network for proposals marks them, with who does it, to whom, what, and on
 * which terms. Evidence for a proposal and none yet: nothing is resolved, and weak ones are here too.
 *
 * @param block index into the article's blocks, of the trigger; the others may stand in blocks near it
 * @param trigger the words that make it one ("has offered")
 * @param act of the trigger in small letters ("offer", "demand")
 * @param status in small letters ("rejected", "under_discussion")
 * @param proposer in text order, usually one; empty if the text names nobody; so recipient and matter
 * @param terms in text order
 */
public record TaggedOffer(
        int block,
        Tagged trigger,
        String act,
        String status,
        List<Span> proposer,
        List<Span> recipient,
        List<Span> matter,
        List<TaggedTerm> terms) {
    public TaggedOffer {
        proposer = List.copyOf(proposer);
        recipient = List.copyOf(recipient);
        matter = List.copyOf(matter);
        terms = List.copyOf(terms);
    }

    /** @param kind of the term in small letters ("gives", "deadline") */
    public record TaggedTerm(Tagged words, String kind) {}
}
