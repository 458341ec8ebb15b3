package org.hearsay.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedEntry;
import org.hearsay.gather.feed.FeedReading;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.fetch.FetchOutcome;
import org.hearsay.keep.store.Ending;
import org.hearsay.keep.store.Entry;
import org.hearsay.keep.store.Feeds.Taken;
import org.hearsay.page.Host;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.ArticleReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One visit to one host: its feeds that are to be visited, then every page on it that is due, one request at a time.
 * Nobody else visits this host meanwhile; whoever starts visits sees to that.
 */
final class HostVisit {
    private static final Logger LOG = LoggerFactory.getLogger(HostVisit.class);

    private final Parts parts;
    private final Outlets outlets;
    private final Intake intake;
    private final Tally tally;
    private final Progress progress;
    private final Runnable filed;
    private final ArticleReader articles = new ArticleReader();

    /** @param filed called after each transaction that put something into the index queue */
    HostVisit(Parts parts, Outlets outlets, Intake intake, Tally tally, Progress progress, Runnable filed) {
        this.parts = parts;
        this.outlets = outlets;
        this.intake = intake;
        this.tally = tally;
        this.progress = progress;
        this.filed = filed;
    }

    /**
     * What a visit came to.
     *
     * @param asked how many feeds and pages were asked for
     * @param rests until when the host is to be left alone, if its pages could not all be asked for
     * @param found hosts of the pages that its feeds brought
     */
    record Visited(int asked, Optional<Instant> rests, Set<Host> found) {}

    /** How a visit of a feed ended, as {@link Visited}. */
    private record Looked(Optional<Instant> rests, Set<Host> found) {}

    /**
     * Visits.
     *
     * @param feeds those of this host that are to be visited now
     * @param tried entries that are not to be tried again, and gets those that this visit tries
     * @param mine asked before each request: whether the host is still this visit's; if not, what is left stays due
     */
    Visited run(Host host, List<Feed> feeds, Set<String> tried, BooleanSupplier mine) throws InterruptedException {
        Set<Host> found = new HashSet<>();
        for (int i = 0; i < feeds.size(); i++) {
            if (!mine.getAsBoolean()) {
                return new Visited(i, Optional.empty(), found);
            }
            Looked looked = visit(feeds.get(i));
            found.addAll(looked.found());
            Optional<Instant> rests = looked.rests();
            if (rests.isPresent()) {
                wait(feeds.subList(i + 1, feeds.size()), rests.get());
                leaveAlone(parts.store().feeds().due(host, parts.clock().instant()), rests.get());
                return new Visited(i + 1, rests, found);
            }
        }
        int asked = feeds.size();
        while (true) {
            List<Entry> due = new ArrayList<>(
                    parts.store().feeds().due(host, parts.clock().instant()));
            // An entry that comes due again meanwhile waits for the next run, or a short interval would never end.
            due.removeIf(entry ->
                    !tried.add(entry.feed().text() + '\n' + entry.entry().key()));
            if (due.isEmpty()) {
                return new Visited(asked, Optional.empty(), found);
            }
            asked += due.size();
            due.forEach(entry -> tally.saw(entry.feed(), entry.entry().key()));
            for (int i = 0; i < due.size(); i++) {
                if (!mine.getAsBoolean()) {
                    return new Visited(asked, Optional.empty(), found);
                }
                Optional<Instant> rests = take(due.get(i));
                if (rests.isPresent()) {
                    leaveAlone(due.subList(i + 1, due.size()), rests.get());
                    return new Visited(asked, rests, found);
                }
            }
        }
    }

    private Optional<Instant> take(Entry entry) throws InterruptedException {
        Optional<String> title = parts.store().feeds().state(entry.feed()).flatMap(FeedState::title);
        Intake.Taken taken = intake.take(entry, outlets, title);
        tally.ended(entry.feed(), entry.entry().key(), taken.ending());
        entry.entry().link().ifPresent(link -> progress.page(link, taken.ending()));
        filed.run();
        return taken.hostRests();
    }

