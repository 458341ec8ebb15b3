package org.hearsay.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.page.Host;

/**
 * One run over everything that there is to do now: every feed that is not paused and whose server did not ask to be
 * left alone, and every page that is due. Hosts are visited side by side, each by one visit at a time. The process
 * that runs it has the store alone.
 */
public final class Crawl {
    private final Parts parts;
    private final List<Feed> feeds;
    private final Progress progress;

    /** @param feeds the whole feed list */
    public Crawl(Parts parts, List<Feed> feeds, Progress progress) {
        this.parts = parts;
        this.feeds = List.copyOf(feeds);
        this.progress = progress;
    }

    /** A visit that ended: whether its host needs no other in this run, and the fault that ended it early. */
    private record Ended(Host host, boolean nothingLeft, Optional<Throwable> fault) {}

    /**
     * Runs until nothing is left to do now. The index holds all of it when this returns.
     *
     * @throws InterruptedException after every visit has stopped; what was taken up is kept, the rest is still due
     */
    public CrawlReport once() throws InterruptedException {
        Instant from = parts.clock().instant();
        Tally tally = Tally.byEntry();
        Map<Host, List<Feed>> toVisit = toVisit(from);
        progress.expect(toVisit.values().stream().mapToInt(List::size).sum());
        try (Clerk clerk = Clerk.start(parts.store(), parts.index().orElseThrow());
                ExecutorService readers = parts.settings().openReaders()) {
            HostVisit visit =
                    new HostVisit(parts, new Outlets(feeds), new Intake(parts, readers), tally, progress, clerk::wake);
            ExecutorService visits = Executors.newVirtualThreadPerTaskExecutor();
            try {
                runAll(visit, visits, toVisit);
            } finally {
                // On a fault or an interrupt the visits are interrupted too, and each ends at its next wait.
                visits.shutdownNow();
                visits.close();
            }
            StoryDesk.of(parts.store(), parts.clock()).catchUp();
            clerk.drain();
        }
        return tally.report(from, parts.clock().instant());
    }

    private Map<Host, List<Feed>> toVisit(Instant now) {
        Map<Host, List<Feed>> byHost = new TreeMap<>();
        for (Feed feed : feeds) {
            FeedState state = parts.store().feeds().state(feed.url()).orElseGet(() -> FeedState.fresh(feed));
            boolean leftAlone = state.notBefore().map(now::isBefore).orElse(false);
            if (!feed.paused() && !leftAlone) {
                byHost.computeIfAbsent(state.address().host(), host -> new ArrayList<>())
                        .add(feed);
            }
        }
        return byHost;
    }

    private void runAll(HostVisit visit, ExecutorService visits, Map<Host, List<Feed>> toVisit)
            throws InterruptedException {
        BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
        Set<Host> running = new HashSet<>();
        Set<Host> resting = new HashSet<>();
        Set<String> tried = ConcurrentHashMap.newKeySet();
        while (true) {
            for (Host host : next(toVisit.keySet(), running, resting)) {
                List<Feed> its = Optional.ofNullable(toVisit.remove(host)).orElse(List.of());
                running.add(host);
                visits.execute(() -> ended.add(visit(visit, host, its, tried)));
            }
            if (running.isEmpty()) {
                return;
            }
            Ended one = ended.take();
            running.remove(one.host());
            if (one.nothingLeft()) {
                resting.add(one.host());
            }
            if (one.fault().isPresent()) {
                throw asUnchecked(one.fault().get());
            }
        }
    }

    /** As many hosts as there is room for: those with feeds first, then those that pages are due of. */
    private Set<Host> next(Set<Host> withFeeds, Set<Host> running, Set<Host> resting) {
        int room = parts.settings().hostsAtOnce() - running.size();
        Set<Host> next = new TreeSet<>();
        addFree(withFeeds, running, next, room);
        if (next.size() < room) {
            Set<Host> due = new TreeSet<>(
                    parts.store().feeds().dueHosts(parts.clock().instant()).keySet());
            due.removeAll(resting);
            addFree(due, running, next, room);
        }
        return next;
    }

    private static void addFree(Set<Host> hosts, Set<Host> running, Set<Host> next, int room) {
        for (Host host : hosts) {
            if (next.size() >= room) {
                return;
            }
            if (!running.contains(host)) {
                next.add(host);
            }
        }
    }

    private static Ended visit(HostVisit visit, Host host, List<Feed> feeds, Set<String> tried) {
        try {
            HostVisit.Visited visited = visit.run(host, feeds, tried, () -> true);
            boolean nothingLeft = visited.asked() == 0 || visited.rests().isPresent();
            return new Ended(host, nothingLeft, Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ended(host, true, Optional.empty());
        } catch (RuntimeException | Error e) {
            return new Ended(host, true, Optional.of(e));
        }
    }

    private static RuntimeException asUnchecked(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        return (RuntimeException) fault;
    }
}
