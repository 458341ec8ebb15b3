package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;

/**
 * A list belongs to its lead-in: each item inherits the line's voices, cue and stance, and becomes a term where the line
 * speaks of a proposal.
 */
final class Listed {
    private final Lines lines;
    private final Lexicon lexicon;
    private final Stances stances;
    private final Terms terms;

    Listed(Lines lines, Lexicon lexicon, Stances stances, Terms terms) {
        this.lines = lines;
        this.lexicon = lexicon;
        this.stances = stances;
        this.terms = terms;
    }

    /**
     * @param here the drafts of the lead-in
     * @param items gets a draft for each item
     * @param gone gets the drafts that were nothing but the lead-in
     */
    void read(Line line, List<Draft> here, List<Offer> offers, List<Draft> items, List<Draft> gone) {
        List<Line> list = itemsOf(line);
        if (list.isEmpty()) {
            return;
        }
        Optional<Draft> told = here.stream()
                .filter(d -> !d.cueSpans.isEmpty()
                        && !d.source.isEmpty()
                        && (d.content.isEmpty() || d.reach().end() >= line.end(Math.max(0, line.size() - 2))))
                .findFirst();
        boolean obliges = line.is(line.size() - 2, "must", "shall", "will", "would", "receive", "get");
        Optional<Offer> own = offer(line, told, offers).filter(o -> !o.latent);
        boolean other = own.isEmpty() && (obliges || following(line));
        Optional<Offer> offer = other ? near(line, offers) : own;
        boolean nobody = obliges && offer.isPresent(); // "Fishers who accept must:" is nobody's word
        Optional<Draft> lead = nobody ? Optional.empty() : told;
        if (lead.isEmpty() && offer.isEmpty()) {
            return;
        }
        for (Draft draft : here) {
            if (lead.isPresent() && draft == lead.get() || draft.rule.startsWith("own")) {
                gone.add(draft);
            }
        }
        for (Line item : list) {
            Optional<Span> span = Spans.trimmed(lines.text(), item.sentence().span());
            if (span.isEmpty()) {
                continue;
            }
            Draft draft = new Draft(item, offer.isPresent() ? "term of a list" : "item of a report", 0.85);
            draft.content.add(span.get());
            lead.ifPresentOrElse(
                    from -> {
                        draft.source.addAll(from.source);
                        draft.cueSpans.addAll(from.cueSpans);
                        draft.voices = from.voices;
                        draft.stance = from.stance;
                        draft.pastCue = from.pastCue;
                        draft.denied = from.denied;
                    },
                    () -> {
                        draft.quotation = Quotation.NONE;
                        draft.voices = List.of(
                                new Voice.Outlet(lines.reading().article().outlet()));
                    });
            if (offer.isPresent()) {
                draft.stance = Optional.of(Stances.stronger(draft.stance.orElse(Stance.ASSERTED), Stance.PROPOSED));
                draft.proposal = offers.indexOf(offer.get());
                offer.get().block = item.sentence().block();
                offer.get().add(terms.of(item, span.get(), offer.get().act));
                lead.flatMap(d -> d.source.stream().findFirst())
                        .ifPresent(
                                s -> offer.get().reporter = offer.get().reporter.or(() -> Optional.of(s)));
            }
            items.add(draft);
        }
    }

