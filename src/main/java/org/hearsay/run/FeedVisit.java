package org.hearsay.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedReading;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.feed.FeedState.Status;
import org.hearsay.gather.fetch.FetchOutcome;
import org.hearsay.gather.fetch.FetchOutcome.Declined;
import org.hearsay.gather.fetch.FetchOutcome.Failed;
import org.hearsay.gather.fetch.FetchOutcome.Fetched;
import org.hearsay.gather.fetch.FetchOutcome.Trouble;
import org.hearsay.gather.fetch.FetchOutcome.Unchanged;
import org.hearsay.gather.fetch.Validators;

/** What a visit does to the state of a feed: a pure function of the state before, the answer and its reading. */
final class FeedVisit {
    /** A feed that says it is gone for good is still asked once in a while: people make mistakes, servers more so. */
    private static final Duration GONE_PAUSE = Duration.ofDays(1);

    private FeedVisit() {}

    /** @param reading present exactly if {@code outcome} is {@link Fetched} */
    static FeedState after(
            Feed feed, FeedState before, FetchOutcome outcome, Optional<FeedReading> reading, RunSettings settings) {
        Instant at = outcome.at();
        return switch (outcome) {
            case Unchanged unchanged -> fine(feed, before, at, settings, before.usableValidators(), before.title());
            case Fetched fetched ->
                switch (reading.orElseThrow()) {
                    case FeedReading.Readable readable ->
                        moved(
                                fetched,
                                fine(
                                        feed,
                                        before,
                                        at,
                                        settings,
                                        fetched.validators(),
                                        readable.title().or(before::title)));
                    case FeedReading.Unreadable unreadable ->
                        // The validators of a body that could not be read are not kept: it must come again whole.
                        failing(before, Status.FAILING, at, unreadable.problem(), Optional.empty(), settings);
                };
            case Declined declined ->
                failing(before, Status.FAILING, at, declined.detail(), Optional.empty(), settings);
            case Failed failed
            when failed.trouble() == Trouble.GONE ->
                failing(before, Status.GONE, at, failed.detail(), Optional.of(at.plus(GONE_PAUSE)), settings);
            case Failed failed -> failing(before, Status.FAILING, at, failed.detail(), failed.notBefore(), settings);
        };
    }

    private static FeedState fine(
            Feed feed,
            FeedState before,
            Instant at,
            RunSettings settings,
            Validators validators,
            Optional<String> title) {
        return new FeedState(
                feed.url(),
                before.address(),
                Status.FINE,
                title,
                0,
                Optional.empty(),
                Optional.of(at),
                Optional.of(at),
                before.lastNew(),
                Optional.empty(),
                Optional.of(at.plus(settings.interval(feed.every()))),
                before.lastProblem(),
                validators);
    }

    private static FeedState moved(Fetched fetched, FeedState state) {
        boolean permanently =
                !fetched.hops().isEmpty() && fetched.hops().stream().allMatch(FetchOutcome.Hop::permanent);
        if (!permanently) {
            return state;
        }
        String words = "moved for good to " + fetched.page().url() + "; put the new address into the feed list";
        return new FeedState(
                state.feed(),
                state.address(),
                Status.MOVED,
                state.title(),
                0,
                Optional.empty(),
                state.lastVisit(),
                state.lastSuccess(),
                state.lastNew(),
                Optional.empty(),
                state.nextVisit(),
                Optional.of(words),
                state.usableValidators());
    }

    private static FeedState failing(
            FeedState before,
            Status status,
            Instant at,
            String problem,
            Optional<Instant> notBefore,
            RunSettings settings) {
        int failures = before.failures() + 1;
        Instant next = at.plus(settings.pauseAfter(failures));
        if (notBefore.isPresent() && notBefore.get().isAfter(next)) {
            next = notBefore.get();
        }
        return new FeedState(
                before.feed(),
                before.address(),
                status,
                before.title(),
                failures,
                before.failingSince().or(() -> Optional.of(at)),
                Optional.of(at),
                before.lastSuccess(),
                before.lastNew(),
                notBefore,
                Optional.of(next),
                Optional.of(problem),
                before.usableValidators());
    }

    /** The same state, with new entries having come at {@code at}. */
    static FeedState withNews(FeedState state, Instant at) {
        return new FeedState(
                state.feed(),
                state.address(),
                state.status(),
                state.title(),
                state.failures(),
                state.failingSince(),
                state.lastVisit(),
                state.lastSuccess(),
                Optional.of(at),
                state.notBefore(),
                state.nextVisit(),
                state.lastProblem(),
                state.usableValidators());
    }
}
