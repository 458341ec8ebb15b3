/**
 * State and its transactions.
 *
 * <p>Two kinds of rows: what people typed, what was sent, which pages were taken and how feeds fare (not derived), and
 * articles, claims, groups and relations (derived from the archive, gone and made again by a rebuild). Derived rows
 * hold what reading found; what people decided of it, as which entities are one, is put on them when they are read.
 *
 * <p>It is one file, or a PostgreSQL database that many processes share; the SQL is the same. The hard part of the second is
 * that it may be away: what was cut off is done over, once, by asking the server what became of it, and a server that says
 * nothing at all is noticed by a pulse. So the body of a transaction may run twice and touches nothing but the store.
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
