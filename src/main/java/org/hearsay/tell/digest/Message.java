package org.hearsay.tell.digest;

import org.hearsay.page.Bytes;

/**
 * A finished letter.
 *
 * @param messageId with its angle brackets, the same for the same recipient, watches and day
 * @param bytes the whole message as it goes over the wire
 */
public record Message(String messageId, String subject, Bytes bytes) {}
