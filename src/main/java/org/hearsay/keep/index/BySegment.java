package org.hearsay.keep.index;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;

/** What is kept of each segment as long as it is open. Thread-safe. */
final class BySegment<T> {
    private final Map<IndexReader.CacheKey, T> kept = new ConcurrentHashMap<>();

    interface Making<T> {
        T made() throws IOException;
    }

    /** @param cache a segment's: of what was written of it once, or of that less what is deleted by now */
    T of(IndexReader.CacheHelper cache, Making<T> making) throws IOException {
        T known = kept.get(cache.getKey());
        if (known != null) {
            return known;
        }
        // Two that ask at once both make it, which is seldom and does no harm.
        T made = making.made();
        if (kept.put(cache.getKey(), made) == null) {
            cache.addClosedListener(kept::remove);
        }
        return made;
    }
}
