package org.hearsay.read.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A time as exact as a page states it: an instant, or only a day. {@code toString} is its ISO 8601 form. */
public sealed interface Dated {
    /** The first instant it can mean; a day without a zone is taken in UTC. For ordering only. */
    Instant earliest();

    record At(Instant instant) implements Dated {
        @Override
        public Instant earliest() {
            return instant;
        }

        @Override
        public String toString() {
            return instant.toString();
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
