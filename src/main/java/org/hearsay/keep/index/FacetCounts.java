package org.hearsay.keep.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts the hits, and the values of all facets over all of them, while they are collected. */
final class FacetCounts implements CollectorManager<FacetCounts.Counts, FacetCounts.Counted> {
    /** Those whose values are words of their own, and as many as there are. */
    static final List<String> NAMED = List.of("outlet", "voice", "entity", "story");
    /** Those that are among the {@link Traits}. */
    private static final List<String> TRAITS = List.of("kind", "stance", "attribution");

    private static final String DATE = "date";
    /** More values of one facet than anybody reads; the most frequent are kept. */
    private static final int MAX_VALUES = 200;
    /** Of one part of the index; what is rarer there is among the most frequent nowhere. */
    private static final int MAX_OF_SEGMENT = 2_000;

    /** How many there are, and of what. */
    record Counted(int total, SortedMap<String, SortedMap<String, Integer>> facets) {}

    static SortedMap<String, SortedMap<String, Integer>> none() {
        SortedMap<String, SortedMap<String, Integer>> facets = new TreeMap<>();
        NAMED.forEach(facet -> facets.put(facet, new TreeMap<>()));
        TRAITS.forEach(facet -> facets.put(facet, new TreeMap<>()));
        facets.put(DATE, new TreeMap<>());
        return facets;
    }

    @Override
    public Counts newCollector() {
        return new Counts();
    }

    @Override
    public Counted reduce(Collection<Counts> collected) throws IOException {
        SortedMap<String, SortedMap<String, Integer>> facets = none();
        for (String facet : NAMED) {
            Map<String, Integer> counts = new HashMap<>();
            for (Counts one : collected) {
                for (Segment segment : one.segments) {
                    segment.addTo(counts, facet);
                }
            }
            facets.put(facet, mostFrequent(counts));
        }
        DayCounts days = new DayCounts();
        long[] traits = new long[Long.SIZE];
        int total = 0;
        for (Counts one : collected) {
            total += one.total;
            days.add(one.days);
            for (int bit = 0; bit < traits.length; bit++) {
                traits[bit] += one.traits[bit];
            }
        }
        for (int i = 0; i < Traits.ALL.size(); i++) {
            Traits.Trait trait = Traits.ALL.get(i);
            if (traits[i] > 0 && TRAITS.contains(trait.field())) {
                facets.getOrDefault(trait.field(), new TreeMap<>()).put(trait.value(), (int) traits[i]);
            }
        }
        facets.put(DATE, days.counts());
        return new Counted(total, facets);
    }

    private static SortedMap<String, Integer> mostFrequent(Map<String, Integer> counts) {
        SortedMap<String, Integer> kept = new TreeMap<>();
        if (counts.size() <= MAX_VALUES) {
            kept.putAll(counts);
            return kept;
        }
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_VALUES)
                .forEach(e -> kept.put(e.getKey(), e.getValue()));
        return kept;
    }

    static final class Counts implements Collector {
        private final List<Segment> segments = new ArrayList<>();
        private final long[] traits = new long[Long.SIZE];
        private final DayCounts days = new DayCounts();
        private int total;

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            Segment here = new Segment(context);
            segments.add(here);
            NumericDocValues traitBits = DocValues.getNumeric(context.reader(), Documents.TRAITS);
            NumericDocValues when = DocValues.getNumeric(context.reader(), Documents.WHEN);
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {}

                @Override
                public void collect(int doc) throws IOException {
                    total++;
                    here.count(doc);
                    if (traitBits.advanceExact(doc)) {
                        for (long bits = traitBits.longValue(); bits != 0; bits &= bits - 1) {
                            traits[Long.numberOfTrailingZeros(bits)]++;
                        }
                    }
                    if (when.advanceExact(doc)) {
                        days.add(when.longValue());
                    }
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    /** Counts by the segment's own numbers of values, which are turned into words once at the end. */
    private static final class Segment {
        private final SortedSetDocValues[] values = new SortedSetDocValues[NAMED.size()];
        private final int[][] counts = new int[NAMED.size()][];

        Segment(LeafReaderContext context) throws IOException {
            for (int i = 0; i < values.length; i++) {
                values[i] = DocValues.getSortedSet(context.reader(), Documents.FACET + NAMED.get(i));
                counts[i] = new int[Math.toIntExact(values[i].getValueCount())];
            }
        }

        void count(int doc) throws IOException {
            for (int i = 0; i < values.length; i++) {
                SortedSetDocValues all = values[i];
                if (all.advanceExact(doc)) {
                    for (int n = all.docValueCount(); n > 0; n--) {
                        counts[i][(int) all.nextOrd()]++;
                    }
                }
            }
        }

        void addTo(Map<String, Integer> all, String facet) throws IOException {
            int i = NAMED.indexOf(facet);
            int least = least(counts[i]);
            for (int value = 0; value < counts[i].length; value++) {
                if (counts[i][value] >= least) {
                    all.merge(values[i].lookupOrd(value).utf8ToString(), counts[i][value], Integer::sum);
                }
            }
        }

        /** The least count with which a value is among the most frequent ones here. */
        private static int least(int[] counts) {
            int[] values = java.util.Arrays.stream(counts).filter(n -> n > 0).toArray();
            if (values.length <= MAX_OF_SEGMENT) {
                return 1;
            }
            java.util.Arrays.sort(values);
            // Of those with just that count there may be very many.
            return Math.max(2, values[values.length - MAX_OF_SEGMENT]);
        }
    }
}
