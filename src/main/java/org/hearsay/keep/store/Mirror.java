package org.hearsay.keep.store;

import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.compare.Difference;
import org.hearsay.read.compare.Relation;

/** A relation as the other claim sees it. Words are for people and stay as they were written. */
final class Mirror {
    private Mirror() {}

    static Relation of(Relation relation) {
        return new Relation(
                relation.kind(),
                relation.score(),
                relation.differences().stream().map(Mirror::of).toList(),
                relation.why());
    }

    private static Difference of(Difference difference) {
        return switch (difference) {
            case Difference.Amount(Span first, Span second, String words) ->
                new Difference.Amount(second, first, words);
            case Difference.Actor(Span first, Span second, String words) -> new Difference.Actor(second, first, words);
            case Difference.Denial(Span first, Span second, String words) ->
                new Difference.Denial(second, first, words);
            case Difference.Certainty(Span first, Span second, String words) ->
                new Difference.Certainty(second, first, words);
            case Difference.OfTerm(Optional<Span> first, Optional<Span> second, String words) ->
                new Difference.OfTerm(second, first, words);
        };
    }
}
