package org.hearsay.keep.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * What the claims of an article mean by what the index holds of it. An article comes again whenever its story or the group
 * of a claim changes, and a point takes milliseconds to make.
 */
final class Points {
    private Points() {}

    /**
     * Those that still hold, by the ids of claims: an id stands for the claim's words, and the title above them has to be
     * the one that it was.
     */
    static Map<String, byte[]> of(IndexedArticle article, IndexSearcher searcher) throws IOException {
        TermQuery its = new TermQuery(new Term(Documents.ARTICLE, article.id().text()));
        int documents = searcher.count(its);
        if (documents == 0) {
            return Map.of();
        }
        int[] docs = Arrays.stream(searcher.search(its, documents).scoreDocs)
                .mapToInt((ScoreDoc found) -> found.doc)
                .sorted()
                .toArray();
        StoredFields stored = searcher.storedFields();
        // The article stands behind its claims.
        Document whole = stored.document(docs[docs.length - 1], Set.of(Documents.SHOWN));
        if (!article.title().orElse("").equals(whole.get(Documents.SHOWN))) {
            return Map.of();
        }
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        Map<String, byte[]> points = new HashMap<>();
        for (int doc : docs) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
            Optional<byte[]> point = point(leaf.reader(), doc - leaf.docBase);
            if (point.isPresent()) {
                points.put(stored.document(doc, Set.of(Documents.ID)).get(Documents.ID), point.get());
            }
        }
        return points;
    }

    private static Optional<byte[]> point(LeafReader leaf, int doc) throws IOException {
        ByteVectorValues values = leaf.getByteVectorValues(Documents.MEANING);
        if (values == null) {
            return Optional.empty();
        }
        DocIndexIterator places = values.iterator();
        // What is handed out is overwritten by the next.
        return places.advance(doc) == doc
                ? Optional.of(values.vectorValue(places.index()).clone())
                : Optional.empty();
    }
}
