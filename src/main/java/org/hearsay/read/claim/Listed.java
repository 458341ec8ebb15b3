package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final Parties parties;

    Listed(Lines lines, Lexicon lexicon, Stances stances, Terms terms, Parties parties) {
        this.parties = parties;
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
    void read(Line line, List<Draft> here, Offers offers, List<Draft> items, List<Draft> gone) {
        List<Line> list = itemsOf(line);
        if (list.isEmpty()) {
            return;
        }
        Optional<Draft> told = here.stream()
                .filter(d -> !d.cueSpans.isEmpty()
                        && !d.source.isEmpty()
                        && (d.content.isEmpty() || d.reach().end() >= line.end(Math.max(0, line.size() - 2))))
                .findFirst();
        LeadIn leadIn = new LeadIn(line, lexicon, stances, parties);
        Optional<Offer> offer = leadIn.offer(told, offers);
        boolean nobody = leadIn.obliges() && offer.isPresent(); // "Fishers who accept must:" is nobody's word
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
            Optional<Span> span = Spans.unquoted(lines.text(), item.sentence().span());
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
                draft.proposal = offers.all().indexOf(offer.get());
                offer.get().block = item.sentence().block();
                offer.get()
                        .add(leadIn.kind()
                                .map(kind -> terms.of(item, span.get(), kind))
                                .orElseGet(() -> terms.of(item, span.get(), offer.get().act)));
                lead.flatMap(d -> d.source.stream().findFirst())
                        .ifPresent(
                                s -> offer.get().reporter = offer.get().reporter.or(() -> Optional.of(s)));
            }
            items.add(draft);
        }
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
