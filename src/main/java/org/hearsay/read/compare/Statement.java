package org.hearsay.read.compare;

import org.hearsay.read.article.Article;
import org.hearsay.read.claim.Claim;

/** A claim together with the article whose text its spans point into: what two of can be compared. */
public record Statement(Claim claim, Article article) {
    /** Without the "that" before an indirect report. */
    public String words() {
        return claim.shown(claim.words(article.text()));
    }
}
