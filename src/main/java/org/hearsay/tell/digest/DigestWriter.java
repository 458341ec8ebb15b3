package org.hearsay.tell.digest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.store.Store;

/** Finds out what is new. Reads the store and the index, changes neither. Thread-safe as they are. */
public final class DigestWriter {
    private final Store store;
    private final Optional<ClaimIndex> index;

    /** Without an index there is no watch to ask for, only everything. */
    public DigestWriter(Store store) {
        this(store, Optional.empty());
    }

    public DigestWriter(Store store, ClaimIndex index) {
        this(store, Optional.of(index));
    }

    private DigestWriter(Store store, Optional<ClaimIndex> index) {
        this.store = store;
        this.index = index;
    }

    /**
     * What was first seen, changed or taken back in [from, to). A claim is told once: one that stands among the conflicts
     * does not come again among the new ones, nor do others that say the same.
     *
     * @param watches none for everything
     */
    public Digest digest(List<Watch> watches, Instant from, Instant to) {
        if (!watches.isEmpty() && index.isEmpty()) {
            throw new IllegalArgumentException("a watch is a search, and there is no index to search");
        }
        Matches matches = watches.isEmpty() ? Matches.ALL : Matches.of(index.orElseThrow(), watches);
        return new Round(store, matches, from, to).digest();
    }
}
