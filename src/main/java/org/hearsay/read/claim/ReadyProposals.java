package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;

/**
 * Offers that tell what somebody would do: "is willing to sell its mine", "would be prepared to pay 5 percent", "put £38m on
 * the table". To be ready is often no more than a mood, so what follows must be a thing that one gives, or have its price.
 */
final class ReadyProposals {
    /** How far behind its verb the table stands on which something is put. */
    private static final int TABLE = 24;

    private final Offers offers;
    private final Lexicon lexicon;
    private final Terms terms;

    ReadyProposals(Offers offers, Lexicon lexicon, Terms terms) {
        this.offers = offers;
        this.lexicon = lexicon;
        this.terms = terms;
    }

    void read(Line line, List<Draft> here) {
        if (line.is(line.size() - 1, "?")) {
            return;
        }
        for (int i = line.body() + 2; i < line.size() - 2; i++) {
            if (line.is(i, "willing", "ready", "prepared", "open", "happy", "content")) {
                ready(line, i, here);
            } else if (line.is(i, "table")
                    && line.is(i - 1, "the")
                    && line.is(i - 2, "on")
                    && !line.tagged(i + 1, "NOUN")) {
                onTheTable(line, i, here);
            }
        }
    }

    private void ready(Line line, int i, List<Draft> here) {
        int to = i + 1;
        while (line.is(to, ",", "and", "able", "willing", "ready")) {
            to++; // "ready, willing and able to sell"
        }
        boolean open =
                line.is(i, "open") && line.is(to, "to") && line.word(to + 1).endsWith("ing");
        boolean acts = !line.is(i, "open") && line.is(to, "to") && line.tagged(to + 1, "VERB", "NOUN");
        int group = i;
        while (line.tagged(group - 1, "ADV", "AUX")
                || line.is(group - 1, "is", "are", "was", "were", "be", "remains")) {
            group--;
        }
        boolean stands = group < i
                        && line.is(
                                i - 1, "is", "are", "was", "were", "be", "been", "'s", "'re", "remain", "remains",
                                "now", "also")
                || line.is(i - 1, "itself", "himself", "herself", "themselves"); // "declared itself ready to sell"
        int end = ToldTerms.end(line);
        if (!(open || acts) || !stands || to + 1 >= end || denied(line, group, i)) {
            return;
        }
        boolean gives =
                lexicon.givesUp(open ? base(line, to + 1) : line.lemma(to + 1)) || lexicon.givesUp(line.word(to + 1));
        int close = clauseEnd(line, to + 1, end, line.quoted(i));
        List<Term> asides = terms.asides(line, to + 1, close);
        boolean priced = line.hasSum(line.span(to + 1, Terms.matterEnd(line, to + 1, close)))
                || asides.stream().anyMatch(t -> t.kind() == Term.Kind.GETS);
        boolean bargains = asides.stream().anyMatch(t -> t.kind() == Term.Kind.CONDITION)
                && !lexicon.isOutcome(line.lemma(to + 1))
                && lexicon.verb(line.lemma(to + 1)).isEmpty();
        boolean object = Phrases.opens(line, to + 2)
                || line.tagged(to + 2, "ADP", "ADV") && Phrases.opens(line, to + 3); // "pull back its troops"
        if ((gives || bargains) && object || priced) {
            int subject = line.is(i - 1, "itself", "himself", "herself", "themselves") ? i - 2 : group;
            add(line, i, subject, to + 1, close, end, here);
        }
    }

    private String base(Line line, int i) {
        return lexicon.baseOf(line.word(i)).orElse(line.lemma(i));
    }

    private static boolean denied(Line line, int group, int i) {
        for (int k = group - 1; k <= i; k++) {
            if (line.is(k, "not", "n't", "never", "no", "hardly", "n\u2019t", "less")) {
                return true;
            }
        }
        return line.is(group - 1, "if", "unless", "whether") || line.is(group - 2, "if", "unless", "whether");
    }

    /** Where the clause ends: at the quotation's mark, or where another begins. */
    private static int clauseEnd(Line line, int from, int to, boolean quoted) {
        for (int k = from + 1; k < to; k++) {
            if (line.quoted(k) != quoted || line.quoteMark(k)) {
                return line.is(k - 1, ",") ? k - 1 : k;
            }
            if (line.is(k, ";", ":") || line.is(k, "but") || line.is(k, "and") && line.tagged(k + 1, "PRON", "AUX")) {
                return line.is(k - 1, ",") ? k - 1 : k;
            }
            boolean told = line.is(k, ",") && said(line, k + 1, to);
            if (told) {
                return k; // "… 5 percent, its director said, if the drivers agreed"
            }
        }
        return to;
    }

    private static boolean said(Line line, int from, int to) {
        for (int k = from; k < Math.min(to, from + 10); k++) {
            if (line.is(k, ",")) {
                return false;
            }
            if (line.is(k, "said", "says", "added", "told")) {
                return true;
            }
        }
        return false;
    }

