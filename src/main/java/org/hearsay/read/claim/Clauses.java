package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;

/**
 * "said that the bridge was safe and that the road might close": a second "that" opens a second claim of the same voice,
 * with a stance of its own.
 */
final class Clauses {
    private Clauses() {}

    /** @param drafts with their voices; grows */
    static void part(List<Draft> drafts) {
        for (Draft draft : List.copyOf(drafts)) {
            Optional<Draft> rest = rest(draft);
            while (rest.isPresent()) {
                drafts.add(drafts.indexOf(draft) + 1, rest.get());
                rest = rest(draft);
            }
        }
    }

    /** Cuts the last "and that" off. */
    private static Optional<Draft> rest(Draft draft) {
        boolean plain = draft.content.size() == 1
                && draft.quotation != Quotation.DIRECT
                && !draft.object
                && draft.cue
                        .filter(c -> c.kind() == Cue.Kind.SPEECH || c.kind() == Cue.Kind.THOUGHT)
                        .isPresent();
        if (!plain || !draft.line.sentence().span().contains(draft.content.get(0))) {
            return Optional.empty();
        }
        Line line = draft.line;
        Span content = draft.content.get(0);
        int from = Speakers.indexAt(line, content.start());
        int to = Speakers.indexAt(line, content.end() - 1) + 1;
        for (int i = to - 4; i > from + 3; i--) {
            boolean that = line.is(i, "that") && line.is(i - 1, "and", "but") && !line.quoted(i);
            if (that && verb(line, from, i - 1) && verb(line, i + 1, to)) {
                int end = line.is(i - 2, ",") ? i - 2 : i - 1;
                draft.content.set(0, line.span(from, end));
                return Optional.of(like(draft, new Span(line.start(i), content.end())));
            }
        }
        return Optional.empty();
    }

    private static boolean verb(Line line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (line.verbal(i) && !line.is(i - 1, "to")) {
                return true;
            }
        }
        return false;
    }

    private static Draft like(Draft draft, Span content) {
        Draft other = draft.copy();
        other.rule += ", and that";
        other.content.clear();
        other.content.add(content);
        return other;
    }
}
