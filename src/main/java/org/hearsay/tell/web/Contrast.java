package org.hearsay.tell.web;

import java.util.Optional;
import org.hearsay.keep.store.Claims.Related;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.compare.Difference;

/**
 * Differences as they read on the page of one of the two claims: what stands here and what stands there, each in its
 * own words. The words that a difference carries itself do not say which side is which.
 */
record Contrast(StoredClaim here, Sight sight) {
    /** Longest quotation in a line that sets two of them side by side. */
    private static final int WORDS = 90;

    String words(Related there, Difference difference) {
        return switch (difference) {
            case Difference.Amount d -> sides(quoted(here, d.first()), quoted(there.other(), d.second()), d);
            case Difference.Actor d -> sides(quoted(here, d.first()), quoted(there.other(), d.second()), d);
            case Difference.Denial d ->
                here.claim().denied() == there.other().claim().denied()
                        ? d.inWords()
                        : here.claim().denied() ? "denied here, asserted there" : "asserted here, denied there";
            case Difference.Certainty d -> {
                String own = stance(here.claim().stance());
                String other = stance(there.other().claim().stance());
                yield own.equals(other) ? d.inWords() : own + " here, " + other + " there";
            }
            case Difference.OfTerm d ->
                term(
                        d.first().flatMap(span -> quoted(here, span)),
                        d.second().flatMap(span -> quoted(there.other(), span)),
                        d);
        };
    }

    private static String sides(Optional<String> own, Optional<String> other, Difference difference) {
        return own.isPresent() && other.isPresent()
                ? own.get() + " here, " + other.get() + " there"
                : difference.inWords();
    }

    private static String term(Optional<String> own, Optional<String> other, Difference difference) {
        if (own.isPresent() && other.isEmpty()) {
            return own.get() + " is a term here, and not there";
        }
        return own.isEmpty() && other.isPresent()
                ? other.get() + " is a term there, and not here"
                : sides(own, other, difference);
    }

    private static String stance(Stance stance) {
        return stance == Stance.CONDITIONAL ? "only if something else" : stance.inWords();
    }

    private Optional<String> quoted(StoredClaim claim, Span span) {
        return sight.of(claim)
                .map(StoredArticle::text)
                .filter(text -> span.end() <= text.length())
                .map(text -> {
                    String words = span.of(text);
                    int cut = words.length() <= WORDS ? words.length() : Math.max(words.lastIndexOf(' ', WORDS), 1);
                    return "“" + words.substring(0, cut) + (cut < words.length() ? " …" : "") + "”";
                });
    }
}
