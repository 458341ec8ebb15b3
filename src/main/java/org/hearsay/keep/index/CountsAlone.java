package org.hearsay.keep.index;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * How many of each segment a condition finds by itself, kept: the same few fields narrow one question after the other, and
 * to count half a million claims for each of them costs more than the search that found nothing. Thread-safe.
 */
final class CountsAlone {
    /** Conditions of a segment; the one that was asked for longest ago goes. */
    private static final int KEPT = 64;

    private final BySegment<Map<Query, Integer>> bySegment = new BySegment<>();

    int of(Query condition, IndexSearcher searcher) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(condition), ScoreMode.COMPLETE_NO_SCORES, 1);
        int total = 0;
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            // Of the segment as it is now: with what is deleted of it later it has another key.
            Map<Query, Integer> known = bySegment.of(segment.reader().getReaderCacheHelper(), CountsAlone::none);
            Integer count = known.get(condition);
            if (count == null) {
                count = count(weight, segment);
                known.put(condition, count);
            }
            total += count;
        }
        return total;
    }

    private static Map<Query, Integer> none() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Query, Integer> eldest) {
                return size() > KEPT;
            }
        });
    }

    private static int count(Weight weight, LeafReaderContext segment) throws IOException {
        int known = weight.count(segment);
        if (known >= 0) {
            return known;
        }
        Scorer scorer = weight.scorer(segment);
        if (scorer == null) {
            return 0;
        }
        Bits live = segment.reader().getLiveDocs();
        DocIdSetIterator found = scorer.iterator();
        int count = 0;
        for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
            if (live == null || live.get(doc)) {
                count++;
            }
        }
        return count;
    }
}
