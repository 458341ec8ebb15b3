package org.hearsay.read.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Single words that stand for a body whose whole name an article has elsewhere: "Halcyon" where it names Halcyon Offshore,
 * though a model that sees the one word alone takes it for a person or a place. Immutable.
 */
final class ShortBodies {
    /** Before a place and seldom before a firm. */
    private static final Set<String> LOCAL = Set.of(
            "across",
            "along",
            "around",
            "at",
            "in",
            "inside",
            "into",
            "near",
            "outside",
            "off",
            "through",
            "throughout",
            "towards");

    private static final Set<String> STATE = Set.of(
            "army",
            "capital",
            "government",
            "king",
            "minister",
            "ministry",
            "parliament",
            "premier",
            "president",
            "queen",
            "voters");

    private final WordKnowledge knowledge;
    private final Roles roles;
    private final Aliases aliases;
    private final Set<String> bodyWords = new HashSet<>();

    ShortBodies(WordKnowledge knowledge, Roles roles, Aliases aliases) {
        this.knowledge = knowledge;
        this.roles = roles;
        this.aliases = aliases;
        Lexicon.rows("body-words.txt").forEach(row -> bodyWords.add(row.get(0)));
    }

    /** The same names in the same order, those of a body with its type. */
    List<Name> typed(List<Name> names, List<Sentence> sentences) {
        Map<String, Boolean> bodies = firstWords(names, sentences);
        Map<String, NameType> types = new HashMap<>();
        Set<String> others =
                new HashSet<>(); // what the model takes now for a person, now for a place, may well be a state
        for (Name name : names) {
            String text = name.text(sentences);
            Boolean firm = bodies.get(text);
            if (firm == null) {
                continue;
            }
            List<Token> tokens = sentences.get(name.sentence()).tokens();
            String before = name.from() > 0 ? tokens.get(name.from() - 1).text() : "";
            boolean person = name.type() == NameType.PERSON
                    && (roles.isRole(before) || roles.isRole(before + ".") || isSomebody(tokens, name.to()));
            boolean place = !firm || LOCAL.contains(before.toLowerCase(Locale.ROOT)) || isState(tokens, name.to());
            if (person || place || !name.type().equals(types.merge(text, name.type(), (a, b) -> a))) {
                others.add(text);
            }
        }
        return names.stream()
                .map(name -> {
                    String text = name.text(sentences);
                    return bodies.containsKey(text) && !others.contains(text) ? name.as(NameType.ORGANIZATION) : name;
                })
                .toList();
    }

    /** "Smith, 58, said", "Smith, who". */
    private static boolean isSomebody(List<Token> tokens, int behind) {
        boolean comma = behind + 1 < tokens.size() && tokens.get(behind).text().equals(",");
        String next = comma ? tokens.get(behind + 1).text() : "";
        return next.equals("who") || next.matches("\\d\\d");
    }

    /** "Norvik's president", "Norvik's foreign ministry". */
    private boolean isState(List<Token> tokens, int behind) {
        boolean owner = behind + 1 < tokens.size() && tokens.get(behind).text().equals("'s");
        for (int i = behind + 1; owner && i < Math.min(tokens.size(), behind + 3); i++) {
            if (STATE.contains(tokens.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** First words of firms' names that are no words of the language, for places where they stand unmarked. */
    Set<String> unmarked(List<Name> names, List<Sentence> sentences) {
        Set<String> words = new HashSet<>();
        firstWords(names, sentences).forEach((word, firm) -> {
            if (firm && knowledge.clusterAsWritten(word.toLowerCase(Locale.ROOT)) == null) {
                words.add(word);
            }
        });
        return words;
    }

    /** From a first word to whether it is a firm's; else it may be a place's ("Fellside District Council"). */
    private Map<String, Boolean> firstWords(List<Name> names, List<Sentence> sentences) {
        Map<String, Boolean> bodies = new HashMap<>();
        Set<String> people = new HashSet<>();
        for (Name name : names) {
            List<Token> tokens = name.tokens(sentences);
            if (tokens.size() > 1 && name.type() == NameType.PERSON) {
                tokens.forEach(token -> people.add(token.text()));
            }
            boolean whole = tokens.size() > 1
                    && name.type() == NameType.ORGANIZATION
                    && isCapital(tokens.get(1))
                    && isOwn(tokens.get(0));
            if (whole) {
                boolean firm = !bodyWords.contains(tokens.getLast().text());
                bodies.merge(tokens.get(0).text(), firm, Boolean::logicalAnd);
            }
        }
        bodies.keySet().removeAll(people);
        return bodies;
    }

    /** A word in capital letters at its beginning alone that no list knows as something else. */
    private boolean isOwn(Token token) {
        String word = token.text();
        return word.length() > 3
                && isCapital(token)
                && !word.equals(word.toUpperCase(Locale.ROOT))
                && !aliases.knows(word)
                && !knowledge.isListed("country", word)
                && !knowledge.isListed("city", word)
                && !knowledge.isListed("first", word);
    }

    private static boolean isCapital(Token token) {
        return Character.isUpperCase(token.text().charAt(0));
    }
}
