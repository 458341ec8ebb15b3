package org.hearsay.keep.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.language.EntityId;

/**
 * Who is who. Reading joins the mentions of an article and gives them ids that are the same across articles; people may
 * say that two ids are one, or that one id is somebody else in some articles. What they say is kept with who said it and
 * when, survives a rebuild and can be undone: articles and claims are stored as read, and every article and claim that
 * leaves the store has the ids that the decisions in effect give it. A decision queues the articles that it touches for
 * the index.
 *
 * <pre>{@code
 * Said said = new Said("anna@desk.example", "one man, two spellings", now);
 * long number = store.entities().merge(new EntityId("person:w-clinton"), new EntityId("person:bill-clinton"), said);
 * store.entities().undo(number, new Said("anna@desk.example", "they are father and son", later));
 * }</pre>
 */
public interface Entities {
    /**
     * From now on all that is {@code entity} is {@code into}.
     *
     * @return the decision's number
     * @throws IllegalArgumentException if they are one already, or {@code entity} is merged into a third; says what to undo
     */
    long merge(EntityId entity, EntityId into, Said said);

    /**
     * From now on what is {@code entity} in these articles is {@code into}, which need not be known yet.
     *
     * @return the decision's number
     * @throws IllegalArgumentException if there is no article, both are one, or an article is split already; says what to undo
     */
    long split(EntityId entity, EntityId into, Set<ArticleId> articles, Said said);

    /**
     * Takes a decision back.
     *
     * @return that decision, as it was until now
     * @throws IllegalArgumentException if there is no such decision, or it was taken back before
     */
    Decision undo(long decision, Said said);

    /** All decisions in the order in which they were made, those that were undone too. */
    List<Decision> decisions();

    /** What the decisions in effect come to. */
    Resolution resolution();

    /** The entity that all of {@code entity} is now; empty if no article names it. */
    Optional<Known> known(EntityId entity);

    /** The articles that name it, those fetched last first. */
    List<ArticleId> articles(EntityId entity, int limit);

    /** Entities whose id holds these words, those named in most articles first. */
    List<Known> named(String words, int limit);

    /** Who said so, why, and when. */
    record Said(String who, String why, Instant at) {}

    /** MERGE holds everywhere, SPLIT in some articles. */
    enum Kind {
        MERGE,
        SPLIT
    }

    /**
     * @param articles of a SPLIT; empty for a MERGE
     * @param undone present if it was taken back
     */
    record Decision(
            long number,
            Kind kind,
            EntityId entity,
            EntityId into,
            Set<ArticleId> articles,
            Said said,
            Optional<Said> undone) {
        public Decision {
            articles = Set.copyOf(articles);
        }
    }

    /**
     * An entity as it stands.
     *
     * @param name the form that most articles use
     * @param read the ids that reading gave to its mentions, its own among them if it is one
     */
    record Known(EntityId id, String name, int articles, int mentions, Set<EntityId> read) {
        public Known {
            read = Set.copyOf(read);
        }
    }
}
