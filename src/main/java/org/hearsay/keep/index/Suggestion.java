package org.hearsay.keep.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.hearsay.keep.index.QueryNode.Form;
import org.hearsay.keep.index.QueryNode.Leaf;

/** What somebody may have meant whose query finds nothing: with each unknown word the known one that is most like it. */
record Suggestion(IndexSearcher searcher, LuceneQueries queries) {
    /** Words that are looked up; a query of many unknown words is no slip of the finger. */
    private static final int MAX_WORDS = 8;

    Optional<String> meant(QueryNode asked) throws IOException {
        Map<Leaf, Leaf> better = new HashMap<>();
        List<Leaf> leaves = asked.sought();
        for (Leaf leaf : leaves.subList(0, Math.min(MAX_WORDS, leaves.size()))) {
            Optional<String> other =
                    leaf.form() == Form.WORD || leaf.form() == Form.PHRASE ? words(leaf) : Optional.empty();
            other.ifPresent(text -> better.put(leaf, leaf.withText(text)));
        }
        if (better.isEmpty()) {
            return Optional.empty();
        }
        QueryNode meant = asked.mapped(leaf -> better.getOrDefault(leaf, leaf));
        return searcher.count(queries.of(meant)) > 0 ? Optional.of(meant.toString()) : Optional.empty();
    }

    /** Empty if all its words are known, or one of them is like no other. */
    private Optional<String> words(Leaf leaf) throws IOException {
        Optional<String> field = switch (leaf.field()) {
            case TEXT -> Optional.of(Documents.TEXT + Documents.EXACT);
            case TITLE -> Optional.of(Documents.TITLE + Documents.EXACT);
            case TERM -> Optional.of(Documents.TERM + Documents.EXACT);
            case SOURCE, OUTLET, ABOUT -> Optional.of(leaf.field().label);
            default -> Optional.empty();
        };
        if (field.isEmpty()) {
            return Optional.empty();
        }
        DirectSpellChecker speller = new DirectSpellChecker();
        boolean changed = false;
        StringBuilder all = new StringBuilder();
        for (String word : Analysis.asked(Analysis.EXACT, leaf.text())) {
            Term term = new Term(field.get(), word);
            String known = word;
            if (searcher.getIndexReader().docFreq(term) == 0) {
                SuggestWord[] like = speller.suggestSimilar(
                        term, 1, searcher.getIndexReader(), SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
                if (like.length > 0) {
                    known = like[0].string;
                    changed = true;
                }
            }
            all.append(all.isEmpty() ? "" : " ").append(known);
        }
        return changed ? Optional.of(all.toString()) : Optional.empty();
    }
}
