package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Reading;

/**
 * Takes a whole text for one claim: a sentence that somebody hands in to have it compared or looked up. Nobody is asked
 * who says it, so its voice is the article's outlet. Thread-safe and pure.
 */
public final class GivenClaim {
    private static final String RULE = "given";
    private static final Lexicon LEXICON = new Lexicon();
    private static final Stances STANCES = new Stances(LEXICON);
    private static final ClaimFinder CLAIMS = new ClaimFinder();

    private GivenClaim() {}

    /** Empty for a text without a letter or digit. */
    public static Optional<Claim> of(Reading reading) {
        String text = reading.article().text();
        int start = 0;
        int end = text.length();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && (Character.isWhitespace(text.charAt(end - 1)) || text.charAt(end - 1) == '.')) {
            end--;
        }
        if (text.substring(start, end).codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        Span content = new Span(start, end);
        Lines lines = new Lines(reading, LEXICON);
        Optional<Line> first = lines.all().stream().findFirst();
        Optional<Proposal> proposal =
                CLAIMS.claimsIn(reading).proposals().stream().findFirst();
        return Optional.of(new Claim(
                ClaimId.of(reading.article().id(), "", List.of(content.of(text)), 0),
                List.of(content),
                new Span(start, text.length()),
                List.of(),
                List.of(),
                Quotation.NONE,
                List.of(new Voice.Outlet(reading.article().outlet())),
                first.map(line -> STANCES.of(line, content, false)).orElse(Stance.ASSERTED),
                first.map(line -> Negation.of(line, content)).orElse(false),
                reading.names().stream()
                        .filter(name -> content.contains(name.span()))
                        .toList(),
                reading.quantities().stream()
                        .filter(quantity -> content.contains(quantity.span()))
                        .toList(),
                proposal,
                1,
                RULE));
    }
}
