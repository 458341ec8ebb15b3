/**
 * Makes and measures the files in {@code models/}. Nothing at run time needs this room.
 *
 * <pre>{@code
 * hearsay train names --corpus CORPORA/names --out models/en/names.bin
 * hearsay evaluate names --corpus CORPORA/names/dev
 * }</pre>
 */
@NullMarked
package org.hearsay.train;

import org.jspecify.annotations.NullMarked;
