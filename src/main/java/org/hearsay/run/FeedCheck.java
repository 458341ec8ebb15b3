package org.hearsay.run;

import java.util.Optional;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedReading;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.fetch.FetchOutcome;
import org.hearsay.gather.fetch.FetchOutcome.Fetched;
import org.hearsay.page.Page;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;

/** What one look at a feed would make of it, by the rules of a crawl, with nothing kept. Pure. */
public final class FeedCheck {
    private FeedCheck() {}

    /** @param reading present exactly if {@code outcome} is {@link Fetched} */
    public static FeedState of(Feed feed, FetchOutcome outcome, Optional<FeedReading> reading, RunSettings settings) {
        return FeedVisit.after(
                feed, FeedState.fresh(feed), outcome, reading, wall(outcome, reading, new ArticleReader()), settings);
    }

    /** What stands before the feed, in words, where the body is no feed but a consent page or a pay wall. */
    static Optional<String> wall(FetchOutcome outcome, Optional<FeedReading> reading, ArticleReader articles) {
        boolean noFeed =
                reading.filter(FeedReading.Unreadable.class::isInstance).isPresent();
        return noFeed && outcome instanceof Fetched fetched ? wall(fetched.page(), articles) : Optional.empty();
    }

    private static Optional<String> wall(Page page, ArticleReader articles) {
        if (!(articles.read(page, Hints.NONE) instanceof Extraction.Unreadable no)) {
            return Optional.empty();
        }
        return switch (no.why()) {
            case CONSENT -> Optional.of("consent page");
            case PAYWALL -> Optional.of("pay wall");
            default -> Optional.empty();
        };
    }
}
