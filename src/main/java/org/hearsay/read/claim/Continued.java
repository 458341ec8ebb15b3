package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;

/**
 * Direct speech that goes on: over the sentences of its paragraph, over a quotation left open at a paragraph's end, and
 * from "Smith continued:" into the next paragraph.
 */
final class Continued {
    /** No sentence and the next have more reports than this; more are not looked at. */
    private static final int NEAR = 40;

    /** Fewer quoted characters at a clause's end are a word of somebody's and no speech that goes on. */
    private static final int SAYING = 25;

    /** A speech is longer, but by then it is told whose it is. */
    private static final int MOST_PARAGRAPHS = 3;

    private final Lines lines;

    Continued(Lines lines) {
        this.lines = lines;
    }

    /** Gives each direct report the quotations that follow it without a speaker of their own. */
    void extend(List<Draft> drafts) {
        for (int d = 0; d < drafts.size(); d++) {
            Draft draft = drafts.get(d);
            if (draft.content.isEmpty() && opensNextBlock(draft)) {
                opened(draft);
            }
            if (draft.quotation != Quotation.DIRECT && !endsInQuote(draft)) {
                Optional<Draft> said =
                        behind(draft, drafts.subList(Math.max(0, d - NEAR), Math.min(drafts.size(), d + NEAR)));
                if (said.isPresent()) {
                    drafts.add(d + 1, said.get());
                }
            }
            boolean speech = draft.quotation == Quotation.DIRECT || endsInQuote(draft);
            if (!speech || draft.content.isEmpty()) {
                continue;
            }
            goesOn(draft, drafts.subList(Math.max(0, d - NEAR), Math.min(drafts.size(), d + NEAR)));
            int limit = d + 1 < drafts.size() ? nextStart(drafts, d) : Integer.MAX_VALUE;
            extend(draft, limit);
        }
    }

    /** 'Smith said it was late. "Nobody told us."': the quotation that makes up the next sentence is the last speaker's. */
    private Optional<Draft> behind(Draft draft, List<Draft> near) {
        boolean says = draft.cue
                        .filter(c -> c.kind() == Cue.Kind.SPEECH || c.kind() == Cue.Kind.DENIAL)
                        .isPresent()
                && !draft.source.isEmpty()
                && draft.inside.isEmpty();
        int end = draft.line.sentence().span().end();
        int block = draft.line.sentence().block();
        boolean last = near.stream()
                .noneMatch(d -> d != draft
                        && d.line == draft.line
                        && d.inside.isEmpty()
                        && d.reach().start() > draft.reach().start());
        if (!says || !last) {
            return Optional.empty();
        }
        for (Quotes.Quote quote : lines.quotes(block).all()) {
            if (quote.outer().start() < end) {
                continue;
            }
            boolean follows = lines.text().substring(end, quote.outer().start()).isBlank()
                    && quote.closed()
                    && quote.inner().length() > 12
                    && standsAlone(quote, block);
            boolean taken = near.stream().anyMatch(d -> d.content.stream().anyMatch(c -> c.overlaps(quote.inner())));
            if (!follows || taken) {
                return Optional.empty();
            }
            Draft said = new Draft(draft.line, "quotation behind a report", 0.75);
            said.quotation = Quotation.DIRECT;
            said.source.addAll(draft.source);
            said.cueSpans.addAll(draft.cueSpans);
            said.cue = draft.cue.filter(c -> c.kind() == Cue.Kind.SPEECH);
            Spans.trimmed(lines.text(), quote.inner()).ifPresent(said.content::add);
            return said.content.isEmpty() ? Optional.empty() : Optional.of(said);
        }
        return Optional.empty();
    }

    private static int nextStart(List<Draft> drafts, int d) {
        int here = drafts.get(d).line.sentence().span().end();
        for (int n = d + 1; n < drafts.size(); n++) {
            if (drafts.get(n).line.sentence().span().start() >= here) {
                return drafts.get(n).reach().start();
            }
        }
        return Integer.MAX_VALUE;
    }

