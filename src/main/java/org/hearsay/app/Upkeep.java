package org.hearsay.app;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hearsay.run.Retention;

/** What has to be done now and then in a data folder that is served: old pages are dropped, if settings say so. */
final class Upkeep implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("upkeep").factory());

    private Upkeep() {}

    /** Looks now and every hour from now on; what fails is told once, and then nothing more is looked at. */
    static Upkeep start(
            Installation installation, Settings settings, InstantSource clock, Consumer<Throwable> onFault) {
        Upkeep upkeep = new Upkeep();
        retention(installation, settings)
                .ifPresent(retention -> upkeep.clock.scheduleWithFixedDelay(
                        () -> {
                            try {
                                retention.run(clock.instant());
                            } catch (RuntimeException | Error e) {
                                upkeep.clock.shutdown();
                                onFault.accept(e);
                            }
                        },
                        0,
                        1,
                        TimeUnit.HOURS));
        return upkeep;
    }

    /** Looks once, for a run that ends by itself. */
    static void once(Installation installation, Settings settings, InstantSource clock) {
        retention(installation, settings).ifPresent(retention -> retention.run(clock.instant()));
    }

    private static Optional<Retention> retention(Installation installation, Settings settings) {
        return settings.keepPages().map(keep -> new Retention(installation.store(), installation.archive(), keep));
    }

    @Override
    public void close() {
        clock.close();
    }
}
