package org.hearsay.read.article;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;

/** A time as exact as a page states it: an instant, or only a day. {@code toString} is its ISO 8601 form. */
public sealed interface Dated {
    /** The first instant it can mean; a day without a zone is taken in UTC. For ordering only. */
    Instant earliest();

    /**
     * Whether it had not come at {@code moment} anywhere on earth. A day, and many a time, stands on its page without a
     * zone and is taken for UTC, of which no clock is more than fourteen hours ahead.
     */
    default boolean aheadOf(Instant moment) {
        return earliest().isAfter(moment.plus(Duration.ofHours(14)));
    }

    /** Reads what {@code toString} writes: a time with its zone, or a day. Anything else is no date. */
    static Optional<Dated> parse(String text) {
        try {
            if (text.length() == 10) {
                return Optional.of(new On(LocalDate.parse(text)));
            }
            OffsetDateTime time = OffsetDateTime.parse(text);
            return Optional.of(new At(time.toInstant(), time.getOffset()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** @param zone the offset in which the page states it, so that its day is the publisher's own day */
    record At(Instant instant, ZoneOffset zone) implements Dated {
        public At {
            // Values that were stored before zones were kept have none.
            zone = Objects.requireNonNullElse(zone, ZoneOffset.UTC);
        }

        /** A time that was told without a place, or in UTC. */
        public At(Instant instant) {
            this(instant, ZoneOffset.UTC);
        }

        @Override
        public Instant earliest() {
            return instant;
        }

        @Override
        public String toString() {
            return zone.equals(ZoneOffset.UTC)
                    ? instant.toString()
                    : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(zone));
        }
    }

    record On(LocalDate day) implements Dated {
        @Override
        public Instant earliest() {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        @Override
        public String toString() {
            return day.toString();
        }
    }
}
