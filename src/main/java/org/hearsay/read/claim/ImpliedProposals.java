package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;

/**
 * Proposals that no word of proposing opens: "Kouros would build a hospital, asking in exchange for a lease", "the city will
 * pay half in return for shares". What one side will do and what it wants for it makes the offer.
 */
final class ImpliedProposals {
    private final Offers offers;
    private final Lexicon lexicon;
    private final Terms terms;

    ImpliedProposals(Offers offers, Lexicon lexicon, Terms terms) {
        this.offers = offers;
        this.lexicon = lexicon;
        this.terms = terms;
    }

    void read(Line line, List<Draft> here) {
        int end = ToldTerms.end(line);
        int returns = returns(line, end);
        if (returns < 0) {
            return;
        }
        for (int i = line.body() + 1; i < returns; i++) {
            boolean modal = line.is(i, "would", "will", "'d", "'ll") && line.tagged(i + 1, "VERB") && !line.quoted(i);
            if (!modal || told(here, line, i + 1)) {
                continue;
            }
            Optional<Span> by =
                    new Subjects(line).before(i).map(s -> line.span(s[0], Subjects.withoutRelative(line, s)));
            int close = line.is(returns - 1, ",") ? returns - 1 : returns;
            if (by.isEmpty() || close <= i + 2) {
                continue;
            }
            Offer offer = offers.added(new Offer(Proposal.Act.OFFER, line.lemma(i + 1), line.span(i + 1, i + 2)), line);
            offer.madeBy(offers.by(line, by.get()));
            offer.matter = Optional.of(line.span(i + 1, close));
            List<Span> acts = Acts.from(line, i + 1, close);
            List<Span> things = acts.size() < 2 ? Parts.of(line, i + 2, close, true) : List.of();
            (things.isEmpty() ? acts : things).forEach(part -> offer.add(terms.of(line, part, offer.act)));
            terms.asides(line, returns, end).forEach(offer::add);
            for (Draft draft : here) {
                if (!draft.content.isEmpty() && draft.reach().contains(line.start(i)) && draft.proposal < 0) {
                    draft.proposal = offers.all().indexOf(offer);
                    offer.reporter =
                            offer.reporter.or(() -> draft.source.stream().findFirst());
                }
            }
            return;
        }
    }

    /** Where "in exchange for", "asking in return for" begins; -1 if nowhere. */
    private static int returns(Line line, int end) {
        for (int i = line.body() + 3; i < end - 2; i++) {
            boolean returns = line.is(i, "in") && line.is(i + 1, "exchange", "return") && line.is(i + 2, "for");
            if (returns && !line.quoted(i)) {
                return line.is(i - 1, "asking", "wanting", "demanding") ? i - 1 : i;
            }
        }
        return -1;
    }

    /** Whether a proposal is known in these words already. */
    private boolean told(List<Draft> here, Line line, int verb) {
        boolean act = lexicon.actOfVerb(line.lemma(verb)).isPresent();
        Span sentence = line.sentence().span();
        return act
                || offers.all().stream().anyMatch(o -> sentence.contains(o.trigger))
                || here.stream().anyMatch(d -> d.proposal >= 0);
    }
}
