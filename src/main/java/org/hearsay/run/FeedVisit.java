package org.hearsay.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedReading;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.feed.FeedState.Move;
import org.hearsay.gather.feed.FeedState.Status;
import org.hearsay.gather.feed.Pace;
import org.hearsay.gather.fetch.FetchOutcome;
import org.hearsay.gather.fetch.FetchOutcome.Declined;
import org.hearsay.gather.fetch.FetchOutcome.Failed;
import org.hearsay.gather.fetch.FetchOutcome.Fetched;
import org.hearsay.gather.fetch.FetchOutcome.Hop;
import org.hearsay.gather.fetch.FetchOutcome.Trouble;
import org.hearsay.gather.fetch.FetchOutcome.Unchanged;
import org.hearsay.gather.fetch.Freshness;
import org.hearsay.gather.fetch.Sites;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.page.PageUrl;

/** What a visit does to the state of a feed: a pure function of the state before, the answer and its reading. */
final class FeedVisit {
    /** A feed that says it is gone is still asked once in a while: people make mistakes, servers more so. */
    private static final Duration GONE_PAUSE = Duration.ofDays(1);

    private static final Duration GONE_PAUSE_MAX = Duration.ofDays(30);

    /** A redirect for good that holds for so many visits in a row is no slip of a server's configuration. */
    private static final int HELD = 3;

    /** An address taken by a move that fails so often in a row is given back for the one that the owner wrote. */
    private static final int DOUBTED = 3;

    private FeedVisit() {}

    /** @param reading present exactly if {@code outcome} is {@link Fetched} */
    static FeedState after(
            Feed feed, FeedState before, FetchOutcome outcome, Optional<FeedReading> reading, RunSettings settings) {
        return after(feed, before, outcome, reading, Optional.empty(), settings);
    }

    /** @param wall what stands before the feed, in words, where the body is no feed but such a thing */
    static FeedState after(
            Feed feed,
            FeedState before,
            FetchOutcome outcome,
            Optional<FeedReading> reading,
            Optional<String> wall,
            RunSettings settings) {
        Instant at = outcome.at();
        return switch (outcome) {
            case Unchanged unchanged ->
                moved(
                        unchanged.hops(),
                        fine(
                                feed,
                                before,
                                at,
                                before.title(),
                                before.usableValidators(),
                                before.validFor(),
                                before.pace(),
                                unchanged.freshFor(),
                                settings));
            case Fetched fetched ->
                switch (reading.orElseThrow()) {
                    case FeedReading.Readable readable -> read(feed, before, fetched, readable, settings);
                    case FeedReading.Unreadable unreadable -> {
                        // The validators of a body that could not be read are not kept: it must come again whole.
                        String where = fetched.hops().isEmpty()
                                ? ""
                                : " (at " + fetched.page().url() + ", where it redirects to)";
                        yield wall.isPresent()
                                ? failing(before, Status.BLOCKED, at, wall.get() + where, Optional.empty(), settings)
                                : failing(
                                        before,
                                        Status.FAILING,
                                        at,
                                        unreadable.problem() + where,
                                        Optional.empty(),
                                        settings);
                    }
                };
            case Declined declined ->
                failing(before, Status.FAILING, at, declined.detail(), Optional.empty(), settings);
            case Failed failed -> {
                if (failed.trouble() != Trouble.GONE) {
                    yield failing(before, Status.FAILING, at, failed.detail(), failed.notBefore(), settings);
                }
                // 1, 2, 4, 8, 16 days, then once a month.
                int again = before.status() == Status.GONE ? Math.min(before.failures(), 10) : 0;
                Duration pause = GONE_PAUSE.multipliedBy(1L << again);
                Instant next = at.plus(pause.compareTo(GONE_PAUSE_MAX) < 0 ? pause : GONE_PAUSE_MAX);
                FeedState counted = before.status() == Status.GONE ? before : before.withoutFailures();
                yield failing(counted, Status.GONE, at, failed.detail(), Optional.of(next), settings);
            }
        };
    }

    private static FeedState read(
            Feed feed, FeedState before, Fetched fetched, FeedReading.Readable readable, RunSettings settings) {
        FeedState fine = fine(
                feed,
                before,
                fetched.at(),
                readable.title().or(before::title),
                fetched.validators(),
                Optional.of(fetched.page().url()).filter(url -> !url.equals(before.address())),
                Optional.of(readable.pace()),
                Freshness.of(fetched.page().headers(), fetched.at()),
                settings);
        return moved(fetched.hops(), fine);
    }

    private static FeedState fine(
            Feed feed,
            FeedState before,
            Instant at,
            Optional<String> title,
            Validators validators,
            Optional<PageUrl> validFor,
            Optional<Pace> pace,
            Optional<Duration> freshFor,
            RunSettings settings) {
        Instant next = Schedule.next(feed, at, before.lastNew(), pace.orElse(Pace.NONE), freshFor, settings);
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
                Optional.of(next),
                before.lastProblem(),
                validators,
                validFor,
                before.move(),
                pace);
    }

    /** Counts the visits that a redirect for good holds, and takes its word when it has held long enough. */
    private static FeedState moved(List<Hop> hops, FeedState state) {
        Optional<PageUrl> to = movedTo(hops);
        if (to.isEmpty()) {
            return state.living(state.address(), Optional.empty());
        }
        int visits = state.move()
                .filter(move -> move.to().equals(to.get()))
                .map(move -> move.visits() + 1)
                .orElse(1);
        Optional<Move> move = Optional.of(new Move(to.get(), visits));
        String doubt = doubt(state.address(), to.get());
        if (!doubt.isEmpty()) {
            return state.living(state.address(), move)
                    .but(
                            Status.MOVED,
                            "moved for good to " + to.get() + ", " + doubt
                                    + ": look at it, and put the new address into the feed list");
        }
        return visits < HELD ? state.living(state.address(), move) : state.living(to.get(), Optional.empty());
    }

    /** Where the redirects for good lead that stand before any other. */
    private static Optional<PageUrl> movedTo(List<Hop> hops) {
        Optional<PageUrl> to = Optional.empty();
        for (Hop hop : hops) {
            if (!hop.permanent()) {
                break;
            }
            to = Optional.of(hop.to());
        }
        return to;
    }

    /** Why a person should look before the new address is taken; empty if there is no reason. */
    private static String doubt(PageUrl from, PageUrl to) {
        if (!Sites.same(from, to)) {
            return "which is another site";
        }
        return from.scheme().equals("https") && to.scheme().equals("http") ? "where anybody can change it" : "";
    }

    private static FeedState failing(
            FeedState before,
            Status status,
            Instant at,
            String problem,
            Optional<Instant> notBefore,
            RunSettings settings) {
        int failures = before.failures() + 1;
        Instant next = at.plus(settings.pauseAfter(failures, before.feed().text()));
        if (notBefore.isPresent() && notBefore.get().isAfter(next)) {
            next = notBefore.get();
        }
        boolean doubted = failures >= DOUBTED;
        return new FeedState(
                before.feed(),
                doubted ? before.feed() : before.address(),
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
                before.usableValidators(),
                Optional.of(before.validatorsOf()).filter(of -> !of.equals(doubted ? before.feed() : before.address())),
                before.move(),
                before.pace());
    }
}