    /** The host asked for quiet, or cannot be reached: its other pages wait as well, and no failure is theirs. */
    private void leaveAlone(List<Entry> entries, Instant until) {
        parts.store().inTransaction(() -> {
            for (Entry entry : entries) {
                parts.store()
                        .feeds()
                        .end(
                                entry.feed(),
                                entry.entry().key(),
                                Ending.WAITING,
                                Optional.of(until),
                                Optional.of("its host rests until " + until));
            }
            return entries;
        });
    }

    /** The host asked for quiet: its other feeds wait as well, and no failure is theirs. */
    private void wait(List<Feed> feeds, Instant until) {
        parts.store().inTransaction(() -> {
            feeds.forEach(feed -> parts.store().feeds().save(state(feed).waiting(until)));
            return feeds;
        });
    }

    private FeedState state(Feed feed) {
        return parts.store().feeds().state(feed.url()).orElseGet(() -> FeedState.fresh(feed));
    }

    private Looked visit(Feed feed) throws InterruptedException {
        FeedState before = state(feed);
        Instant from = parts.clock().instant();
        FetchOutcome outcome = parts.fetcher()
                .feed(before.address(), before.usableValidators(), before.validatorsOf(), feed.credentials());
        Optional<FeedReading> reading = outcome instanceof FetchOutcome.Fetched fetched
                ? Optional.of(parts.feedReader().read(fetched.page()))
                : Optional.empty();
        Optional<String> wall = FeedCheck.wall(outcome, reading, articles);
        List<FeedEntry> entries = reading.filter(FeedReading.Readable.class::isInstance)
                .map(FeedReading.Readable.class::cast)
                .map(FeedReading.Readable::entries)
                .orElse(List.of());
        Instant at = parts.clock().instant();
        record Took(List<Taken> each, FeedState after) {}
        Took took = parts.store().inTransaction(() -> {
            List<Taken> each = parts.store().feeds().take(feed.url(), entries, at);
            boolean news = each.contains(Taken.ADDED) || each.contains(Taken.CHANGED);
            FeedState state = FeedVisit.after(
                    feed, news ? before.withNews(at) : before, outcome, reading, wall, parts.settings());
            parts.store().feeds().save(state);
            return new Took(each, state);
        });
        FeedState after = took.after();
        int fresh = count(feed.url(), entries, took.each());
        tally.visited(after);
        Duration length = Duration.between(from, parts.clock().instant());
        progress.visited(after, entries.size(), fresh, length);
        if (after.failures() > 0) {
            LOG.warn(
                    "failed feed={} failures={} next={} problem={}",
                    feed.url(),
                    after.failures(),
                    after.nextVisit().map(Instant::toString).orElse("never"),
                    after.lastProblem().orElse(""));
        } else {
            LOG.info("visited feed={} entries={} new={} ms={}", feed.url(), entries.size(), fresh, length.toMillis());
        }
        boolean slowDown =
                outcome instanceof FetchOutcome.Failed failed && failed.trouble() == FetchOutcome.Trouble.SLOW_DOWN;
        return new Looked(slowDown ? after.nextVisit() : Optional.empty(), hosts(entries, took.each()));
    }

    private static Set<Host> hosts(List<FeedEntry> entries, List<Taken> taken) {
        Set<Host> hosts = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            if (taken.get(i) == Taken.ADDED || taken.get(i) == Taken.CHANGED) {
                entries.get(i).link().map(PageUrl::host).ifPresent(hosts::add);
            }
        }
        return hosts;
    }

    private int count(PageUrl feed, List<FeedEntry> entries, List<Taken> taken) {
        int fresh = 0;
        for (int i = 0; i < entries.size(); i++) {
            FeedEntry entry = entries.get(i);
            if (taken.get(i) != Taken.REPEATED) {
                tally.saw(feed, entry.key());
            }
            switch (taken.get(i)) {
                case REPEATED -> tally.sawAgain();
                case KNOWN -> tally.ended(feed, entry.key(), Ending.KNOWN);
                case ADDED, CHANGED -> {
                    fresh++;
                    if (entry.link().isEmpty()) {
                        tally.ended(feed, entry.key(), Ending.NO_LINK);
                    }
                }
                case WAITING -> {}
            }
        }
        return fresh;
    }
}
