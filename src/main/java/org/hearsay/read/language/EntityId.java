package org.hearsay.read.language;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The stable name of a person, body or place across articles, as in {@code person:vladimir-putin}. */
public record EntityId(String text) implements Comparable<EntityId> {
    private static final Set<String> SMALL = Set.of("and", "at", "by", "for", "from", "in", "of", "on", "the", "to");

    public EntityId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an entity's id is not blank");
        }
    }

    /** The id of the thing of that type that is called so. */
    public static EntityId of(NameType type, String name) {
        return new EntityId(type.toString().toLowerCase(Locale.ROOT) + ":" + slug(name));
    }

    /** The words of a name in lower case, without marks and accents, parted by hyphens. */
    public static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "x" + Integer.toHexString(name.hashCode()) : plain;
    }

    /**
     * What there is to show where no text names it: as the list of aliases spells it ("NATO", "Government of Russia"), else
     * its words, each with a capital but for small ones inside.
     */
    public String words() {
        return Spelled.NAMES.getOrDefault(text, capitals());
    }

    private String capitals() {
        StringBuilder words = new StringBuilder();
        for (String word : text.substring(text.indexOf(':') + 1).split("-")) {
            if (!word.isEmpty()) {
                int first = words.isEmpty() || !SMALL.contains(word) ? word.offsetByCodePoints(0, 1) : 0;
                words.append(words.isEmpty() ? "" : " ")
                        .append(word.substring(0, first).toUpperCase(Locale.ROOT))
                        .append(word.substring(first));
            }
        }
        return words.toString();
    }

    /** Read with the first id that is shown. */
    private static final class Spelled {
        private static final Map<String, String> NAMES = names();

        private static Map<String, String> names() {
            Map<String, String> names = new HashMap<>();
            for (List<String> row : Lexicon.rows("aliases.txt")) {
                names.put(of(NameType.valueOf(row.get(2)), row.get(1)).text(), row.get(1));
            }
            return Map.copyOf(names);
        }
    }

    @Override
    public int compareTo(EntityId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
