/**
 * What is new and how it reads.
 *
 * <p>In come a window of time and watches, out comes a {@link org.hearsay.tell.digest.Digest}, and from it a letter
 * in plain text and HTML.
 *
 * <pre>{@code
 * Digest digest = new DigestWriter(store, index, settings).digest(watches, from, to, zone);
 * Bytes message = new LetterFormat(...).message(digest, from, to, date);
 * }</pre>
 */
@NullMarked
package org.hearsay.tell.digest;

import org.jspecify.annotations.NullMarked;
