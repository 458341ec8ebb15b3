package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.NameType;

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
            bargained(line, here, end);
            return;
        }
        for (int i = line.body() + 1; i < returns; i++) {
            if (!ModalClause.willDo(line, i) || told(here, line, i + 1)) {
                continue;
            }
            Optional<Span> by = new Subjects(line).phraseBefore(i);
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
            tie(offer, line.start(i), here);
            return;
        }
    }

    private void tie(Offer offer, int at, List<Draft> here) {
        for (Draft draft : here) {
            if (!draft.content.isEmpty() && draft.reach().contains(at) && draft.proposal < 0) {
                draft.proposal = offers.all().indexOf(offer);
                offer.reporter = offer.reporter.or(
                        () -> draft.source.stream().findFirst().filter(s -> !offer.proposer.equals(Optional.of(s))));
            }
        }
    }

    /**
     * "The union will end its strike if the company raises pay": what one side will do, and what another must do for it.
     * Without what it gives, or with "unless", it is a threat.
     */
    private void bargained(Line line, List<Draft> here, int end) {
        for (int i = line.body() + 1; i < end - 4; i++) {
            int condition = ModalClause.willDo(line, i) ? condition(line, i + 2, end) : -1;
            boolean unless = line.is(condition, "unless");
            boolean gives = lexicon.givesUp(line.lemma(i + 1)) || promised(line, i, here);
            if (condition < 0
                    || !unless && !gives
                    || line.is(line.body(), "if", "unless", "when")
                    || told(here, line, i + 1)) {
                continue;
            }
            int at = line.start(i);
            Optional<Span> by = new Subjects(line)
                    .phraseBefore(i)
                    .map(s -> speaker(line, s, here).orElse(s));
            if (by.isEmpty() || !party(line, Speakers.indexAt(line, by.get().start()))) {
                continue;
            }
            Proposal.Act act = unless ? Proposal.Act.THREAT : Proposal.Act.OFFER;
            Offer offer = offers.added(new Offer(act, line.lemma(i + 1), line.span(i + 1, i + 2)), line);
            offer.madeBy(offers.by(line, by.get()));
            int close = line.is(condition - 1, ",") ? condition - 1 : condition;
            offer.matter = Optional.of(line.span(i + 1, close));
            if (!unless) {
                Acts.from(line, i + 1, close).forEach(part -> offer.add(terms.of(line, part, act)));
            }
            terms.asides(line, condition, end).forEach(offer::add);
            tie(offer, at, here);
            return;
        }
    }

    /** "said it would call off the strike": an act that somebody tells of himself. */
    private boolean promised(Line line, int modal, List<Draft> here) {
        Optional<Span> by =
                Deeds.at(line, modal + 1, lexicon) ? new Subjects(line).phraseBefore(modal) : Optional.empty();
        return by.flatMap(s -> speaker(line, s, here)).isPresent();
    }

    /** Who is meant by the "it" of "Karsk said it would lift the ban": whoever says so, if one pronoun fits both. */
    private static Optional<Span> speaker(Line line, Span by, List<Draft> here) {
        int first = Speakers.indexAt(line, by.start());
        if (!line.is(first, "it", "he", "she", "they") || line.end(first) < by.end()) {
            return Optional.empty();
        }
        for (Draft draft : here) {
            boolean opens = draft.content.stream().anyMatch(c -> c.contains(by) && by.start() - c.start() <= 5);
            if (!opens || draft.source.isEmpty()) {
                continue;
            }
            Span source = draft.source.get(0);
            int head = Phrases.baseEndOf(line, Speakers.indexAt(line, source.start())) - 1;
            boolean person =
                    line.name(head).filter(n -> n.type() == NameType.PERSON).isPresent();
            boolean same = line.tagged(head, "PRON")
                    ? line.word(head).equals(line.word(first))
                    : person == line.is(first, "he", "she");
            return Optional.of(source).filter(s -> same);
        }
        return Optional.empty();
    }

    /** Where "if the company raises pay", "unless Oslo yields" begins: another party must act; -1 if nowhere. */
    private int condition(Line line, int from, int end) {
        for (int k = from + 1; k < end - 2; k++) {
            if (line.is(k, ";", ":") || line.quoted(k)) {
                return -1;
            }
            boolean opens = line.is(k, "if", "unless", "once", "provided", "providing");
            int subject = line.is(k + 1, "that") ? k + 2 : k + 1;
            int verb = Phrases.endOf(line, subject);
            if (opens && verb > subject && party(line, subject) && !line.tagged(subject, "PRON")) {
                boolean acts = line.tagged(verb, "VERB") || line.tagged(verb, "AUX") && line.tagged(verb + 1, "VERB");
                boolean passive = line.is(verb, "is", "are", "was", "were", "be", "has", "have", "had");
                return acts && !passive ? k : -1;
            }
        }
        return -1;
    }

    /** A name, or a body or somebody known: "Karsk", "the company", "they". */
    private boolean party(Line line, int first) {
        int head = Phrases.baseEndOf(line, first) - 1;
        boolean known = lexicon.speaker(line.lemma(head))
                .filter(s -> s != Lexicon.Speaker.DOCUMENT)
                .isPresent();
        return line.is(first, "it", "he", "she", "they")
                || line.name(head).isPresent()
                || known && line.is(first, "the", "its", "his", "her", "their");
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
