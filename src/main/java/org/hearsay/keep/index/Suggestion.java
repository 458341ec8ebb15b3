package org.hearsay.keep.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.keep.index.QueryNode.Form;
import org.hearsay.keep.index.QueryNode.Leaf;

/** What somebody may have meant whose query finds nothing: with each unknown word the known one that is most like it. */
record Suggestion(KnownWords known) {
    /** Words that are looked up; a query of many unknown words is no slip of the finger. */
    private static final int MAX_WORDS = 8;

    /** What is asked of an engine for it. */
    interface KnownWords {
        /** The word of this field that is most like this one; empty if the word is there itself, or none is like it. */
        Optional<String> like(String field, String word);

        boolean findsAny(QueryNode query);
    }

    Optional<String> meant(QueryNode asked) {
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
        return known.findsAny(meant) ? Optional.of(meant.toString()) : Optional.empty();
    }

    /** Empty if all its words are known, or one of them is like no other. */
    private Optional<String> words(Leaf leaf) {
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
        boolean changed = false;
        StringBuilder all = new StringBuilder();
        for (String word : Analysis.asked(Analysis.EXACT, leaf.text())) {
            Optional<String> like = known.like(field.get(), word);
            changed |= like.isPresent();
            all.append(all.isEmpty() ? "" : " ").append(like.orElse(word));
        }
        return changed ? Optional.of(all.toString()) : Optional.empty();
    }
}
