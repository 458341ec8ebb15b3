package org.hearsay.keep.store;

import java.util.ArrayList;
import java.util.List;

/** Values in parts that one statement can have: engines bound how many. */
final class Chunks {
    private static final int AT_ONCE = 400;

    private Chunks() {}

    /** In the order given; the parts are views of {@code all}. */
    static <T> List<List<T>> of(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int at = 0; at < all.size(); at += AT_ONCE) {
            chunks.add(all.subList(at, Math.min(all.size(), at + AT_ONCE)));
        }
        return chunks;
    }
}
