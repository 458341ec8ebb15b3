package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Attribution;
import org.hearsay.read.language.Tagged;
import org.hearsay.read.language.Tagging;

/**
 * Reports by the encoder's attributions. The quotation reader corrects their contents ({@link Quoting}), grammar their
 * sources ({@link Sourcing}) and where they begin and end ({@link Edges}); the rules confirm them and fill what the encoder
 * leaves out ({@link Agreement}).
 */
final class TaggedReports implements Reports {
    static final String RULE = "encoder";

    /** Cues weaker than that are right less often than not, unless a rule finds the same. */
    private static final double ALONE = 0.5;

    /** What a rule or a quotation confirms is kept down to where the encoder gives cues at all. */
    private static final double CONFIRMED = 0.34;

    private final Lexicon lexicon;
    private final Reports rules;
    private final Tagging tagging;

    TaggedReports(Lexicon lexicon, Reports rules, Tagging tagging) {
        this.lexicon = lexicon;
        this.rules = rules;
        this.tagging = tagging;
    }

    @Override
    public List<Draft> in(Lines lines) {
        Agreement agreement = new Agreement(rules.in(lines), lexicon);
        Reporting reporting = new Reporting(lines, lexicon);
        List<Draft> drafts = new ArrayList<>();
        for (Attribution attribution : tagging.attributions()) {
            Optional<Draft> tagged = draft(lines, attribution);
            if (tagged.isEmpty()) {
                continue;
            }
            Draft draft = tagged.get();
            Optional<Draft> rule = agreement.with(draft);
            if (rule.isEmpty()) {
                boolean spoken = draft.quotation == Quotation.DIRECT && reporting.says(draft);
                if (attribution.cue().confidence() >= (spoken ? CONFIRMED : ALONE) && !Reporting.supposed(draft)) {
                    draft.doubtful = !reporting.tells(draft);
                    drafts.add(draft);
                }
            } else if (attribution.cue().confidence() >= CONFIRMED) {
                draft.doubtful = !Agreement.whole(rule.get()) && reporting.refuses(draft);
                if (!draft.doubtful) {
                    agreement.join(draft, rule.get());
                }
                drafts.add(draft);
            }
        }
        drafts.forEach(d -> d.confidence = sure(d.confidence, !d.rule.equals(RULE)));
        Edges.partJoined(drafts);
        drafts.addAll(agreement.gaps(drafts.stream().filter(d -> !d.doubtful).toList()));
        drafts.removeIf(d -> d.content.isEmpty() && !d.line.is(d.line.size() - 1, ":"));
        drafts.sort(RuleReports.IN_ORDER);
        return drafts;
    }

    /**
     * How often a report is right whose cue the encoder gives so much: a logistic curve over the cue's log-odds and whether
     * a rule found the same. Fitted to 454 reports of 24 articles of PolNeAR that the encoder was not trained on.
     */
    private static double sure(double cue, boolean agreed) {
        double odds = Math.log(cue / Math.max(1 - cue, 1e-4));
        return 1 / (1 + Math.exp(0.12 - 0.52 * odds - (agreed ? 0.9 : 0)));
    }

    private Optional<Draft> draft(Lines lines, Attribution attribution) {
        Span cue = attribution.cue().span();
        Optional<Line> line = lines.holding(attribution.block(), cue.start());
        boolean heading = lines.block(attribution.block()) instanceof Block.Heading;
        if (heading || line.isEmpty() || line.get().size() > ClaimFinder.LONGEST_LINE) {
            return Optional.empty();
        }
        Draft draft = new Draft(line.get(), RULE, attribution.cue().confidence());
        draft.cueSpans.add(cue);
        for (Tagged source : attribution.source()) {
            Spans.trimmed(lines.text(), source.span()).ifPresent(draft.source::add);
        }
        if (draft.source.stream().anyMatch(s -> !line.get().sentence().span().contains(s))) {
            return Optional.empty(); // whose words they are is told elsewhere, and seldom right
        }
        for (Tagged content : attribution.content()) {
            Spans.trimmed(lines.text(), content.span()).ifPresent(draft.content::add);
        }
        new Sourcing(lexicon).correct(draft);
        new Quoting(lines, attribution.block()).correct(draft);
        Edges.correct(draft);
        return Optional.of(draft);
    }
}
