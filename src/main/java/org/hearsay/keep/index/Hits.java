package org.hearsay.keep.index;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.hearsay.read.article.Span;

/**
 * What was found.
 *
 * @param total all that match, not only those given
 * @param facets by field (outlet, voice, entity, kind, stance, attribution, story, date): value to number of hits.
 *     Entities and stories by their ids; dates as days, or months or years where there are many
 */
public record Hits(int total, List<Hit> hits, SortedMap<String, SortedMap<String, Integer>> facets, Remarks remarks) {
    public Hits {
        hits = List.copyOf(hits);
    }

    /**
     * @param id of the claim or article
     * @param article the article it is in
     * @param marks where the words looked for stand: spans into the claim's sentence, or for an article into its title
     * @param why conditions that it meets itself, and those that only its article does; told where hits are folded and there
     *     is more than one
     * @param copies others that were found and say the same, best first, if they were to be folded; at most a few dozen
     */
    public record Hit(String id, String article, double score, List<Span> marks, Why why, List<String> copies) {
        public Hit {
            marks = List.copyOf(marks);
            copies = List.copyOf(copies);
        }
    }

    /** Why a hit is one, in the query language. */
    public record Why(List<String> here, List<String> elsewhere) {
        static final Why ALL = new Why(List.of(), List.of());

        public Why {
            here = List.copyOf(here);
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /**
     * @param cutShort whether looking was ended, which a search for a person is after some seconds; then the counts are too
     *     low
     * @param meant if nothing was found: the same query with words that are in the index
     * @param parts if nothing was found: how much each condition finds alone
     */
    public record Remarks(boolean cutShort, Optional<String> meant, List<Part> parts) {
        static final Remarks NONE = new Remarks(false, Optional.empty(), List.of());

        public Remarks {
            parts = List.copyOf(parts);
        }
    }

    public record Part(String query, int total) {}
}