    /** The proposal whose terms the line announces; a new one where the text has not spoken of it before. */
    private Optional<Offer> offer(Line line, Optional<Draft> lead, List<Offer> offers) {
        Stance stance = stances.of(line, line.sentence().span(), true);
        if (line.is(0, "if", "should", "when", "as") || stance == Stance.ASKED) {
            return Optional.empty();
        }
        int last = line.size() - 2;
        int noun = -1;
        for (int i = 0; i <= last; i++) {
            boolean verb = line.is(i, "offers") && Phrases.opens(line, i + 1); // "gaming offers advantages, including:"
            if (line.tagged(i, "NOUN", "PROPN")
                    && !verb
                    && lexicon.actOfNoun(line.lemma(i)).isPresent()) {
                noun = i;
            }
        }
        boolean holds = lexicon.holdsTerms(line.lemma(last))
                || lexicon.holdsTerms(line.lemma(last - 1))
                || line.is(last, "following", "are", "is", "were", "was", "will", "would");
        boolean announced = false;
        for (int i = Math.max(0, last - 3); i <= last; i++) {
            announced |= line.tagged(i, "NOUN") && lexicon.isTermWord(line.lemma(i));
        }
        if (noun < 0) {
            Optional<Proposal.Act> act = lead.flatMap(d -> d.cue).flatMap(c -> lexicon.actOfVerb(c.lemma()));
            int verb = lead.map(d -> Speakers.indexAt(line, d.cueSpans.get(0).end() - 1))
                    .orElse(-1);
            boolean sold = line.is(verb, "offers", "offer") && verb < last; // "offers three sizes:" has them on sale
            if (act.isPresent() && lead.isPresent() && !sold) {
                Optional<Offer> known = offers.stream()
                        .filter(o -> o.trigger.equals(lead.get().cueSpans.get(0)))
                        .findFirst();
                return known.or(() ->
                        Optional.of(fresh(act.get(), lead.get().cueSpans.get(0), lead.get().source, line, offers)));
            }
            boolean its = line.is(0, "the", "its", "their", "his", "her")
                    || line.is(0, "under", "among") && line.is(1, "its", "the", "their");
            if (announced && its && !offers.isEmpty()) {
                return Optional.of(offers.get(offers.size() - 1));
            }
            return document(line, last, offers);
        }
        if (!holds && !announced) {
            return Optional.empty();
        }
        Span trigger = line.span(noun, noun + 1);
        Optional<Offer> known =
                offers.stream().filter(o -> o.trigger.equals(trigger)).findFirst();
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
        for (int k = offers.size() - 1; k >= 0; k--) {
            Offer offer = offers.get(k);
            boolean same = words.isEmpty() || offer.proposerWords.stream().anyMatch(words::contains);
            if (same) {
                return Optional.of(offer);
            }
        }
        Proposal.Act act = lexicon.actOfNoun(line.lemma(noun)).orElseThrow();
        return Optional.of(fresh(act, trigger, owner, line, offers));
    }

    /** "… on the following conditions": of whatever is offered there. */
    private boolean following(Line line) {
        int last = line.size() - 2;
        return line.is(last - 1, "following", "these", "conditions", "terms") && lexicon.isTermWord(line.lemma(last));
    }

    /** The proposal that this paragraph or the one before speaks of. */
    private static Optional<Offer> near(Line line, List<Offer> offers) {
        int block = line.sentence().block();
        return offers.stream()
                .filter(o -> o.block >= block - 1 && o.isOpenToAll() && !o.latent)
                .reduce((a, b) -> b);
    }

    /** "The eleven-page text foresees:": a paper that says what is to be, where the text has told of no proposal near. */
    private Optional<Offer> document(Line line, int last, List<Offer> offers) {
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
        int block = line.sentence().block();
        Optional<Offer> near = offers.stream()
                .filter(o -> o.block >= block - 1 && o.isOpenToAll())
                .reduce((a, b) -> b);
        return near.or(() -> Optional.of(fresh(Proposal.Act.PLAN, line.span(last, last + 1), List.of(), line, offers)));
    }

    private static Offer fresh(Proposal.Act act, Span trigger, List<Span> owner, Line line, List<Offer> offers) {
        Offer offer = new Offer(act, trigger.of(line.reading().article().text()), trigger);
        owner.stream().findFirst().ifPresent(p -> {
            offer.proposer = Optional.of(p);
            offer.proposerWords.addAll(Offers.nounsOf(line, p));
        });
        offers.add(offer);
        return offer;
    }

    /** The first line of each item that names this block as its lead-in. */
    private List<Line> itemsOf(Line line) {
        Span lead = lines.block(line.sentence().block()).span();
        List<Line> list = new ArrayList<>();
        for (int b = line.sentence().block() + 1; b < lines.blocks(); b++) {
            if (!(lines.block(b) instanceof Block.Item item)
                    || !item.leadIn().map(lead::equals).orElse(false)) {
                break;
            }
            list.addAll(lines.ofBlock(b).stream().limit(1).toList());
        }
        return list;
    }
}