    /** @param close where the clause ends; a condition may follow in the sentence behind a "he said" */
    private void add(Line line, int trigger, int group, int from, int close, int end, List<Draft> here) {
        int at = line.start(trigger);
        Optional<Draft> outer = here.stream()
                .filter(d -> !d.source.isEmpty() && d.content.stream().anyMatch(s -> s.contains(at)))
                .findFirst();
        Optional<Span> subject = new Subjects(line).phraseBefore(group);
        boolean self = line.is(group - 1, "we", "i") || subject.isEmpty() && line.quoted(trigger);
        Optional<Span> by = self ? outer.map(d -> d.source.get(0)) : subject;
        if (by.isEmpty() || !self && anybody(line, by.get(), group)) {
            return;
        }
        Proposers.Proposer proposer = offers.by(line, by.get());
        int matter = Terms.matterEnd(line, from, close);
        Offer offer = offers.open(
                Proposal.Act.OFFER,
                line.word(trigger),
                line.span(trigger, trigger + 1),
                proposer.words(),
                line,
                from,
                matter);
        offer.madeBy(proposer);
        Optional<Span> reporter = self ? Optional.empty() : outer.map(d -> d.source.get(0));
        offer.reporter = offer.reporter.or(() -> reporter);
        outer.filter(d -> d.proposal < 0)
                .ifPresent(d -> d.proposal = offers.all().indexOf(offer));
        int aside = Math.min(Terms.asideAt(line, from, close), matter);
        Acts.from(line, from, aside).forEach(act -> offer.add(terms.of(line, act, offer.act)));
        int behind = close;
        for (int k = close + 1; k < end && behind == close; k++) {
            behind = line.is(k, ",") && line.is(k + 1, "if", "provided", "unless") ? k + 1 : close;
        }
        terms.asides(line, aside, close).forEach(offer::add);
        if (behind > close) {
            terms.asides(line, behind, end).forEach(offer::add);
        }
    }

    /** "advisers who are ready to sell", "81% of consumers", "our team": no party to anything. */
    private static boolean anybody(Line line, Span by, int group) {
        int first = Speakers.indexAt(line, by.start());
        boolean generic = line.tagged(first, "NOUN") && line.name(first).isEmpty() && line.end(first) == by.end();
        boolean relative = line.is(group - 1, "who", "that", "which") && !line.is(group - 2, ",");
        return generic
                || relative
                || line.is(first, "who", "you", "nobody", "nothing", "our", "we", "most", "many", "people")
                || line.tagged(first, "NUM") && !line.quantities(by).isEmpty();
    }

    /** "put £38m on the table, with another £6m to follow if they reach Europe". */
    private void onTheTable(Line line, int table, List<Draft> here) {
        int verb = putting(line, table);
        boolean reader = line.is(verb - 1, "you", "we", "i") && !line.quoted(verb);
        boolean vague = reader
                || line.is(verb + 1, "everything", "nothing", "it", "them", "this", "that", "all", "food", "more");
        if (verb < 0 || vague || line.quoted(verb) || known(line.span(verb, table))) {
            return;
        }
        Optional<Span> by = new Subjects(line).of(verb);
        if (by.isEmpty()) {
            return;
        }
        Offer offer = offers.added(new Offer(Proposal.Act.OFFER, "offer", line.span(verb, verb + 1)), line);
        offer.madeBy(offers.by(line, by.get()));
        int close = table - 2;
        List<Span> things = Parts.of(line, verb + 1, close, true);
        (things.isEmpty() ? List.of(line.span(verb + 1, close)) : things)
                .forEach(thing -> offer.add(terms.of(line, thing, offer.act)));
        offer.matter = Optional.of(line.span(verb + 1, close));
        int with = line.is(table + 1, ",") ? table + 2 : table + 1;
        if (line.is(with, "with", "plus") && with + 1 < ToldTerms.end(line)) {
            offer.add(terms.of(line, line.span(with + 1, ToldTerms.end(line)), offer.act));
        }
        int at = line.start(verb);
        here.stream()
                .filter(d -> d.proposal < 0 && !d.content.isEmpty() && d.reach().contains(at))
                .forEach(d -> d.proposal = offers.all().indexOf(offer));
    }

    private boolean known(Span words) {
        return offers.all().stream().anyMatch(o -> words.contains(o.trigger));
    }

    /** The verb that puts something on the table; -1 if there is none near. */
    private static int putting(Line line, int table) {
        for (int k = table - 3; k > Math.max(0, table - TABLE); k--) {
            boolean puts =
                    line.is(k, "put", "puts", "putting", "placed", "places", "laid", "lays", "left", "has", "have");
            if (puts && Phrases.opens(line, k + 1) && k + 1 < table - 2) {
                return k;
            }
            if (line.mark(k) && !line.is(k, "-", "%", "$", "\u00a3", "\u20ac", ",")) {
                return -1;
            }
        }
        return -1;
    }
}
