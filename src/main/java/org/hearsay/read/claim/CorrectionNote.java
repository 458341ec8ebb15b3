package org.hearsay.read.claim;

import java.util.List;
import java.util.regex.Pattern;
import org.hearsay.read.article.Article;

/**
 * A note in which an outlet takes back what it said: "An earlier version of this article said that …". What stands in it
 * is neither said by the outlet today nor by somebody else; it is a denial of the outlet's own.
 */
final class CorrectionNote {
    private static final String PAGE =
            "(?:article|story|report|piece|page|post|column|headline|caption|item|dispatch|newsletter)";
    private static final String WRONGLY =
            "(?:originally|previously|incorrectly|wrongly|mistakenly|erroneously|initially|earlier|first)";
    /** "An earlier version of this article", and not that of a bill. */
    private static final Pattern FORMER = Pattern.compile(
            "\\b(?:earlier|previous|prior|original|former|first) (?:version|edition|update)s? of (?:this|the|our) "
                    + PAGE + "\\b|\\b(?:this|our) " + PAGE + " (?:had )?" + WRONGLY
                    + "\\b|\\bwe (?:had )?(?:incorrectly|wrongly|mistakenly|erroneously) (?:said|reported|stated|gave|wrote)\\b",
            Pattern.CASE_INSENSITIVE);
    /** In a line that says that it corrects, a bare "earlier version" is that of the page. */
    private static final Pattern BARE =
            Pattern.compile("\\b(?:earlier|previous|original) version\\b(?! of)", Pattern.CASE_INSENSITIVE);

    private static final Pattern CORRECTS = Pattern.compile(
            "^\\W*(?:correction|corrections|clarification|editor'?s?'? note|editor\u2019s note|updated?|amendment|note to readers)\\b"
                    + "|\\bthis " + PAGE
                    + " (?:was|has been|is) (?:amended|corrected|updated|changed|edited|revised)\\b",
            Pattern.CASE_INSENSITIVE);
    /** What an earlier version left out was not said by it. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "\\b(?:did not|didn't|didn\u2019t|failed to|omitted|left out|without)\\b", Pattern.CASE_INSENSITIVE);

    private CorrectionNote() {}

    /** The claims, with those that stand in such notes as withdrawals of the outlet's own. */
    static List<Claim> read(List<Claim> claims, Article article) {
        return claims.stream()
                .map(claim -> takesBack(claim, article.text()) ? withdrawal(claim, article) : claim)
                .toList();
    }

    private static boolean takesBack(Claim claim, String text) {
        int start = claim.sentence().start();
        int content = claim.content().get(0).start();
        if (claim.source().isEmpty() || content <= start) {
            return false;
        }
        String before = text.substring(start, content);
        String line = text.substring(text.lastIndexOf('\n', start) + 1, content);
        boolean former = FORMER.matcher(before).find()
                || BARE.matcher(before).find() && CORRECTS.matcher(line).find();
        return former && !LEFT_OUT.matcher(before).find();
    }

    private static Claim withdrawal(Claim claim, Article article) {
        return claim.saidAs(List.of(new Voice.Outlet(article.outlet())), Stance.ASSERTED, true)
                .withRule(claim.rule() + ", " + Claim.CORRECTION);
    }
}
