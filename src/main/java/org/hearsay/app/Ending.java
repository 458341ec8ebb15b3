package org.hearsay.app;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What the process waits for when it has been told to end: one step after the other, in the order in which they were
 * asked for, where the runtime would run its hooks all at once. So who serves can still finish with the models that are
 * put to rest after that.
 */
final class Ending {
    /** Systems kill what has not ended ten seconds after it was asked to. */
    private static final Duration LONGEST = Duration.ofSeconds(9);

    /** What each step is given when those before it have used the time up. */
    private static final Duration LEAST = Duration.ofMillis(300);

    private static final Queue<Step> STEPS = new ConcurrentLinkedQueue<>();

    static {
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

    private static void end() {
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
