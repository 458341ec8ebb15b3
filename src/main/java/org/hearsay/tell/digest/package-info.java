/**
 * What is new and how it reads.
 *
 * <p>In come a window of time and watches, out comes a {@link org.hearsay.tell.digest.Digest}, and from it a
 * {@link org.hearsay.tell.digest.Message}: a whole letter in plain text and HTML, ready to be stored and sent.
 *
 * <pre>{@code
 * Digest digest = new DigestWriter(store, index).digest(watches, from, to);
 * if (digest.hasNews()) {
 *     Message letter = new LetterFormat(new LetterSettings("hearsay@example.org", publicUrl))
 *             .message(digest, new Occasion("me@example.org", List.of("Rare earths"), day, zone, now));
 * }
 * }</pre>
 *
 * <p>The window goes by when a claim was <em>first seen</em>, not by when its article says it was published: an article
 * that comes late is then never lost between two letters. What was told once comes back only as a change, or as
 * something that others now say too.
 *
 * <p>A claim stands in a letter word for word, with who said it and how surely. Everything else is ours and says so.
 * All that a page, a feed or a person wrote goes through {@code Harmless} once, into a {@code Sheet}; the plain part and
 * the HTML part are both set from that sheet, so they cannot tell different things. The same digest and occasion give
 * the same bytes, Message-ID included, so a letter sent a second time is seen as the same one.
 *
 * <p>MIME is written here, in one small file, and not by the library of the room that delivers: a letter is stored in
 * the transaction that makes its row, before anything is delivered, and must come out the same twice.
 */
@NullMarked
package org.hearsay.tell.digest;

import org.jspecify.annotations.NullMarked;
