package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;

/** The line before a list, and the proposal whose terms it announces: "The offer includes:", "laid down four conditions:". */
final class LeadIn {
    private final Line line;
    private final Lexicon lexicon;
    private final Stances stances;
    private final Parties parties;
    /** The last token before the colon. */
    private final int last;

    LeadIn(Line line, Lexicon lexicon, Stances stances, Parties parties) {
        this.parties = parties;
        this.line = line;
        this.lexicon = lexicon;
        this.stances = stances;
        this.last = line.size() - 2;
    }

    /**
     * The proposal whose terms the line announces; a new one where the text has not spoken of it before.
     *
     * @param lead the report that the line makes, whose content is the list
     */
    Optional<Offer> offer(Optional<Draft> lead, Offers offers) {
        Optional<Offer> own = told(lead, offers);
        return own.isEmpty() && (obliges() || following()) ? near(offers) : own;
    }

    /** "Fishers who accept must:": the items are what somebody has to do. */
    boolean obliges() {
        return line.is(last, "must", "shall", "will", "would", "receive", "get");
    }

    /** What the line calls the items of its list: conditions, demands. */
    Optional<Term.Kind> kind() {
        for (int i = last; i >= 0; i--) {
            if (line.tagged(i, "NOUN") && lexicon.isTermWord(line.lemma(i))) {
                return switch (line.lemma(i)) {
                    case "condition" -> Optional.of(Term.Kind.CONDITION);
                    case "demand", "requirement" -> Optional.of(Term.Kind.GETS);
                    case "concession" -> Optional.of(Term.Kind.GIVES);
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }

    private Optional<Offer> told(Optional<Draft> lead, Offers offers) {
        Stance stance = stances.of(line, line.sentence().span(), true);
        if (line.is(0, "if", "should", "when", "as") || stance == Stance.ASKED) {
            return Optional.empty();
        }
        int noun = -1;
        for (int i = 0; i <= last; i++) {
            boolean verb = line.is(i, "offers") && Phrases.opens(line, i + 1); // "gaming offers advantages, including:"
            if (line.tagged(i, "NOUN", "PROPN")
                    && !verb
                    && lexicon.actOfNoun(line.lemma(i)).isPresent()) {
                noun = i;
            }
        }
        return noun < 0 ? byVerb(lead, offers) : byNoun(noun, lead, offers);
    }

    /** "he demands:", "laid down four conditions:", "Its main points are:". */
    private Optional<Offer> byVerb(Optional<Draft> lead, Offers offers) {
        Optional<Proposal.Act> act = lead.flatMap(d -> d.cue).flatMap(c -> lexicon.actOfVerb(c.lemma()));
        int verb = lead.map(d -> Speakers.indexAt(line, d.cueSpans.get(0).end() - 1))
                .orElse(-1);
        boolean sold = line.is(verb, "offers", "offer") || line.is(verb, "offered") && line.is(verb + 1, "by", "on");
        sold |= verb >= 0
                && lead.isPresent()
                && act.isPresent()
                && parties.none(line, lead.get().source.get(0), verb, act.get(), "");
        if (act.isPresent() && lead.isPresent() && !sold) {
            Span cue = lead.get().cueSpans.get(0);
            return offers.all().stream()
                    .filter(o -> o.trigger.equals(cue))
                    .findFirst()
                    .or(() -> Optional.of(fresh(act.get(), cue, lead.get().source, offers)));
        }
        boolean its = line.is(0, "the", "its", "their", "his", "her")
                || line.is(0, "under", "among") && line.is(1, "its", "the", "their");
        if (announces() && its && !offers.all().isEmpty()) {
            return Optional.of(offers.all().get(offers.all().size() - 1));
        }
        return setOut(offers).or(() -> document(offers));
    }

    private Optional<Offer> byNoun(int noun, Optional<Draft> lead, Offers offers) {
        boolean holds = lexicon.holdsTerms(line.lemma(last))
                || lexicon.holdsTerms(line.lemma(last - 1))
                || line.is(last, "following", "are", "is", "were", "was", "will", "would");
        if (!holds && !announces()) {
            return setOut(offers).or(() -> byVerb(lead, offers).filter(o -> lead.isPresent()));
        }
        Span trigger = line.span(noun, noun + 1);
        Optional<Offer> known =
                offers.all().stream().filter(o -> o.trigger.equals(trigger)).findFirst();
        if (known.isPresent()) {
            return known;
        }
        List<Span> owner = new ArrayList<>();
        int start = Phrases.startOf(line, noun);
        for (int k = Math.max(0, start); k < noun; k++) {
            if (line.is(k + 1, "'s", "'") && k + 1 < noun) {
                owner.add(line.span(start, k + 1));
            }
        }
        Set<String> words = owner.isEmpty() ? Set.of() : Offers.nounsOf(line, owner.get(0));
        for (int k = offers.all().size() - 1; k >= 0; k--) {
            Offer offer = offers.all().get(k);
            boolean same = words.isEmpty() || offer.proposerWords.stream().anyMatch(words::contains);
            if (same) {
                return Optional.of(offer);
            }
        }
        Proposal.Act act = lexicon.actOfNoun(line.lemma(noun)).orElseThrow();
        return Optional.of(fresh(act, trigger, owner, offers));
    }

    /** Whether the line ends with a word for terms: "…, on these conditions:". */
    private boolean announces() {
        for (int i = Math.max(0, last - 3); i <= last; i++) {
            if (line.tagged(i, "NOUN") && lexicon.isTermWord(line.lemma(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * "The army laid down four conditions:", "put the following terms to the guild on Tuesday:": of what the same hand has
     * offered just before, or a proposal of its own.
     */
    private Optional<Offer> setOut(Offers offers) {
        for (int i = 2; i <= last; i++) {
            boolean counted = line.tagged(i - 1, "NUM")
                    || line.tagged(i - 2, "NUM") && line.tagged(i - 1, "ADJ")
                    || line.is(i - 1, "following", "these", "several", "certain");
            Optional<Proposal.Act> act =
                    line.tagged(i, "NOUN") && counted ? lexicon.announced(line.lemma(i)) : Optional.empty();
            int verb = act.isPresent() ? setting(i) : -1;
            if (verb < 0) {
                continue;
            }
            Optional<Span> by = new Subjects(line).of(verb);
            if (by.isEmpty()) {
                return Optional.empty();
            }
            Set<String> words = Offers.nounsOf(line, by.get());
            int block = line.sentence().block();
            Optional<Offer> known = offers.all().stream()
                    .filter(o -> o.block >= block - 1
                            && o.isOpenToAll()
                            && (o.proposer.isEmpty() || o.proposerWords.stream().anyMatch(words::contains)))
                    .reduce((a, b) -> b);
            if (known.isPresent()) {
                return known;
            }
            boolean body = line.name(Speakers.indexAt(line, by.get().end() - 1)).isPresent()
                    || lexicon.speaker(
                                    line.lemma(Speakers.indexAt(line, by.get().end() - 1)))
                            .isPresent();
            return body
                    ? Optional.of(fresh(act.get(), line.span(i, i + 1), List.of(by.get()), offers))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** The verb that sets out the terms whose word stands at {@code noun}; -1 if there is none near. */
    private int setting(int noun) {
        for (int k = noun - 1; k > Math.max(0, noun - 7); k--) {
            boolean sets = line.tagged(k, "VERB")
                    && (lexicon.opensProposal(line.lemma(k))
                            || line.is(
                                    k,
                                    "laid",
                                    "set",
                                    "sets",
                                    "named",
                                    "names",
                                    "listed",
                                    "lists",
                                    "posed",
                                    "attached",
                                    "stated"));
            if (sets) {
                return k;
            }
            if (line.mark(k) || line.tagged(k, "SCONJ")) {
                return -1;
            }
        }
        return -1;
    }

    /** "… on the following conditions": of whatever is offered there. */
    private boolean following() {
        return line.is(last - 1, "following", "these", "conditions", "terms") && lexicon.isTermWord(line.lemma(last));
    }

    /** The proposal that this paragraph or the one before speaks of. */
    private Optional<Offer> near(Offers offers) {
        int block = line.sentence().block();
        return offers.all().stream()
                .filter(o -> o.block >= block - 1 && o.isOpenToAll())
                .reduce((a, b) -> b);
    }

    /** "The eleven-page text foresees:": a paper that says what is to be, where the text has told of no proposal near. */
    private Optional<Offer> document(Offers offers) {
        boolean foresees = line.tagged(last, "VERB")
                && line.is(
                        last,
                        "foresees",
                        "envisages",
                        "proposes",
                        "demands",
                        "stipulates",
                        "requires",
                        "provides",
                        "specifies",
                        "foresaw",
                        "proposed",
                        "demanded",
                        "required",
                        "stipulated",
                        "envisaged");
        int head = last - 1;
        boolean paper = foresees
                && line.tagged(head, "NOUN")
                && (lexicon.actReferredTo(line.lemma(head)).isPresent()
                        || lexicon.speaker(line.lemma(head))
                                .filter(s -> s == Lexicon.Speaker.DOCUMENT)
                                .isPresent());
        if (!paper) {
            return Optional.empty();
        }
        return near(offers)
                .or(() -> Optional.of(fresh(Proposal.Act.PLAN, line.span(last, last + 1), List.of(), offers)));
    }

    private Offer fresh(Proposal.Act act, Span trigger, List<Span> owner, Offers offers) {
        Offer offer = new Offer(act, trigger.of(line.reading().article().text()), trigger);
        owner.stream().findFirst().ifPresent(p -> offer.madeBy(offers.by(line, p)));
        return offers.added(offer, line);
    }
}
