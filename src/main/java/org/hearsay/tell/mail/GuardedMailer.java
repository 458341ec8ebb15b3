package org.hearsay.tell.mail;

import java.util.List;
import java.util.Locale;

/**
 * Lets letters through to some addresses only, for an installation that is not the real one: a copy of its data has all
 * its readers. An entry is a whole address, or {@code @example.org} for all of a domain.
 */
public final class GuardedMailer implements Mailer {
    private final Mailer mailer;
    private final List<String> only;

    /** @param mailer is closed with this */
    public GuardedMailer(Mailer mailer, List<String> only) {
        this.mailer = mailer;
        this.only = only.stream().map(entry -> entry.toLowerCase(Locale.ROOT)).toList();
    }

    @Override
    public Delivery deliver(Letter letter) {
        String to = letter.to().toLowerCase(Locale.ROOT);
        boolean allowed =
                only.stream().anyMatch(entry -> entry.startsWith("@") ? to.endsWith(entry) : to.equals(entry));
        return allowed
                ? mailer.deliver(letter)
                : new Delivery.Refused(false, "mail.only-to does not name this address, so nothing was sent");
    }

    @Override
    public void close() {
        mailer.close();
    }
}
