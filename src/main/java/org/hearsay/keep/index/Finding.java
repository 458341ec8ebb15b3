package org.hearsay.keep.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

/** One search of one state of the index. */
record Finding(IndexSearcher searcher, QueryNode asked, SearchRequest request) {

    /** What is found where there is no index. */
    static Hits nothing() {
        SortedMap<String, SortedMap<String, Integer>> facets = new TreeMap<>();
        Documents.FACETS.forEach(facet -> facets.put(facet, new TreeMap<>()));
        return new Hits(0, List.of(), facets);
    }

    Hits hits() throws IOException {
        int reach = (int) Math.min(
                (long) request.offset() + request.limit(),
                Math.max(1, searcher.getIndexReader().maxDoc()));
        Object[] results = searcher.search(
                LuceneQueries.of(asked, request.in()),
                new MultiCollectorManager(
                        new TopFieldCollectorManager(order(), Math.max(1, reach), null, Integer.MAX_VALUE),
                        new FacetCounts()));
        TopFieldDocs top = (TopFieldDocs) results[0];
        @SuppressWarnings("unchecked")
        SortedMap<String, SortedMap<String, Integer>> facets =
                (SortedMap<String, SortedMap<String, Integer>>) results[1];
        Marks marks = new Marks(asked);
        StoredFields stored = searcher.storedFields();
        List<Hits.Hit> hits = new ArrayList<>();
        for (int i = request.offset(); i < Math.min(reach, top.scoreDocs.length); i++) {
            ScoreDoc found = top.scoreDocs[i];
            Document document = stored.document(found.doc);
            double score = found instanceof FieldDoc f && f.fields != null && f.fields[0] instanceof Float s ? s : 0;
            hits.add(new Hits.Hit(
                    document.get(Documents.ID),
                    document.get(Documents.ARTICLE),
                    score,
                    marks.in(document.get(Documents.SHOWN))));
        }
        return new Hits(Math.toIntExact(top.totalHits.value()), hits, facets);
    }

    private Sort order() {
        return switch (request.sort()) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, new SortField(Documents.ID, SortField.Type.STRING));
            case NEWEST ->
                new Sort(
                        new SortField(Documents.WHEN, SortField.Type.LONG, true),
                        new SortField(Documents.ID, SortField.Type.STRING));
        };
    }
}
