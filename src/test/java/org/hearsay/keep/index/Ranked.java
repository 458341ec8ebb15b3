package org.hearsay.keep.index;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Documents by a score, the best first, and of those that are as good the first by number. */
final class Ranked {
    private Ranked() {}

    static List<Integer> all(int documents, IntToDoubleFunction score) {
        double[] scores = IntStream.range(0, documents).mapToDouble(score).toArray();
        return IntStream.range(0, documents)
                .boxed()
                .sorted(Comparator.comparingDouble(doc -> -scores[doc]))
                .toList();
    }
}
