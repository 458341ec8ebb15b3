package org.hearsay.read.language;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Article;

/**
 * An article with the linguistic facts of its text.
 *
 * @param english whether the text was read as English; if not there are sentences, and nothing else
 * @param names in text order, not overlapping
 * @param entities the things named, each mention belonging to exactly one
 * @param quantities in text order, not overlapping
 * @param tagging what the encoder marked beside the names; absent where a reader without it read, or no English was read
 */
public record Reading(
        Article article,
        boolean english,
        List<Sentence> sentences,
        List<Mention> names,
        List<Entity> entities,
        List<Quantity> quantities,
        Optional<Tagging> tagging) {
    public Reading {
        sentences = List.copyOf(sentences);
        names = List.copyOf(names);
        entities = List.copyOf(entities);
        quantities = List.copyOf(quantities);
    }

    /** A reading without an encoder's tags. */
    public Reading(
            Article article,
            boolean english,
            List<Sentence> sentences,
            List<Mention> names,
            List<Entity> entities,
            List<Quantity> quantities) {
        this(article, english, sentences, names, entities, quantities, Optional.empty());
    }
}
