package org.hearsay.app;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What the process waits for when it has been told to end: one step after the other, in the order in which they were
 * asked for, where the runtime would run its hooks all at once. So who serves can still finish with the models that are
 * put to rest after that. The steps come before the hooks, for that of ONNX Runtime takes its library away under a
 * network that still reads, which kills the process.
 */
final class Ending {
    /** Systems kill what has not ended ten seconds after it was asked to. */
    private static final Duration LONGEST = Duration.ofSeconds(9);

    /** What each step is given when those before it have used the time up. */
    private static final Duration LEAST = Duration.ofMillis(300);

    private static final Queue<Step> STEPS = new ConcurrentLinkedQueue<>();

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private static @Nullable Thread exiting;

    static {
        // For an exit that did not come through here.
        Runtime.getRuntime().addShutdownHook(new Thread(Ending::end, "end"));
    }

    /** Something to be waited for. */
    interface Step {
        /** @return whether it was over in that time */
        boolean isOver(Duration longest) throws InterruptedException;
    }

    private Ending() {}

    static void waitsFor(Step step) {
        STEPS.add(step);
    }

    /**
     * From now on the usual signals end the process through the steps. Those that whoever started it wants ignored
     * (nohup) stay so, and where Java may not take signals (-Xrs) all stays as it was.
     */
    @SuppressWarnings("sunapi")
    static void answersSignals() {
        for (String name : new String[] {"INT", "TERM", "HUP"}) {
            try {
                sun.misc.Signal.handle(new sun.misc.Signal(name), signal -> exit(128 + signal.getNumber()));
            } catch (IllegalArgumentException e) {
                // Not on this system; its own way of ending still comes by the hook.
            }
        }
    }

    /** Ends the process with this code once the steps are over; whoever comes second waits for the first. */
    static void exit(int code) {
        try {
            exiting(code).join();
        } catch (InterruptedException e) {
            // A step woke this thread, as it wakes who works; the process ends all the same.
            Thread.currentThread().interrupt();
        }
    }

    private static synchronized Thread exiting(int code) {
        if (exiting == null) {
            exiting = new Thread(
                    () -> {
                        end();
                        System.exit(code);
                    },
                    "exit");
            exiting.start();
        }
        return exiting;
    }

    private static void end() {
        if (!BEGUN.compareAndSet(false, true)) {
            return;
        }
        long until = System.nanoTime() + LONGEST.toNanos();
        boolean over = true;
        try {
            for (Step step : STEPS) {
                Duration left = Duration.ofNanos(until - System.nanoTime());
                over &= step.isOver(left.compareTo(LEAST) > 0 ? left : LEAST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!over) {
            System.err.println("hearsay: ended before everything was closed; nothing kept is lost");
        }
    }
}
