/**
 * Full-text search of claims and articles.
 *
 * <p>In go {@link org.hearsay.keep.index.IndexedArticle}s, out come {@link org.hearsay.keep.index.Hits}. The index is
 * derived: it may be deleted, and is filled again from the store.
 *
 * <pre>{@code
 * try (ClaimIndex index = LuceneIndex.open(data.resolve("index"))) {
 *     index.replace(List.of(article));
 *     index.commit();
 *     Hits hits = index.search(new SearchRequest(Query.parse("\"rare earth\" source:putin"), In.CLAIMS, Sort.RELEVANCE, 0, 20));
 * }
 * }</pre>
 *
 * <p>Three steps, each of which can be read alone. {@link org.hearsay.keep.index.Query} turns what a person typed into a
 * canonical text of the query language, without knowing any engine; it never fails, and bounds what a query may cost.
 * An engine turns that text into its own query, and articles into documents: one for each claim, one for the article,
 * replaced together by the article's id, so that handing in an article twice changes nothing. And marks are found by
 * analysing the few texts that are shown once more, so that their offsets are those of the text.
 *
 * <p>A claim is short, so what an analyst looks for together often stands in two claims of one article. Words side by
 * side, phrases, and whatever says how a claim is said belong to one claim; AND and NOT look at its article, unless
 * {@code scope:claim} is asked for. A claim is found across its article only if it meets one of the conditions itself,
 * and the hit tells which. For this an article and its claims lie side by side in the index, the article last.
 *
 * <p>Claims that say the same are one hit with the others under it, if that is wished. How many independent texts say
 * it is counted from the index when somebody sorts by it. Among hits that are as good, the newer come first; "new" is
 * what is near the newest there is, so that a ranking does not change by waiting.
 *
 * <p>Words are compared twice over: by stem, which is what a bare word asks, and as written, which is what a phrase asks.
 * Title words count less than the claim's own. Nothing depends on the order in which articles came: equal scores are
 * ordered by id.
 *
 * <p>A text is looked up by its words and, where the index was given sentence vectors, by its meaning: a claim then holds
 * the point of its words in a field of the engine's, which finds near ones without comparing all.
 *
 * <p>There are two engines, and one contract that both keep. {@link org.hearsay.keep.index.LuceneIndex} is a folder of this
 * machine; {@link org.hearsay.keep.index.OpenSearchIndex} is a server that many processes fill and search. What is asked and
 * what is kept is made once, for the first, and translated for the second, query by query and field by field; texts are
 * taken apart here for both.
 *
 * <p>What is hard is trouble with the disk. A commit that returns is on the disk; after any exception everything since
 * the last such commit must be handed in again, which the store's queue does by itself. An index whose files are not
 * those that were written is refused when it is opened ({@link org.hearsay.keep.index.IndexDamaged}), never half used.
 */
@NullMarked
package org.hearsay.keep.index;

import org.jspecify.annotations.NullMarked;
