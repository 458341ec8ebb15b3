package org.hearsay.read.compare;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What is kept of an article to find its copies and its event again without reading it again.
 *
 * @param shingles a fixed-size sample of the hashes of its word triples (bottom-k sketch), for copies
 * @param topics its names and the content words of title and lead, lower case, for the event
 * @param when stated publication, else empty
 * @param agency the agency it credits
 */
public record Fingerprint(
        SortedSet<Long> shingles, SortedSet<String> topics, Optional<Instant> when, Optional<String> agency) {
    public Fingerprint {
        shingles = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(shingles));
        topics = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(topics));
    }
}
