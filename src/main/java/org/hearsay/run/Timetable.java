package org.hearsay.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.page.Host;
import org.hearsay.page.PageUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Visits hosts when they are due, for as long as it is open. A host is one row of the scheduler, so it has one visit
 * at a time, and the row's time is when it is due next. The clerk works beside it, and so does the post.
 */
public final class Timetable implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);
    /** How late a visit may start. */
    private static final Duration POLL = Duration.ofSeconds(1);
    /** A worker that has not been heard of for four of these is taken for dead, and its hosts by another. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    /** How often hosts are looked for that have something due and no row. */
    private static final Duration RECONCILE = Duration.ofSeconds(15);
    /** After this long without a date a host is looked at again. */
    private static final Duration IDLE = Duration.ofHours(6);

    private final Parts parts;
    private final List<Feed> feeds;
    /** The feeds by the host they live at, as of the last {@link #schedule}; a feed that moved may stand at its old one. */
    private volatile Map<Host, List<Feed>> feedsByHost = Map.of();
    /** When each host's row is due, as far as this process knows; long past while it is visited. */
    private final Map<Host, Instant> planned = new ConcurrentHashMap<>();

    private final Consumer<Throwable> onFault;
    private final HostVisit visit;
    private final Clerk clerk;
    private final ExecutorService readers;
    private final ExecutorService visits = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Thread> visiting = new HashSet<>();
    private final CustomTask<Void> hostVisit;
    private final Scheduler scheduler;
    private final Tally tally;
    private final Instant from;
    private volatile boolean closing;

    private Timetable(
            Parts parts,
            List<Feed> feeds,
            Optional<Runnable> post,
            Progress progress,
            Consumer<Throwable> onFault,
            Tally tally) {
        this.parts = parts;
        this.tally = tally;
        this.feeds = feeds.stream().filter(feed -> !feed.paused()).toList();
        this.onFault = onFault;
        this.from = parts.clock().instant();
        this.clerk = Clerk.start(parts);
        this.readers = parts.settings().openReaders();
        this.visit = new HostVisit(parts, new Outlets(feeds), new Intake(parts, readers), tally, progress, clerk::wake);
        this.hostVisit = Tasks.custom("host-visit", Void.class)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, parts.clock().instant().plus(RECONCILE)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> visit(new Host(instance.getId())));
        RecurringTask<Void> reconcile = Tasks.recurring("reconcile", FixedDelay.of(RECONCILE))
                .execute((instance, context) -> guarded(this::schedule));
        RecurringTask<Void> letters = Tasks.recurring("post", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) -> post.ifPresent(this::guarded));
        this.scheduler = Scheduler.create(parts.store().dataSource(), hostVisit)
                .startTasks(reconcile, letters)
                .threads(parts.settings().hostsAtOnce() + 2)
                .executorService(visits)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    /**
     * Starts visiting: every feed at once, then each when it is due.
     *
     * @param post run twice a minute: makes and sends the letters that are due
     * @param onFault told, once, of a fault of our own disk; the program should end
     */
    public static Timetable start(
            Parts parts, List<Feed> feeds, Optional<Runnable> post, Progress progress, Consumer<Throwable> onFault) {
        return start(parts, feeds, post, progress, onFault, Tally.byTurn());
    }

    /** As {@link #start}, for a run that ends soon: its report counts each entry once, and so it remembers all of them. */
    public static Timetable startForReport(
            Parts parts, List<Feed> feeds, Progress progress, Consumer<Throwable> onFault) {
        return start(parts, feeds, Optional.empty(), progress, onFault, Tally.byEntry());
    }

    private static Timetable start(
            Parts parts,
            List<Feed> feeds,
            Optional<Runnable> post,
            Progress progress,
            Consumer<Throwable> onFault,
            Tally tally) {
        parts.store().forgetTimetable();
        Timetable timetable = new Timetable(parts, feeds, post, progress, onFault, tally);
        progress.expect(timetable.feeds.size());
        timetable.schedule();
        timetable.scheduler.start();
        return timetable;
    }

    /** What was visited since the start; after {@link #start} an entry counts anew each time that it is met. */
    public CrawlReport report() {
        return tally.report(from, parts.clock().instant());
    }

    private CompletionHandler<Void> visit(Host host) {
        synchronized (visiting) {
            if (closing) {
                return (complete, operations) ->
                        operations.reschedule(complete, parts.clock().instant());
            }
            visiting.add(Thread.currentThread());
        }
        planned.put(host, Instant.MIN);
        Optional<Instant> rests = Optional.empty();
        try {
            rests = visit.run(host, due(host), new TreeSet<>()).rests();
            if (!closing) {
                scheduleNewlyDue();
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
        planned.put(host, next);
        return (complete, operations) -> operations.reschedule(complete, next);
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
        Instant earliest = rests.orElse(now);
        return next.isBefore(earliest) ? earliest : next;
    }

    /** Gives every host that has something due a row, and brings a row forward that stands too late. */
    private void schedule() {
        Map<PageUrl, FeedState> states = new HashMap<>();
        parts.store().feeds().states().forEach(state -> states.put(state.feed(), state));
        Map<Host, List<Feed>> byHost = new TreeMap<>();
        for (Feed feed : feeds) {
            FeedState state = states.getOrDefault(feed.url(), FeedState.fresh(feed));
            byHost.computeIfAbsent(state.address().host(), host -> new ArrayList<>())
                    .add(feed);
        }
        feedsByHost = byHost;
        Set<Host> hosts = new TreeSet<>(byHost.keySet());
        hosts.addAll(parts.store().feeds().dueHosts(parts.clock().instant()).keySet());
        hosts.forEach(this::schedule);
    }

    /**
     * As {@link #schedule}, for those hosts alone that a visit has just found pages of. To look at every host after
     * every visit is what makes a list of some hundred feeds stand still.
     */
    private void scheduleNewlyDue() {
        Instant now = parts.clock().instant();
        parts.store().feeds().dueHosts(now).keySet().stream()
                .filter(host -> planned.getOrDefault(host, Instant.MAX).isAfter(now))
                .forEach(this::schedule);
    }

    private void schedule(Host host) {
        TaskInstance<Void> row = hostVisit.instance(host.authority());
        Instant next = next(host, Optional.empty());
        if (scheduler.scheduleIfNotExists(row, next)) {
            planned.put(host, next);
            return;
        }
        boolean late = scheduler
                .getScheduledExecution(row)
                .filter(known -> !known.isPicked() && known.getExecutionTime().isAfter(next))
                .isPresent();
        if (late) {
            try {
                scheduler.reschedule(row, next);
                planned.put(host, next);
            } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
                LOG.debug("left the row of host={} as it is: its visit began or ended meanwhile", host);
            }
        }
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            fault(e);
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
        scheduler.stop();
        visits.shutdownNow();
        visits.close();
        readers.shutdown();
        clerk.close();
    }
}
