/**
 * Makes and measures the files in {@code models/}. Nothing at run time needs this room.
 *
 * <p>{@link org.hearsay.train.NamesTrainer} makes the name model of the light reader, {@link
 * org.hearsay.train.NamesScore} measures a reader's names. Both take a folder of corpora that is no part of the
 * repository, and a consumer for lines of progress. Training is deterministic: the same folder gives the same bytes.
 *
 * <pre>{@code
 * hearsay train names --corpus CORPORA/names --out models/en/names.bin
 * hearsay evaluate names --corpus CORPORA/names/dev
 * }</pre>
 */
@NullMarked
package org.hearsay.train;

import org.jspecify.annotations.NullMarked;
