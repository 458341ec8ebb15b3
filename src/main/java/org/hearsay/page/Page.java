package org.hearsay.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What one fetch brought home.
 *
 * @param url where the bytes were found, after redirects
 * @param fetched UTC, whole milliseconds (what the archive can keep, so that a rebuild gives the same value)
 * @param status the HTTP status of the answer
 * @param headers in the order in which they came
 * @param body after content decoding (gzip, brotli); the character set is not yet decided
 */
public record Page(PageUrl url, Instant fetched, int status, List<Header> headers, Bytes body) {
    public Page {
        fetched = fetched.truncatedTo(ChronoUnit.MILLIS);
        headers = List.copyOf(headers);
    }

    /** The first header of that name, without regard to case. */
    public Optional<String> header(String name) {
        return headers.stream().filter(h -> h.named(name)).map(Header::value).findFirst();
    }

    /** The Content-Type header as sent, parameters included. */
    public Optional<String> contentType() {
        return header("Content-Type");
    }
}
