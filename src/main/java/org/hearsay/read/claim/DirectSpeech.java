package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Cue.Frame;
import org.hearsay.read.claim.VerbReports.How;
import org.hearsay.read.claim.VerbReports.Said;

/** The quotation that stands before or behind a cue: the content of a direct quotation is the quotation itself. */
final class DirectSpeech {
    private final Line line;
    private final List<Said> saids;
    private final Contents contents;

    DirectSpeech(Line line, List<Said> saids, Contents contents) {
        this.line = line;
        this.saids = saids;
        this.contents = contents;
    }

    /** Direct speech beside the cue. */
    Optional<Draft> quoted(int k) {
        Said said = saids.get(k);
        if (!said.cue().takes(Frame.QUOTE) && !said.cue().takes(Frame.CLAUSE) || said.negated()) {
            return Optional.empty();
        }
        int first = said.how() == How.INVERTED ? said.group() : said.from();
        Optional<Quotes.Quote> before = said.how() == How.PARTICIPLE || said.how() == How.SHARED
                ? Optional.empty()
                : quoteBefore(line, line.start(first));
        int last = said.how() == How.INVERTED ? said.to() : said.end();
        Optional<Quotes.Quote> after = quoteAfter(last, said);
        if (before.isPresent()
                && (!speech(before.get(), true)
                        || first == 0 && line.words(before.get().inner()).endsWith("."))) {
            before = Optional.empty();
        }
        if (after.isPresent() && !speech(after.get(), before.isPresent())) {
            after = Optional.empty();
        }
        if (before.isEmpty() && after.isEmpty()) {
            return Optional.empty();
        }
        Draft draft = new Draft(line, "direct speech", 0.9);
        draft.quotation = Quotation.DIRECT;
        if (before.isPresent()) {
            int opened = before.get().outer().start();
            int start = line.start(line.body());
            String ahead = line.reading()
                    .article()
                    .text()
                    .substring(start, Math.max(start, opened))
                    .strip();
            boolean stopped = ahead.endsWith(".") || ahead.endsWith("!") || ahead.endsWith("?") || ahead.endsWith(":");
            // "The plan is “a joke”, he said": words of the clause before the quotation belong to it.
            boolean mixed = opened > start && !stopped && contents.hasVerb(start, opened);
            if (mixed) {
                draft.quotation = Quotation.MIXED;
                Spans.trimmed(
                                line.reading().article().text(),
                                new Span(start, before.get().outer().end()))
                        .ifPresent(draft.content::add);
            } else {
                Spans.trimmed(line.reading().article().text(), before.get().inner())
                        .ifPresent(draft.content::add);
            }
        }
        if (after.isPresent()) {
            boolean whole = endsSentence(after.get());
            Span inner = after.get().inner();
            if (!whole && before.isEmpty()) {
                int end = contents.end(k, said.end());
                int from = after.get().outer().start();
                if (end > said.end()
                        && line.end(end - 1) > after.get().outer().end()
                        && contents.hasVerb(after.get().outer().end(), line.end(end - 1))) {
                    draft.quotation = Quotation.MIXED;
                    inner = new Span(from, line.end(end - 1));
                }
            }
            Spans.trimmed(line.reading().article().text(), inner).ifPresent(draft.content::add);
        }
        return Optional.of(draft);
    }

    private boolean endsSentence(Quotes.Quote quote) {
        String rest = quote.outer().end() >= line.sentence().span().end()
                ? ""
                : line.words(
                        new Span(quote.outer().end(), line.sentence().span().end()));
        return rest.isBlank() || rest.strip().length() <= 1;
    }

    /** Two words in quotation marks are a term, unless the cue stands right behind them. */
    private boolean speech(Quotes.Quote quote, boolean beside) {
        String words = line.words(quote.inner());
        return beside || words.indexOf(' ') != words.lastIndexOf(' ');
    }

    /** The quotation that ends right before {@code offset}, but for a comma. */
    static Optional<Quotes.Quote> quoteBefore(Line line, int offset) {
        String text = line.reading().article().text();
        int at = offset - 1;
        int floor = Math.max(0, offset - 4);
        while (at >= floor
                && (Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '\n'
                        || ",\u2014\u2013-".indexOf(text.charAt(at)) >= 0)) {
            at--;
        }
        return at < 0
                ? Optional.empty()
                : line.quotes().at(at).filter(q -> q.closed() && q.outer().end() <= offset);
    }

    /** The quotation that begins behind token {@code last}, over a few words that are no clause ("in a statement on Monday"). */
    private Optional<Quotes.Quote> quoteAfter(int last, Said said) {
        int ceiling = Math.min(line.size(), last + (said.how() == How.INVERTED ? 8 : 14));
        for (int i = last; i < ceiling; i++) {
            Optional<Quotes.Quote> quote = line.quote(i);
            if (quote.isPresent()) {
                boolean right = i == last
                        || line.is(i - 1, ",", ":", "\u2014", "\u2013", "that")
                        || said.cue().takes(Frame.TOLD)
                        || line.is(i - 1, ".");
                return right ? quote : Optional.empty();
            }
            if (anotherCue(i, said)) {
                return Optional.empty();
            }
            if (line.verbal(i) && !line.word(i).endsWith("ing") || line.is(i, "that", ";") && !line.quoteMark(i + 1)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean anotherCue(int i, Said said) {
        return saids.stream().anyMatch(s -> s != said && s.verb() == i);
    }
}
