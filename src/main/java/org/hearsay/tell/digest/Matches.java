package org.hearsay.tell.digest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.index.Hits;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.index.SearchRequest.In;
import org.hearsay.keep.index.SearchRequest.Sort;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Span;
import org.hearsay.tell.digest.Digest.Reason;

/**
 * What watches match. A claim matches by itself. A claim that its article no longer makes is no longer in the index;
 * it matches if its article does.
 */
record Matches(boolean everything, Map<String, Found> claims, Map<String, String> articles) {
    /** The first watch that found a claim, and where the words looked for stand in its sentence. */
    record Found(String watch, List<Span> marks) {}

    static final Matches ALL = new Matches(true, Map.of(), Map.of());

    /** As many as an index gives at once. */
    private static final int BATCH = 1000;

    static Matches of(ClaimIndex index, List<Watch> watches) {
        Map<String, Found> claims = new HashMap<>();
        Map<String, String> articles = new HashMap<>();
        for (Watch watch : watches) {
            each(index, watch, In.CLAIMS, (id, hit) -> {
                claims.putIfAbsent(id, new Found(watch.name(), hit.marks()));
                articles.putIfAbsent(hit.article(), watch.name());
            });
            each(index, watch, In.ARTICLES, (id, hit) -> articles.putIfAbsent(id, watch.name()));
        }
        return new Matches(false, claims, articles);
    }

    private static void each(ClaimIndex index, Watch watch, In in, BiConsumer<String, Hits.Hit> visitor) {
        int offset = 0;
        int total = 1;
        while (offset < total) {
            Hits hits = index.search(new SearchRequest(watch.query(), in, Sort.NEWEST, offset, BATCH));
            hits.hits().forEach(hit -> visitor.accept(hit.id(), hit));
            total = hits.hits().isEmpty() ? 0 : hits.total();
            offset += BATCH;
        }
    }

    boolean claim(StoredClaim claim) {
        return everything || claims.containsKey(claim.claim().id().text());
    }

    boolean article(ArticleId article) {
        return everything || articles.containsKey(article.text());
    }

    Optional<Reason> reason(StoredClaim claim) {
        Found found = claims.get(claim.claim().id().text());
        if (found != null) {
            List<String> words = found.marks.stream()
                    .filter(mark -> mark.end() <= claim.sentence().length())
                    .map(mark -> mark.of(claim.sentence()))
                    .distinct()
                    .limit(5)
                    .toList();
            return Optional.of(new Reason(found.watch, words));
        }
        return Optional.ofNullable(articles.get(claim.article().text())).map(watch -> new Reason(watch, List.of()));
    }
}
