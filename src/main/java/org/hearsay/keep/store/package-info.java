/**
 * State and its transactions.
 *
 * <p>Two kinds of rows: what people typed, what was sent, which pages were taken and how feeds fare (not derived), and
 * articles, claims, groups and relations (derived from the archive, gone and made again by a rebuild). Derived rows
 * hold what reading found; what people decided of it, as which entities are one, is put on them when they are read.
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
