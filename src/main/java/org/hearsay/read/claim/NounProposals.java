package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.read.article.Span;

/** Proposals that a noun tells of: "has extended an offer", "Moscow's offer to …", and what later sentences say of "the offer". */
final class NounProposals {
    private final Offers offers;
    private final Lexicon lexicon;
    private final Stances stances;
    private final Terms terms;

    NounProposals(Offers offers, Lexicon lexicon, Stances stances, Terms terms) {
        this.offers = offers;
        this.lexicon = lexicon;
        this.stances = stances;
        this.terms = terms;
    }

    void read(Line line, List<Draft> here) {
        for (int i = 0; i < line.size(); i++) {
            Optional<Proposal.Act> act =
                    line.tagged(i, "NOUN", "PROPN") ? lexicon.actOfNoun(line.lemma(i)) : Optional.empty();
            if (act.isEmpty() || line.quoted(i)) {
                continue;
            }
            Optional<Offer> offer = opened(line, i, act.get());
            int at = i;
            if (offer.isEmpty()) {
                offer = meant(line, at, act.get());
            }
            if (offer.isEmpty()) {
                continue;
            }
            Offer found = offer.get();
            status(line, i, found);
            for (Draft draft : here) {
                boolean holds = draft.content.stream().anyMatch(s -> s.contains(line.start(at)));
                if (holds && draft.proposal < 0) {
                    draft.proposal = offers.all().indexOf(found);
                }
                if (holds && found.trigger.start() == line.start(at) && !draft.source.isEmpty()) {
                    found.reporter = found.reporter.or(() -> Optional.of(draft.source.get(0)));
                }
            }
            inlineTerms(line, i, found);
        }
    }

    /** "has extended an offer to … for …", "Moscow's offer to …". */
    private Optional<Offer> opened(Line line, int i, Proposal.Act act) {
        int start = Phrases.startOf(line, i);
        int base = start;
        Optional<Span> proposer = Optional.empty();
        for (int k = i - 1; k >= Math.max(0, i - 6); k--) {
            if (line.is(k, "'s", "'") && line.tagged(k, "PART", "PUNCT", "NOUN", "PROPN") || line.is(k, "'s")) {
                int from = Phrases.startOf(line, k - 1);
                proposer = from < 0 ? Optional.empty() : Optional.of(line.span(from, k));
                break;
            }
            if (!line.tagged(k, "ADJ", "NOUN", "PROPN", "NUM") && !line.is(k, "-")) {
                break;
            }
        }
        while (base >= 0 && base < i && line.tagged(base, "DET", "NUM")) {
            base++;
        }
        boolean definite = line.is(start, "the", "this", "that", "these", "any", "such");
        int verb = start - 1;
        if (proposer.isEmpty()
                && verb > 0
                && line.tagged(verb, "VERB")
                && lexicon.opensProposal(line.lemma(verb))
                && !definite) {
            int group = verb;
            while (group > 0 && line.tagged(group - 1, "AUX", "ADV")) {
                group--;
            }
            int from = Phrases.startOf(line, group - 1);
            proposer = from < 0 || line.is(group - 1, "to") ? Optional.empty() : Optional.of(line.span(from, group));
        }
        if (proposer.isEmpty()) {
            return Optional.empty();
        }
        int from = i + 1;
        Optional<Span> recipient = Optional.empty();
        if (line.is(from, "to", "with") && Phrases.opens(line, from + 1) && !line.tagged(from + 1, "VERB")) {
            int close = tightEnd(line, from + 1);
            if (close > from + 1) {
                recipient = Optional.of(line.span(from + 1, close));
                from = close;
            }
        }
        int stop = line.size();
        for (int k = from; k < line.size(); k++) {
            if (line.mark(k) && !line.is(k, "-", "'", "(", ")", "$")) {
                stop = k;
                break;
            }
        }
        int matter = -1;
        if (line.is(from, "for", "on", "of", "about", "over") && Phrases.opens(line, from + 1)) {
            matter = from + 1;
        } else if (line.is(from, "to") && line.tagged(from + 1, "VERB", "AUX") || line.is(from, "that")) {
            matter = from;
        }
        int end = matter < 0
                ? from
                : matter == from
                        ? Terms.matterEnd(line, matter, stop)
                        : Math.min(Phrases.endOf(line, matter), Terms.matterEnd(line, matter, stop));
        if (matter < 0 && recipient.isEmpty()) {
            return Optional.empty();
        }
        Optional<Offer> same = proposer.flatMap(p -> offers.of(act, line.lemma(i), Offers.nounsOf(line, p)));
        if (same.isPresent() && matter < 0) {
            return same;
        }
        Offer offer = matter >= 0
                ? offers.open(
                        act,
                        line.lemma(i),
                        line.span(i, i + 1),
                        proposer.map(p -> Offers.nounsOf(line, p)).orElse(Set.of()),
                        line,
                        matter,
                        end)
                : offers.added(new Offer(act, line.lemma(i), line.span(i, i + 1)), line);
        Optional<Span> by = proposer;
        Optional<Span> to = recipient;
        offer.proposer = offer.proposer.or(() -> by);
        by.ifPresent(p -> offer.proposerWords.addAll(Offers.nounsOf(line, p)));
        offer.recipient = offer.recipient.or(() -> to);
        if (matter >= 0) {
            terms.fill(offer, line, matter, end, stop);
        }
        return Optional.of(offer);
    }

