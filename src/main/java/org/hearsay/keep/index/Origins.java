package org.hearsay.keep.index;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SortField;

/**
 * From how many independent texts each assertion comes. Counted over the whole index when it is first asked for, and
 * anew when the index has changed: about a second for ten million claims. Thread-safe.
 */
final class Origins {
    private final Map<IndexReader, Counted> counted = new WeakHashMap<>();

    Counted in(IndexReader reader) throws IOException {
        synchronized (counted) {
            Counted known = counted.get(reader);
            if (known == null) {
                known = Counted.of(reader);
                counted.put(reader, known);
            }
            return known;
        }
    }

    static long value(IndexReader reader, int doc, String field) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
        return values.advanceExact(doc - leaf.docBase) ? values.longValue() : 0;
    }

    /**
     * Open addressing: what is said alike by its number, and in how many origins. Only what stands in two or more takes
     * a place in {@code many}.
     */
    static final class Counted {
        private final LongTable many;

        private Counted(LongTable many) {
            this.many = many;
        }

        static Counted of(IndexReader reader) throws IOException {
            LongTable first = new LongTable(reader.maxDoc());
            LongTable pairs = new LongTable(16);
            LongTable many = new LongTable(16);
            for (LeafReaderContext leaf : reader.leaves()) {
                NumericDocValues folds = DocValues.getNumeric(leaf.reader(), Documents.FOLD);
                NumericDocValues origins = DocValues.getNumeric(leaf.reader(), Documents.SOURCE_TEXT);
                org.apache.lucene.util.Bits live = leaf.reader().getLiveDocs();
                for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                    if (live != null && !live.get(doc) || !folds.advanceExact(doc) || !origins.advanceExact(doc)) {
                        continue;
                    }
                    long fold = folds.longValue();
                    long origin = origins.longValue();
                    long before = first.putIfAbsent(fold, origin);
                    if (before != LongTable.ABSENT && before != origin) {
                        long pair = fold * 31 + origin;
                        if (pairs.putIfAbsent(pair, 1) == LongTable.ABSENT) {
                            many.put(fold, Math.max(1, many.get(fold)) + 1);
                        }
                    }
                }
            }
            return new Counted(many);
        }

        int of(long fold) {
            return (int) Math.max(1, many.get(fold));
        }

        SortField order() {
            return new Number(this).getSortField(true);
        }
    }

    /** As the engine sorts by a number. */
    private static final class Number extends DoubleValuesSource {
        private final Counted counted;

        Number(Counted counted) {
            this.counted = counted;
        }

        @Override
        public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
            NumericDocValues folds = DocValues.getNumeric(leaf.reader(), Documents.FOLD);
            return new DoubleValues() {
                @Override
                public double doubleValue() throws IOException {
                    return counted.of(folds.longValue());
                }

                @Override
                public boolean advanceExact(int doc) throws IOException {
                    return folds.advanceExact(doc);
                }
            };
        }

        @Override
        public boolean needsScores() {
            return false;
        }

        @Override
        public DoubleValuesSource rewrite(IndexSearcher searcher) {
            return this;
        }

        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
            return false;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(counted);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Number number && number.counted == counted;
        }

        @Override
        public String toString() {
            return "origins";
        }
    }
}
