package org.hearsay.read.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearsay.read.compare.Relation.Kind;

/** Puts what the slots say and what the model weighs together. */
final class Judging {
    /** Where the model is this sure that two wordings are of other things, their words alone do not make them one. */
    private static final double OTHER_THINGS = 0.5;

    private final PairJudge judge;
    private final Likeness likeness;

    Judging(PairJudge judge, Likeness likeness) {
        this.judge = judge;
        this.likeness = likeness;
    }

    /** What the slots say; that two say the same needs the model's word too. */
    Relation cautious(Slots a, Slots b) {
        Relation relation = Relating.of(a, b);
        // The same words need no weighing; of a text in many copies there is nothing else to compare.
        boolean weigh = relation.kind() == Kind.SAME
                && relation.differences().isEmpty()
                && !a.statement().words().equals(b.statement().words());
        if (!weigh) {
            return relation;
        }
        double[] odds = odds(a, b);
        if (odds[2] < OTHER_THINGS) {
            return relation;
        }
        return new Relation(
                Kind.UNRELATED, Math.min(0.5, relation.score()), List.of(), why(relation, "other things", odds[2]));
    }

    /** The likelier. */
    Relation likelier(Slots a, Slots b) {
        Relation relation = Relating.of(a, b);
        double[] odds = odds(a, b);
        int best = odds[0] >= odds[1] && odds[0] >= odds[2] ? 0 : odds[1] >= odds[2] ? 1 : 2;
        double score = Math.round(odds[best] * 1000) / 1000.0;
        return switch (best) {
            case 0 -> new Relation(Kind.SAME, score, List.of(), why(relation, "the same", odds[best]));
            case 1 -> conflict(relation, a, b, score);
            default -> new Relation(Kind.UNRELATED, score, List.of(), why(relation, "unrelated", odds[best]));
        };
    }

    private static Relation conflict(Relation relation, Slots a, Slots b, double score) {
        List<String> why = why(relation, "in conflict", score);
        if (relation.kind() == Kind.DIFFERS || relation.kind() == Kind.CONTRADICTS) {
            return new Relation(relation.kind(), score, relation.differences(), why);
        }
        Numbers numbers = Numbers.between(a, b);
        boolean figures = numbers.clash() > 0 && a.negated() == b.negated();
        return new Relation(figures ? Kind.DIFFERS : Kind.CONTRADICTS, score, List.of(), why);
    }

    private double[] odds(Slots a, Slots b) {
        return judge.odds(PairJudge.features(a, b, likeness.of(a.statement(), b.statement())));
    }

    private static List<String> why(Relation relation, String verdict, double odds) {
        List<String> why = new ArrayList<>(relation.why());
        why.add(String.format(Locale.ROOT, "%s by weight of words (%.2f)", verdict, odds));
        return why;
    }
}
