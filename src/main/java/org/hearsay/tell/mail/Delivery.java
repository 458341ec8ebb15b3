package org.hearsay.tell.mail;

/** What became of handing a letter over. */
public sealed interface Delivery {
    /** The server took it. */
    record Accepted() implements Delivery {}

    /**
     * It will never be taken (5xx).
     *
     * @param address whether it is the recipient's address that is refused, so that no other letter will be taken either
     */
    record Refused(boolean address, String words) implements Delivery {}

    /** Not now (no connection, 4xx, time-out before the end of the data): try again later. */
    record Postponed(String words) implements Delivery {}

    /** The connection broke after the data ended: it may or may not have been taken. */
    record Unclear(String words) implements Delivery {}
}
