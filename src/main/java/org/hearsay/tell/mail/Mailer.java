package org.hearsay.tell.mail;

/** Hands letters over. */
public interface Mailer extends AutoCloseable {
    Delivery deliver(Letter letter);

    @Override
    void close();
}
