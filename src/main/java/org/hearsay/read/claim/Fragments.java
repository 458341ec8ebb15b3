package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;

/**
 * Reports whose content is a mere thing ("offered 15-year contracts"). The thing says nothing by itself: where the act
 * is one that others could tell otherwise, the whole clause becomes a claim of whoever tells it; else there is none.
 */
final class Fragments {
    private Fragments() {}

    /** @return those that are no claims, which {@code drafts} have no more */
    static List<Draft> mend(List<Draft> drafts, Lexicon lexicon) {
        List<Draft> gone = new ArrayList<>();
        for (Draft draft : drafts) {
            if (!draft.object || draft.content.size() != 1 || draft.source.isEmpty()) {
                continue;
            }
            if (turnsDown(draft, lexicon) && ordered(draft) && draft.inside.isEmpty()) {
                whole(draft);
                continue;
            }
            if (says(draft)) {
                continue;
            }
            Optional<Draft> outer = draft.inside.filter(o -> !o.content.isEmpty());
            if (outer.isPresent()) {
                if (outer.get().proposal < 0) {
                    outer.get().proposal = draft.proposal;
                }
                gone.add(draft);
            } else if (acts(draft) && draft.voices.size() > 1 && told(draft)) {
                whole(draft);
            } else {
                gone.add(draft);
            }
        }
        drafts.removeAll(gone);
        return gone;
    }

    /** "rejected the offer" is what somebody did; "rejected the accusations" is what he says. */
    private static boolean turnsDown(Draft draft, Lexicon lexicon) {
        boolean rejects = draft.cue
                .filter(c -> c.lemma().equals("reject")
                        || c.lemma().equals("dismiss")
                        || c.lemma().equals("oppose"))
                .isPresent();
        if (!rejects || draft.softened) {
            return false;
        }
        int from = Speakers.indexAt(draft.line, draft.content.get(0).start());
        int head = Phrases.baseEndOf(draft.line, from) - 1;
        return head >= from && lexicon.actOfNoun(draft.line.lemma(head)).isPresent() && !draft.line.is(head + 1, "as");
    }

    /** An opinion of a thing and a denial of it say something; so does a content with a verb or a quotation in it. */
    private static boolean says(Draft draft) {
        Cue.Kind kind = draft.cue.map(Cue::kind).orElse(Cue.Kind.SPEECH);
        if (kind == Cue.Kind.SPEECH
                || kind == Cue.Kind.DENIAL
                || kind == Cue.Kind.DEMAND
                || kind == Cue.Kind.QUESTION
                || draft.quotation != Quotation.INDIRECT) {
            return true;
        }
        Line line = draft.line;
        Span content = draft.content.get(0);
        for (int i = Speakers.indexAt(line, content.start()); i < line.size() && line.start(i) < content.end(); i++) {
            boolean to = line.is(i, "to") && (kind == Cue.Kind.FORECAST || kind == Cue.Kind.INTENTION);
            if (to || line.verbal(i) && !line.word(i).endsWith("ed")) {
                return true;
            }
        }
        return kind == Cue.Kind.THOUGHT;
    }

    private static boolean acts(Draft draft) {
        return draft.cue
                .map(Cue::kind)
                .filter(k -> k == Cue.Kind.OFFER || k == Cue.Kind.PLEDGE || k == Cue.Kind.THREAT)
                .isPresent();
    }

    /** Source, cue and content in one row, so that the clause can be shown as it stands. */
    private static boolean told(Draft draft) {
        return row(draft) && !(draft.voices.get(draft.voices.size() - 1) instanceof Voice.Unresolved);
    }

    private static boolean ordered(Draft draft) {
        Span cue = draft.cueSpans.get(0);
        return draft.source.get(0).end() <= cue.start()
                && cue.end() <= draft.content.get(0).start();
    }

    private static boolean row(Draft draft) {
        Span source = draft.source.get(0);
        Span cue = draft.cueSpans.get(0);
        boolean row = source.end() <= cue.start()
                && cue.start() - source.end() <= 2
                && cue.end() <= draft.content.get(0).start();
        return row;
    }

    private static void whole(Draft draft) {
        Span content = Spans.cover(draft.source.get(0), draft.content.get(0));
        draft.content.set(0, content);
        ActsTold.own(draft, draft.voices.subList(0, draft.voices.size() - 1), "own act");
    }
}
