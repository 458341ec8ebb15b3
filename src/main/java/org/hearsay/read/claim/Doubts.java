package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.hearsay.read.article.Span;

/**
 * What the encoder marks and what is no report to us: acts ("rejected a request"), the writer's own "I believe", "did not
 * say whether", and what says no more than the report inside it ("Smith says that Weil told her"). The people from whose
 * marks it learned keep more than half of them. They are set aside while claims are found, so that they change none, and
 * given at the end as claims of so little confidence that no page or letter shows them ({@link Claim#doubtful}): whoever
 * takes all claims out may want them.
 */
final class Doubts {
    /** Of those that are less sure, fewer than half are marked (24 articles that the encoder has not seen). */
    private static final double LEAST = 0.55;

    /** How the rule of one ends. */
    static final String RULE = ", doubtful";

    private final List<Draft> kept = new ArrayList<>();

    /** Takes those out of {@code drafts} of which {@code no} is true. */
    void takeOut(List<Draft> drafts, Predicate<Draft> no) {
        List<Draft> taken = drafts.stream().filter(no).toList();
        drafts.removeAll(taken);
        keep(taken);
    }

    void keep(Collection<Draft> drafts) {
        for (Draft draft : drafts) {
            boolean whole = !draft.content.isEmpty()
                    && !draft.cueSpans.isEmpty()
                    && (!draft.source.isEmpty() || draft.quotation != Quotation.INDIRECT);
            boolean marked = draft.rule.startsWith(TaggedReports.RULE) && draft.confidence >= LEAST;
            if (whole && marked && !labelled(draft)) {
                kept.add(draft);
            }
        }
    }

    /** "Q: What is it?": a colon stands for the cue. */
    private static boolean labelled(Draft draft) {
        return draft.line.is(Speakers.indexAt(draft.line, draft.cueSpans.get(0).start()), ":");
    }

    /** Those that were kept, cut; nobody is named for what he may not have said. */
    List<Draft> told(Dressing dressing) {
        kept.sort(RuleReports.IN_ORDER);
        for (Draft draft : kept) {
            dressing.dress(draft);
            Trimming.trim(draft);
            draft.voices =
                    List.of(new Voice.Outlet(draft.line.reading().article().outlet()), voice(draft));
            draft.confidence *= Claim.DOUBTFUL;
            draft.proposal = -1;
            draft.rule += RULE;
            draft.mended = "";
        }
        kept.removeIf(Trimming::saysNothing);
        return kept;
    }

    private static Voice voice(Draft draft) {
        if (draft.source.isEmpty()) {
            return new Voice.Unnamed("", draft.cueSpans.get(0));
        }
        Span source = draft.source.get(0);
        return new Voice.Unresolved(draft.line.words(source), source);
    }
}
