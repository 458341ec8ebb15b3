package org.hearsay.gather.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The Retry-After header (RFC 9110, 10.2.3): seconds, or an HTTP date. */
final class RetryAfter {
    /** Nobody is left alone for longer at one word of a server: a mistyped year would lose the feed for good. */
    static final Duration MAX = Duration.ofDays(1);

    private RetryAfter() {}

    /** When to ask again, never before {@code now} and at most {@link #MAX} after it; empty if it makes no sense. */
    static Optional<Instant> parse(String value, Instant now) {
        String text = value.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            long seconds = text.length() > 9 ? MAX.toSeconds() : Long.parseLong(text);
            return Optional.of(now.plusSeconds(Math.min(seconds, MAX.toSeconds())));
        }
        Instant latest = now.plus(MAX);
        return HttpDates.parse(text).map(date -> date.isBefore(now) ? now : date.isAfter(latest) ? latest : date);
    }
}
