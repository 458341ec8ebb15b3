package org.hearsay.keep.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch.core.SearchRequest.Builder;
import org.opensearch.client.opensearch.core.SearchResponse;

/** {@link FacetCounts} as an OpenSearch counts them. */
final class OpenSearchFacets {
    private OpenSearchFacets() {}

    /** The field that holds each facet's values. */
    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        Columns.NAMED.forEach(facet -> fields.put(facet, OpenSearchDocuments.field(Documents.FACET + facet)));
        FacetCounts.TRAITS.forEach(facet -> fields.put(facet, facet));
        return fields;
    }

    static Builder asked(Builder search) {
        fields().forEach((facet, field) -> search.aggregations(
                facet, Aggregation.of(a -> a.terms(t -> t.field(field).size(FacetCounts.TELLING)))));
        return search.aggregations(
                FacetCounts.DATE,
                Aggregation.of(a -> a.dateHistogram(d ->
                        d.field(Documents.WHEN).fixedInterval(i -> i.time("1d")).minDocCount(1))));
    }

    static SortedMap<String, SortedMap<String, Integer>> of(SearchResponse<?> response) {
        SortedMap<String, SortedMap<String, Integer>> facets = new TreeMap<>();
        for (String facet : fields().keySet()) {
            List<FacetCounts.Value> values = new ArrayList<>();
            Aggregate counted = OpenSearchHits.counted(response.aggregations(), facet);
            if (counted.isSterms()) {
                counted.sterms()
                        .buckets()
                        .array()
                        .forEach(bucket ->
                                values.add(new FacetCounts.Value(bucket.key(), Math.toIntExact(bucket.docCount()))));
            }
            facets.put(facet, OutletFacet.inWords(facet, FacetCounts.kept(values)));
        }
        DayCounts days = new DayCounts();
        OpenSearchHits.counted(response.aggregations(), FacetCounts.DATE)
                .dateHistogram()
                .buckets()
                .array()
                .forEach(bucket -> days.add(
                        Math.toIntExact(Math.floorDiv(bucket.key(), 86_400_000L)), Math.toIntExact(bucket.docCount())));
        facets.put(FacetCounts.DATE, days.counts());
        return facets;
    }
}
