package org.hearsay.read.claim;

import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;

/** What a clause tells of the fate of the proposal whose noun stands in it: "turned down an offer", "the plan was dropped". */
final class Fates {
    private final Lexicon lexicon;
    private final Stances stances;

    Fates(Lexicon lexicon, Stances stances) {
        this.lexicon = lexicon;
        this.stances = stances;
    }

    /** What a verb says of the fate of its object: "dropped a plan", "turned down an offer". */
    Optional<Proposal.Status> of(Line line, int verb) {
        if (line.is(verb, "down", "out") && line.tagged(verb - 1, "VERB")) {
            return lexicon.status(line.lemma(verb - 1) + "_" + line.word(verb));
        }
        if (line.is(verb, "from") && line.is(verb - 1, "away") && line.tagged(verb - 2, "VERB")) {
            return lexicon.status(line.lemma(verb - 2) + "_" + line.word(verb - 1)); // "walked away from an offer"
        }
        return line.tagged(verb, "VERB") ? lexicon.status(line.lemma(verb)) : Optional.empty();
    }

    /** What the clause says of where the proposal stands; nothing conditional counts. */
    void heard(Line line, int i, Offer offer) {
        for (int k = Math.max(0, i - 10); k < Math.min(line.size(), i + 16); k++) {
            Optional<Proposal.Status> phrasal = lexicon.status(line.lemma(k) + "_" + line.word(k + 1));
            Optional<Proposal.Status> status = phrasal.isPresent() ? phrasal : lexicon.status(line.lemma(k));
            if (status.isEmpty() || k == i) {
                continue;
            }
            Stance stance = stances.of(line, clause(line, k), true);
            if (stance == Stance.CONDITIONAL
                    || stance == Stance.ASKED
                    || stance == Stance.FORECAST && status.get() != Proposal.Status.UNDER_DISCUSSION) {
                continue;
            }
            if (status.get() == Proposal.Status.UNDER_DISCUSSION) {
                offer.heard(status.get());
                continue;
            }
            boolean open = line.is(k - 1, "to", "not", "n't") || owed(line, k);
            boolean verb = line.tagged(k, "VERB") && stance != Stance.POSSIBLE && !open;
            boolean object = k < i && i - k <= 7;
            boolean reduced = k == i + 1 && line.word(k).endsWith("ed") && !line.tagged(k + 1, "DET", "NOUN", "PRON");
            boolean passive = k > i && k - i <= 4 && line.tagged(k - 1, "AUX", "ADV") || reduced;
            boolean agreed = status.get() == Proposal.Status.AGREED && offer.act != Proposal.Act.DEAL;
            boolean withdrawn = status.get() == Proposal.Status.WITHDRAWN;
            if (verb && (object || passive) && !agreed && !(object && !withdrawn && own(line, k, offer))) {
                offer.heard(status.get());
            }
        }
    }

    /** "must still be approved": it has not been. */
    private static boolean owed(Line line, int verb) {
        for (int k = verb - 1; k >= 0 && line.tagged(k, "AUX", "ADV", "PART"); k--) {
            if (line.is(k, "must", "should", "can", "could", "not", "n't", "to", "never")) {
                return true;
            }
        }
        return false;
    }

    /** The words around a verb in which an "if" or a "would" is its own. */
    static Span clause(Line line, int verb) {
        int from = verb;
        while (from > 0 && !line.is(from - 1, ";", ":", "and", "but") && verb - from < 12) {
            from--;
        }
        return line.span(
                line.is(line.body(), "if", "unless", "should") ? line.body() : from, Math.min(line.size(), verb + 2));
    }

    /** Nobody rejects or accepts what he proposes himself: then it is another's proposal that is meant. */
    private static boolean own(Line line, int verb, Offer offer) {
        int last = verb - 1;
        while (line.tagged(last, "AUX", "ADV")) {
            last--;
        }
        int start = Phrases.startOf(line, last);
        Set<String> who = start < 0 ? Set.of() : Offers.nounsOf(line, line.span(start, last + 1));
        return offer.isBy(who);
    }
}
