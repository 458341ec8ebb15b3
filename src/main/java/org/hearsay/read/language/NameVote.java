package org.hearsay.read.language;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One type for one name all over an article, as most of its mentions have it; lists of countries and the article's full
 * names of people know better. Immutable.
 */
final class NameVote {
    private final WordKnowledge knowledge;
    private final Aliases aliases;

    NameVote(WordKnowledge knowledge, Aliases aliases) {
        this.knowledge = knowledge;
        this.aliases = aliases;
    }

    /** The type that most mentions of the same words have; lists of countries and people's adjectives know better. */
    List<Name> voted(List<Name> names, List<Sentence> sentences) {
        Map<String, Map<NameType, Integer>> votes = new HashMap<>();
        for (Name name : names) {
            votes.computeIfAbsent(name.text(sentences), text -> new EnumMap<>(NameType.class))
                    .merge(name.type(), 1, Integer::sum);
        }
        Map<String, Set<String>> surnames = surnames(names, sentences);
        return names.stream()
                .map(name -> name.as(type(name, name.text(sentences), votes, surnames)))
                .toList();
    }

    private NameType type(
            Name name, String text, Map<String, Map<NameType, Integer>> votes, Map<String, Set<String>> surnames) {
        NameType known = aliases.typeOf(text);
        if (known != null) {
            return known;
        }
        if (knowledge.isListed("country", text)) {
            return NameType.LOCATION;
        }
        if (surnames.containsKey(text) && name.to() - name.from() == 1) {
            return NameType.PERSON;
        }
        if (name.type() == NameType.MISC && knowledge.isListed("city", text)) {
            return NameType.LOCATION;
        }
        Map<NameType, Integer> counted = votes.getOrDefault(text, Map.of());
        int own = counted.getOrDefault(name.type(), 0);
        return counted.entrySet().stream()
                .filter(vote -> vote.getValue() > own)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(name.type());
    }

    /** From the last word of a person's full name to the full names that end in it. */
    static Map<String, Set<String>> surnames(List<Name> names, List<Sentence> sentences) {
        Map<String, Set<String>> surnames = new HashMap<>();
        for (Name name : names) {
            if (name.type() == NameType.PERSON && name.to() - name.from() > 1) {
                String last = PersonNames.surname(name.text(sentences));
                if (last.length() > 2 && Character.isUpperCase(last.charAt(0))) {
                    surnames.computeIfAbsent(last, l -> new HashSet<>()).add(name.text(sentences));
                }
            }
        }
        return surnames;
    }
}
