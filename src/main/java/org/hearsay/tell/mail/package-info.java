/**
 * Delivers letters: over SMTP, or into a folder.
 *
 * <p>In goes a finished {@link org.hearsay.tell.mail.Letter}, out comes a {@link org.hearsay.tell.mail.Delivery}.
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
