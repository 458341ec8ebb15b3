package org.hearsay.read.claim;

import java.util.List;
import org.hearsay.read.article.Span;

/** How surely each claim of an article is said, and whether it is denied: rules tell it, a model corrects them. */
final class StanceJudge {
    private final Lines lines;
    private final Lexicon lexicon;
    private final Stances stances;
    private final List<Proposal> proposals;
    private final StanceSigns signs;

    StanceJudge(Lines lines, Lexicon lexicon, Stances stances, List<Proposal> proposals) {
        this.lines = lines;
        this.lexicon = lexicon;
        this.stances = stances;
        this.proposals = proposals;
        this.signs = new StanceSigns(lines, lexicon, proposals);
    }

    /** What the rules tell, with what speaks for and against it. */
    StanceCase read(Draft draft) {
        ListMood mood = ListMood.of(draft.line, lines, lexicon);
        Stance stance = stance(draft, mood);
        boolean denied = denied(draft);
        ClaimWords words = new ClaimWords(draft, lines);
        return new StanceCase(
                draft.content,
                draft.cueSpans,
                stance,
                denied,
                signs.of(draft, words, mood, stance, denied),
                DenialSigns.of(draft, words, stance, denied));
    }

    private boolean denied(Draft draft) {
        boolean asks = draft.cue.filter(c -> c.kind() == Cue.Kind.QUESTION).isPresent();
        return draft.denied
                || !asks && Negation.of(lines.at(draft.line, main(draft).start()), main(draft));
    }

    /** "He said newborns would be spared": what is told of a proposal's terms comes only if it does. */
    private Stance stance(Draft draft, ListMood mood) {
        Stance stance = stances.of(draft, lines);
        if (stance != Stance.ASKED && mood.proposes(!proposals.isEmpty())) {
            return Stance.PROPOSED;
        }
        boolean would = stance == Stance.FORECAST
                && draft.content.stream()
                        .anyMatch(s -> lines.reading().article().words(s).contains(" would "));
        return would && tellsTerm(draft) ? Stance.CONDITIONAL : stance;
    }

    private boolean tellsTerm(Draft draft) {
        return proposals.stream()
                .flatMap(p -> p.terms().stream())
                .flatMap(t -> t.spans().stream())
                .anyMatch(t -> draft.content.stream().anyMatch(t::overlaps));
    }

    /** The piece with the main clause: in "If they do not, he said, the state will" it is the second. */
    private static Span main(Draft draft) {
        Span first = draft.content.get(0);
        int at = Speakers.indexAt(draft.line, first.start());
        boolean fronted = draft.content.size() > 1
                && draft.quotation != Quotation.DIRECT
                && draft.line.is(at, "if", "unless", "should", "when", "without");
        return fronted ? draft.content.get(1) : first;
    }
}
