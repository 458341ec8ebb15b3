package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Entity;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.NameType;
import org.hearsay.read.language.Reading;

/**
 * Under which of the names of an article each of its persons speaks: under the whole one, where a short form begins or ends
 * no other. "Sister Jane" is Jane Smith, and so is "Jane Smith SC". Names have their marks as in the text. Immutable.
 */
final class WholeNames {
    /** Names of more words than this are not compared. */
    private static final int LONGEST = 12;

    /** Whole names of one family; a page with more is a directory, in which a short one says nothing. */
    private static final int COMPARED = 40;

    private static final Pattern DASH = Pattern.compile(" [-\u2013\u2014] ");

    private final Map<EntityId, Entity> whole = new HashMap<>();

    WholeNames(Reading reading) {
        List<Entity> entities = new ArrayList<>();
        String text = reading.article().text();
        for (Entity entity : reading.entities()) {
            String written = written(entity, text);
            String name = entity.type() == NameType.PERSON ? bare(written) : written;
            entities.add(
                    name.equals(entity.name())
                            ? entity
                            : new Entity(entity.id(), name, entity.type(), entity.role(), entity.mentions()));
        }
        Map<String, Set<Entity>> bySurname = new HashMap<>();
        Map<String, Set<Entity>> byFirst = new HashMap<>();
        for (Entity entity : entities) {
            List<String> words = Titles.bare(entity.name());
            if (words.size() < 2 || words.size() > LONGEST) {
                continue;
            }
            if (entity.type() == NameType.PERSON) {
                put(bySurname, words.get(words.size() - 1), entity);
                put(byFirst, words.get(0), entity);
            }
        }
        for (Entity entity : entities) {
            boolean person = entity.type() == NameType.PERSON;
            whole.put(entity.id(), person ? person(entity, bySurname, byFirst) : entity);
        }
    }

    /** The entity that a mention's entity speaks as. */
    Entity of(Entity entity) {
        return whole.getOrDefault(entity.id(), entity);
    }

    private static void put(Map<String, Set<Entity>> names, String key, Entity entity) {
        names.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(entity);
    }

    /** With its marks as in the text: "Norvik A/S". */
    private static String written(Entity entity, String text) {
        String name = entity.name();
        if (!name.contains(" / ") && !name.contains(" - ")) {
            return name;
        }
        int letters = name.replaceAll("[^\\p{L}]+", "").length();
        for (Span span : entity.mentions()) {
            String words = span.of(text).replaceAll("\\s+", " ");
            if (words.replaceAll("[^\\p{L}]+", "").length() == letters) {
                return words;
            }
        }
        return name;
    }

    /** Without letters of honour, and only the first of two that a dash joins: "Jane Smith SC", "Tim Weil – Mara's nephew". */
    private static String bare(String name) {
        String[] words = DASH.split(name, 2)[0].split(" ");
        int end = words.length;
        while (end > 2 && honour(words[end - 1], words[end - 2])
                || end > 1 && (words[end - 1].equals("junior") || words[end - 1].equals("senior"))) {
            end--;
        }
        return String.join(" ", List.of(words).subList(0, end));
    }

    private static boolean honour(String word, String before) {
        boolean capitals = word.length() > 1
                && word.length() < 4
                && word.chars().allMatch(c -> c >= 'A' && c <= 'Z')
                && !word.matches("[IVX]+");
        return capitals && !before.equals(before.toUpperCase(Locale.ROOT));
    }

    /** The one other person whose whole name the words begin or end. */
    private static Entity person(Entity entity, Map<String, Set<Entity>> bySurname, Map<String, Set<Entity>> byFirst) {
        List<String> words = Titles.bare(entity.name());
        boolean titled = entity.name().indexOf(' ') > 0 && words.size() == 1;
        Set<Entity> found = longer(words, bySurname.getOrDefault(words.get(words.size() - 1), Set.of()));
        if (found.isEmpty() && (titled || words.size() > 1)) {
            found = longer(words, byFirst.getOrDefault(words.get(0), Set.of()));
        }
        return found.size() == 1 ? found.iterator().next() : entity;
    }

    private static Set<Entity> longer(List<String> words, Set<Entity> people) {
        Set<Entity> found = new LinkedHashSet<>();
        if (people.size() > COMPARED) {
            return found;
        }
        for (Entity other : people) {
            List<String> name = Titles.bare(other.name());
            int more = name.size() - words.size();
            boolean part = more > 0
                    && (name.subList(0, words.size()).equals(words)
                            || name.subList(more, name.size()).equals(words));
            if (part) {
                found.add(other);
            }
        }
        return found;
    }
}
