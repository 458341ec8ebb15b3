/**
 * State and its transactions.
 *
 * <p>Two kinds of rows: what people typed, what was sent, which pages were taken and how feeds fare (not derived), and
 * articles, claims, groups and relations (derived from the archive, gone and made again by a rebuild).
 *
 * <p>A value is kept whole as JSON beside the columns that are asked for, so that reading gives back exactly what was
 * stored; {@code db/migration} holds the tables, each index with the question it answers. Whoever changes a record that
 * is stored changes its JSON: see {@code Values}.
 *
 * <p>What is hard is to lose nothing and to wait for nobody. One transaction writes at a time and is on the disk when it
 * ends; readers see the last commit meanwhile. Long walks ({@code each}) go in chunks by key and hold nothing open, so a
 * visitor may write, and sees what was written behind or before it.
 *
 * <pre>{@code
 * try (Store store = SqliteStore.open(data.resolve("hearsay.db"))) {
 *     store.inTransaction(() -> {
 *         store.articles().add(article, fingerprint);
 *         store.feeds().end(feed, key, Ending.NEW, Optional.of(lookAgain), Optional.empty());
 *         return null;
 *     });
 * }
 * }</pre>
 */
@NullMarked
package org.hearsay.keep.store;

import org.jspecify.annotations.NullMarked;
