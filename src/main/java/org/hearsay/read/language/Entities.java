package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Span;

/**
 * Joins the mentions of one thing in one article: a surname to the one full name that ends in it, an acronym to the name
 * it follows in brackets, a short name of a body to its long one, and what the list of aliases knows. What fits two
 * things stays apart.
 */
final class Entities {
    private static final Set<String> SUFFIXES = Set.of("Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV");
    private static final Set<String> FORMS = Set.of(
            "Inc.",
            "Inc",
            "Corp.",
            "Corp",
            "Co.",
            "Co",
            "Ltd.",
            "Ltd",
            "Plc",
            "PLC",
            "AG",
            "SA",
            "NV",
            "LLC",
            "Company",
            "Corporation",
            "Group",
            "&");

    private final Roles roles;
    private final Aliases aliases;

    Entities(Roles roles, Aliases aliases) {
        this.roles = roles;
        this.aliases = aliases;
    }

    record Joined(List<Mention> mentions, List<Entity> entities) {}

    Joined of(Article article, List<Sentence> sentences, List<Name> names) {
        Map<String, String> canonical = canonical(sentences, names);
        List<Mention> mentions = new ArrayList<>();
        Map<EntityId, List<Name>> groups = new LinkedHashMap<>();
        for (Name name : names) {
            EntityId id = id(name, name.text(sentences), canonical);
            mentions.add(new Mention(name.span(sentences), name.type(), id));
            groups.computeIfAbsent(id, i -> new ArrayList<>()).add(name);
        }
        List<Entity> entities = new ArrayList<>();
        groups.forEach((id, group) -> entities.add(entity(article, id, group, sentences, canonical)));
        return new Joined(mentions, entities);
    }

    private Entity entity(
            Article article, EntityId id, List<Name> group, List<Sentence> sentences, Map<String, String> canonical) {
        List<Span> spans = group.stream().map(name -> name.span(sentences)).toList();
        String longest = "";
        for (Name name : group) {
            String text = name.text(sentences);
            boolean longer = text.length() > longest.length();
            longest = longer ? text : longest;
        }
        String role = role(article, group, sentences);
        String alias = aliases.nameOf(longest);
        String shown = aliases.knows(longest) ? alias : longest;
        return new Entity(id, shown, group.get(0).type(), role, spans);
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

    private static String key(NameType type, String text) {
        return type + " " + text;
    }

    private EntityId id(Name name, String text, Map<String, String> canonical) {
        String full = canonical.getOrDefault(key(name.type(), text), text);
        String known = aliases.nameOf(full);
        String base = name.type() == NameType.PERSON ? firstAndLast(known) : known;
        return EntityId.of(name.type(), base);
    }

    /** From type and words of a mention to the words of the fullest name that it surely stands for. */
    private Map<String, String> canonical(List<Sentence> sentences, List<Name> names) {
        Map<String, String> canonical = new HashMap<>();
        Map<String, Set<String>> people = new HashMap<>();
        NavigableSet<String> bodies = new TreeSet<>();
        for (Name name : names) {
            String text = name.text(sentences);
            if (name.type() == NameType.PERSON && name.to() - name.from() > 1) {
                people.computeIfAbsent(surname(text), s -> new TreeSet<>()).add(firstAndLast(text));
            } else if (name.type() == NameType.ORGANIZATION) {
                bodies.add(text);
            }
        }
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            if (i > 0) {
                acronym(name, names.get(i - 1), sentences, canonical);
            }
            String text = name.text(sentences);
            if (!asked.add(key(name.type(), text))) {
                continue;
            }
            Set<String> full = people.getOrDefault(text, Set.of());
            if (name.type() == NameType.PERSON && full.size() == 1) {
                canonical.put(key(name.type(), text), full.iterator().next());
            } else if (name.type() == NameType.ORGANIZATION && !aliases.knows(text)) {
                List<String> longer = bodies.tailSet(text + " ").stream()
                        .takeWhile(body -> body.startsWith(text + " "))
                        .filter(body -> isShortFor(text, body))
                        .toList();
                // Of "Acme", "Acme Motors" and "Acme Motors Corp." the last two are one; "Acme" alone could be either
                // of two.
                boolean sure = longer.size() == 1
                        || !longer.isEmpty()
                                && longer.stream()
                                                .map(Entities::withoutForm)
                                                .distinct()
                                                .count()
                                        == 1;
                if (sure) {
                    canonical.putIfAbsent(key(name.type(), text), longer.get(0));
                }
            }
        }
        return canonical;
    }

    private static boolean isShortFor(String text, String body) {
        return !body.equals(text)
                && body.startsWith(text + " ")
                && (withoutForm(body).equals(text)
                        || text.indexOf(' ') < 0 && text.length() > 3 && isProper(body.substring(text.length() + 1)));
    }

    /** "Lockheed" is short for "Lockheed Martin", but "Bank" or "Ministry" is short for nothing that follows "of". */
    private static boolean isProper(String rest) {
        return !rest.startsWith("of ") && !rest.startsWith("for ") && Character.isUpperCase(rest.charAt(0));
    }

    private static String withoutForm(String body) {
        String[] words = body.split(" ");
        int end = words.length;
        while (end > 1 && FORMS.contains(words[end - 1])) {
            end--;
        }
        return String.join(" ", Arrays.copyOf(words, end));
    }

    /** "European Central Bank (ECB)": from here on the acronym is the bank. */
    private static void acronym(Name name, Name full, List<Sentence> sentences, Map<String, String> canonical) {
        if (name.from() < 2) {
            return;
        }
        List<Token> tokens = sentences.get(name.sentence()).tokens();
        String text = name.text(sentences);
        if (!tokens.get(name.from() - 1).text().equals("(")
                || text.length() < 2
                || !text.equals(text.toUpperCase(Locale.ROOT))) {
            return;
        }
        if (full.sentence() == name.sentence()
                && full.to() == name.from() - 1
                && isInitials(text, full.text(sentences))) {
            canonical.put(key(name.type(), text), full.text(sentences));
            canonical.put(key(full.type(), text), full.text(sentences));
        }
    }

    private static boolean isInitials(String acronym, String full) {
        StringBuilder all = new StringBuilder();
        StringBuilder capitals = new StringBuilder();
        for (String word : full.split("[ -]")) {
            if (!word.isEmpty()) {
                all.append(Character.toUpperCase(word.charAt(0)));
                capitals.append(Character.isUpperCase(word.charAt(0)) ? word.substring(0, 1) : "");
            }
        }
        String bare = acronym.replace(".", "");
        return bare.contentEquals(all) || bare.contentEquals(capitals);
    }

    static String surname(String name) {
        String[] words = name.split(" ");
        int last = words.length - 1;
        while (last > 0 && (SUFFIXES.contains(words[last]) || words[last].equals(","))) {
            last--;
        }
        return words[last];
    }

    /** "Vladimir V. Putin" and "Vladimir Putin" are one; names with particles stay whole. */
    private static String firstAndLast(String name) {
        String[] words = name.split(" ");
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            boolean middle = i > 0 && i < words.length - 1 && words[i].length() == 2 && words[i].endsWith(".");
            boolean suffix = i > 0 && (SUFFIXES.contains(words[i]) || words[i].equals(","));
            if (!middle && !suffix) {
                kept.append(kept.isEmpty() ? "" : " ").append(words[i]);
            }
        }
        return kept.toString();
    }
}
