package org.hearsay.keep.index;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.ArticleId;

/** One index of an OpenSearch for all tests of this process, since to make one takes longer than most of them. */
final class SharedIndex {
    private static final String NAME = "contract";

    private boolean opened;

    /** The first time, what earlier tests left in it is taken out. */
    ClaimIndex open() {
        ClaimIndex index = OpenSearchIndex.open(
                OpenSearchAddress.parse(SearchServer.shared().url(NAME), Optional.empty())
                        .orElseThrow());
        if (!opened) {
            opened = true;
            // Gone with what is committed next.
            index.remove(all(index));
        }
        return index;
    }

    private static List<ArticleId> all(ClaimIndex index) {
        SearchRequest everything =
                new SearchRequest(Query.parse("*"), SearchRequest.In.ARTICLES, SearchRequest.Sort.NEWEST, 0, 1000);
        return index.search(everything).hits().stream()
                .map(hit -> new ArticleId(hit.id()))
                .toList();
    }
}