    private boolean endsInQuote(Draft draft) {
        if (draft.quotation != Quotation.MIXED) {
            return false;
        }
        Span last = draft.content.get(draft.content.size() - 1);
        return draft.line
                .quotes()
                .at(last.end() - 1)
                .filter(q -> q.inner().length() >= SAYING)
                .isPresent();
    }

    private void extend(Draft draft, int limit) {
        int block = draft.line.sentence().block();
        int at = Math.max(draft.line.sentence().span().end(), draft.reach().end());
        if (at > lines.block(block).span().end()) {
            return;
        }
        Quotes quotes = lines.quotes(block);
        Optional<Quotes.Quote> open = Optional.empty();
        for (Quotes.Quote quote : quotes.all()) {
            if (quote.outer().contains(draft.reach().end() - 1)) {
                at = Math.max(at, quote.outer().end());
                open = quote.closed() ? Optional.empty() : Optional.of(quote);
            }
            if (quote.outer().start() < at) {
                continue;
            }
            boolean follows = lines.text().substring(at, quote.outer().start()).isBlank();
            if (!follows || quote.inner().start() >= limit || !standsAlone(quote, block)) {
                return;
            }
            Spans.trimmed(lines.text(), quote.inner()).ifPresent(draft.content::add);
            at = quote.outer().end();
            open = quote.closed() ? Optional.empty() : Optional.of(quote);
        }
        if (open.isPresent()) {
            overParagraphs(draft, block + 1, limit);
        } else if (lines.text().substring(at, lines.block(block).span().end()).isBlank()) {
            wholeParagraphs(draft, block + 1, limit);
        }
    }

    /** '“It is late,” Smith said, pointing at the clock, “and we are tired.”': the rest of a sentence that a comma left open. */
    private void goesOn(Draft draft, List<Draft> near) {
        Span first = draft.content.get(0);
        int cue = draft.cueSpans.isEmpty() ? -1 : draft.cueSpans.get(0).end();
        if (draft.content.size() > 1 || cue < first.end() || !lines.text().startsWith(",", first.end())) {
            return;
        }
        Line line = draft.line;
        for (Quotes.Quote quote : lines.quotes(line.sentence().block()).all()) {
            if (quote.inner().start() < cue) {
                continue;
            }
            boolean same = line.sentence().span().contains(quote.inner().start()) && quote.closed();
            boolean taken = near.stream().anyMatch(d -> d.content.stream().anyMatch(c -> c.overlaps(quote.inner())));
            int to = Speakers.indexAt(line, quote.outer().start());
            boolean aside = line.is(to - 1, ",");
            for (int i = Speakers.indexAt(line, cue); i < to; i++) {
                aside &= !line.verbal(i) || line.word(i).endsWith("ing");
            }
            if (same && !taken && aside) {
                Spans.trimmed(lines.text(), quote.inner()).ifPresent(draft.content::add);
            }
            return;
        }
    }

    /** Whether the words end like a sentence and quote nobody else: "Legend of the Hills" between quotation marks heads a part. */
    private boolean sentence(Span inner) {
        String words = inner.of(lines.text());
        char last = words.charAt(words.length() - 1);
        return ".!?\u2026".indexOf(last) >= 0 && words.indexOf('\u201c') < 0 && words.indexOf('"') < 0;
    }

    /** Paragraphs that are quotations and nothing else go on with whoever ended the one before. */
    private void wholeParagraphs(Draft draft, int first, int limit) {
        for (int block = first; block < lines.blocks() && block < first + MOST_PARAGRAPHS; block++) {
            Span span = lines.block(block).span();
            List<Quotes.Quote> all = lines.quotes(block).all();
            boolean whole = lines.block(block) instanceof Block.Paragraph
                    && all.size() == 1
                    && all.get(0).closed()
                    && all.get(0).outer().equals(span)
                    && sentence(all.get(0).inner())
                    && span.start() < limit;
            if (!whole || draft.source.isEmpty()) {
                return;
            }
            Spans.trimmed(lines.text(), all.get(0).inner()).ifPresent(draft.content::add);
        }
    }

