package org.hearsay.keep.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.claim.Claim;

/**
 * An article and its claims as the index wants them.
 *
 * @param claims current ones; their spans point into {@code text}
 * @param text empty where the page is no article; then {@code title} and {@code summary} are the feed's
 */
public record IndexedArticle(
        ArticleId id,
        PageUrl url,
        PageUrl feed,
        String outlet,
        Optional<String> title,
        Optional<String> summary,
        String text,
        Optional<String> language,
        Instant firstSeen,
        Optional<Instant> published,
        String story,
        String origin,
        List<IndexedClaim> claims) {
    public IndexedArticle {
        claims = List.copyOf(claims);
    }

    /** @param group claims that say the same share it */
    public record IndexedClaim(Claim claim, String words, String sentence, String group, Instant firstSeen) {}
}
