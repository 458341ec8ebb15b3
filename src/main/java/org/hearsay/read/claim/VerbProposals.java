package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;

/** Proposals whose verb is a cue: "demanded that …", "offered to …", "asked Kyiv to …". */
final class VerbProposals {
    private final Offers offers;
    private final Lexicon lexicon;
    private final Terms terms;
    private final Parties parties;

    VerbProposals(Offers offers, Lexicon lexicon, Terms terms, Parties parties) {
        this.parties = parties;
        this.offers = offers;
        this.lexicon = lexicon;
        this.terms = terms;
    }

    /** Reports whose cue is an act: "demanded that …", "offered to …"; then what no report was made of. */
    void read(Line line, List<Draft> here) {
        if (line.is(line.size() - 1, "?")) {
            return;
        }
        for (Draft draft : List.copyOf(here)) {
            Optional<Proposal.Act> act = draft.cue.flatMap(c -> act(line, c.lemma(), draft));
            boolean says = draft.rule.startsWith("passive") || draft.rule.startsWith("noun");
            if (act.isEmpty()
                    || draft.content.isEmpty()
                    || draft.source.isEmpty()
                    || draft.quotation == Quotation.DIRECT
                    || draft.denied
                    || says) {
                continue;
            }
            Span content = draft.clause.orElse(draft.content.get(0));
            int from = Speakers.indexAt(line, content.start());
            int end = ToldTerms.end(line);
            int to = Math.max(from + 1, Math.min(Speakers.indexAt(line, content.end() - 1) + 1, end));
            to = lists(line, from, to) ? Math.max(to, end) : to;
            int verb = WeakActs.toVerb(line, from, to);
            from = act.get() == Proposal.Act.DEAL && verb > from ? verb : from; // "agreed early on Thursday to cut …"
            boolean points = to - from == 1 && (line.tagged(from, "PRON", "DET") || line.is(from, "one"));
            String lemma = draft.cue.orElseThrow().lemma();
            int cue = Parties.verbIn(line, draft.cueSpans.get(0));
            boolean exchange = line.is(from, "in") && line.is(from + 1, "exchange", "return");
            if (exchange
                    || line.is(
                            from, "whether", "if", "how", "why", "what", "who", "when", "where", "about", "should",
                            "were")
                    || points
                    || parties.nothing(line, from)
                    || parties.says(line, cue, draft.cueSpans.get(0))
                    || parties.none(line, draft.source.get(0), cue, act.get(), lemma)
                    || parties.onSale(line, cue, from, to, terms)
                    || parties.unknown(line, draft.source.get(0), cue, offers)
                    || Parties.lasts(line, from, to)
                    || WeakActs.idle(draft, line, from, to)) {
                continue;
            }
            Addressee addressee = Addressee.of(line, lemma, from, to);
            boolean vague = lemma.equals("want") && addressee.matter() > from && vague(line, addressee.matter() + 1);
            if (vague || parties.asks(line, lemma, addressee)) {
                continue;
            }
            Optional<Span> reporter =
                    draft.inside.flatMap(o -> o.source.stream().findFirst());
            Offer offer = propose(
                    new Act(act.get(), lemma, draft.cueSpans.get(0)),
                    draft.source.get(0),
                    reporter,
                    line,
                    from,
                    withAsides(line, to));
            draft.proposal = offers.all().indexOf(offer);
            if (lexicon.status(line.lemma(cue)).equals(Optional.of(Proposal.Status.WITHDRAWN))) {
                offer.heard(Proposal.Status.WITHDRAWN); // "has withdrawn its promise to …"
            }
            if (lemma.equals("suggest") || lemma.equals("tell")) {
                draft.stance = Optional.of(Stance.PROPOSED); // "suggested that a sponsor be found" doubts nothing
            }
        }
        unreported(line, here);
    }

    /** "wants the board to support a tram, a ferry and a bridge": nothing that one could hold it to. */
    private boolean vague(Line line, int verb) {
        String lemma = line.lemma(verb);
        return lexicon.isState(lemma) && !line.tagged(verb + 1, "VERB")
                || lexicon.isOutcome(lemma)
                || lexicon.verb(lemma)
                        .filter(c -> c.kind() == Cue.Kind.SPEECH || c.kind() == Cue.Kind.THOUGHT)
                        .isPresent();
    }

