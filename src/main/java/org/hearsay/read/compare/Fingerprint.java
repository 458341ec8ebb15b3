package org.hearsay.read.compare;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.hearsay.page.Bytes;

/**
 * What is kept of an article to find its copies and its event again without reading it again.
 *
 * @param shingles a fixed-size sample of the hashes of its word triples (bottom-k sketch), for copies
 * @param topics its names and the content words, figures and days of title and lead, lower case, for the event
 * @param when stated publication, else empty
 * @param agency the agency it credits
 * @param meaning the direction in which title and lead point, a byte a number, the largest of them 127; absent where the
 *     reader has no vectors
 */
public record Fingerprint(
        SortedSet<Long> shingles,
        SortedSet<String> topics,
        Optional<Instant> when,
        Optional<String> agency,
        Optional<Bytes> meaning) {
    public Fingerprint {
        shingles = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(shingles));
        topics = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(topics));
    }

    /** That of the same text as it was published then. */
    public Fingerprint publishedAt(Optional<Instant> published) {
        return published.equals(when) ? this : new Fingerprint(shingles, topics, published, agency, meaning);
    }

    /** Without vectors. */
    public Fingerprint(
            SortedSet<Long> shingles, SortedSet<String> topics, Optional<Instant> when, Optional<String> agency) {
        this(shingles, topics, when, agency, Optional.empty());
    }
}
