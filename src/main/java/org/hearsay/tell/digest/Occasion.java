package org.hearsay.tell.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Whom a letter goes to, and when.
 *
 * @param recipient one bare address
 * @param watches their names; none for everything
 * @param day of the recipient's calendar: one letter a day
 * @param written goes into the Date header
 * @param secret by which a link in the letter names its reader; without one there is no link to unsubscribe by
 */
public record Occasion(
        String recipient, List<String> watches, LocalDate day, ZoneId zone, Instant written, Optional<String> secret) {
    /** Without a link to unsubscribe by. */
    public Occasion(String recipient, List<String> watches, LocalDate day, ZoneId zone, Instant written) {
        this(recipient, watches, day, zone, written, Optional.empty());
    }

    public Occasion {
        watches = List.copyOf(watches);
        if (!recipient.contains("@")
                || !recipient.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '<' && c != '>')) {
            throw new IllegalArgumentException(
                    "a recipient is one bare address such as me@example.org, not " + Harmless.line(recipient, 80));
        }
    }
}
