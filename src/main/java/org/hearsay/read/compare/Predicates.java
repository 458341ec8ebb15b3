package org.hearsay.read.compare;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a statement says of its subject with a form of "be" or the like. "Their offer of ore is smaller than first reported"
 * has all words of "they offered ore", but that is only what it speaks of.
 */
final class Predicates {
    /** Not before a participle: what "was granted" or "is planning" tells is a deed, as a noun tells it too. */
    private static final Pattern COPULA = Pattern.compile(
            "\\b(?:is|are|was|were|remains?|remained|seems?|seemed|looks?|looked|appears?|appeared|becomes?|became)\\b"
                    + "(?! (?:(?:not|also|now|still|being|\\w+ly) ){0,2}(?:\\w+(?:ed|ing)|made|given|held|taken|said|set|sold|found"
                    + "|built|met|paid|cut|put|won|lost|shot|struck|hit|born|dead|killed|told|seen|known|shown|sent|left|over)\\b)",
            Pattern.CASE_INSENSITIVE);

    /** Behind one of these the "is" need not be that of the subject. */
    private static final Pattern CLAUSE = Pattern.compile(
            "[,;:\u2013\u2014\"\u201c]|\\b(?:which|that|who|whose|because|as|while|and|but|if|when|where|what|how|there|it)\\b",
            Pattern.CASE_INSENSITIVE);

    private Predicates() {}

    /** Whether what one side says of its subject has no word in common with the other side, and no figure in it. */
    static boolean apart(Slots a, Slots b) {
        return saysMore(a, b) || saysMore(b, a);
    }

    private static boolean saysMore(Slots one, Slots other) {
        String text = one.statement().words();
        Matcher copula = COPULA.matcher(text);
        if (!copula.find() || CLAUSE.matcher(text).region(0, copula.start()).find()) {
            return false;
        }
        Set<String> said = words(text.substring(copula.end()));
        Set<String> content = said.stream().filter(Words::isContent).collect(Collectors.toSet());
        return !content.isEmpty()
                && said.stream().noneMatch(word -> Words.isFigure(word) || BareCounts.isNumber(word))
                && content.stream().map(Words::stem).noneMatch(other.all()::contains)
                && Antonyms.alike(content, words(other.statement().words())) == 0;
    }

    private static Set<String> words(String text) {
        return Words.of(text).stream().map(Words.Word::text).collect(Collectors.toSet());
    }
}
