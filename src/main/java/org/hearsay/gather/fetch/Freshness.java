package org.hearsay.gather.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearsay.page.Header;

/** For how long an answer stays good by its own word (RFC 9111, 4.2): max-age, else Expires, less the Age it has. */
public final class Freshness {
    private Freshness() {}

    /** Positive, or empty: most servers say nothing, or "no-cache", which only says that they do not know. */
    public static Optional<Duration> of(List<Header> headers, Instant received) {
        Optional<Duration> whole = maxAge(headers);
        if (whole.isEmpty()) {
            Optional<Instant> expires = value(headers, "expires").flatMap(HttpDates::parse);
            Instant from = value(headers, "date").flatMap(HttpDates::parse).orElse(received);
            whole = expires.map(end -> Duration.between(from, end));
        }
        Duration age = value(headers, "age").flatMap(Freshness::seconds).orElse(Duration.ZERO);
        return whole.map(all -> all.minus(age)).filter(Duration::isPositive);
    }

    private static Optional<Duration> maxAge(List<Header> headers) {
        Optional<Duration> age = Optional.empty();
        for (Header header : headers) {
            if (!header.name().equalsIgnoreCase("Cache-Control")) {
                continue;
            }
            for (String part : header.value().split(",")) {
                String directive = part.strip().toLowerCase(Locale.ROOT);
                if (directive.equals("no-cache") || directive.equals("no-store")) {
                    return Optional.of(Duration.ZERO);
                }
                if (directive.startsWith("max-age=")) {
                    age = seconds(directive.substring("max-age=".length()));
                }
            }
        }
        return age;
    }

    private static Optional<Duration> seconds(String text) {
        String digits = text.strip().replace("\"", "");
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        // RFC 9111, 1.2.2: what is too large to hold counts as very large.
        return Optional.of(Duration.ofSeconds(digits.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(digits)));
    }

    private static Optional<String> value(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}
