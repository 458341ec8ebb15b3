package org.hearsay.gather.fetch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okhttp3.Cookie;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.hearsay.gather.fetch.FetchOutcome.Hop;

/**
 * The way of one fetch from address to address: its hops, the addresses seen, and the cookies, which live as long as
 * the fetch, so that a cookie wall can be passed, and go back only to the host that set them.
 */
final class Journey {
    private record HostCookie(String host, Cookie cookie) {}

    final List<Hop> hops = new ArrayList<>();
    private final List<HostCookie> cookies = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    long nanosLeft;

    Journey(long nanosLeft) {
        this.nanosLeft = nanosLeft;
    }

    /** Whether this address was already asked for in the same words: an address with a new cookie is a new question. */
    boolean returnsTo(HttpUrl url) {
        return !seen.add(url + "\n" + cookieHeader(url));
    }

    void remember(HttpUrl url, Headers headers) {
        for (Cookie cookie : Cookie.parseAll(url, headers)) {
            cookies.removeIf(
                    old -> old.host.equals(url.host()) && old.cookie.name().equals(cookie.name()));
            cookies.add(new HostCookie(url.host(), cookie));
        }
    }

    /** The Cookie header for this address; empty for none. */
    String cookieHeader(HttpUrl url) {
        StringBuilder header = new StringBuilder();
        for (HostCookie known : cookies) {
            if (known.host.equals(url.host()) && known.cookie.matches(url)) {
                header.append(header.isEmpty() ? "" : "; ")
                        .append(known.cookie.name())
                        .append('=')
                        .append(known.cookie.value());
            }
        }
        return header.toString();
    }
}
