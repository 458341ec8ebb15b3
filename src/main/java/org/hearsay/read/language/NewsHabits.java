package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What newspapers' ways of writing say of a name, whatever a model thought of it: the parts of a dateline, a first name
 * that is a whole line, the word that ends the name of a body. Immutable.
 */
final class NewsHabits {
    /** Words before the dash of a dateline: "SAN JUAN, Puerto Rico (Northern Press) -" has nine. */
    private static final int LONGEST_DATELINE = 14;

    private final WordKnowledge knowledge;
    private final Set<String> bodyWords = new HashSet<>();

    NewsHabits(WordKnowledge knowledge) {
        this.knowledge = knowledge;
        Lexicon.rows("body-words.txt").forEach(row -> bodyWords.add(row.get(0)));
    }

    /** The same names in the same order, some of another type or a word longer. */
    List<Name> heeded(List<Name> names, List<Sentence> sentences) {
        List<Name> heeded = new ArrayList<>(names.size());
        for (int n = 0; n < names.size(); n++) {
            Name name = names.get(n);
            boolean free = n + 1 == names.size()
                    || names.get(n + 1).sentence() != name.sentence()
                    || names.get(n + 1).from() > name.to();
            if (isLoneFirstName(name, sentences)) {
                heeded.add(name.as(NameType.PERSON));
            } else if (free && isCutBody(name, sentences.get(name.sentence()).tokens())) {
                heeded.add(name.between(name.from(), name.to() + 1).as(NameType.ORGANIZATION));
            } else {
                heeded.add(inDateline(name, sentences));
            }
        }
        return heeded;
    }

    /** "Phillip" under a letter or over an answer is a person, though no word beside it says so. */
    private boolean isLoneFirstName(Name name, List<Sentence> sentences) {
        int s = name.sentence();
        if (name.to() - name.from() != 1
                || !opensBlock(s, sentences)
                || s + 1 < sentences.size() && !opensBlock(s + 1, sentences)) {
            return false;
        }
        long words = sentences.get(s).tokens().stream()
                .filter(token -> Character.isLetterOrDigit(token.text().charAt(0)))
                .count();
        String text = name.text(sentences);
        String written = text.charAt(0) + text.substring(1).toLowerCase(Locale.ROOT);
        return words == 1
                && knowledge.isListed("first", written)
                && !knowledge.isListed("city", written)
                && !knowledge.isListed("country", written);
    }

    private static boolean opensBlock(int s, List<Sentence> sentences) {
        return s == 0 || sentences.get(s - 1).block() != sentences.get(s).block();
    }

    /** "the Labour" of "the Labour Party", where capitals mean something. */
    private boolean isCutBody(Name name, List<Token> tokens) {
        if (name.type() == NameType.PERSON
                || name.to() >= tokens.size()
                || !bodyWords.contains(tokens.get(name.to()).text())) {
            return false;
        }
        int words = 0;
        int capitals = 0;
        for (Token token : tokens) {
            words += Character.isLetter(token.text().charAt(0)) ? 1 : 0;
            capitals += Character.isUpperCase(token.text().charAt(0)) ? 1 : 0;
        }
        return capitals * 10 < words * 7;
    }

    /** "BERGEN, Norway (Northern Press) -": places, and in brackets whoever reports. */
    private static Name inDateline(Name name, List<Sentence> sentences) {
        List<Token> tokens = sentences.get(name.sentence()).tokens();
        if (!opensBlock(name.sentence(), sentences)
                || name.from() >= LONGEST_DATELINE
                || !isShouted(tokens.getFirst().text())) {
            return name;
        }
        int dash = 1;
        int bracket = -1;
        boolean comma = false;
        while (dash < Math.min(tokens.size(), LONGEST_DATELINE)
                && !isDash(tokens.get(dash).text())) {
            bracket = bracket < 0 && tokens.get(dash).text().equals("(") ? dash : bracket;
            comma |= tokens.get(dash).text().equals(",");
            dash++;
        }
        boolean closed = bracket < 0 || tokens.get(dash - 1).text().equals(")");
        // "OBAMA - We will" is who speaks in an interview: without a second part nothing says that it is a place.
        boolean parted = bracket >= 0 || comma;
        if (dash >= Math.min(tokens.size(), LONGEST_DATELINE) || !closed || !parted || name.to() > dash) {
            return name;
        }
        return name.as(bracket >= 0 && name.from() > bracket ? NameType.ORGANIZATION : NameType.LOCATION);
    }

    private static boolean isShouted(String word) {
        return word.length() > 2
                && word.chars().allMatch(c -> Character.isUpperCase(c) || c == '.' || c == '-' || c == '\'');
    }

    /** A token writes a dash as a hyphen too. */
    private static boolean isDash(String word) {
        return word.chars().allMatch(c -> c == '-');
    }
}
