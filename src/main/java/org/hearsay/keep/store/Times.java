package org.hearsay.keep.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Instants as nanoseconds since 1970, which are exact from 1677 to 2262; what lies outside becomes the nearest end. */
final class Times {
    private static final long PER_SECOND = 1_000_000_000L;

    private Times() {}

    static long nanos(Instant instant) {
        if (instant.getEpochSecond() >= Long.MAX_VALUE / PER_SECOND) {
            return Long.MAX_VALUE;
        }
        if (instant.getEpochSecond() <= Long.MIN_VALUE / PER_SECOND) {
            return Long.MIN_VALUE;
        }
        return instant.getEpochSecond() * PER_SECOND + instant.getNano();
    }

    static @Nullable Long nanos(Optional<Instant> instant) {
        return instant.map(Times::nanos).orElse(null);
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, PER_SECOND), Math.floorMod(nanos, PER_SECOND));
    }
}
