/**
 * Makes and measures the files in {@code models/}. Nothing at run time needs this room.
 *
 * <p>{@link org.hearsay.train.NamesTrainer} makes the name model of the light reader, {@link
 * org.hearsay.train.NamesScore} measures a reader's names; {@link org.hearsay.train.ArticleTrainer} makes the line model
 * that tells an article's text from what stands around it, {@link org.hearsay.train.ArticleScore} measures texts. All take a folder of corpora that is no part of the
 * repository, and a consumer for lines of progress. Training is deterministic: the same folder gives the same bytes.
 *
 * <pre>{@code
 * hearsay train names --corpus CORPORA/names --out models/en/names.bin
 * hearsay evaluate names --corpus CORPORA/names/dev
 * hearsay train article --corpus CORPORA/article --out models/en/article.trees
 * hearsay evaluate article --corpus CORPORA/article
 * }</pre>
 */
@NullMarked
package org.hearsay.train;

import org.jspecify.annotations.NullMarked;
