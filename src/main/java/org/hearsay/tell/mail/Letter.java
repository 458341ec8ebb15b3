package org.hearsay.tell.mail;

import org.hearsay.page.Bytes;

/**
 * A whole message as it goes over the wire.
 *
 * @param messageId with its angle brackets
 * @param to one address
 */
public record Letter(String messageId, String from, String to, Bytes message) {}
