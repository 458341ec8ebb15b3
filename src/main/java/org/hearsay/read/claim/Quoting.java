package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;

/** Corrects what the encoder cut by the quotation marks of its block: the content of a direct quotation is the quotation. */
final class Quoting {
    private final Lines lines;
    private final Quotes quotes;

    Quoting(Lines lines, int block) {
        this.lines = lines;
        this.quotes = lines.quotes(block);
    }

    /** Cuts the contents at their quotations, and says how the words are reported. */
    void correct(Draft draft) {
        Span cue = draft.cueSpans.get(0);
        List<Span> content = new ArrayList<>();
        boolean any = false;
        boolean all = true;
        for (Span span : draft.content) {
            Optional<Quotes.Quote> whole = whole(span, cue);
            boolean quoted = touches(span, cue);
            any |= quoted;
            all &= whole.isPresent();
            Span next =
                    whole.flatMap(q -> Spans.trimmed(lines.text(), q.inner())).orElseGet(() -> closed(span, cue));
            boolean again =
                    !content.isEmpty() && content.get(content.size() - 1).overlaps(next);
            if (again) {
                content.set(content.size() - 1, Spans.cover(content.get(content.size() - 1), next));
            } else {
                content.add(next);
            }
        }
        draft.content.clear();
        draft.content.addAll(content);
        draft.quotation = !content.isEmpty() && all ? Quotation.DIRECT : any ? Quotation.MIXED : Quotation.INDIRECT;
    }

    /** The quotation of which {@code span} is the words, or their beginning; none where the cue is quoted too. */
    private Optional<Quotes.Quote> whole(Span span, Span cue) {
        return quotes.at(span.start())
                .or(() -> quotes.at(span.start() + 1))
                .filter(q -> !q.outer().overlaps(cue))
                .filter(q -> span.end() <= q.outer().end() + 1)
                .filter(q -> span.start() <= q.inner().start() + 1
                        || 2 * span.length() >= q.inner().length());
    }

    private boolean touches(Span span, Span cue) {
        return quotes.all().stream()
                .anyMatch(q -> q.outer().overlaps(span) && !q.outer().overlaps(cue));
    }

    /** To the closing mark of the quotation that its end stands in, where that opens inside. */
    private Span closed(Span span, Span cue) {
        return quotes.at(span.end() - 1)
                .filter(q -> q.closed()
                        && !q.outer().overlaps(cue)
                        && q.outer().start() >= span.start()
                        && q.outer().end() > span.end())
                .map(q -> new Span(span.start(), q.outer().end()))
                .orElse(span);
    }
}
