package org.hearsay.keep.index;

import java.util.List;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.language.SentenceVectors;

/**
 * Finds claims and articles. Thread-safe. Its documents have the deterministic ids of claims and articles, so that
 * adding twice changes nothing.
 */
public interface ClaimIndex extends AutoCloseable {
    /**
     * What is handed in until the next {@link #commit} was read from the store after this call. Where several processes fill
     * one index, of two states of an article that remains whose turn began later; whoever began earlier has not taken the
     * later change out of the queue.
     */
    default void begin() {}

    /** Replaces all that the index holds of these articles. Not searchable, and lost in a crash, until {@link #commit}. */
    void replace(List<IndexedArticle> articles);

    /**
     * As {@link #replace}, but what claims mean ({@link #understand}) may be left for later: then
     * {@link #withoutMeaning} names these articles until they are replaced in full.
     */
    default void replaceForNow(List<IndexedArticle> articles) {
        replace(articles);
    }

    /** Articles that searches see and whose claims were to get their meaning later; none where nothing could give it. */
    default List<ArticleId> withoutMeaning(int most) {
        return List.of();
    }

    /** Takes out an article and its claims. */
    void remove(List<ArticleId> articles);

    /** When this returns, all earlier changes are on the disk and found by searches. */
    void commit();

    /** How many a search finds, without looking at any. */
    int count(Query query, SearchRequest.In in);

    /** How many there are to search. */
    int count(SearchRequest.In in);

    /** Never fails on what a person typed: see {@link Query#parse}. */
    Hits search(SearchRequest request);

    /**
     * Claims that may say what a text says, the likeliest first: found by its words, and where the index has vectors
     * ({@link #understand}) also if they say it in others. Nothing in the text is syntax.
     */
    Hits alike(String text, int limit);

    /**
     * From now on claims are kept with their meaning, and texts are looked for by theirs. What was indexed without
     * stays so until it is replaced. A claim takes some milliseconds more.
     */
    void understand(SentenceVectors vectors);

    /** Empties the index. */
    void clear();

    /**
     * All that there is will be handed in anew. Where the engine can, searches go on to see what there was until {@link
     * #caughtUp}.
     */
    default void startOver() {
        clear();
        commit();
    }

    /** The store's queue is empty: all that there is has been handed in and committed. */
    default void caughtUp() {}

    @Override
    void close();
}
