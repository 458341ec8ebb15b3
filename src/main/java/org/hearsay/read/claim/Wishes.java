package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;

/**
 * Demands that a report tells as what somebody ought to do: "says the government should cap the price of feed". Advice to
 * everybody is none: who ought to do it is a body or somebody with a name.
 */
final class Wishes {
    private final Offers offers;
    private final Lexicon lexicon;
    private final Terms terms;

    Wishes(Offers offers, Lexicon lexicon, Terms terms) {
        this.offers = offers;
        this.lexicon = lexicon;
        this.terms = terms;
    }

    void read(Line line, List<Draft> here) {
        for (Draft draft : List.copyOf(here)) {
            boolean indirect = draft.quotation == Quotation.INDIRECT && draft.content.size() == 1;
            if (!indirect || draft.source.isEmpty() || draft.proposal >= 0 || draft.denied) {
                continue;
            }
            Span content = draft.content.get(0);
            int from = Speakers.indexAt(line, content.start());
            from += line.is(from, "that") ? 1 : 0;
            int to = Math.min(Speakers.indexAt(line, content.end() - 1) + 1, ToldTerms.end(line));
            int subject = Math.max(Phrases.endOf(line, from), from);
            int verb = subject + 1;
            if (advises(line, draft.source.get(0))) {
                continue;
            }
            boolean should = subject > from && line.is(subject, "should", "must") && line.tagged(verb, "VERB");
            if (should && verb + 1 < to && body(line, draft, from, subject) && !thinks(line.lemma(verb))) {
                add(line, draft, from, subject, verb, to);
            }
        }
    }

    /** What scholars and former ministers hold to be right, they do not demand. */
    private static boolean advises(Line line, Span source) {
        for (int k = Speakers.indexAt(line, source.start()); k < line.size() && line.start(k) < source.end(); k++) {
            if (line.is(
                    k,
                    "former",
                    "ex",
                    "analyst",
                    "analysts",
                    "expert",
                    "experts",
                    "economist",
                    "economists",
                    "professor",
                    "scientists",
                    "researchers",
                    "columnist",
                    "historian",
                    "strategist")) {
                return true;
            }
        }
        return false;
    }

    private void add(Line line, Draft draft, int from, int subject, int verb, int to) {
        int end = Terms.matterEnd(line, verb, to);
        Proposers.Proposer by = offers.by(line, draft.source.get(0));
        Offer offer = offers.open(
                Proposal.Act.DEMAND, line.word(subject), line.span(subject, verb), by.words(), line, verb, end);
        offer.madeBy(by);
        offer.recipient = offer.recipient.or(() -> Optional.of(line.span(from, subject)));
        int aside = Terms.asideAt(line, verb, to);
        Acts.from(line, verb, aside).forEach(act -> offer.add(terms.of(line, act, offer.act)));
        terms.asides(line, aside, to).forEach(offer::add);
        draft.proposal = offers.all().indexOf(offer);
        draft.stance = Optional.of(Stance.PROPOSED);
    }

    /** Whether those who should act are a body or have a name, and are not the speaker himself. */
    private boolean body(Line line, Draft draft, int from, int subject) {
        int last = subject - 1;
        if (line.name(last).isPresent()) {
            return !Offers.nounsOf(line, line.span(from, subject)).equals(Offers.nounsOf(line, draft.source.get(0)));
        }
        boolean known = lexicon.speaker(line.lemma(last))
                .filter(s -> s == Lexicon.Speaker.BODY || s == Lexicon.Speaker.KNOWN)
                .isPresent();
        return line.is(from, "it") && subject == from + 1
                || known && line.is(from, "the", "its", "his", "her", "their");
    }

    private boolean thinks(String lemma) {
        return lexicon.verb(lemma)
                .filter(c -> c.kind() == Cue.Kind.THOUGHT || c.kind() == Cue.Kind.SPEECH)
                .isPresent();
    }
}
