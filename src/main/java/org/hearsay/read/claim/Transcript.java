package org.hearsay.read.claim;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;

/** "MAYOR SMITH: We did not know.": in a transcript each paragraph is the direct speech of whoever its label names. */
final class Transcript {
    static final String RULE = "transcript";
    private static final Pattern LABEL = Pattern.compile("(\\p{Lu}[\\p{Lu} .'\\u2019-]{1,40}):\\s+(?=\\S)");
    /** One capital label is a heading or a warning; a talk has several. */
    private static final int LEAST = 3;

    private final Lines lines;
    private final boolean talk;

    Transcript(Lines lines) {
        this.lines = lines;
        int labels = 0;
        for (int b = 0; b < lines.blocks(); b++) {
            labels += label(b).isPresent() ? 1 : 0;
        }
        this.talk = labels >= LEAST;
    }

    private Optional<Matcher> label(int block) {
        Span span = lines.block(block).span();
        Matcher matcher = LABEL.matcher(lines.text()).region(span.start(), Math.min(span.end(), span.start() + 50));
        boolean there = lines.block(block) instanceof Block.Paragraph && matcher.lookingAt();
        return there ? Optional.of(matcher) : Optional.empty();
    }

    /** Whether the words begin with somebody's label. */
    static boolean labelled(String words) {
        return LABEL.matcher(words).lookingAt();
    }

    /** The report that the paragraph of {@code line} is, if the line begins it. */
    Optional<Draft> draft(Line line) {
        int block = line.sentence().block();
        if (!talk || lines.block(block).span().start() != line.sentence().span().start()) {
            return Optional.empty();
        }
        Optional<Matcher> label = label(block);
        if (label.isEmpty()) {
            return Optional.empty();
        }
        Draft draft = new Draft(line, RULE, 0.8);
        draft.quotation = Quotation.DIRECT;
        draft.source.add(new Span(label.get().start(1), label.get().end(1)));
        draft.cueSpans.add(new Span(label.get().end(1), label.get().end(1) + 1));
        Spans.trimmed(
                        lines.text(),
                        new Span(label.get().end(), lines.block(block).span().end()))
                .ifPresent(draft.content::add);
        return draft.content.isEmpty() ? Optional.empty() : Optional.of(draft);
    }
}
