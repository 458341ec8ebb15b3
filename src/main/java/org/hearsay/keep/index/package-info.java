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
 */
@NullMarked
package org.hearsay.keep.index;

import org.jspecify.annotations.NullMarked;
