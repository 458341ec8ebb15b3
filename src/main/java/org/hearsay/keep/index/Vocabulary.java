package org.hearsay.keep.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * The values of all facets, each with a number that stays its own while the index is open, whatever the engine does with
 * its segments. What is no longer in the index keeps its number until then. Thread-safe.
 */
final class Vocabulary {
    private final Map<Value, Integer> numbers = new HashMap<>();
    private final List<Value> values = new ArrayList<>();
    /** Never changed where somebody may read it, which is below {@code values.size()}. */
    private byte[] facets = new byte[1_024];

    /** @param facet its place among {@link Columns#NAMED} */
    record Value(int facet, String word) {}

    /** The numbers of a segment's values, by the segment's own numbers of them. */
    synchronized int[] numbersOf(int facet, SortedSetDocValues own) throws IOException {
        int[] all = new int[Math.toIntExact(own.getValueCount())];
        for (int i = 0; i < all.length; i++) {
            BytesRef word = own.lookupOrd(i);
            Value value = new Value(facet, word.utf8ToString());
            Integer known = numbers.putIfAbsent(value, values.size());
            if (known == null) {
                known = values.size();
                values.add(value);
                if (known == facets.length) {
                    facets = Arrays.copyOf(facets, known * 2);
                }
                facets[known] = (byte) facet;
            }
            all[i] = known;
        }
        return all;
    }

    synchronized int size() {
        return values.size();
    }

    /** To which facet each number belongs; not to be changed, and longer than there are numbers. */
    synchronized byte[] facets() {
        return facets;
    }

    synchronized Value value(int number) {
        return values.get(number);
    }
}
