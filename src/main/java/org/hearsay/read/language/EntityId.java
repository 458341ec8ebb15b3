package org.hearsay.read.language;

/** The stable name of a person, body or place across articles, as in {@code person:vladimir-putin}. */
public record EntityId(String text) implements Comparable<EntityId> {
    public EntityId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an entity's id is not blank");
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
