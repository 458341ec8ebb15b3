package org.hearsay.run;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads that read pages. A page gets a certain time; one that takes longer has met a fault of ours, its reading
 * ends as {@link #get} says, and since a thread cannot be stopped it is left to itself and another takes its place.
 */
final class Readers extends ThreadPoolExecutor {
    private final Duration patience;
    private final Map<Runnable, Long> begun = new ConcurrentHashMap<>();
    private final Set<Runnable> leftAlone = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("reader-watch").factory());

    /** @param patience the time that a page gets, waiting for a thread not counted */
    Readers(int threads, Duration patience) {
        super(
                threads,
                Integer.MAX_VALUE,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("reader-", 1).daemon().factory());
        this.patience = patience;
        long look = Math.max(1, Math.min(1_000, patience.toMillis() / 4));
        var unused = watch.scheduleWithFixedDelay(this::look, look, look, TimeUnit.MILLISECONDS);
    }

    /**
     * What was read.
     *
     * @throws ExecutionException if the reading threw, or took too long
     */
    static <T> T get(Future<T> reading) throws ExecutionException, InterruptedException {
        try {
            return reading.get();
        } catch (CancellationException e) {
            throw new ExecutionException(
                    new IllegalStateException("reading the page took longer than any page should", e));
        }
    }

    /**
     * Throws what no page can be blamed for. A page may well fill the stack or the memory, and both are free again when
     * its reading has ended.
     */
    static void throwIfFatal(@Nullable Throwable cause) {
        if (cause instanceof VirtualMachineError fatal
                && !(cause instanceof StackOverflowError)
                && !(cause instanceof OutOfMemoryError)) {
            throw fatal;
        }
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable reading) {
        begun.put(reading, System.nanoTime());
    }

    @Override
    protected void afterExecute(Runnable reading, @Nullable Throwable fault) {
        begun.remove(reading);
        synchronized (leftAlone) {
            if (leftAlone.remove(reading)) {
                setCorePoolSize(getCorePoolSize() - 1);
            }
        }
    }

    private void look() {
        long now = System.nanoTime();
        begun.forEach((reading, since) -> {
            if (now - since > patience.toNanos() && reading instanceof Future<?> future) {
                synchronized (leftAlone) {
                    if (begun.containsKey(reading) && leftAlone.add(reading)) {
                        setCorePoolSize(getCorePoolSize() + 1);
                        future.cancel(true);
                    }
                }
            }
        });
    }

    @Override
    protected void terminated() {
        watch.shutdownNow();
    }

    /** Waits for every reading but those that were left to themselves. */
    @Override
    public void close() {
        shutdown();
        boolean interrupted = false;
        while (!isTerminated() && begun.size() + getQueue().size() > leftAlone.size()) {
            try {
                var unused = awaitTermination(100, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
                shutdownNow();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
