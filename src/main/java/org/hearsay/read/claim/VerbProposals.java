package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity;

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

    /** Reports whose cue is an act: "demanded that …", "offered to …"; then what no report was made of. */
    void read(Line line, List<Draft> here) {
        for (Draft draft : List.copyOf(here)) {
            Optional<Proposal.Act> act = draft.cue.flatMap(c -> lexicon.actOfVerb(c.lemma()));
            boolean says = draft.rule.startsWith("passive") || draft.rule.startsWith("noun");
            if (act.isEmpty()
                    || draft.content.isEmpty()
                    || draft.source.isEmpty()
                    || draft.quotation == Quotation.DIRECT
                    || draft.denied
                    || says) {
                continue;
            }
            Span content = draft.content.get(0);
            int from = Speakers.indexAt(line, content.start());
            int to = Speakers.indexAt(line, content.end() - 1) + 1;
            if (line.is(from, "whether", "if", "how", "why", "what", "about") || idle(draft, line, from, to)) {
                continue;
            }
            Optional<Span> reporter =
                    draft.inside.flatMap(o -> o.source.stream().findFirst());
            Offer offer = propose(
                    new Act(act.get(), draft.cue.orElseThrow().lemma(), draft.cueSpans.get(0)),
                    draft.source.get(0),
                    reporter,
                    line,
                    from,
                    to);
            draft.proposal = offers.all().indexOf(offer);
        }
        unreported(line, here);
    }

    /** An act that is one only sometimes: agreeing on a price, suggesting to do things, wanting several things done. */
    private static boolean idle(Draft draft, Line line, int from, int to) {
        String lemma = draft.cue.orElseThrow().lemma();
        return switch (lemma) {
            case "agree" ->
                !line.is(from, "to")
                        || line.quantities(line.span(from, to)).stream()
                                .noneMatch(q -> q.kind() == Quantity.Kind.MONEY);
            case "suggest" -> !line.word(from).endsWith("ing");
            case "want" -> line.is(from, "to") || Terms.parts(line, from, to).isEmpty();
            case "warn" -> !threatens(line, from, to);
            default -> false;
        };
    }

    /** "warned that it would bomb the port unless …". */
    private static boolean threatens(Line line, int from, int to) {
        int k = line.is(from, "that") ? from + 1 : from;
        boolean own = line.is(k, "it", "he", "she", "they", "we", "i") && line.is(k + 1, "would", "will", "'d", "'ll");
        for (int i = k; own && i < to; i++) {
            if (line.is(i, "unless")) {
                return true;
            }
        }
        return false;
    }

    /** Verbs of proposing that stand in what others say: "is said to have offered …", "sources said it had offered …". */
    private void unreported(Line line, List<Draft> here) {
        for (int i = 1; i < line.size(); i++) {
            Optional<Proposal.Act> act =
                    line.tagged(i, "VERB") && line.is(i, "offered", "proposed", "demanded", "promised", "pledged")
                            ? lexicon.actOfVerb(line.lemma(i))
                            : Optional.empty();
            int at = line.start(i);
            boolean known = here.stream().anyMatch(d -> d.cueSpans.stream().anyMatch(c -> c.contains(at)));
            if (act.isEmpty() || line.quoted(i) || known || !(Phrases.opens(line, i + 1) || line.is(i + 1, "to"))) {
                continue;
            }
            int group = i;
            while (group > 0 && line.tagged(group - 1, "AUX", "ADV") || line.is(group - 1, "had", "have", "has")) {
                group--;
            }
            Optional<Draft> outer = here.stream()
                    .filter(d -> !d.content.isEmpty() && d.reach().contains(at))
                    .findFirst();
            boolean infinitive = line.is(group - 1, "to");
            boolean have = line.is(group, "have");
            Optional<Span> by = infinitive
                    ? outer.filter(d -> d.content.size() > 1 && have).map(d -> d.content.get(0))
                    : new Subjects(line).before(group).map(s -> line.span(s[0], Subjects.withoutRelative(line, s)));
            boolean passive = !infinitive && line.is(i - 1, "was", "were", "is", "are", "been", "be");
            if (by.isEmpty() || passive) {
                continue;
            }
            int to = ToldTerms.end(line);
            for (int k = i + 2; k < to; k++) {
                if (line.is(k, ";")
                        || line.is(k, "but", "and")
                                && line.tagged(k + 1, "VERB")
                                && line.word(k + 1).matches(".*(ed|ew|nt)")) {
                    to = k;
                }
            }
            if (i + 1 >= to) {
                continue;
            }
            Optional<Span> reporter = outer.flatMap(d -> d.source.stream().findFirst());
            Offer offer = propose(
                    new Act(act.get(), line.lemma(i), line.span(i, i + 1)), by.get(), reporter, line, i + 1, to);
            outer.filter(d -> d.proposal < 0)
                    .ifPresent(d -> d.proposal = offers.all().indexOf(offer));
        }
    }

    private record Act(Proposal.Act act, String lemma, Span trigger) {}

    private Offer propose(Act act, Span proposer, Optional<Span> reporter, Line line, int from, int to) {
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
        int base = ToldTerms.afterRecipient(line, from);
        name = name > from ? name : base; // "offers the Front an amnesty"
        boolean given = name > from && name < to && line.tagged(name, "DET", "ADJ", "NOUN", "NUM", "SYM");
        if (asked) {
            recipient = Optional.of(line.span(from, close));
            start = close;
        } else if (given) {
            recipient = Optional.of(line.span(from, name));
            start = name;
        }
        int end = Terms.matterEnd(line, start, to);
        Offer offer =
                offers.open(act.act(), act.lemma(), act.trigger(), Offers.nounsOf(line, proposer), line, start, end);
        offer.proposer = offer.proposer.or(() -> Optional.of(proposer));
        offer.proposerWords.addAll(Offers.nounsOf(line, proposer));
        Optional<Span> to1 = recipient.isPresent() ? recipient : named(line, start, to, "to", "from");
        offer.recipient = offer.recipient.or(() -> to1);
        offer.reporter = offer.reporter.or(() -> reporter);
        if (act.act() == Proposal.Act.DEAL) {
            offer.heard(Proposal.Status.AGREED);
        }
        terms.fill(offer, line, start, end, to);
        return offer;
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
