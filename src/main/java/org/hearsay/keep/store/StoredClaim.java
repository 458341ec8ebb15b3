package org.hearsay.keep.store;

import java.time.Instant;
import java.util.Optional;
import org.hearsay.page.Outlet;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.compare.GroupId;

/**
 * A claim as it stands in the store. Its spans point into the text of {@code article} at {@code version}.
 *
 * @param version the last version of the article that says it
 * @param words its content, pieces joined by " … "
 * @param sentence the words of the sentence that holds it
 * @param group claims of other articles that say the same share it
 * @param firstSeen when the version that first said it was fetched
 * @param state CURRENT while the newest version says it
 * @param ended when the version that no longer says it was fetched
 */
public record StoredClaim(
        Claim claim,
        ArticleId article,
        int version,
        PageUrl url,
        String outlet,
        String words,
        String sentence,
        GroupId group,
        Instant firstSeen,
        State state,
        Optional<Instant> ended) {
    /**
     * CHANGED: the newest version says it with another amount, stance or denial. WITHDRAWN: it says nothing of it.
     * DISMISSED: somebody said that it is no claim ({@link Corrections}); never written, made when it is read.
     */
    public enum State {
        CURRENT,
        CHANGED,
        WITHDRAWN,
        DISMISSED
    }

    /** Who makes it. */
    public Outlet publisher() {
        return Outlet.of(outlet, url);
    }

    /** Its words as people get them, see {@link Claim#shown}. */
    public String shown() {
        return claim.shown(words);
    }
}
