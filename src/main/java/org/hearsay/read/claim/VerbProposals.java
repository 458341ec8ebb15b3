package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;

/** Proposals whose verb is a cue: "demanded that …", "offered to …", "asked Kyiv to …". */
final class VerbProposals {
    private final Offers offers;
    private final Lexicon lexicon;
    private final Terms terms;

    VerbProposals(Offers offers, Lexicon lexicon, Terms terms) {
        this.offers = offers;
        this.lexicon = lexicon;
        this.terms = terms;
    }

    /** Reports whose cue is an act: "demanded that …", "offered to …". */
    void read(List<Draft> here) {
        for (Draft draft : List.copyOf(here)) {
            Optional<Proposal.Act> act = draft.cue.flatMap(c -> lexicon.actOfVerb(c.lemma()));
            if (act.isEmpty()
                    || draft.content.isEmpty()
                    || draft.source.isEmpty()
                    || draft.quotation == Quotation.DIRECT
                    || draft.denied
                    || !draft.rule.startsWith("verb")) {
                continue;
            }
            Line line = draft.line;
            Span content = draft.content.get(0);
            int from = Speakers.indexAt(line, content.start());
            int to = Speakers.indexAt(line, content.end() - 1) + 1;
            if (line.is(from, "whether", "if", "how", "why", "what", "about")) {
                continue;
            }
            Optional<Span> recipient = Optional.empty();
            int start = from;
            if (line.is(from, "that")) {
                int subject = Phrases.baseEndOf(line, from + 1);
                boolean told = subject > from + 1 && lineHasName(line, from + 1, subject);
                recipient = told ? Optional.of(line.span(from + 1, subject)) : recipient;
            }
            int close = Phrases.endOf(line, from);
            boolean asked = line.is(close, "to") && close > from;
            int name = nameEnd(line, from);
            boolean given = name > from && name < to && line.tagged(name, "DET", "ADJ", "NOUN", "NUM", "SYM");
            if (asked) {
                recipient = Optional.of(line.span(from, close));
                start = close;
            } else if (given) {
                recipient = Optional.of(line.span(from, name));
                start = name;
            }
            int end = Terms.matterEnd(line, start, to);
            Offer offer = offers.open(
                    act.get(),
                    draft.cue.orElseThrow().lemma(),
                    draft.cueSpans.get(0),
                    Offers.nounsOf(line, draft.source.get(0)),
                    line,
                    start,
                    end);
            offer.proposer = offer.proposer.or(() -> Optional.of(draft.source.get(0)));
            offer.proposerWords.addAll(Offers.nounsOf(line, draft.source.get(0)));
            Optional<Span> to1 = recipient.isPresent() ? recipient : named(line, start, to, "to", "from");
            offer.recipient = offer.recipient.or(() -> to1);
            offer.reporter = offer.reporter.or(
                    () -> draft.inside.flatMap(o -> o.source.stream().findFirst()));
            terms.fill(offer, line, start, end, to);
            draft.proposal = offers.all().indexOf(offer);
        }
    }

    /** Where the name ends that a phrase begins with, "the" before it or not; {@code from} if there is none. */
    private static int nameEnd(Line line, int from) {
        int k = line.is(from, "the") ? from + 1 : from;
        int end = from;
        while (line.name(k).isPresent() && (end == from || line.sameName(k, k - 1))) {
            end = ++k;
        }
        return end;
    }

    private static boolean lineHasName(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            if (line.name(k).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Span> named(Line line, int from, int to, String... prepositions) {
        for (int k = from; k < to; k++) {
            if (line.is(k, prepositions) && lineHasName(line, k + 1, k + 3) && !line.tagged(k + 1, "VERB")) {
                int close = Phrases.baseEndOf(line, k + 1);
                return close > k + 1 ? Optional.of(line.span(k + 1, close)) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
