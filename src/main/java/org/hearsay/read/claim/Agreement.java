package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;

/** What the rules found, as a witness for what the encoder marks: two that agree are surer than either. */
final class Agreement {
    private final List<Draft> ruled;
    private final Lexicon lexicon;
    private final Set<Draft> used = Collections.newSetFromMap(new IdentityHashMap<>());

    Agreement(List<Draft> ruled, Lexicon lexicon) {
        this.ruled = ruled;
        this.lexicon = lexicon;
    }

    /** The rules' report with the same cue. */
    Optional<Draft> with(Draft tagged) {
        for (Draft rule : ruled) {
            boolean same = rule.line == tagged.line
                    && !rule.cueSpans.isEmpty()
                    && rule.cueSpans.get(0).overlaps(tagged.cueSpans.get(0));
            if (same) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** Gives the tagged report what the rules know beyond it. */
    void join(Draft tagged, Draft rule) {
        used.add(rule);
        tagged.cue = rule.cue;
        tagged.through.addAll(rule.through);
        tagged.citing.addAll(rule.citing);
        tagged.object = rule.object && tagged.quotation == Quotation.INDIRECT;
        boolean same = tagged.source.isEmpty()
                ? rule.source.isEmpty()
                : rule.source.stream().anyMatch(s -> s.overlaps(tagged.source.get(0)));
        if (rule.cue.isEmpty()
                && lexicon.isHearsay(rule.line.words(rule.cueSpans.get(0)).toLowerCase(Locale.ROOT))) {
            tagged.source.clear(); // "has reportedly been sent": nobody is named, and the clause is the content
            tagged.content.clear();
            tagged.content.addAll(rule.content);
            tagged.cueSpans.set(0, rule.cueSpans.get(0));
            tagged.quotation = rule.quotation;
            tagged.rule = "encoder, " + rule.rule;
            return;
        }
        if (whole(rule)) {
            tagged.source.clear();
            tagged.source.addAll(rule.source);
            tagged.cueSpans.set(0, rule.cueSpans.get(0));
            tagged.content.clear();
            tagged.content.addAll(rule.content);
            tagged.quotation = rule.quotation;
            tagged.rule = rule.rule.equals(Transcript.RULE) ? rule.rule : "encoder, " + rule.rule;
            return;
        }
        boolean leadIn = rule.content.isEmpty() && endsInColon(rule);
        boolean act = acts(rule) && same && tagged.quotation == Quotation.INDIRECT;
        if (act && tighter(tagged, rule)) {
            tagged.clause = Optional.of(rule.content.get(0));
        } else if (leadIn || act) {
            tagged.content.clear(); // lists and terms hang on how the rules cut
            tagged.content.addAll(rule.content);
            tagged.quotation = rule.quotation;
        }
        if (leadIn && !same) {
            tagged.source.clear();
            tagged.source.addAll(rule.source);
        }
        if (same) {
            tagged.rule = "encoder, " + rule.rule;
        }
    }

    /** A paragraph of a transcript, and "was quoted by the paper as saying": the rules read these by their form, and better. */
    static boolean whole(Draft rule) {
        return rule.rule.equals(Transcript.RULE) || rule.rule.equals(QuotedAs.RULE);
    }

    /** Whether the encoder cut the same clause, and ended it no later than the rules do. */
    private static boolean tighter(Draft tagged, Draft rule) {
        if (tagged.content.size() != 1 || rule.content.size() != 1) {
            return false;
        }
        Span own = tagged.content.get(0);
        Span clause = rule.content.get(0);
        return own.start() == clause.start() && own.end() <= clause.end();
    }

    private boolean acts(Draft rule) {
        return rule.cue.flatMap(c -> lexicon.actOfVerb(c.lemma())).isPresent();
    }

    /**
     * What only the rules found and is sure without the encoder: quotations with their speaker, and lead-ins. Acts are
     * here too, unconfirmed: they are claims only if a proposal comes of them.
     */
    List<Draft> gaps(List<Draft> tagged) {
        List<Draft> gaps = new ArrayList<>();
        for (Draft rule : ruled) {
            if (used.contains(rule)) {
                continue;
            }
            boolean quotation = rule.quotation == Quotation.DIRECT
                    && !rule.source.isEmpty()
                    && tagged.stream().noneMatch(t -> overlap(t, rule));
            rule.unconfirmed = !quotation && !endsInColon(rule) && !Headline.is(rule.line);
            if (!rule.unconfirmed || acts(rule)) {
                gaps.add(rule);
            }
        }
        return gaps;
    }

    private static boolean endsInColon(Draft rule) {
        return rule.line.is(rule.line.size() - 1, ":");
    }

    private static boolean overlap(Draft a, Draft b) {
        for (Span left : a.content) {
            for (Span right : b.content) {
                if (left.overlaps(right)) {
                    return true;
                }
            }
        }
        return false;
    }
}
