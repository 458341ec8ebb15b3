package org.hearsay.read.claim;

import java.util.Optional;

/**
 * Proposals that nothing opens, "The bill would …": a paper or a plan whose maker the text has not told, where no other is
 * spoken of.
 */
final class LatentProposals {
    /** What may be a proposal by its terms alone. */
    private static final String[] LATENT = {
        "bill",
        "plan",
        "plans",
        "proposal",
        "proposals",
        "resolution",
        "motion",
        "amendment",
        "reform",
        "reforms",
        "draft",
        "scheme",
        "package",
        "deal",
        "treaty",
        "agreement",
        "contract",
        "settlement",
        "accord",
        "pact",
        "legislation",
        "truce"
    };

    /** How far behind the first party of a settlement the second stands. */
    private static final int REACH = 10;

    private final Offers offers;
    private final Fates fates;

    LatentProposals(Offers offers, Fates fates) {
        this.offers = offers;
        this.fates = fates;
    }

    /** Opens one for the noun at {@code i}; absent where another is spoken of, and for nouns that need an opener. */
    Optional<Offer> of(Line line, int i, Proposal.Act act) {
        int start = OfferNouns.begin(line, i);
        boolean product = line.name(i).isPresent() && !line.is(i, "bill", "treaty"); // "the Essential Plan"
        boolean paper = line.is(i, LATENT) && start >= 0 && start <= i && !product;
        int owner = i - 1;
        while (owner > start && !line.is(owner, "'s", "'")) {
            owner--;
        }
        boolean owned = owner > start;
        paper |= owned && start >= 0 && line.is(i, "offer", "bid") && !product && answered(line, start);
        boolean known = owned || line.is(start, "the", "its", "their", "this", "a", "an") || line.is(i - 1, "under");
        if (!paper
                || !known
                || act == Proposal.Act.ORDER
                || offers.lastNear(line).isPresent()) {
            return Optional.empty();
        }
        Offer offer = new Offer(act, line.lemma(i), line.span(i, i + 1));
        offer.latent = true;
        if (owned) {
            offer.madeBy(offers.by(line, line.span(start, owner)));
        } else {
            between(line, i, offer);
        }
        return Optional.of(offers.added(offer, line));
    }

    /** "the settlement between Plume, the chatbot firm, and the League": both are its parties. */
    private void between(Line line, int i, Offer offer) {
        int from = i + 2;
        int close = line.is(i + 1, "between") ? Phrases.baseEndOf(line, from) : from;
        for (int k = close; close > from && k < Math.min(line.size(), close + REACH); k++) {
            int last = line.is(k, "and") ? Phrases.baseEndOf(line, k + 1) : -1;
            if (last > k + 1) {
                offer.madeBy(offers.by(line, line.span(from, close)));
                offer.recipient = Optional.of(line.span(k + 1, last));
                return;
            }
        }
    }

    /** "accepted two points of the state's offer": somebody has answered it. */
    private boolean answered(Line line, int start) {
        for (int k = Math.max(0, start - 6); k < start; k++) {
            if (fates.of(line, k)
                    .filter(f -> f != Proposal.Status.UNDER_DISCUSSION)
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