    /** A quotation left open goes on in the next paragraph, which opens it again. */
    private void overParagraphs(Draft draft, int first, int limit) {
        for (int block = first; block < lines.blocks(); block++) {
            Span span = lines.block(block).span();
            List<Quotes.Quote> all = lines.quotes(block).all();
            boolean again = lines.block(block) instanceof Block.Paragraph
                    && !all.isEmpty()
                    && all.get(0).outer().start() == span.start()
                    && span.start() < limit
                    && !Transcript.labelled(all.get(0).inner().of(lines.text()));
            if (!again || !standsAlone(all.get(0), block)) {
                return;
            }
            Spans.trimmed(lines.text(), all.get(0).inner()).ifPresent(draft.content::add);
            if (all.get(0).closed()) {
                return;
            }
        }
    }

    /** Whether nothing behind the quotation could name another speaker: it ends its paragraph or a sentence follows it. */
    private boolean standsAlone(Quotes.Quote quote, int block) {
        int end = lines.block(block).span().end();
        String rest =
                lines.text().substring(Math.min(quote.outer().end(), end), end).strip();
        if (rest.isEmpty()) {
            return true;
        }
        char last = lines.text().charAt(quote.inner().end() - 1);
        boolean stopped = ".!?\u2026".indexOf(last) >= 0;
        return stopped
                && (Character.isUpperCase(rest.charAt(0)) || "\"\u201c'".indexOf(rest.charAt(0)) >= 0)
                && !namesSpeaker(quote, block);
    }

    /** '"…?" Smith asked.' */
    private boolean namesSpeaker(Quotes.Quote quote, int block) {
        for (Line line : lines.ofBlock(block)) {
            if (line.sentence().span().end() <= quote.outer().end()) {
                continue;
            }
            for (int i = 0; i < Math.min(line.size(), 40); i++) {
                if (line.start(i) >= quote.outer().end()) {
                    boolean short1 = line.verbal(i + 1) && line.is(i + 2, ".", ",");
                    boolean short2 = line.verbal(i + 2) && line.is(i + 3, ".", ",");
                    return short1 || short2 || line.verbal(i);
                }
            }
        }
        return false;
    }

    private boolean opensNextBlock(Draft draft) {
        List<Line> own = lines.ofBlock(draft.line.sentence().block());
        return draft.line == own.get(own.size() - 1)
                && draft.cue
                        .map(c -> c.takes(Cue.Frame.QUOTE))
                        .orElse(!draft.source.isEmpty() && draft.rule.equals(TaggedReports.RULE));
    }

    /** A paragraph that ends in "said:" and the next one that is a quotation. */
    private void opened(Draft draft) {
        int block = draft.line.sentence().block() + 1;
        if (block >= lines.blocks()) {
            return;
        }
        Span span = lines.block(block).span();
        List<Quotes.Quote> all = lines.quotes(block).all();
        if (!all.isEmpty() && all.get(0).outer().start() == span.start()) {
            Quotes.Quote quote = all.get(0);
            if (!standsAlone(quote, block)) {
                return; // "Her joy is told in detail:" and then “…,” she said
            }
            Spans.trimmed(lines.text(), quote.inner()).ifPresent(draft.content::add);
            if (!quote.closed()) {
                overParagraphs(draft, block + 1, Integer.MAX_VALUE);
            }
        } else if (lines.block(block) instanceof Block.Quote) {
            Spans.trimmed(lines.text(), span).ifPresent(draft.content::add);
        }
        if (!draft.content.isEmpty()) {
            draft.quotation = Quotation.DIRECT;
        }
    }
}
