package org.hearsay.gather.fetch;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How to fetch.
 *
 * @param delay between two requests to one host
 * @param timeout of a whole request, body included
 * @param maxBytes of a body, before and after decoding
 * @param allow CIDR blocks of private addresses that may be contacted, as in {@code 127.0.0.0/8} or {@code ::1/128}
 * @param allowEndpoints single sockets that may be contacted though private: the bundled newsroom's
 * @param userAgent sent with every request, and the name under which robots.txt is asked
 */
public record FetchSettings(
        Duration delay,
        Duration timeout,
        long maxBytes,
        List<String> allow,
        Set<InetSocketAddress> allowEndpoints,
        String userAgent) {
    public FetchSettings {
        allow = List.copyOf(allow);
        allowEndpoints = Set.copyOf(allowEndpoints);
    }

    /** The same, but no request takes longer than this. */
    public FetchSettings within(Duration longest) {
        return timeout.compareTo(longest) <= 0
                ? this
                : new FetchSettings(delay, longest, maxBytes, allow, allowEndpoints, userAgent);
    }

    /** The defaults of the documentation. */
    public static FetchSettings defaults() {
        return new FetchSettings(
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                16L << 20,
                List.of(),
                Set.of(),
                "Hearsay/0.1 (news reader; claims index)");
    }
}
