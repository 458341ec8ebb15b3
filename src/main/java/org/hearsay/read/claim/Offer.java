package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.read.article.Span;

/** A proposal in the making: what the sentences of an article add to it bit by bit. */
final class Offer {
    private static final Set<String> PAPERS = Set.of(
            "proposal",
            "plan",
            "draft",
            "compromise",
            "bill",
            "resolution",
            "treaty",
            "agreement",
            "accord",
            "deal",
            "package",
            "reform",
            "blueprint",
            "roadmap",
            "budget");

    final Proposal.Act act;
    final Span trigger;
    final String noun;
    final Set<String> matterWords = new TreeSet<>();
    final Set<String> proposerWords = new TreeSet<>();
    final List<Term> terms = new ArrayList<>();
    Optional<Span> proposer = Optional.empty();
    Optional<Span> recipient = Optional.empty();
    Optional<Span> matter = Optional.empty();
    Optional<Span> reporter = Optional.empty();
    /** The block in which the text has spoken of it last. */
    int block = -1;

    /** Whether nothing but its terms makes it a proposal: "the bill" that no sentence has opened. */
    boolean latent;

    /** Where it stands by the network, if no words of the text tell rules. */
    Optional<Proposal.Status> supposed = Optional.empty();

    private Optional<Proposal.Status> sure = Optional.empty();
    private boolean discussed;

    Offer(Proposal.Act act, String noun, Span trigger) {
        this.act = act;
        this.noun = noun;
        this.trigger = trigger;
    }

    void madeBy(Proposers.Proposer by) {
        proposer = proposer.or(by::span);
        proposerWords.addAll(by.words());
    }

    /** Whether one of these words names whoever makes it. */
    boolean isBy(Set<String> words) {
        return !Collections.disjoint(proposerWords, words);
    }

    void heard(Proposal.Status status) {
        if (status == Proposal.Status.UNDER_DISCUSSION) {
            discussed = true;
        } else {
            sure = Optional.of(status);
        }
    }

    /** Whether it is a text that can say things itself: "It also calls for a joint patrol". */
    boolean isPaper() {
        return PAPERS.contains(noun);
    }

    /** Whether "the deal", "the idea" may mean it: not a threat, and not an order. */
    boolean isOpenToAll() {
        return act != Proposal.Act.THREAT && act != Proposal.Act.ORDER;
    }

    /** A bill or a plan that nobody has been said to make is one if the text tells at least two things that it holds. */
    boolean isTold() {
        return !latent || terms.size() > 1;
    }

    /** Whether so far neither somebody who makes it nor what it holds is known. */
    boolean isLoose() {
        return !isTold() && proposer.isEmpty();
    }

    /** Whether the text tells what became of it. */
    boolean isSettled() {
        return sure.isPresent();
    }

    boolean isWithdrawn() {
        return sure.filter(s -> s == Proposal.Status.WITHDRAWN).isPresent();
    }

    void add(Term term) {
        if (!has(term.spans().get(0))) {
            terms.add(term);
        }
    }

    /** Whether one of its terms overlaps these words. */
    boolean has(Span words) {
        return terms.stream().anyMatch(t -> t.spans().get(0).overlaps(words));
    }

    Proposal done() {
        Proposal.Status open =
                supposed.orElse(act == Proposal.Act.OFFER ? Proposal.Status.OFFERED : Proposal.Status.UNKNOWN);
        Proposal.Status status = sure.orElse(discussed ? Proposal.Status.UNDER_DISCUSSION : open);
        return new Proposal(
                act,
                status,
                List.of(trigger),
                proposer.stream().toList(),
                recipient.stream().toList(),
                matter.stream().toList(),
                reporter.stream().toList(),
                terms);
    }
}
