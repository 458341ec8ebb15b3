package org.hearsay.keep.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts the values of all facets over all hits while they are collected. */
final class FacetCounts implements CollectorManager<FacetCounts.Counts, SortedMap<String, SortedMap<String, Integer>>> {
    /** More values of one facet than anybody reads; the most frequent are kept. */
    private static final int MAX_VALUES = 200;

    @Override
    public Counts newCollector() {
        return new Counts();
    }

    @Override
    public SortedMap<String, SortedMap<String, Integer>> reduce(Collection<Counts> collected) throws IOException {
        SortedMap<String, SortedMap<String, Integer>> facets = new TreeMap<>();
        for (String facet : Documents.FACETS) {
            Map<String, Integer> counts = new TreeMap<>();
            for (Counts one : collected) {
                one.addTo(counts, facet);
            }
            SortedMap<String, Integer> kept = new TreeMap<>();
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MAX_VALUES)
                    .forEach(e -> kept.put(e.getKey(), e.getValue()));
            facets.put(facet, kept);
        }
        return facets;
    }

    static final class Counts implements Collector {
        private final List<SegmentCounts> segments = new ArrayList<>();

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            List<SegmentCounts> here = new ArrayList<>();
            for (String facet : Documents.FACETS) {
                SortedSetDocValues values = DocValues.getSortedSet(context.reader(), Documents.FACET + facet);
                here.add(new SegmentCounts(facet, values, new int[Math.toIntExact(values.getValueCount())]));
            }
            segments.addAll(here);
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {}

                @Override
                public void collect(int doc) throws IOException {
                    for (SegmentCounts segment : here) {
                        segment.count(doc);
                    }
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        private void addTo(Map<String, Integer> counts, String facet) throws IOException {
            for (SegmentCounts segment : segments) {
                if (segment.facet.equals(facet)) {
                    segment.addTo(counts);
                }
            }
        }
    }

    /** Counts by the segment's own numbers of values, which are turned into words once at the end. */
    private static final class SegmentCounts {
        private final String facet;
        private final SortedSetDocValues values;
        private final int[] counts;

        SegmentCounts(String facet, SortedSetDocValues values, int[] counts) {
            this.facet = facet;
            this.values = values;
            this.counts = counts;
        }

        void count(int doc) throws IOException {
            if (values.advanceExact(doc)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }

        void addTo(Map<String, Integer> all) throws IOException {
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    all.merge(values.lookupOrd(i).utf8ToString(), counts[i], Integer::sum);
                }
            }
        }
    }
}