    /** A recipient is a name or a short phrase: "to the United States for …" ends before "for". */
    private static int tightEnd(Line line, int first) {
        int base = Phrases.baseEndOf(line, first);
        if (line.is(base, "of", "and") && base < line.size()) {
            int whole = Phrases.endOf(line, first);
            for (int k = base; k < whole; k++) {
                if (line.is(k, "for", "on", "over", "in", "to")) {
                    return k;
                }
            }
            return whole;
        }
        return base;
    }

    /** The known proposal that "the offer" or "Putin's proposal" means. */
    private Optional<Offer> meant(Line line, int i, Proposal.Act act) {
        int start = Phrases.startOf(line, i);
        if (start < 0) {
            return Optional.empty();
        }
        boolean definite = line.is(start, "the", "this", "that", "his", "her", "its", "their");
        Set<String> owner = new TreeSet<>();
        for (int k = start; k < i; k++) {
            if (line.is(k + 1, "'s", "'")) {
                owner.addAll(Offers.nounsOf(line, line.span(start, k + 1)));
            }
        }
        if (!owner.isEmpty()) {
            return offers.of(act, line.lemma(i), owner);
        }
        if (!definite) {
            return Optional.empty();
        }
        return offers.near(line, offers.of(act, line.lemma(i), Set.of()));
    }

    /** What the clause says of where the proposal stands; nothing conditional counts. */
    private void status(Line line, int i, Offer offer) {
        Stance stance = stances.of(line, line.sentence().span(), true);
        if (stance == Stance.CONDITIONAL || stance == Stance.ASKED || stance == Stance.FORECAST) {
            return;
        }
        for (int k = Math.max(0, i - 10); k < Math.min(line.size(), i + 16); k++) {
            Optional<Proposal.Status> status = lexicon.status(line.lemma(k));
            if (status.isEmpty() || k == i) {
                continue;
            }
            if (status.get() == Proposal.Status.UNDER_DISCUSSION) {
                offer.heard(status.get());
                continue;
            }
            boolean verb = line.tagged(k, "VERB") && stance != Stance.POSSIBLE && !line.is(k - 1, "to", "not", "n't");
            boolean object = k < i && i - k <= 5;
            boolean passive = k > i && k - i <= 4 && line.tagged(k - 1, "AUX", "ADV");
            boolean agreed = status.get() == Proposal.Status.AGREED && offer.act != Proposal.Act.DEAL;
            if (verb && (object || passive) && !agreed && !(object && own(line, k, offer))) {
                offer.heard(status.get());
            }
        }
    }

    /** Nobody rejects or accepts what he proposes himself: then it is another's proposal that is meant. */
    private static boolean own(Line line, int verb, Offer offer) {
        int last = verb - 1;
        while (line.tagged(last, "AUX", "ADV")) {
            last--;
        }
        int start = Phrases.startOf(line, last);
        Set<String> who = start < 0 ? Set.of() : Offers.nounsOf(line, line.span(start, last + 1));
        return who.stream().anyMatch(offer.proposerWords::contains);
    }

    /** "The offer includes A, B and C". */
    private void inlineTerms(Line line, int i, Offer offer) {
        int verb = i + 1;
        while (line.tagged(verb, "AUX", "ADV")) {
            verb++;
        }
        if (!line.tagged(verb, "VERB") || !lexicon.holdsTerms(line.lemma(verb)) || line.is(line.size() - 1, ":")) {
            return;
        }
        int from = line.is(verb + 1, "for", "of") ? verb + 2 : verb + 1;
        int end = line.size();
        while (end > from && line.mark(end - 1) && !line.is(end - 1, ")", "%")) {
            end--;
        }
        List<Span> parts = Terms.parts(line, from, end);
        if (parts.isEmpty() && Phrases.opens(line, from)) {
            int close = Math.min(end, Terms.matterEnd(line, from, end));
            parts = close > from ? List.of(line.span(from, close)) : List.of();
        }
        for (Span part : parts) {
            offer.add(terms.of(line, part, offer.act));
        }
    }
}
