package org.hearsay.gather.feed;

import java.time.Instant;
import java.util.Optional;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.page.PageUrl;

/**
 * How a feed fares.
 *
 * @param feed its identity, the address in feeds.txt
 * @param address where it lives now
 * @param title what it calls itself
 * @param failures in a row
 * @param failingSince when the present row of failures began
 * @param notBefore the server asked to be left alone, or we back off, until then
 * @param nextVisit when it is due
 * @param lastProblem the last failure in words, kept after a success
 * @param usableValidators those of the last body that was read whole
 */
public record FeedState(
        PageUrl feed,
        PageUrl address,
        Status status,
        Optional<String> title,
        int failures,
        Optional<Instant> failingSince,
        Optional<Instant> lastVisit,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastNew,
        Optional<Instant> notBefore,
        Optional<Instant> nextVisit,
        Optional<String> lastProblem,
        Validators usableValidators) {
    /** A feed that was never visited. */
    public static FeedState fresh(Feed feed) {
        return new FeedState(
                feed.url(),
                feed.url(),
                Status.NEW,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Validators.NONE);
    }

    /** In one word; */
    public enum Status {
        NEW,
        FINE,
        FAILING,
        MOVED,
        GONE,
        PAUSED
    }
}
