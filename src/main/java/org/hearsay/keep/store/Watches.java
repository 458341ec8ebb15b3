package org.hearsay.keep.store;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people watch and who gets letters. Typed by people, so not derived. */
public interface Watches {
    List<SavedWatch> watches();

    Optional<SavedWatch> watch(String name);

    void save(SavedWatch watch);

    /** @return whether there was one */
    boolean removeWatch(String name);

    List<Recipient> recipients();

    Optional<Recipient> recipient(String address);

    void save(Recipient recipient);

    /**
     * How a reader stands to letters from now on; the rest of what is known of him stays.
     *
     * @param note why, in words; empty where there is nothing to say
     * @return whether there is such a reader
     */
    boolean standing(String address, Standing standing, String note);

    boolean removeRecipient(String address);

    /** The secret by which a link in a reader's own letter names him; made when it is first asked for. */
    Optional<String> token(String address);

    Optional<Recipient> byToken(String token);

    /** A search with a name. */
    record SavedWatch(String name, String query) {}

    /** Whether somebody gets letters, and if not, by whose will. */
    enum Standing {
        ACTIVE,
        /** Set aside by whoever runs this. */
        PAUSED,
        /** His mail server said that it will never take a letter for him. */
        SUSPENDED,
        /** By himself. */
        UNSUBSCRIBED,
        /** Was asked whether he wants letters and has not said yes. */
        UNCONFIRMED
    }

    /**
     * @param hour of the local day, 0 to 23
     * @param days of the week on which a letter is wanted, not empty
     * @param watches names; empty means everything new
     * @param note why he stands so
     */
    record Recipient(
            String address,
            ZoneId zone,
            int hour,
            Set<DayOfWeek> days,
            List<String> watches,
            Standing standing,
            String note) {
        /** After midnight a letter of the day before is still made for so long, then it waits for the next hour. */
        private static final Duration STILL_YESTERDAY = Duration.ofHours(6);

        /** Every one. */
        public static final Set<DayOfWeek> ALL_DAYS = Set.of(DayOfWeek.values());

        public Recipient {
            days = Set.copyOf(days);
            watches = List.copyOf(watches);
            if (hour < 0 || hour > 23) {
                throw new IllegalArgumentException("hour " + hour);
            }
            if (days.isEmpty()) {
                throw new IllegalArgumentException("a reader of no day");
            }
        }

        /** On every day of the week. */
        public Recipient(String address, ZoneId zone, int hour, List<String> watches, boolean paused) {
            this(address, zone, hour, ALL_DAYS, watches, paused ? Standing.PAUSED : Standing.ACTIVE, "");
        }

        /** Gets no letters, for whatever reason. */
        public boolean paused() {
            return standing != Standing.ACTIVE;
        }

        /** In the order of the week. */
        public Set<DayOfWeek> week() {
            return EnumSet.copyOf(days);
        }

        /** When the letter of a local day is due. An hour that the clocks leave out is the first moment after it. */
        public Instant due(LocalDate day) {
            return day.atTime(hour, 0).atZone(zone).toInstant();
        }

        /**
         * The local day whose letter is due: today's from its hour on, however late, so that a machine that was off
         * makes up for it; or yesterday's for some hours, where it was just missed or the clocks went past midnight.
         */
        public Optional<LocalDate> dayDue(Instant now) {
            LocalDate today = LocalDate.ofInstant(now, zone);
            if (days.contains(today.getDayOfWeek()) && !now.isBefore(due(today))) {
                return Optional.of(today);
            }
            LocalDate yesterday = today.minusDays(1);
            Instant was = due(yesterday);
            return days.contains(yesterday.getDayOfWeek())
                            && !now.isBefore(was)
                            && now.isBefore(was.plus(STILL_YESTERDAY))
                    ? Optional.of(yesterday)
                    : Optional.empty();
        }

        /** The next time that his hour comes, after {@code now}; absent where letters are off. */
        public Optional<ZonedDateTime> next(Instant now) {
            if (paused()) {
                return Optional.empty();
            }
            LocalDate today = LocalDate.ofInstant(now, zone);
            for (int ahead = 0; ahead <= 8; ahead++) {
                LocalDate day = today.plusDays(ahead);
                if (days.contains(day.getDayOfWeek()) && due(day).isAfter(now)) {
                    return Optional.of(due(day).atZone(zone));
                }
            }
            throw new IllegalStateException("no day in a week for " + days);
        }
    }
}
