package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Span;

/**
 * Joins the mentions of one thing in one article: a surname to the one full name that ends in it, an acronym to its
 * expansion, a short name of a body to its long one, the people of a country to the country, and what the list of
 * aliases knows. What fits two things stays apart. Immutable.
 */
final class Entities {
    private final Roles roles;
    private final Aliases aliases;
    private final Map<String, String> countries = new HashMap<>();
    private final Set<String> firstNames = new HashSet<>();

    Entities(Roles roles, Aliases aliases) {
        this.roles = roles;
        this.aliases = aliases;
        Lexicon.rows("demonyms.txt").forEach(row -> countries.put(row.get(0), row.get(1)));
        // A row's letter for the gender goes along: it is nobody's name.
        Lexicon.rows("first-names.txt")
                .forEach(row -> firstNames.addAll(List.of(row.get(0).split(" "))));
    }

    record Joined(List<Mention> mentions, List<Entity> entities) {}

    /** What a mention stands for, before it is an id. */
    private record Thing(NameType type, String name) {
        EntityId id() {
            String plain = switch (type) {
                case PERSON -> PersonNames.plain(name);
                case ORGANIZATION -> BodyNames.plain(name);
                case LOCATION, MISC -> name;
            };
            return EntityId.of(type, plain);
        }
    }

    Joined of(Article article, List<Sentence> sentences, List<Name> names) {
        List<String> people = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        Map<String, String> acronyms = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            if (name.type() == NameType.PERSON && name.to() - name.from() > 1) {
                people.add(name.text(sentences));
            } else if (name.type() == NameType.ORGANIZATION) {
                bodies.add(name.text(sentences));
            }
            if (i > 0) {
                bracketed(names.get(i - 1), name, sentences, acronyms);
            }
        }
        PersonNames personNames = new PersonNames(people);
        BodyNames bodyNames = new BodyNames(bodies, acronyms);
        List<Mention> mentions = new ArrayList<>();
        Map<EntityId, List<Name>> groups = new LinkedHashMap<>();
        for (Name name : names) {
            EntityId id = thing(name.type(), name.text(sentences), personNames, bodyNames, acronyms)
                    .id();
            mentions.add(new Mention(name.span(sentences), name.type(), id));
            groups.computeIfAbsent(id, i -> new ArrayList<>()).add(name);
        }
        List<Entity> entities = new ArrayList<>();
        groups.forEach((id, group) -> entities.add(entity(article, id, group, sentences)));
        return new Joined(mentions, entities);
    }

    private Thing thing(
            NameType type, String text, PersonNames people, BodyNames bodies, Map<String, String> acronyms) {
        if (type == NameType.MISC && countries.containsKey(text)) {
            return new Thing(NameType.LOCATION, countries.getOrDefault(text, text));
        }
        if (aliases.typeOf(text) == type) {
            return new Thing(type, aliases.nameOf(text));
        }
        String full = switch (type) {
            case PERSON -> people.of(text);
            case ORGANIZATION -> bodies.of(text);
            case LOCATION, MISC -> acronyms.getOrDefault(text, text);
        };
        return new Thing(type, aliases.typeOf(full) == type ? aliases.nameOf(full) : full);
    }

    /** "European Central Bank (ECB)", "ECB (European Central Bank)": the acronym is the bank. */
    private static void bracketed(Name first, Name second, List<Sentence> sentences, Map<String, String> acronyms) {
        if (first.sentence() != second.sentence()
                || first.to() != second.from() - 1
                || !sentences
                        .get(first.sentence())
                        .tokens()
                        .get(first.to())
                        .text()
                        .equals("(")) {
            return;
        }
        String before = first.text(sentences);
        String inside = second.text(sentences);
        if (isAcronym(inside) && BodyNames.isInitials(inside, before)) {
            acronyms.put(inside, before);
        } else if (isAcronym(before) && BodyNames.isInitials(before, inside)) {
            acronyms.put(before, inside);
        }
    }

    private static boolean isAcronym(String text) {
        return text.length() > 1 && text.indexOf(' ') < 0 && text.equals(text.toUpperCase(Locale.ROOT));
    }

    private Entity entity(Article article, EntityId id, List<Name> group, List<Sentence> sentences) {
        List<Span> spans = group.stream().map(name -> name.span(sentences)).toList();
        String longest = "";
        NameType type = NameType.MISC;
        Optional<String> country = Optional.empty();
        for (Name name : group) {
            String text = name.text(sentences);
            if (name.type() == NameType.MISC && countries.containsKey(text)) {
                country = Optional.of(countries.getOrDefault(text, text));
                continue;
            }
            longest = text.length() > longest.length() ? text : longest;
            type = name.type();
        }
        if (longest.isEmpty()) {
            return new Entity(id, country.orElse(""), NameType.LOCATION, "", spans);
        }
        longest = type == NameType.PERSON ? withoutEpithet(longest, group, sentences) : longest;
        String shown = aliases.typeOf(longest) == type ? aliases.nameOf(longest) : longest;
        return new Entity(id, shown, type, role(article, group, sentences), spans);
    }

    /** "Brave Jane Smith" of a headline is shown as the text names her, where that is a whole name. */
    private String withoutEpithet(String longest, List<Name> group, List<Sentence> sentences) {
        String[] words = longest.split(" ", 3);
        // "Alano De La Rosa" is no epithet before "De La Rosa"
        boolean epithet = words.length == 3 && firstNames.contains(words[1]) && !firstNames.contains(words[0]);
        if (!epithet) {
            return longest;
        }
        String rest = words[1] + " " + words[2];
        long whole = group.stream().filter(n -> n.text(sentences).equals(rest)).count();
        long longer =
                group.stream().filter(n -> n.text(sentences).equals(longest)).count();
        return whole >= longer ? rest : longest;
    }

    /** Of a mention with the full name, where there is one: "President Clinton" may be the other Clinton. */
    private String role(Article article, List<Name> group, List<Sentence> sentences) {
        boolean full = group.stream().anyMatch(name -> name.to() - name.from() > 1);
        for (Name name : group) {
            if (name.type() != NameType.PERSON || full && name.to() - name.from() == 1) {
                continue;
            }
            String role = roles.of(sentences.get(name.sentence()).tokens(), name.from(), name.to(), article.text());
            if (!role.isEmpty()) {
                return role;
            }
        }
        return "";
    }
}
