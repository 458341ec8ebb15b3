package org.hearsay.keep.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts the hits, and the values of all facets over all of them, while they are collected. */
final class FacetCounts implements CollectorManager<FacetCounts.Counts, FacetCounts.Counted> {
    /** Facets that are among the {@link Traits}. */
    static final List<String> TRAITS = List.of("kind", "stance", "attribution");

    static final String DATE = "date";
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
        Counts all = collected.stream().reduce(Counts::plus).orElseGet(this::newCollector);
        SortedMap<String, SortedMap<String, Integer>> facets = none();
        List<List<Integer>> found = byFacet(all.values);
        for (int facet = 0; facet < found.size(); facet++) {
            String name = Columns.NAMED.get(facet);
            facets.put(name, OutletFacet.inWords(name, mostFrequent(found.get(facet), all.values)));
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

    /** The values that were found, by their numbers. */
    private List<List<Integer>> byFacet(int[] counts) {
        List<List<Integer>> found = new ArrayList<>();
        Columns.NAMED.forEach(facet -> found.add(new ArrayList<>()));
        byte[] facetOf = columns.vocabulary().facets();
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > 0) {
                found.get(facetOf[number]).add(number);
            }
        }
        return found;
    }

    private SortedMap<String, Integer> mostFrequent(List<Integer> found, int[] counts) {
        int least =
                least(found.stream().mapToInt(number -> counts[number]).sorted().toArray());
        return mostFrequent(found.stream()
                .filter(number -> counts[number] >= least)
                .map(number -> new Value(columns.vocabulary().value(number).word(), counts[number])));
    }

    record Value(String word, int count) {}

    /** So many of the most frequent values of a facet tell which are kept. */
    static final int TELLING = MAX_VALUES + MAX_ALIKE + 1;

    /** The same of values that were counted elsewhere, of which {@link #TELLING} suffice. */
    static SortedMap<String, Integer> kept(List<Value> found) {
        int least = least(found.stream().mapToInt(Value::count).sorted().toArray());
        return mostFrequent(found.stream().filter(value -> value.count >= least));
    }

    /** Of those that are as frequent, the first by the alphabet. */
    private static SortedMap<String, Integer> mostFrequent(Stream<Value> found) {
        SortedMap<String, Integer> kept = new TreeMap<>();
        found.sorted(Comparator.comparingInt(Value::count).reversed().thenComparing(Value::word))
                .limit(MAX_VALUES)
                .forEach(value -> kept.put(value.word, value.count));
        return kept;
    }

    /** The least count with which a value is among the most frequent ones. */
    private static int least(int[] sorted) {
        if (sorted.length <= MAX_VALUES) {
            return 1;
        }
        int least = sorted[sorted.length - MAX_VALUES];
        long alike = Arrays.stream(sorted).filter(count -> count == least).count();
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

        private Counts plus(Counts other) {
            Counts sum = new Counts(columns);
            for (Counts one : List.of(this, other)) {
                sum.total += one.total;
                sum.days.add(one.days);
                for (int i = 0; i < sum.traits.length; i++) {
                    sum.traits[i] += one.traits[i];
                }
                for (int i = 0; i < one.values.length; i++) {
                    sum.values[i] += one.values[i];
                }
            }
            return sum;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            Columns here = columns.of(context.reader());
            int known = columns.vocabulary().size();
            if (known > values.length) {
                // A segment brought values of its own.
                values = Arrays.copyOf(values, known);
            }
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
