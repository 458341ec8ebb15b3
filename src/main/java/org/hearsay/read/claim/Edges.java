package org.hearsay.read.claim;

import java.util.List;
import java.util.Set;
import org.hearsay.read.article.Span;

/**
 * Corrects where the encoder's cuts begin and end. People who mark texts do not agree whether "in a statement" belongs to
 * the cue, so it cuts there by chance; a source that ends in "who", a cue that ends in "the" and a content with a hole
 * in its clause are never meant.
 */
final class Edges {
    /** What tells when, where and to whom something was said; "about" and "with" are here because of "say", never "agree". */
    private static final Set<String> CIRCUMSTANCES = Set.of(
            "in", "at", "on", "of", "to", "via", "after", "about", "when", "during", "before", "from", "by", "through",
            "with");

    private Edges() {}

    static void correct(Draft draft) {
        cue(draft);
        draft.source.replaceAll(s -> withoutRelative(draft.line, s));
        fill(draft);
    }

    /** "said at a hearing": said; "also addressed the": also addressed. */
    private static void cue(Draft draft) {
        Line line = draft.line;
        Span cue = draft.cueSpans.get(0);
        int from = Speakers.indexAt(line, cue.start());
        int last = Speakers.indexAt(line, cue.end() - 1);
        int end = last + 1;
        for (int i = last - 1; i >= from; i--) {
            boolean says = line.tagged(i, "VERB") && line.lemma(i).equals("say");
            end = says && CIRCUMSTANCES.contains(line.word(i + 1)) ? i + 1 : end;
        }
        if (end - 1 > from && line.is(end - 1, "the", "a", "an")) {
            end--;
        }
        draft.cueSpans.set(0, end <= last ? line.span(from, end) : cue);
    }

    /** "Lages, a waitress at the Bear, which" is cut before the clause that does not follow; "those who" is all there is. */
    private static Span withoutRelative(Line line, Span source) {
        int from = Speakers.indexAt(line, source.start());
        int last = Speakers.indexAt(line, source.end() - 1);
        boolean relative = last > from && line.is(last, "who", "which", "that", "whose", "whom");
        int end = relative && line.is(last - 1, ",") ? last - 1 : last;
        return relative && end > from && line.tagged(end - 1, "NOUN", "PROPN", "NUM") ? line.span(from, end) : source;
    }

    /** Two pieces of one sentence with neither cue nor source nor quotation mark between them are one. */
    private static void fill(Draft draft) {
        Span sentence = draft.line.sentence().span();
        for (int i = draft.content.size() - 1; i > 0; i--) {
            Span first = draft.content.get(i - 1);
            Span second = draft.content.get(i);
            if (first.end() < second.start() && sentence.contains(Spans.cover(first, second))) {
                Span hole = new Span(first.end(), second.start());
                boolean free = draft.cueSpans.stream().noneMatch(hole::overlaps)
                        && draft.source.stream().noneMatch(hole::overlaps)
                        && draft.line.quotes().at(first.end() - 1).isEmpty()
                        && draft.line.quotes().at(second.start()).isEmpty();
                if (free) {
                    draft.content.set(i - 1, Spans.cover(first, second));
                    draft.content.remove(i);
                }
            }
        }
    }

    /** "called for a review and said that …": what is behind the "and" belongs to the second cue of the same source. */
    static void partJoined(List<Draft> drafts) {
        for (Draft draft : drafts) {
            for (Draft next : drafts) {
                if (next.line == draft.line && joined(draft, next)) {
                    endBefore(
                            draft,
                            Speakers.indexAt(draft.line, next.cueSpans.get(0).start()));
                }
            }
        }
    }

    private static boolean joined(Draft draft, Draft next) {
        boolean same = !draft.source.isEmpty()
                && !next.source.isEmpty()
                && draft.source.get(0).equals(next.source.get(0));
        return same
                && !draft.content.isEmpty()
                && draft.quotation != Quotation.DIRECT
                && draft.cueSpans.get(0).end() < next.cueSpans.get(0).start()
                && draft.content.get(draft.content.size() - 1).contains(next.cueSpans.get(0));
    }

    private static void endBefore(Draft draft, int cue) {
        Line line = draft.line;
        int and = cue - 1;
        while (line.tagged(and, "ADV")) {
            and--;
        }
        int end = line.is(and - 1, ",") ? and - 1 : and;
        int last = draft.content.size() - 1;
        int first = Speakers.indexAt(line, draft.content.get(last).start());
        if (line.is(and, "and", "but", "then") && end > first) {
            draft.content.set(last, line.span(first, end));
        }
    }
}
