/**
 * Delivers letters: over SMTP, or into a folder.
 *
 * <p>In goes a finished {@link org.hearsay.tell.mail.Letter}, out comes a {@link org.hearsay.tell.mail.Delivery}. The
 * four endings are what whoever sends must tell apart so that nothing is sent twice and nobody is given up for a
 * server's bad day: taken, refused for good, not now, and unclear, when the connection broke after the end of the data.
 * The bytes are sent as they were stored.
 *
 * <pre>{@code
 * try (Mailer mailer = SmtpMailer.open(URI.create("smtp://localhost:2525"))) {
 *     if (mailer.deliver(letter) instanceof Accepted) { … }
 * }
 * }</pre>
 */
@NullMarked
package org.hearsay.tell.mail;

import org.jspecify.annotations.NullMarked;
