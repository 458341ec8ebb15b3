package org.hearsay.read.claim;

import java.util.List;

/**
 * What the sentence after a proposal says of it without naming it: "In return, …", "She refused", "The mayor agreed to do
 * so by Friday".
 */
final class Answers {
    private final LaterTerms later;
    private final PresentTerms present;

    Answers(LaterTerms later, PresentTerms present) {
        this.later = later;
        this.present = present;
    }

    /**
     * @param offer the last proposal that the text has spoken of
     * @param here the reports and claims of the line
     */
    void read(Line line, Offer offer, List<Draft> here) {
        boolean reported = here.stream().anyMatch(draft -> !draft.cueSpans.isEmpty() && !obliged(draft));
        later.inReturn(line, offer);
        int known = offer.terms.size();
        if (!reported) {
            later.exempts(line, offer);
            later.answerBy(line, offer);
            later.goesOn(line, offer);
        }
        if (here.stream().noneMatch(Answers::says)) {
            present.read(line, offer);
        }
        here.forEach(draft -> later.added(line, draft, offer));
        if (offer.terms.size() > known) {
            offer.block = line.sentence().block();
        }
        boolean asks = switch (offer.act) {
            case REQUEST, DEMAND, OFFER, ORDER -> true;
            case PLAN, PLEDGE, DEAL, THREAT -> false;
        };
        if (!asks || offer.trigger.end() > line.sentence().span().start()) {
            return;
        }
        for (int k = line.body() + 1; k < Math.min(line.size(), line.body() + 12); k++) {
            boolean down = line.is(k, "turned", "threw", "voted") && line.is(k + 1, "it", "them", "this", "that");
            if (!line.tagged(k, "VERB") || line.quoted(k) || (line.mark(k - 1) || k > line.body() + 7) && !down) {
                continue;
            }
            boolean ends = line.mark(k + 1) || line.is(k + 1, "to") && line.is(k + 2, "do") && line.is(k + 3, "so");
            boolean modal = line.is(k - 1, "would", "will", "could", "may", "might", "to", "not", "n't", "never");
            boolean pointed = line.is(k + 1, "this", "that", "it", "them", "her", "him")
                    && (line.mark(k + 2) || line.is(k + 2, "as", "on", "down", "outright", "out"));
            if (pointed && !modal && line.is(k, "rejected", "turned", "refused", "dismissed", "spurned")) {
                offer.heard(Proposal.Status.REJECTED);
            } else if (pointed && !modal && line.is(k, "accepted", "approved", "welcomed")) {
                offer.heard(Proposal.Status.ACCEPTED);
            } else if (ends && !modal && line.is(k, "refused", "declined")) {
                offer.heard(Proposal.Status.REJECTED);
            } else if (ends && !modal && line.is(k, "agreed", "complied", "accepted")) {
                offer.heard(Proposal.Status.ACCEPTED);
            }
            return;
        }
    }

    /** Whether it reports words; acts as reports ("recognises the diplomas") are only the encoder's. */
    private static boolean says(Draft draft) {
        return !draft.cueSpans.isEmpty() && (draft.cue.isPresent() || draft.quotation != Quotation.INDIRECT);
    }

    /** "must also testify": what somebody has to say he does not say. */
    private static boolean obliged(Draft draft) {
        int verb = Speakers.indexAt(draft.line, draft.cueSpans.get(0).start());
        return draft.line.is(verb - 1, "must", "shall")
                || draft.line.is(verb - 2, "must", "shall")
                || draft.line.is(verb, "must", "shall");
    }
}
