package org.hearsay.keep.index;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.ArticleId;

class OpenSearchIndexTest extends ClaimIndexContract {
    /** One index for all tests, since to make one takes longer than most of them. */
    private static final String NAME = "contract";

    private boolean opened;

    @Override
    protected ClaimIndex open() {
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

    @Override
    protected int oddTexts() {
        return 100;
    }

    private static List<ArticleId> all(ClaimIndex index) {
        SearchRequest everything =
                new SearchRequest(Query.parse("*"), SearchRequest.In.ARTICLES, SearchRequest.Sort.NEWEST, 0, 1000);
        return index.search(everything).hits().stream()
                .map(hit -> new ArticleId(hit.id()))
                .toList();
    }
}
