package org.hearsay.keep.index;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.hearsay.keep.index.QueryNode.Leaf;
import org.hearsay.keep.index.SearchRequest.In;

/** The conditions that a query consists of, one by one, for telling which of them a hit meets. */
record Conditions(QueryNode asked, In in) {
    /** Conditions whose part in a hit is told. */
    private static final int MAX_TOLD = 12;

    /** Those to tell of: none if there is but one, or if there are too many to read. */
    List<Leaf> told() {
        List<Leaf> all = asked.sought().stream()
                .filter(leaf -> leaf.field() != QueryField.SCOPE)
                .distinct()
                .toList();
        return all.size() < 2 || all.size() > MAX_TOLD ? List.of() : all;
    }

    /** Whether every hit meets it itself, by the form of the question: then nothing is to be asked. */
    boolean isMetByEach(Leaf condition) {
        if (in != In.CLAIMS) {
            return false;
        }
        return switch (asked) {
            // A word may stand in the title alone.
            case QueryNode.All all ->
                condition.field() != QueryField.TEXT && all.parts().contains(condition);
            case QueryNode.And and ->
                condition.field().isOfTheClaim() && and.parts().contains(condition);
            default -> false;
        };
    }

    /** What finds those that meet it themselves. */
    Optional<Query> own(Leaf condition, LuceneQueries queries) {
        return in == In.CLAIMS
                ? queries.leaves().ownWords(condition)
                : queries.leaves().of(condition);
    }
}