    /** "asked for two things: to let …, and to end …": then what is asked for goes on to the sentence's end. */
    private boolean lists(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            if (line.is(k, ":") && lexicon.isTermWord(line.lemma(k - 1))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Proposal.Act> actOf(String lemma) {
        return lexicon.actOfVerb(lemma).or(() -> lexicon.actOfSum(lemma));
    }

    /** The act of a report's cue; of a verb that needs a sum only where its content begins with one. */
    private Optional<Proposal.Act> act(Line line, String lemma, Draft draft) {
        Optional<Proposal.Act> act = lexicon.actOfVerb(lemma);
        if (act.isPresent() || draft.content.isEmpty()) {
            return act;
        }
        int from = Speakers.indexAt(line, draft.content.get(0).start());
        int to = Speakers.indexAt(line, draft.reach().end() - 1) + 1;
        boolean shall = WeakActs.subjunctive(line, from, to)
                || line.is(to, ",") && line.is(to + 1, "subject"); // "recommend approval, subject to a limit"
        return lexicon.actOfSum(lemma)
                .filter(a -> WeakActs.sum(line, from))
                .or(() -> lexicon.actOfClause(lemma).filter(a -> shall));
    }

    /** "put forward demands of their own" are demands, whatever the verb. */
    private Proposal.Act named(Line line, int from, int to, Proposal.Act act) {
        int base = Phrases.baseEndOf(line, from);
        boolean head = base > from && base <= to && line.tagged(base - 1, "NOUN");
        Optional<Proposal.Act> noun = head ? lexicon.actOfNoun(line.lemma(base - 1)) : Optional.empty();
        boolean other = act == Proposal.Act.OFFER && line.is(base - 1, "demands", "demand", "requests", "request");
        return other ? noun.orElse(act) : act;
    }

    /** Behind the content where a condition or what is asked in return follows it in the same sentence. */
    private static int withAsides(Line line, int to) {
        int k = line.is(to, ",") ? to + 1 : to;
        k += line.is(k, "but") && line.is(k + 1, "only", "if") ? 1 : 0;
        boolean aside = Terms.conditionAt(line, k) && !(line.is(k, "if") && line.is(to, ","))
                || line.is(k, "in") && line.is(k + 1, "exchange", "return") && line.is(k + 2, "for");
        int end = ToldTerms.end(line);
        return aside && !line.quoted(k) && end > k + 1 ? end : to;
    }

    /** Verbs of proposing that stand in what others say: "is said to have offered …", "sources said it had offered …". */
    private void unreported(Line line, List<Draft> here) {
        for (int i = 1; i < line.size(); i++) {
            int last = actEnd(line, i);
            Optional<Proposal.Act> act = last < 0 ? Optional.empty() : actOf(lemma(line, i, last));
            int at = line.start(i);
            boolean known = here.stream().anyMatch(d -> d.cueSpans.stream().anyMatch(c -> c.contains(at)));
            if (act.isEmpty()
                    || line.quoted(i)
                    || known
                    || line.is(last + 1, "it", "that", "this", "one", "them", "so") && !Phrases.opens(line, last + 2)
                    || !(Phrases.opens(line, WeakActs.behindLeast(line, last + 1)) || line.is(last + 1, "to"))) {
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
                    : new Subjects(line).phraseBefore(group);
            if (by.isEmpty() || parties.none(line, by.get(), i, act.get(), lemma(line, i, last))) {
                continue;
            }
            int to = ToldTerms.end(line);
            for (int k = last + 2; k < to; k++) {
                if (line.is(k, ";")
                        || line.is(k, "but", "and")
                                && (Terms.pastAt(line, k + 1)
                                        || line.tagged(k + 1, "VERB") && line.is(k + 1, "wo", "ca", "went"))
                        || line.is(k, "but", "and") && line.tagged(k + 1, "AUX") && !line.is(k + 1, "be")) {
                    to = k;
                }
            }
            if (last + 1 >= to
                    || Parties.lasts(line, last + 1, to)
                    || parties.nothing(line, last + 1)
                    || parties.onSale(line, i, last + 1, to, terms)) {
                continue;
            }
            if (parties.asks(line, lemma(line, i, last), Addressee.of(line, lemma(line, i, last), last + 1, to))
                    || parties.unknown(line, by.get(), i, offers)) {
                continue;
            }
            Optional<Span> reporter = outer.flatMap(d -> d.source.stream().findFirst());
            Act verb = new Act(act.get(), lemma(line, i, last), line.span(i, last + 1));
            Offer offer = propose(verb, by.get(), reporter, line, last + 1, to);
            terms.more(offer, line, to, ToldTerms.end(line));
            outer.filter(d -> d.proposal < 0)
                    .ifPresent(d -> d.proposal = offers.all().indexOf(offer));
        }
    }

    /** The last token of the act that begins at {@code i}: "offered", "put forward", "holding out for"; -1 for none. */
    private int actEnd(Line line, int i) {
        if (!line.tagged(i, "VERB")) {
            return -1;
        }
        for (int last = i + 2; last > i; last--) {
            if (lexicon.actOfVerb(lemma(line, i, last)).isPresent()) {
                return last;
            }
        }
        if (lexicon.actOfSum(line.lemma(i)).isPresent() && WeakActs.sum(line, i + 1)) {
            return i;
        }
        boolean wants = line.is(i, "wants", "want", "wanted")
                && !line.is(i + 1, "to")
                && (!Parts.of(line, i + 1, ToldTerms.end(line), true).isEmpty()
                        || WeakActs.sum(line, i + 1)
                        || WeakActs.done(line, i + 1, ToldTerms.end(line)));
        return wants || line.is(i, "offered", "proposed", "demanded", "promised", "pledged", "dangled") ? i : -1;
    }

    private static String lemma(Line line, int from, int last) {
        StringBuilder lemma = new StringBuilder(line.lemma(from));
        for (int k = from + 1; k <= last; k++) {
            lemma.append('_').append(line.word(k));
        }
        return lemma.toString();
    }

    private record Act(Proposal.Act act, String lemma, Span trigger) {}

    /** The proposal spoken of where it is its own text that proposes: "The draft also asks the Gulf states to …". */
    private Optional<Offer> told(Line line, Span proposer) {
        int first = Speakers.indexAt(line, proposer.start());
        int base = Phrases.baseEndOf(line, first);
        boolean paper = line.is(first, "the")
                && base > first + 1
                && lexicon.actReferredTo(line.lemma(base - 1)).isPresent();
        boolean it = line.is(first, "it")
                && first == line.body()
                && line.is(first + 1, "also")
                && line.is(first + 2, "calls");
        return paper || it
                ? offers.lastNear(line).filter(Offer::isOpenToAll).filter(o -> paper || o.isPaper())
                : Optional.empty();
    }

    /** "It also promised to keep the plant": more of what the same hand has offered just before. */
    private Optional<Offer> also(Act act, Proposers.Proposer by, Span who, Line line) {
        if (line.words(act.trigger()).contains(" the ")) {
            return offers.of(act.act(), act.lemma(), Set.of()); // "made the pledge in return for …"
        }
        int trigger = Speakers.indexAt(line, act.trigger().end() - 1);
        boolean also = line.is(trigger - 1, "also") || line.words(act.trigger()).contains("also ");
        boolean gives = act.act() == Proposal.Act.PLEDGE || act.act() == Proposal.Act.OFFER;
        int head = Speakers.indexAt(line, who.end() - 1);
        if (also && gives && line.is(head, "sides", "parties", "governments", "two", "both")) {
            return offers.lastNear(line)
                    .filter(o -> o.act == Proposal.Act.DEAL); // "The two sides have also promised to"
        }
        return offers.lastNear(line)
                .filter(o -> also && gives && o.act == Proposal.Act.OFFER)
                .filter(o -> o.isBy(by.words()));
    }

    private Offer propose(Act act, Span proposer, Optional<Span> reporter, Line line, int from, int to) {
        Addressee addressee = Addressee.of(line, act.lemma(), from, to);
        int start = line.is(addressee.matter(), "instead") ? addressee.matter() + 1 : addressee.matter();
        int end = Terms.matterEnd(line, start, to);
        while (end > start + 1 && line.is(end - 1, "\u2013", "\u2014", "-", "but", "only")) {
            end--;
        }
        Optional<Offer> paper = told(line, proposer);
        if (paper.isPresent()) {
            terms.fill(paper.get(), line, start, end, to);
            return paper.get();
        }
        Proposal.Act kind = named(line, start, end, act.act());
        Proposers.Proposer by = offers.by(line, proposer);
        Optional<Offer> more = also(act, by, proposer, line);
        if (more.isPresent()) {
            terms.fill(more.get(), line, start, end, to);
            Acts.from(line, line.is(start, "to") ? start + 1 : start, end).stream()
                    .filter(part -> line.is(start, "to"))
                    .forEach(part -> more.get().add(terms.of(line, part, more.get().act)));
            return more.get();
        }
        Offer offer = offers.open(kind, act.lemma(), act.trigger(), by.words(), line, start, end);
        offer.madeBy(by);
        offer.recipient = offer.recipient.or(addressee::span).or(() -> Addressee.behind(line, start, to, "to", "from"));
        offer.reporter = offer.reporter.or(() -> reporter);
        if (act.act() == Proposal.Act.DEAL) {
            offer.heard(Proposal.Status.AGREED);
        }
        terms.fill(offer, line, start, end, to);
        if (offer.terms.isEmpty() && act.lemma().equals("want")) {
            if (line.is(start, "to") && start + 1 < end) { // "wants the quay to be reopened"
                Acts.from(line, start + 1, end).forEach(part -> offer.add(terms.of(line, part, offer.act)));
            } else if (WeakActs.done(line, start, end)) {
                offer.add(terms.of(line, line.span(start, end), offer.act));
            }
        }
        return offer;
    }
}
