package org.hearsay.keep.index;

import java.util.List;
import java.util.SortedMap;
import org.hearsay.read.article.Span;

/**
 * What was found.
 *
 * @param total all that match, not only those given
 * @param facets by field (outlet, kind, stance, attribution): value to number of hits
 */
public record Hits(int total, List<Hit> hits, SortedMap<String, SortedMap<String, Integer>> facets) {
    public Hits {
        hits = List.copyOf(hits);
    }

    /**
     * @param id of the claim or article
     * @param article the article it is in
     * @param marks where the words looked for stand: spans into the claim's sentence, or for an article into its title
     */
    public record Hit(String id, String article, double score, List<Span> marks) {
        public Hit {
            marks = List.copyOf(marks);
        }
    }
}
