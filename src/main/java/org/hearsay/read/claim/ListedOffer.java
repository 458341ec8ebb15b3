package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hearsay.read.article.Span;

/** Which proposal the line before a list announces the terms of: "Under the plan:", "The union will call off the strike if:". */
final class ListedOffer {
    /** What one does who sets out terms, besides making and proposing them. */
    private static final Set<String> SETTING = Set.of(
            "lay", "set", "name", "list", "pose", "attach", "state", "publish", "release", "adopt", "post", "read");

    private final Line line;
    private final LeadIn leadIn;
    /** The lead-in's last word. */
    private final int last;

    private final Lexicon lexicon;
    private final Stances stances;
    private final Parties parties;
    private final Offers offers;

    private ListedOffer(LeadIn leadIn, Lexicon lexicon, Stances stances, Parties parties, Offers offers) {
        this.line = leadIn.line();
        this.leadIn = leadIn;
        this.last = leadIn.last();
        this.lexicon = lexicon;
        this.stances = stances;
        this.parties = parties;
        this.offers = offers;
    }

    /** What the lists of one article are read with. */
    record Finder(Lexicon lexicon, Stances stances, Parties parties, Offers offers) {
        ListedOffer behind(LeadIn leadIn) {
            return new ListedOffer(leadIn, lexicon, stances, parties, offers);
        }
    }

    /**
     * The proposal whose terms the line announces; a new one where the text has not spoken of it before.
     *
     * @param lead the report that the line makes, whose content is the list
     */
    Optional<Offer> of(Optional<Draft> lead) {
        Optional<Offer> own = told(lead);
        boolean goesOn = leadIn.obliges()
                || leadIn.ifOnly()
                || leadIn.following()
                || leadIn.tellsHow()
                || line.is(0, "as") && line.is(1, "set", "laid", "described", "outlined", "stated", "listed", "told")
                || line.is(0, "it", "they", "this") && leadIn.refers();
        Optional<Offer> known = own.isEmpty() && goesOn ? near(o -> true) : own;
        return known.isEmpty() && leadIn.ifOnly() ? promised() : known.or(this::presented);
    }

    private Optional<Offer> told(Optional<Draft> lead) {
        Stance stance = stances.of(line, line.sentence().span(), true);
        if (line.is(0, "if", "should", "when", "as") || stance == Stance.ASKED) {
            return Optional.empty();
        }
        boolean refers = leadIn.counted() >= 0 || leadIn.refers();
        int noun = -1;
        for (int i = 0; i <= last; i++) {
            boolean verb = line.is(i, "offers") && Phrases.opens(line, i + 1); // "gaming offers advantages, including:"
            boolean named = line.tagged(i, "NOUN", "PROPN") && !verb;
            boolean known = named
                    && line.is(i - 1, "the", "this", "that", "its", "their")
                    && lexicon.actReferredTo(line.lemma(i)).isPresent();
            if (known && refers || named && lexicon.actOfNoun(line.lemma(i)).isPresent()) {
                noun = i;
            }
        }
        return noun < 0 ? byVerb(lead) : byNoun(noun, lead);
    }

