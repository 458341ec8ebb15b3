package org.hearsay.read.language;

import java.util.List;
import org.hearsay.read.article.Span;

/**
 * One thing that an article names, under its fullest name there.
 *
 * @param name the longest form in the text, without title or role
 * @param role the role the text gives a person ("Russian President"), empty if none
 * @param mentions in text order, never empty
 */
public record Entity(EntityId id, String name, NameType type, String role, List<Span> mentions) {
    public Entity {
        mentions = List.copyOf(mentions);
        if (mentions.isEmpty()) {
            throw new IllegalArgumentException("an entity is mentioned at least once: " + id);
        }
    }
}
