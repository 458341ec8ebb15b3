package org.hearsay.run;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.page.Host;
import org.hearsay.page.PageUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Visits hosts when they are due, for as long as it is open. A host is one row of the scheduler, so in the whole
 * installation it has one visit at a time, and the row's time is when it is due next. Several processes on one store take
 * different hosts; the rows of one that dies are taken over by the others ({@link Leases}).
 */
public final class Timetable implements AutoCloseable {
    /** No request may take longer where the store is shared: whose lease ends must be done. */
    public static final Duration LONGEST_REQUEST = Leases.LONGEST;

    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);
    private static final String TABLE = "scheduled_tasks";
    private static final String TASK = "host-visit";
    /** How often hosts are looked for that have something due and no row. */
    private static final Duration RECONCILE = Duration.ofSeconds(15);
    /** With a long list a look takes a while; this many times as long is the pause after it, a hundredth of a core. */
    private static final int PAUSES = 100;
    /** How long an article that was filed is a story of its own at the longest. */
    private static final Duration STORIES = Duration.ofSeconds(10);
    /** After this long without a date a host is looked at again. */
    private static final Duration IDLE = Duration.ofHours(6);
    /** Before every host that is due. */
    private static final Instant FIRST = Instant.EPOCH;

    private final Parts parts;
    private final List<Feed> feeds;
    /** The feeds by the host they live at, as of the last {@link #schedule}; a feed that moved may stand at its old one. */
    private volatile Map<Host, List<Feed>> feedsByHost = Map.of();

    private final Consumer<Throwable> onFault;
    private final HostVisit visit;
    private final ExecutorService readers;
    private final ExecutorService visits = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Thread> visiting = new HashSet<>();
    private final CustomTask<Void> hostVisit;
    private final Scheduler scheduler;
    private final Thread reconciler;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Tally tally;
    private final Instant from;
    private volatile boolean closing;

    private Timetable(
            Parts parts,
            List<Feed> feeds,
            Runnable filed,
            Progress progress,
            Consumer<Throwable> onFault,
            Tally tally) {
        this.parts = parts;
        this.tally = tally;
        this.feeds = feeds.stream().filter(feed -> !feed.paused()).toList();
        this.onFault = onFault;
        this.from = parts.clock().instant();
        this.readers = parts.settings().openReaders();
        this.visit = new HostVisit(parts, new Outlets(feeds), new Intake(parts, readers), tally, progress, filed);
        this.hostVisit = Tasks.custom(TASK, Void.class)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, parts.clock().instant().plus(RECONCILE)))
                .onDeadExecution((complete, operations) -> takeOver(complete, operations))
                .execute((instance, context) -> visit(new Host(instance.getId()), context.getCurrentlyExecuting()));
        StoryDesk desk = StoryDesk.of(parts.store(), parts.clock());
        RecurringTask<Void> stories =
                Tasks.recurring("stories", FixedDelay.of(STORIES)).execute((instance, context) -> settle(desk, filed));
        this.scheduler = Leases.scheduler(parts.store(), TABLE, List.of(hostVisit))
                .startTasks(stories)
                .threads(parts.settings().hostsAtOnce() + 1)
                .executorService(visits)
                .build();
        this.reconciler = Thread.ofPlatform().name("reconcile").daemon().unstarted(this::reconcile);
    }

    /**
     * Starts visiting: every feed at once, then each when it is due.
     *
     * @param filed called after each transaction that put something into the index queue
     * @param onFault told, once, of a fault of our own disk; the program should end
     */
    public static Timetable start(
            Parts parts, List<Feed> feeds, Runnable filed, Progress progress, Consumer<Throwable> onFault) {
        return start(parts, feeds, filed, progress, onFault, Tally.byTurn());
    }

    /** As {@link #start}, for a run that ends soon: its report counts each entry once, and so it remembers all of them. */
    public static Timetable startForReport(
            Parts parts, List<Feed> feeds, Runnable filed, Progress progress, Consumer<Throwable> onFault) {
        return start(parts, feeds, filed, progress, onFault, Tally.byEntry());
    }

    private static Timetable start(
            Parts parts,
            List<Feed> feeds,
            Runnable filed,
            Progress progress,
            Consumer<Throwable> onFault,
            Tally tally) {
        if (!parts.store().shared()) {
            parts.store().forgetTimetable();
        }
        Timetable timetable = new Timetable(parts, feeds, filed, progress, onFault, tally);
        progress.expect(timetable.feeds.size());
        timetable.schedule();
        timetable.scheduler.start();
        timetable.reconciler.start();
        return timetable;
    }

    private void takeOver(ExecutionComplete left, ExecutionOperations<Void> operations) {
        if (!Leases.knowsWhoIsDead(parts.store())) {
            return; // the row is looked at again soon
        }
        LOG.warn(
                "took over host={} from worker={} lastHeardOf={}",
                left.getExecution().taskInstance.getId(),
                left.getExecution().pickedBy,
                left.getExecution().lastHeartbeat);
        // Its visit had begun, so it does not wait behind all that are due; but it does where two workers died of it in
        // a row.
        boolean again = left.getExecution().executionTime.equals(FIRST);
        operations.reschedule(left, again ? parts.clock().instant() : FIRST);
    }

    private void settle(StoryDesk desk, Runnable filed) {
        try {
            if (!closing && desk.catchUp()) {
                filed.run();
            }
        } catch (RuntimeException | Error e) {
            fault(e);
        }
    }

    /** What was visited since the start; after {@link #start} an entry counts anew each time that it is met. */
    public CrawlReport report() {
        return tally.report(from, parts.clock().instant());
    }

    private CompletionHandler<Void> visit(Host host, CurrentlyExecuting row) {
        synchronized (visiting) {
            if (closing) {
                return (complete, operations) ->
                        operations.reschedule(complete, parts.clock().instant());
            }
            visiting.add(Thread.currentThread());
        }
        Optional<Instant> rests = Optional.empty();
        try {
            HostVisit.Visited visited = visit.run(
                    host,
                    due(host),
                    new TreeSet<>(),
                    () -> Leases.lastFor(parts.fetcher().settings().timeout(), row, parts.store()));
            rests = visited.rests();
            if (!closing) {
                Instant now = parts.clock().instant();
                visited.found().stream().filter(found -> !found.equals(host)).forEach(found -> schedule(found, now));
            }
        } catch (InterruptedException e) {
            // Closing: what was not taken up is still due.
        } catch (RuntimeException | Error e) {
            fault(e);
        } finally {
            synchronized (visiting) {
                visiting.remove(Thread.currentThread());
                // An interrupt was for the visit; the scheduler still has to note that it ended.
                var unused = Thread.interrupted();
            }
        }
        Instant next = closing ? parts.clock().instant() : next(host, rests);
        return (complete, operations) -> {
            try {
                operations.reschedule(complete, next);
            } catch (RuntimeException e) {
                // Taken over meanwhile, or the database is away: who has the row or finds it left goes on with it.
                LOG.warn("left the row of host={} as it is: {}", host, e.getMessage());
            }
        };
    }

    private List<Feed> due(Host host) {
        Instant now = parts.clock().instant();
        return feedsAt(host).stream()
                .filter(feed -> state(feed).address().host().equals(host))
                .filter(feed -> !state(feed).nextVisit().orElse(now).isAfter(now))
                .toList();
    }

    private List<Feed> feedsAt(Host host) {
        return feedsByHost.getOrDefault(host, List.of());
    }

    private FeedState state(Feed feed) {
        return parts.store().feeds().state(feed.url()).orElseGet(() -> FeedState.fresh(feed));
    }

    private Instant next(Host host, Optional<Instant> rests) {
        Instant now = parts.clock().instant();
        Stream<Instant> visits = feedsAt(host).stream()
                .map(this::state)
                .filter(state -> state.address().host().equals(host))
                .map(state -> state.nextVisit().orElse(now));
        Instant next = Stream.concat(visits, parts.store().feeds().nextTry(host).stream())
                .min(Instant::compareTo)
                .orElse(now.plus(IDLE));
        // The next visit may be another worker's, who does not know when this one asked last.
        Duration delay = parts.store().shared() ? parts.fetcher().settings().delay() : Duration.ZERO;
        Instant earliest = rests.orElse(now.plus(delay));
        return next.isBefore(earliest) ? earliest : next;
    }

    private void reconcile() {
        long took = 0;
        try {
            while (!closed.await(Math.max(RECONCILE.toNanos(), took * PAUSES), TimeUnit.NANOSECONDS)) {
                long begun = System.nanoTime();
                schedule();
                took = System.nanoTime() - begun;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            fault(e);
        }
    }

    /** Gives every host that has something due a row, and brings a row forward that stands too late. */
    private void schedule() {
        Instant now = parts.clock().instant();
        Map<PageUrl, FeedState> states = new HashMap<>();
        parts.store().feeds().states().forEach(state -> states.put(state.feed(), state));
        Map<Host, List<Feed>> byHost = new TreeMap<>();
        Map<Host, Instant> due = new TreeMap<>();
        for (Feed feed : feeds) {
            FeedState state = states.getOrDefault(feed.url(), FeedState.fresh(feed));
            Host host = state.address().host();
            byHost.computeIfAbsent(host, h -> new ArrayList<>()).add(feed);
            due.merge(host, state.nextVisit().orElse(now), Timetable::earlier);
        }
        feedsByHost = byHost;
        parts.store().feeds().dueHosts(now).keySet().forEach(host -> due.merge(host, now, Timetable::earlier));
        scheduler.fetchScheduledExecutionsForTask(TASK, Void.class, ScheduledExecutionsFilter.all(), row -> {
            Host host = new Host(row.getTaskInstance().getId());
            Instant wanted = due.getOrDefault(host, Instant.MAX);
            boolean stands = row.isPicked() || !row.getExecutionTime().isAfter(wanted);
            if (stands) {
                due.remove(host);
            }
        });
        due.forEach(this::schedule);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Gives a host a row, or brings its row forward. */
    private void schedule(Host host, Instant next) {
        TaskInstance<Void> row = hostVisit.instance(host.authority());
        if (scheduler.scheduleIfNotExists(row, next)) {
            return;
        }
        boolean late = scheduler
                .getScheduledExecution(row)
                .filter(known -> !known.isPicked() && known.getExecutionTime().isAfter(next))
                .isPresent();
        if (late) {
            try {
                scheduler.reschedule(row, next);
            } catch (TaskInstanceCurrentlyExecutingException
                    | TaskInstanceNotFoundException
                    // It was picked after the scheduler looked whether it is, and before it wrote.
                    | ExecutionException e) {
                LOG.debug("left the row of host={} as it is: its visit began or ended meanwhile", host);
            }
        }
    }

    private void fault(Throwable fault) {
        if (!closing) {
            closing = true;
            if (OwnDisk.failed(fault)) {
                LOG.error("stopping: {}", fault.getMessage());
            } else {
                LOG.error("stopping", fault);
            }
            onFault.accept(fault);
        }
    }

    /** Ends every visit at its next wait, and returns when all have ended and their work is kept. */
    @Override
    public void close() {
        synchronized (visiting) {
            closing = true;
            visiting.forEach(Thread::interrupt);
        }
        closed.countDown();
        scheduler.stop();
        visits.shutdownNow();
        visits.close();
        readers.shutdown();
    }
}
