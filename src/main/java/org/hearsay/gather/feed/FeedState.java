package org.hearsay.gather.feed;

import java.time.Instant;
import java.util.Optional;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.page.PageUrl;

/**
 * How a feed fares. {@link FeedHealth} says it in words.
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
 * @param validFor the address that gave them, where that is not {@code address}: they are sent to it alone
 * @param move where it says that it moved for good, while that is not taken as its address yet
 * @param pace how often its last body asked to be read
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
        Validators usableValidators,
        Optional<PageUrl> validFor,
        Optional<Move> move,
        Optional<Pace> pace) {
    /** A feed that did not move and says nothing of its pace. */
    public FeedState(
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
        this(
                feed,
                address,
                status,
                title,
                failures,
                failingSince,
                lastVisit,
                lastSuccess,
                lastNew,
                notBefore,
                nextVisit,
                lastProblem,
                usableValidators,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

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

    /**
     * A redirect for good.
     *
     * @param to where it leads
     * @param visits in a row that were sent there
     */
    public record Move(PageUrl to, int visits) {}

    /** The address that {@link #usableValidators} belong to. */
    public PageUrl validatorsOf() {
        return validFor.orElse(address);
    }

    /** The same, living at {@code now}, or about to. */
    public FeedState living(PageUrl now, Optional<Move> moving) {
        return new FeedState(
                feed,
                now,
                status,
                title,
                failures,
                failingSince,
                lastVisit,
                lastSuccess,
                lastNew,
                notBefore,
                nextVisit,
                lastProblem,
                usableValidators,
                validFor,
                moving,
                pace);
    }

    /** The same with another state and what is to be said of it. */
    public FeedState but(Status other, String problem) {
        return new FeedState(
                feed,
                address,
                other,
                title,
                failures,
                failingSince,
                lastVisit,
                lastSuccess,
                lastNew,
                notBefore,
                nextVisit,
                Optional.of(problem),
                usableValidators,
                validFor,
                move,
                pace);
    }

    /** The same, with no failure counted: another trouble begins. */
    public FeedState withoutFailures() {
        return new FeedState(
                feed,
                address,
                status,
                title,
                0,
                Optional.empty(),
                lastVisit,
                lastSuccess,
                lastNew,
                notBefore,
                nextVisit,
                lastProblem,
                usableValidators,
                validFor,
                move,
                pace);
    }

    /** The same, with new entries having come at {@code at}. */
    public FeedState withNews(Instant at) {
        return new FeedState(
                feed,
                address,
                status,
                title,
                failures,
                failingSince,
                lastVisit,
                lastSuccess,
                Optional.of(at),
                notBefore,
                nextVisit,
                lastProblem,
                usableValidators,
                validFor,
                move,
                pace);
    }

    /** The same, left alone until {@code at} through no fault of its own. */
    public FeedState waiting(Instant at) {
        return new FeedState(
                feed,
                address,
                status,
                title,
                failures,
                failingSince,
                lastVisit,
                lastSuccess,
                lastNew,
                Optional.of(at),
                Optional.of(at),
                lastProblem,
                usableValidators,
                validFor,
                move,
                pace);
    }

    /** In one word; {@link FeedHealth} has more of them. */
    public enum Status {
        NEW,
        FINE,
        FAILING,
        /** It answers, with something that stands before it, as a consent page. */
        BLOCKED,
        /** It moved for good, to where a person should look first. */
        MOVED,
        GONE,
        PAUSED
    }
}
