package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;

/**
 * A list that a colon opens in the middle of a sentence: "It attaches two conditions: the city must guarantee half of it, and
 * prices must rise". What stands before the colon is a lead-in like that of any other list.
 */
final class InlineList {
    private final Offers offers;
    private final Lexicon lexicon;
    private final ListedOffer.Finder announcing;
    private final Terms terms;

    InlineList(Offers offers, Lexicon lexicon, ListedOffer.Finder announcing, Terms terms) {
        this.offers = offers;
        this.lexicon = lexicon;
        this.announcing = announcing;
        this.terms = terms;
    }

    void read(Line line, List<Draft> here) {
        among(line);
        int colon = line.body() + 2;
        while (colon < line.size() - 3 && !(line.is(colon, ":") && !line.quoted(colon))) {
            colon++;
        }
        int end = ToldTerms.end(line);
        if (!line.is(colon, ":") || line.quoted(colon + 1) || line.quoted(colon) || colon + 2 >= end) {
            return;
        }
        List<Span> parts = parts(line, colon + 1, end);
        LeadIn leadIn = new LeadIn(line, colon + 1, lexicon);
        if (parts.isEmpty() || leadIn.ifOnly()) {
            return;
        }
        Optional<Offer> offer = announcing.behind(leadIn).of(Optional.empty()).filter(o -> own(line, o, here));
        Optional<Term.Kind> kind = leadIn.kind();
        offer.ifPresent(o -> {
            o.block = line.sentence().block();
            o.terms.removeIf(t -> leadIn.names(t.spans().get(0)));
            parts.forEach(part -> o.add(terms.of(line, part, kind, o.act)));
            int number = offers.all().indexOf(o);
            here.stream().filter(d -> d.proposal < 0 && d.source.isEmpty()).forEach(d -> d.proposal = number);
        });
    }

    /** "The delegation could accept the plan on two conditions: …": what somebody says of another's plan is no part of it. */
    private static boolean own(Line line, Offer offer, List<Draft> here) {
        return here.stream()
                .filter(d -> !d.source.isEmpty() && d.reach().end() > line.start(line.body()))
                .allMatch(d -> offer.proposer.isEmpty() || offer.isBy(Offers.nounsOf(line, d.source.get(0))));
    }

    /** "Among the strings are a ban on reselling the tools, visits by inspectors and a switch": what is named in front. */
    private void among(Line line) {
        int body = line.body();
        int end = ToldTerms.end(line);
        int noun = line.is(body, "among") ? Phrases.baseEndOf(line, body + 1) - 1 : -1;
        if (noun <= body || !lexicon.isTermWord(line.lemma(noun))) {
            return;
        }
        int be = noun + 1;
        while (be < end && !line.is(be, "are", "were", "is", "was")) {
            be++;
        }
        List<Span> parts = be + 1 < end ? Parts.of(line, be + 1, end, true) : List.of();
        Optional<Proposal.Act> act = lexicon.announced(line.lemma(noun));
        Optional<Offer> offer = offers.lastNear(line)
                .filter(o -> act.isEmpty() || act.get() == o.act)
                .or(() -> act.filter(a -> !parts.isEmpty())
                        .map(a -> offers.added(new Offer(a, line.lemma(noun), line.span(noun, noun + 1)), line)));
        offer.ifPresent(o -> parts.forEach(part -> o.add(terms.of(line, part, o.act))));
    }

    private static List<Span> parts(Line line, int from, int end) {
        List<Span> numbered = Numbered.in(line, from, end);
        if (!numbered.isEmpty()) {
            return numbered;
        }
        List<Span> parts = Parts.of(line, from, end, true);
        if (!parts.isEmpty()) {
            return parts;
        }
        if (line.is(from, "to") && line.tagged(from + 1, "VERB")) {
            return Acts.from(line, from + 1, end);
        }
        List<ModalClause> clauses = ModalClause.in(line, from, end);
        if (!clauses.isEmpty()) {
            return clauses.stream().flatMap(c -> c.told(line).stream()).toList();
        }
        boolean thing = Phrases.opens(line, from);
        for (int k = from; k < end; k++) {
            thing &= !line.verbal(k) || line.is(k - 1, "to");
        }
        return thing ? List.of(line.span(from, end)) : List.of();
    }
}
