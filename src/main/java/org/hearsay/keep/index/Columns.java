package org.hearsay.keep.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/**
 * What the facets count, of each document of one segment, laid out in memory: some 30 bytes a document, so 34 MB for a
 * million claims and their articles. A segment never changes, so neither does this. It is read from the files once (some
 * 0.3 s for a million); after that counting looks at two places of memory for each hit, where the engine's own columns
 * have it look at a dozen.
 */
final class Columns {
    /** Facets whose values are words of their own, and as many as there are. */
    static final List<String> NAMED = List.of(OutletFacet.NAME, "voice", "entity", "story");
    /** Stands for a document without a date. */
    static final int NO_DAY = Integer.MIN_VALUE;

    private static final int SECONDS = 86_400;

    /** Where each document's row begins in {@code rows}, and at last where the last one ends. */
    private final int[] starts;
    /** Of each document its traits, its day, then the numbers of its values. */
    private final int[] rows;

    private Columns(int[] starts, int[] rows) {
        this.starts = starts;
        this.rows = rows;
    }

    /** Adds what a document has to the counts: of values by their numbers, of traits by their bits. */
    void count(int document, int[] values, int[] traits, DayCounts days) {
        int at = starts[document];
        int end = starts[document + 1];
        for (int bits = rows[at++]; bits != 0; bits &= bits - 1) {
            traits[Integer.numberOfTrailingZeros(bits)]++;
        }
        int day = rows[at++];
        if (day != NO_DAY) {
            days.add(day);
        }
        while (at < end) {
            values[rows[at++]]++;
        }
    }

    static Columns of(LeafReader segment, Vocabulary vocabulary) throws IOException {
        int documents = segment.maxDoc();
        SortedSetDocValues[] named = new SortedSetDocValues[NAMED.size()];
        int[][] numbers = new int[named.length][];
        for (int facet = 0; facet < named.length; facet++) {
            named[facet] = DocValues.getSortedSet(segment, Documents.FACET + NAMED.get(facet));
            numbers[facet] = vocabulary.numbersOf(facet, named[facet]);
        }
        NumericDocValues traits = DocValues.getNumeric(segment, Documents.TRAITS);
        NumericDocValues when = DocValues.getNumeric(segment, Documents.WHEN);
        int[] starts = new int[documents + 1];
        int[] rows = new int[documents * 6 + 16];
        int size = 0;
        for (int document = 0; document < documents; document++) {
            starts[document] = size;
            rows = roomFor(2, size, rows);
            rows[size++] = traits.advanceExact(document) ? Math.toIntExact(traits.longValue()) : 0;
            rows[size++] = when.advanceExact(document) ? (int) Math.floorDiv(when.longValue(), SECONDS) : NO_DAY;
            for (int facet = 0; facet < named.length; facet++) {
                if (named[facet].advanceExact(document)) {
                    int count = named[facet].docValueCount();
                    rows = roomFor(count, size, rows);
                    for (int left = count; left > 0; left--) {
                        rows[size++] = numbers[facet][(int) named[facet].nextOrd()];
                    }
                }
            }
        }
        starts[documents] = size;
        return new Columns(starts, Arrays.copyOf(rows, size));
    }

    private static int[] roomFor(int more, int size, int[] rows) {
        return size + more <= rows.length ? rows : Arrays.copyOf(rows, (size + more) / 4 * 5 + 16);
    }

    /** Those of all segments that are open, and what else is kept of each. Thread-safe. */
    static final class Kept {
        private final Vocabulary vocabulary = new Vocabulary();
        private final CountsAlone alone = new CountsAlone();
        private final BySegment<Columns> bySegment = new BySegment<>();

        Vocabulary vocabulary() {
            return vocabulary;
        }

        CountsAlone alone() {
            return alone;
        }

        Columns of(LeafReader segment) throws IOException {
            return bySegment.of(segment.getCoreCacheHelper(), () -> Columns.of(segment, vocabulary));
        }

        /** Reads what is not known of a new state of the index, so that no search has to wait for it. */
        void warm(IndexReader reader) throws IOException {
            for (LeafReaderContext leaf : reader.leaves()) {
                of(leaf.reader());
            }
        }
    }

    /** Reads them before searches see a new state of the index; whoever only opens it for one search warms nothing for others. */
    static final class Warm extends SearcherFactory {
        private final Kept columns;

        Warm(Kept columns) {
            this.columns = columns;
        }

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) throws IOException {
            columns.warm(reader);
            return new IndexSearcher(reader);
        }
    }
}
