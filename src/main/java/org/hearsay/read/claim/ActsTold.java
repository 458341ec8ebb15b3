package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;

/**
 * Acts that look like reports: "The court ordered a review" gives none of the court's words, the outlet says that it was so ordered.
 * They are reports as long as proposals and the items of lists are looked for, and the outlet's claims then.
 */
final class ActsTold {
    /** Of the reports with a smaller share nearly four of five are acts ({@code hearsay train reports} prints the figures). */
    private static final double SAID = 0.5;

    /** From these odds of the network's on the outlet tells even what a rule takes for said: "did not dispute the account". */
    private static final double CLEARLY_TOLD = -1;

    private final Lexicon lexicon;
    private final ReportSigns signs;
    private final StatementModel model;
    private final Opinion opinion;

    ActsTold(Lines lines, Lexicon lexicon, StatementModel model) {
        this.lexicon = lexicon;
        this.signs = new ReportSigns(lines, lexicon);
        this.model = model;
        this.opinion = new Opinion(lines.reading());
    }

    /**
     * Marks those that tell an act. A question and what stands in quotation marks somebody has said; what "was not ruled out", too,
     * unless the network is sure that the outlet tells it.
     */
    void mark(List<Draft> drafts) {
        for (Draft draft : drafts) {
            double odds = opinion.reported(draft.content);
            draft.act = whole(draft)
                    && !draft.stance.equals(Optional.of(Stance.ASKED))
                    && (odds < CLEARLY_TOLD || !draft.softened && !denies(draft))
                    && draft.quotation != Quotation.DIRECT
                    && draft.line.sentence().span().contains(draft.reach())
                    && model.share(signs.of(draft), odds) < SAID;
        }
    }

    /** "dismissed claims that", "rejected the accusations": that it is not so. */
    private boolean denies(Draft draft) {
        Line line = draft.line;
        int head = Phrases.baseEndOf(
                        line, Speakers.indexAt(line, draft.content.get(0).start()))
                - 1;
        return draft.denied && head >= 0 && lexicon.noun(line.lemma(head)).isPresent();
    }

    static boolean whole(Draft draft) {
        return !draft.content.isEmpty() && !draft.cueSpans.isEmpty() && draft.line.size() > 0;
    }

    /**
     * Makes them the outlet's own, and the items that they lead in too, but what is offered in a list stays with who offers it;
     * as reports they are left to the doubts.
     *
     * @param drafts in text order
     */
    static void hand(List<Draft> drafts, Voice outlet, Doubts doubts) {
        List<Draft> acts = drafts.stream()
                .filter(d -> d.act && !d.rule.equals(Listed.TERM) && !d.cueSpans.isEmpty() && d.inside.isEmpty())
                .toList();
        for (int i = 0; i < acts.size(); i++) {
            Draft act = acts.get(i);
            boolean item = !act.line.sentence().span().contains(act.cueSpans.get(0)); // its lead-in acts
            if (!item) {
                doubts.keep(List.of(act.copy()));
                Span clause = clause(acts, i);
                act.content.clear();
                act.content.add(clause);
                act.stance =
                        ReportSigns.past(act) ? Optional.empty() : act.stance; // offered is offered, and wanted is open
            }
            act.cue = Optional.empty();
            act.pastCue = false;
            own(act, List.of(outlet), "own act, " + act.rule);
        }
    }

    /** Makes of a report whose content is its whole clause what others than its source tell. */
    static void own(Draft draft, List<Voice> voices, String rule) {
        draft.source.clear();
        draft.cueSpans.clear();
        draft.voices = voices;
        draft.quotation = Quotation.NONE;
        draft.denied = false;
        draft.object = false;
        draft.rule = rule;
        draft.mended = "";
    }

    /** From who acts, or from the verb where another act of the same actor stands before it, to the end of what is done. */
    private static Span clause(List<Draft> acts, int index) {
        Draft act = acts.get(index);
        Span verb = Spans.cover(act.cueSpans.get(0), act.reach());
        Span clause = verb;
        for (Span source : act.source) {
            clause = Spans.cover(source, clause);
        }
        int from = index;
        while (from > 0 && acts.get(from - 1).line == act.line) {
            from--;
        }
        for (int k = from; k < acts.size() && acts.get(k).line == act.line; k++) {
            List<Span> cue = acts.get(k).cueSpans;
            if (k != index && !cue.isEmpty() && clause.contains(cue.get(0)) && !verb.contains(cue.get(0))) {
                return verb;
            }
        }
        return clause;
    }
}
