package org.hearsay.tell.web;

import java.util.List;
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
    /** So many words that both sides share stay beside those that they do not. */
    private static final int BESIDE = 2;

    String words(Related there, Difference difference) {
        return switch (difference) {
            case Difference.Amount d -> sides(words(here, d.first()), words(there.other(), d.second()), d);
            case Difference.Actor d -> sides(words(here, d.first()), words(there.other(), d.second()), d);
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
                        d.first().flatMap(span -> words(here, span)),
                        d.second().flatMap(span -> words(there.other(), span)),
                        d);
        };
    }

    private static String sides(Optional<String> own, Optional<String> other, Difference difference) {
        if (own.isEmpty() || other.isEmpty()) {
            return difference.inWords();
        }
        String[] here = own.get().split("\\s+");
        String[] there = other.get().split("\\s+");
        int shorter = Math.min(here.length, there.length);
        int start = 0;
        while (start < shorter && here[start].equals(there[start])) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && here[here.length - 1 - end].equals(there[there.length - 1 - end])) {
            end++;
        }
        return quoted(here, start, end) + " here, " + quoted(there, start, end) + " there";
    }

    /** Of what begins and ends as the other side does only the words next to where it is another, so that this is seen. */
    private static String quoted(String[] words, int sameAtStart, int sameAtEnd) {
        int from = sameAtStart > BESIDE + 1 ? sameAtStart - BESIDE : 0;
        int to = sameAtEnd > BESIDE + 1 ? words.length - sameAtEnd + BESIDE : words.length;
        String part = String.join(" ", List.of(words).subList(from, to));
        // No line ends between the dots and what they stand before or after.
        return quoted((from > 0 ? "…\u00a0" : "") + part + (to < words.length ? "\u00a0…" : ""));
    }

    private static String quoted(String words) {
        int cut = words.length() <= WORDS ? words.length() : Math.max(words.lastIndexOf(' ', WORDS), 1);
        return "“" + words.substring(0, cut) + (cut < words.length() ? " …" : "") + "”";
    }

    private static String term(Optional<String> own, Optional<String> other, Difference difference) {
        if (own.isPresent() && other.isEmpty()) {
            return quoted(own.get()) + " is a term here, and not there";
        }
        return own.isEmpty() && other.isPresent()
                ? quoted(other.get()) + " is a term there, and not here"
                : sides(own, other, difference);
    }

    private static String stance(Stance stance) {
        return stance == Stance.CONDITIONAL ? "only if something else" : stance.inWords();
    }

    private Optional<String> words(StoredClaim claim, Span span) {
        return sight.of(claim)
                .map(StoredArticle::text)
                .filter(text -> span.end() <= text.length())
                .map(span::of);
    }
}
