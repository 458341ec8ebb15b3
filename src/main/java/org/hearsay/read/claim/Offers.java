package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.read.article.Span;

/** The proposals that an article has spoken of so far, and which of them later words mean. */
final class Offers {
    /** No article comes back to the hundredth proposal before; a text made of proposals must still end. */
    private static final int REMEMBERED = 100;

    /** Nouns that may mean any offer, plan or deal. */
    private static final Set<String> GENERAL = Set.of(
            "deal",
            "proposal",
            "agreement",
            "plan",
            "package",
            "draft",
            "compromise",
            "arrangement",
            "transaction",
            "text",
            "document",
            "term",
            "idea",
            "suggestion",
            "motion",
            "move",
            "approach",
            "formula",
            "scheme",
            "settlement",
            "accord",
            "takeover");

    /** "turned down a bid from Athletic. Athletic offered …": the verb tells what the noun has opened. */
    private static final Set<String> NAMED =
            Set.of("bid", "offer", "proposal", "tender", "demand", "counter-offer", "request");

    private final List<Offer> offers = new ArrayList<>();
    private final Proposers proposers;

    Offers(Proposers proposers) {
        this.proposers = proposers;
    }

    Proposers.Proposer by(Line line, Span phrase) {
        return proposers.of(line, phrase);
    }

    /** The last one that was spoken of in this paragraph or the one before. */
    Optional<Offer> lastNear(Line line) {
        int block = line.sentence().block();
        Optional<Offer> last = Optional.empty();
        for (int i = offers.size() - 1; i >= Math.max(0, offers.size() - REMEMBERED); i--) {
            Offer offer = offers.get(i);
            boolean later = last.isEmpty() || offer.block > last.get().block;
            last = offer.block >= block - 1 && later ? Optional.of(offer) : last;
        }
        return last;
    }

    /** How many terms are known by now. */
    int terms() {
        int terms = 0;
        for (int i = offers.size() - 1; i >= Math.max(0, offers.size() - REMEMBERED); i--) {
            terms += offers.get(i).terms.size();
        }
        return terms;
    }

    List<Offer> all() {
        return offers;
    }

    /** @param by words of the one who proposes: two parties' proposals of one matter are two */
    Offer open(Proposal.Act act, String noun, Span trigger, Set<String> by, Line line, int from, int end) {
        Set<String> words = from < end ? nounsOf(line, line.span(from, end)) : new TreeSet<>();
        int first = Math.max(0, offers.size() - REMEMBERED);
        for (int i = offers.size() - 1; i >= first; i--) {
            Offer known = offers.get(i);
            Set<String> shared = new TreeSet<>(known.matterWords);
            shared.retainAll(words);
            boolean apart = !by.isEmpty() && !known.proposerWords.isEmpty() && !known.isBy(by);
            boolean sameHand = known.terms.isEmpty()
                    && known.block >= line.sentence().block() - 1
                    && known.isBy(by)
                    && (known.isWithdrawn() || NAMED.contains(known.noun));
            if (known.act == act && (shared.size() >= 2 && !apart || sameHand)) {
                known.block = line.sentence().block();
                return known;
            }
        }
        Offer offer = new Offer(act, noun, trigger);
        offer.matterWords.addAll(words);
        offer.block = line.sentence().block();
        if (from < end) {
            offer.matter = Optional.of(line.span(from, end));
        }
        offers.add(offer);
        return offer;
    }

    Offer added(Offer offer, Line line) {
        offer.block = line.sentence().block();
        offers.add(offer);
        return offer;
    }

    /**
     * Lets a claim of the outlet be one of an offer. What is only offered is not shown as a fact: "It raises pay by 11 percent
     * and caps classes at 28".
     */
    void tell(Draft draft, Offer offer) {
        if (!draft.rule.startsWith("own")) {
            return;
        }
        if (draft.proposal < 0) {
            draft.proposal = offers.indexOf(offer);
        }
        boolean settled = offer.act == Proposal.Act.DEAL || offer.act == Proposal.Act.ORDER;
        boolean later = offer.trigger.end() <= draft.line.sentence().span().start();
        if (later && !settled) {
            draft.stance = Optional.of(Stances.stronger(draft.stance.orElse(Stance.ASSERTED), Stance.PROPOSED));
        }
    }

    /** "The proposal" is the last one, if the text has spoken of it in this paragraph or the one before; else it may be any. */
    Optional<Offer> near(Line line, Optional<Offer> last) {
        int block = line.sentence().block();
        Optional<Offer> found = last.filter(o -> o.block >= block - 1 || offers.size() == 1 && o.block >= block - 3);
        found.ifPresent(o -> o.block = block);
        return found;
    }

    Optional<Offer> of(Proposal.Act act, String noun, Set<String> owner) {
        for (int k = offers.size() - 1; k >= Math.max(0, offers.size() - REMEMBERED); k--) {
            Offer offer = offers.get(k);
            boolean kind = offer.act == act || noun.equals(offer.noun) || GENERAL.contains(noun) && offer.isOpenToAll();
            if (kind && (owner.isEmpty() || offer.isBy(owner))) {
                return Optional.of(offer);
            }
        }
        return Optional.empty();
    }

    static Set<String> nounsOf(Line line, Span span) {
        Set<String> words = new TreeSet<>();
        for (int k = Speakers.indexAt(line, span.start()); k < line.size() && line.start(k) < span.end(); k++) {
            if (line.tagged(k, "NOUN", "PROPN", "ADJ", "VERB") && line.word(k).length() > 2) {
                words.add(stem(line.lemma(k)));
            }
        }
        return words;
    }

    /** "Employers' Association" and "employers" share a word. */
    static String stem(String lemma) {
        String lower = lemma.toLowerCase(java.util.Locale.ROOT);
        return lower.length() > 4 && lower.endsWith("s") && !lower.endsWith("ss")
                ? lower.substring(0, lower.length() - 1)
                : lower;
    }
}
