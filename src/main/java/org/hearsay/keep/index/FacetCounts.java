package org.hearsay.keep.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts the hits, and the values of all facets over all of them, while they are collected. */
final class FacetCounts implements CollectorManager<FacetCounts.Counts, FacetCounts.Counted> {
    /** Facets that are among the {@link Traits}. */
    private static final List<String> TRAITS = List.of("kind", "stance", "attribution");

    private static final String DATE = "date";
    /** More values of one facet than anybody reads; the most frequent are kept. */
    private static final int MAX_VALUES = 200;
    /** So many that are as frequent as the last one kept are compared by the alphabet; of more, none is kept. */
    private static final int MAX_ALIKE = 500;

    private final Columns.Kept columns;

    FacetCounts(Columns.Kept columns) {
        this.columns = columns;
    }

    /** How many there are, and of what. */
    record Counted(int total, SortedMap<String, SortedMap<String, Integer>> facets) {}

    static SortedMap<String, SortedMap<String, Integer>> none() {
        SortedMap<String, SortedMap<String, Integer>> facets = new TreeMap<>();
        Columns.NAMED.forEach(facet -> facets.put(facet, new TreeMap<>()));
        TRAITS.forEach(facet -> facets.put(facet, new TreeMap<>()));
        facets.put(DATE, new TreeMap<>());
        return facets;
    }

    @Override
    public Counts newCollector() {
        return new Counts(columns);
    }

    @Override
    public Counted reduce(Collection<Counts> collected) {
        Counts all = new Counts(columns);
        collected.forEach(all::add);
        SortedMap<String, SortedMap<String, Integer>> facets = none();
        byte[] facetOf = columns.vocabulary().facets();
        for (int facet = 0; facet < Columns.NAMED.size(); facet++) {
            facets.put(Columns.NAMED.get(facet), mostFrequent((byte) facet, facetOf, all.values));
        }
        for (int i = 0; i < Traits.ALL.size(); i++) {
            Traits.Trait trait = Traits.ALL.get(i);
            if (all.traits[i] > 0 && TRAITS.contains(trait.field())) {
                facets.getOrDefault(trait.field(), new TreeMap<>()).put(trait.value(), all.traits[i]);
            }
        }
        facets.put(DATE, all.days.counts());
        return new Counted(all.total, facets);
    }

    private record Value(String word, int count) {}

    /** Of those that are as frequent, the first by the alphabet. */
    private SortedMap<String, Integer> mostFrequent(byte facet, byte[] facetOf, int[] counts) {
        int least = least(facet, facetOf, counts);
        List<Value> found = new ArrayList<>();
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] >= least && facetOf[number] == facet) {
                found.add(new Value(columns.vocabulary().value(number).word(), counts[number]));
            }
        }
        SortedMap<String, Integer> kept = new TreeMap<>();
        found.stream()
                .sorted(Comparator.comparingInt(Value::count).reversed().thenComparing(Value::word))
                .limit(MAX_VALUES)
                .forEach(value -> kept.put(value.word, value.count));
        return kept;
    }

    /** The least count, one at least, with which a value is among the most frequent ones. */
    private static int least(byte facet, byte[] facetOf, int[] counts) {
        int[] own = new int[1_024];
        int size = 0;
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > 0 && facetOf[number] == facet) {
                own = size < own.length ? own : Arrays.copyOf(own, size * 2);
                own[size++] = counts[number];
            }
        }
        if (size <= MAX_VALUES) {
            return 1;
        }
        Arrays.sort(own, 0, size);
        int least = own[size - MAX_VALUES];
        int alike = 0;
        for (int i = 0; i < size && own[i] <= least; i++) {
            alike += own[i] == least ? 1 : 0;
        }
        return alike > MAX_ALIKE ? least + 1 : least;
    }

    static final class Counts implements Collector {
        private final Columns.Kept columns;
        private final int[] traits = new int[Integer.SIZE];
        private final DayCounts days = new DayCounts();
        private int[] values;
        private int total;

        private Counts(Columns.Kept columns) {
            this.columns = columns;
            this.values = new int[columns.vocabulary().size()];
        }

        private void add(Counts other) {
            total += other.total;
            days.add(other.days);
            for (int i = 0; i < traits.length; i++) {
                traits[i] += other.traits[i];
            }
            for (int i = 0; i < other.values.length; i++) {
                values[i] += other.values[i];
            }
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            Columns here = columns.of(context.reader());
            // A segment may have brought values of its own.
            values = Arrays.copyOf(
                    values, Math.max(values.length, columns.vocabulary().size()));
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {}

                @Override
                public void collect(int document) {
                    total++;
                    here.count(document, values, traits, days);
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