    /** "he demands:", "laid down four conditions:", "Its main points are:". */
    private Optional<Offer> byVerb(Optional<Draft> lead) {
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
            return opened(cue).or(() -> Optional.of(fresh(act.get(), cue, lead.get().source)));
        }
        boolean its = line.is(0, "the", "its", "their", "his", "her")
                || line.is(0, "under", "among") && line.is(1, "its", "the", "their");
        if (leadIn.announces() && its && !offers.all().isEmpty()) {
            return Optional.of(offers.all().get(offers.all().size() - 1));
        }
        return setOut().or(this::document).or(this::asked);
    }

    private Optional<Offer> asked() {
        return by(leadIn.asks());
    }

    /** "In it the chair puts forward a four-step way out:", "We are calling on both governments". */
    private Optional<Offer> presented() {
        return by(leadIn.presenter());
    }

    /** What the subject of {@code verb} does by it; -1 for no verb. */
    private Optional<Offer> by(int verb) {
        if (verb < 0) {
            return Optional.empty();
        }
        Span trigger = line.span(verb, verb + 1);
        Optional<Offer> known =
                offers.all().stream().filter(o -> o.trigger.overlaps(trigger)).findFirst();
        if (known.isPresent()) {
            return known;
        }
        Proposal.Act act =
                leadIn.actOf(verb).orElse(line.lemma(verb).equals("commit") ? Proposal.Act.PLEDGE : Proposal.Act.OFFER);
        return new Subjects(line)
                .of(verb)
                .filter(by -> !parties.none(line, by, verb, act, line.lemma(verb)))
                .map(by -> fresh(act, trigger, List.of(by)));
    }

    /** "The union will call off the strike if:": what somebody would do on the conditions that follow. */
    private Optional<Offer> promised() {
        for (int k = 1; k < last; k++) {
            Optional<Span> by = ModalClause.willDo(line, k) ? new Subjects(line).phraseBefore(k) : Optional.empty();
            if (by.isPresent()) {
                Offer offer = fresh(Proposal.Act.OFFER, line.span(k + 1, k + 2), List.of(by.get()));
                offer.matter = k + 1 < last ? Optional.of(line.span(k + 1, last)) : Optional.empty();
                return Optional.of(offer);
            }
        }
        return Optional.empty();
    }

    private Optional<Offer> byNoun(int noun, Optional<Draft> lead) {
        boolean holds = lexicon.holdsTerms(line.lemma(last))
                || lexicon.holdsTerms(line.lemma(last - 1))
                || line.is(last, "following", "are", "is", "were", "was", "will", "would")
                || noun == last && line.is(0, "under") // "Under the plan:"
                || line.is(last, "to") && binds(noun);
        if (!holds && !leadIn.announces()) {
            return setOut().or(() -> byVerb(lead).filter(o -> lead.isPresent()));
        }
        Span trigger = line.span(noun, noun + 1);
        Optional<Offer> known = opened(trigger);
        if (known.isPresent()) {
            return known;
        }
        List<Span> owner = new ArrayList<>();
        int start = Phrases.baseStartOf(line, noun);
        for (int k = start; k >= 0 && k < noun - 1; k++) {
            if (line.is(k + 1, "'s", "'")) {
                owner.add(line.span(start, k + 1)); // "Under the union's plan:"
            }
        }
        Set<String> words = owner.isEmpty() ? Set.of() : Offers.nounsOf(line, owner.get(0));
        for (int k = offers.all().size() - 1; k >= 0; k--) {
            Offer offer = offers.all().get(k);
            if (words.isEmpty() || offer.isBy(words)) {
                return Optional.of(offer);
            }
        }
        Proposal.Act act = lexicon.actNamed(line.lemma(noun)).orElseThrow();
        return Optional.of(fresh(act, trigger, owner));
    }

    /** "The settlement requires the company to:" */
    private boolean binds(int noun) {
        for (int k = noun + 1; k < last; k++) {
            if (line.tagged(k, "VERB")) {
                return lexicon.bindsTerms(line.lemma(k)) || lexicon.holdsTerms(line.lemma(k));
            }
        }
        return false;
    }

    /**
     * "The army laid down four conditions:", "put the following terms to the guild on Tuesday:": of what the same hand has
     * offered just before, or a proposal of its own.
     */
    Optional<Offer> setOut() {
        int counted = leadIn.counted();
        int verb = counted < 0 ? -1 : setting(counted);
        if (verb < 0) {
            return Optional.empty();
        }
        Optional<Proposal.Act> act = lexicon.announced(line.lemma(counted)).or(() -> leadIn.actOf(verb));
        Optional<Span> by = act.isEmpty() ? Optional.empty() : new Subjects(line).of(verb);
        if (by.isEmpty()) {
            return Optional.empty();
        }
        Set<String> words = Offers.nounsOf(line, by.get());
        boolean it =
                Phrases.subjectPronoun(line, Speakers.indexAt(line, by.get().start()));
        Optional<Offer> known = near(o -> it || o.proposer.isEmpty() || o.isBy(words));
        if (known.isPresent()) {
            return known;
        }
        int head = Speakers.indexAt(line, by.get().end() - 1);
        boolean body = line.name(head).isPresent()
                || Phrases.subjectPronoun(line, head)
                || head > 0 && line.capital(head)
                || lexicon.speaker(line.lemma(head)).isPresent();
        return body
                ? Optional.of(fresh(act.get(), line.span(counted, counted + 1), List.of(by.get())))
                : Optional.empty();
    }

    /** The verb that sets out the terms whose word stands at {@code noun}; -1 if there is none near. */
    private int setting(int noun) {
        for (int k = noun - 1; k > Math.max(0, noun - 7); k--) {
            boolean sets = line.tagged(k, "VERB")
                    && (lexicon.opensProposal(line.lemma(k))
                            || leadIn.actOf(k).isPresent()
                            || SETTING.contains(line.lemma(k)));
            if (sets) {
                return k;
            }
            if (line.mark(k) || line.tagged(k, "SCONJ")) {
                return -1;
            }
        }
        return -1;
    }

    private Optional<Offer> opened(Span trigger) {
        return offers.all().stream().filter(o -> o.trigger.equals(trigger)).findFirst();
    }

    /** The last of those proposals that this paragraph or the one before speaks of. */
    private Optional<Offer> near(Predicate<Offer> those) {
        int block = line.sentence().block();
        return offers.all().stream()
                .filter(o -> o.block >= block - 1 && o.isOpenToAll())
                .filter(those)
                .reduce((a, b) -> b);
    }

    /** "The eleven-page text foresees:": a paper that says what is to be, where the text has told of no proposal near. */
    private Optional<Offer> document() {
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
        return near(o -> true).or(() -> Optional.of(fresh(Proposal.Act.PLAN, line.span(last, last + 1), List.of())));
    }

    private Offer fresh(Proposal.Act act, Span trigger, List<Span> owner) {
        Offer offer = new Offer(act, trigger.of(line.reading().article().text()), trigger);
        owner.stream().findFirst().ifPresent(p -> offer.madeBy(offers.by(line, p)));
        return offers.added(offer, line);
    }
}
