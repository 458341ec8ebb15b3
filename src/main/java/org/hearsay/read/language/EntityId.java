package org.hearsay.read.language;

import java.text.Normalizer;
import java.util.Locale;

/** The stable name of a person, body or place across articles, as in {@code person:vladimir-putin}. */
public record EntityId(String text) implements Comparable<EntityId> {
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

    /** Its words, each with a capital: what there is to show where no text names it. */
    public String words() {
        StringBuilder words = new StringBuilder();
        for (String word : text.substring(text.indexOf(':') + 1).split("-")) {
            if (!word.isEmpty()) {
                int first = word.offsetByCodePoints(0, 1);
                words.append(words.isEmpty() ? "" : " ")
                        .append(word.substring(0, first).toUpperCase(Locale.ROOT))
                        .append(word.substring(first));
            }
        }
        return words.toString();
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
