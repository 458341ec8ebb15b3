package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hearsay.read.article.Block;

/** Reports by the rules for verbs, nouns, adverbs and "according to", line by line. */
final class RuleReports implements Reports {
    static final Comparator<Draft> OUTER_FIRST = Comparator.comparingInt(
                    (Draft d) -> d.reach().start())
            .thenComparingInt(d -> -d.reach().end());

    /** By line, then the outer before the inner. */
    static final Comparator<Draft> IN_ORDER = Comparator.comparingInt(
                    (Draft d) -> d.line.sentence().span().start())
            .thenComparing(OUTER_FIRST);

    private final Lexicon lexicon;

    RuleReports(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public List<Draft> in(Lines lines) {
        List<Draft> drafts = new ArrayList<>();
        Transcript transcript = new Transcript(lines);
        Headline headline = new Headline(lexicon);
        for (Line line : lines.all()) {
            boolean heading = lines.block(line.sentence().block()) instanceof Block.Heading;
            transcript.draft(line).ifPresent(drafts::add);
            if (line.size() <= ClaimFinder.LONGEST_LINE && !heading) {
                List<Draft> found = in(line);
                drafts.addAll(found.isEmpty() && Headline.is(line) ? headline.labelled(line) : found);
            } else if (heading) {
                drafts.addAll(headline.find(line, this::in));
            }
        }
        return drafts;
    }

    private List<Draft> in(Line line) {
        List<Draft> drafts = new ArrayList<>(new VerbReports(line, lexicon).find());
        drafts.addAll(new OtherReports(line, lexicon).find(drafts));
        drafts.sort(OUTER_FIRST);
        return drafts;
    }
}
