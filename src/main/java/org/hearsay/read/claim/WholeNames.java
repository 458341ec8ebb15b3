package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Entity;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.NameType;
import org.hearsay.read.language.Reading;

/**
 * Under which of the names of an article each of its entities speaks: under the whole one, where a short form begins or ends
 * no other. "Sister Jane" is Jane Smith, "Jane Smith SC" too, and "Norvik", which a model took for a person, is Norvik
 * Networks, where the text has named that before. Immutable.
 */
final class WholeNames {
    /** Forms of one body's name with more words than this are not compared. */
    private static final int LONGEST = 12;

    /** Whole names of one family; a page with more is a directory, in which a short one says nothing. */
    private static final int COMPARED = 40;

    /** How far behind a name a pronoun is likely to mean its bearer. */
    private static final int NEAR = 200;

    private static final Set<String> HE = Set.of("he", "she", "his", "her", "him");

    private static final Pattern DASH = Pattern.compile(" [-\u2013\u2014] ");

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

    /** What ends the name of a body that is one of a place: "Fellside Council" of Fellside. */
    private static final Set<String> OF_PLACES = lines("body-words.txt", 0);

    private static final Set<String> COUNTRIES = lines("demonyms.txt", 1);

    private final Map<EntityId, Entity> whole = new HashMap<>();
    private final Defined defined;

    WholeNames(Reading reading) {
        List<Entity> entities = new ArrayList<>();
        String text = reading.article().text();
        List<Block> blocks = reading.article().blocks();
        int body = !blocks.isEmpty() && blocks.get(0) instanceof Block.Heading heading
                ? heading.span().end()
                : 0;
        for (Entity entity : reading.entities()) {
            String written = written(entity, text);
            String name = entity.type() == NameType.PERSON ? bare(written) : written;
            entities.add(
                    name.equals(entity.name())
                            ? entity
                            : new Entity(entity.id(), name, entity.type(), entity.role(), entity.mentions()));
        }
        defined = new Defined(entities, text);
        Map<String, Set<Entity>> bySurname = new HashMap<>();
        Map<String, Set<Entity>> byFirst = new HashMap<>();
        Map<String, Set<Entity>> bodies = new HashMap<>();
        Set<String> people = new HashSet<>();
        for (Entity entity : entities) {
            List<String> words = Titles.bare(entity.name());
            if (words.size() < 2 || words.size() > LONGEST) {
                continue;
            }
            if (entity.type() == NameType.PERSON) {
                put(bySurname, words.get(words.size() - 1), entity);
                put(byFirst, words.get(0), entity);
                people.addAll(words);
            } else {
                put(bodies, entity.name().split(" ")[0], entity);
            }
        }
        Map<String, Set<Entity>> byEnd = new HashMap<>();
        for (Entity entity : entities) {
            List<String> words = List.of(entity.name().split(" "));
            if (entity.type() == NameType.ORGANIZATION && words.size() > 1 && words.size() <= LONGEST) {
                put(byEnd, words.get(0), entity);
                put(byEnd, words.get(words.size() - 1), entity);
            }
        }
        for (Entity entity : entities) {
            Entity found = entity.type() == NameType.PERSON ? person(entity, bySurname, byFirst) : entity;
            boolean single = found == entity
                    && entity.name().indexOf(' ') < 0
                    && !people.contains(entity.name().toLowerCase(Locale.ROOT));
            if (entity.type() == NameType.ORGANIZATION) {
                found = organization(entity, byEnd);
            } else if (single) {
                found = body(entity, bodies, text, body);
            }
            whole.put(entity.id(), defined.as(entity.name()).orElse(found));
        }
    }

    /** The entity that a mention's entity speaks as. */
    Entity of(Entity entity) {
        return whole.getOrDefault(entity.id(), entity);
    }

    /** Whom the text has said to call so: "(the “Company”)". */
    Optional<Entity> defined(String name) {
        return defined.as(name);
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

    /** The one body whose name begins with the single word, if the text has named it before and tells of nobody by the word. */
    private static Entity body(Entity entity, Map<String, Set<Entity>> bodies, String text, int body) {
        String word = entity.name();
        Map<String, Entity> found = new TreeMap<>();
        Set<Entity> named = bodies.getOrDefault(word, Set.of());
        for (Entity other : named.size() > COMPARED ? Set.<Entity>of() : named) {
            String last = other.name().substring(other.name().lastIndexOf(' ') + 1);
            boolean several = other.type() == NameType.ORGANIZATION || last.endsWith("s") && last.length() > 3;
            boolean next = other.name().startsWith(word + " ")
                    && Character.isUpperCase(other.name().charAt(word.length() + 1));
            if (several && next && !OF_PLACES.contains(last)) {
                found.put(other.name(), other);
            }
        }
        boolean open = entity.type() != NameType.PERSON || word.length() < 4 || COUNTRIES.contains(word);
        if (open || found.size() != 1 || !entity.role().isBlank()) {
            return entity;
        }
        Entity one = found.values().iterator().next();
        int first = entity.mentions().stream()
                .mapToInt(Span::start)
                .filter(at -> at >= body)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        if (one.mentions().get(0).start() > first) {
            return entity; // whoever is named before it, and speaks, has a name of his own
        }
        int human = 0;
        for (Span span : entity.mentions()) {
            human += human(text, span.end());
            String before = before(text, span.start());
            String behind = text.substring(span.end(), Math.min(text.length(), span.end() + 6));
            boolean somebody = Titles.is(before) || behind.startsWith(", who") || behind.matches("(?s), \\d\\d\\b.*");
            if (LOCAL.contains(before) || somebody) {
                return entity;
            }
        }
        return human > 0 ? entity : one;
    }

    /**
     * The one body whose name goes on where this one ends ("Calder" of Calder Terminals), or has its only word for its
     * head ("the Department" of the Department of Trade, "the Bank" of the Central Bank).
     */
    private static Entity organization(Entity entity, Map<String, Set<Entity>> byEnd) {
        String word = entity.name().split(" ")[0];
        boolean noun = OF_PLACES.contains(entity.name());
        Map<String, Entity> found = new TreeMap<>();
        for (Entity other : byEnd.getOrDefault(word, Set.of())) {
            String name = other.name();
            boolean begins = name.startsWith(entity.name() + " ");
            boolean ends = noun && name.endsWith(" " + word);
            String last = name.substring(name.lastIndexOf(' ') + 1);
            boolean firm = !noun
                    && begins
                    && Character.isUpperCase(name.charAt(entity.name().length() + 1))
                    && !OF_PLACES.contains(last);
            if (ends || begins && (noun || firm)) {
                found.put(name, other);
            }
        }
        return found.size() == 1 ? found.values().iterator().next() : entity;
    }

    /** How many more a "he" or "she" than an "it" stand close behind an offset. */
    private static int human(String text, int at) {
        String[] words = text.substring(at, Math.min(text.length(), at + NEAR))
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}]+");
        int more = 0;
        for (String word : words) {
            more += HE.contains(word) ? 1 : word.equals("it") || word.equals("its") ? -1 : 0;
        }
        return more;
    }

    /** The word before an offset, in small letters and without its full stop. */
    private static String before(String text, int at) {
        int end = at;
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '.')) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < 20 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static Set<String> lines(String file, int column) {
        Set<String> words = new HashSet<>();
        for (String[] row : Lexicon.rows(file, column + 1)) {
            words.add(row[column]);
        }
        return Set.copyOf(words);
    }
}
