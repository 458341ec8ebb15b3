package org.hearsay.read.language;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which words around a name belong to it, and what can be a name at all: no article, possessive, quote, title or role
 * does, and no address, month or word that only opens a sentence. Immutable.
 */
final class NameShape {
    /** Longer is no name, but a run of capitals. */
    private static final int LONGEST = 150;

    /** Small words that a name begins with. */
    private static final Set<String> PARTICLES = Set.of(
            "al", "bin", "bint", "da", "de", "del", "della", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ten",
            "ter", "van", "von", "zu");

    private final Roles roles;
    private final Set<String> openers = new HashSet<>();
    private final Set<String> calendar = new HashSet<>();

    NameShape(Roles roles) {
        this.roles = roles;
        Lexicon.rows("openers.txt").forEach(row -> openers.add(row.get(0)));
        Lexicon.rows("calendar.txt").forEach(row -> calendar.add(row.get(0)));
    }

    /** The name that the perceptron means by a run of words; empty if it is none. */
    Optional<Name> ofCapitals(Name run, List<Sentence> sentences) {
        Name bare = bare(roles.person(run, sentences), sentences);
        boolean capital = bare.from() < bare.to()
                && bare.text(sentences).chars().anyMatch(c -> Character.isUpperCase(c) || c == '@' || !isLatin(c));
        return capital && isName(bare, sentences) ? Optional.of(bare) : Optional.empty();
    }

    /** The name that the encoder means, which knows names in small letters; empty if it is none. */
    Optional<Name> ofMarked(Name run, List<Sentence> sentences) {
        Name name = untitled(unmarked(run, sentences), sentences);
        return name.from() < name.to() && isName(name, sentences) && !isPronoun(name, sentences)
                ? Optional.of(name)
                : Optional.empty();
    }

    /** Without article, possessive, quotes and, for a person, all up to the last title. */
    private Name bare(Name name, List<Sentence> sentences) {
        Name bare = unmarked(name, sentences);
        return bare.type() == NameType.PERSON && bare.from() < bare.to()
                ? bare.between(
                        roles.nameStart(sentences.get(bare.sentence()).tokens(), bare.from(), bare.to()), bare.to())
                : bare;
    }

    /** Without article, possessive and quotes. */
    private Name unmarked(Name name, List<Sentence> sentences) {
        List<Token> tokens = sentences.get(name.sentence()).tokens();
        int from = name.from();
        int to = name.to();
        while (from < to
                && (isMark(tokens.get(from).text())
                        || isArticle(tokens.get(from).text()) && to - from > 1)) {
            from++;
        }
        while (to > from
                && (isMark(tokens.get(to - 1).text())
                        || tokens.get(to - 1).text().equals("'s"))) {
            to--;
        }
        return name.between(from, to);
    }

    /** The encoder takes a "he" that speaks for the speaker. */
    private static boolean isPronoun(Name name, List<Sentence> sentences) {
        return name.tokens(sentences).stream()
                .allMatch(token -> token.tag().equals("PRON") || token.tag().equals("DET"));
    }

    /** Without the titles that stand before a person, nor an adjective ("national UPS"). */
    private Name untitled(Name name, List<Sentence> sentences) {
        List<Token> tokens = sentences.get(name.sentence()).tokens();
        int from = name.from();
        while (from < name.to() - 1
                && (name.type() == NameType.PERSON
                                && roles.isRole(tokens.get(from).text())
                        || isSmall(tokens.get(from))
                                && !PARTICLES.contains(tokens.get(from).text())
                                && Character.isUpperCase(
                                        tokens.get(from + 1).text().charAt(0)))) {
            from++;
        }
        return name.between(from, name.to());
    }

    private static boolean isSmall(Token token) {
        return token.tag().equals("ADJ") && token.text().chars().allMatch(Character::isLowerCase);
    }

    static boolean isArticle(String text) {
        return text.equals("the") || text.equals("The") || text.equals("a") || text.equals("an");
    }

    private static boolean isMark(String text) {
        return text.length() == 1 && !Character.isLetterOrDigit(text.charAt(0)) || text.equals("--");
    }

    /** What can be a name at all: it holds a letter, and is no address, month, pronoun or opening word. */
    private boolean isName(Name name, List<Sentence> sentences) {
        String text = name.text(sentences);
        if (text.length() > LONGEST
                || text.indexOf('@') > 0
                || text.contains("://")
                || text.chars().noneMatch(c -> Character.isLetter(c) || Character.isSurrogate((char) c))) {
            return false;
        }
        boolean single = name.to() - name.from() == 1;
        if (name.type() != NameType.PERSON
                && roles.isTitle(name.tokens(sentences).getLast().text())) {
            // "Republican Ohio Gov." ends before the person whose title it is.
            return false;
        }
        return !(single
                && (calendar.contains(text.toLowerCase(Locale.ROOT)) || openers.contains(text) || roles.isRole(text)));
    }

    private static boolean isLatin(int c) {
        return c < 0x250 || !Character.isLetter(c);
    }
}
