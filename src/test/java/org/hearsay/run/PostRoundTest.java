package org.hearsay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.hearsay.keep.store.Deliveries.LetterRow;
import org.hearsay.keep.store.Deliveries.State;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.keep.store.Watches.Standing;
import org.hearsay.page.Bytes;
import org.hearsay.tell.mail.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which letters come, when, and what they cover, by a clock that the test sets. */
class PostRoundTest extends AtThePostOffice {
    @ParameterizedTest(name = "{0} at {1}, {2} to {3}")
    @CsvSource({
        // The clocks go forward at 02:00 and back at 03:00, and an hour in between is missing or comes twice.
        "Europe/Berlin,        2, 2026-03-27T00:00:00Z, 2026-03-31T00:00:00Z",
        "Europe/Berlin,        7, 2026-03-27T00:00:00Z, 2026-03-31T00:00:00Z",
        "Europe/Berlin,        2, 2026-10-23T00:00:00Z, 2026-10-28T00:00:00Z",
        "America/New_York,     2, 2026-03-06T12:00:00Z, 2026-03-10T12:00:00Z",
        "America/New_York,     1, 2026-10-30T12:00:00Z, 2026-11-03T12:00:00Z",
        // Half an hour.
        "Australia/Lord_Howe,  2, 2026-10-02T00:00:00Z, 2026-10-06T00:00:00Z",
        "Australia/Lord_Howe,  1, 2026-04-03T00:00:00Z, 2026-04-07T00:00:00Z",
        // At midnight: a day that begins at one o'clock, and one that has its last hour twice.
        "Africa/Cairo,         0, 2026-04-22T12:00:00Z, 2026-04-26T12:00:00Z",
        "Africa/Cairo,        23, 2026-10-28T12:00:00Z, 2026-11-01T12:00:00Z",
        // The last hour of a day is missing.
        "America/Scoresbysund, 23, 2026-03-26T12:00:00Z, 2026-03-31T12:00:00Z",
        // The ends of the world.
        "Pacific/Kiritimati,   7, 2026-11-20T00:00:00Z, 2026-11-24T00:00:00Z",
        "Etc/GMT+12,           7, 2026-11-20T00:00:00Z, 2026-11-24T00:00:00Z",
        "+14:00,               0, 2026-12-30T00:00:00Z, 2027-01-03T00:00:00Z",
        "-14:00,              23, 2026-12-30T00:00:00Z, 2027-01-03T00:00:00Z",
        "Asia/Kathmandu,       7, 2026-11-20T00:00:00Z, 2026-11-24T00:00:00Z",
        // A leap day.
        "UTC,                  0, 2028-02-27T00:00:00Z, 2028-03-02T00:00:00Z"
    })
    void everyLocalDayHasOneLetterAtItsHour(String zone, int hour, String from, String to) {
        ZoneId at = ZoneId.of(zone);
        reader(zone, hour);
        through(from, to);
        List<LocalDate> days = rows().stream().map(LetterRow::day).toList();
        Instant end = Instant.parse(to).minusSeconds(1800);
        List<LocalDate> wanted = Instant.parse(from)
                .atZone(at)
                .toLocalDate()
                .minusDays(1)
                .datesUntil(end.atZone(at).toLocalDate().plusDays(1))
                .filter(day -> !day.atTime(hour, 0).atZone(at).toInstant().isAfter(end))
                .toList();
        assertThat(days).doesNotHaveDuplicates().isSubsetOf(wanted);
        // Whether the day before the first is still made up for depends on the hour at which the test begins.
        assertThat(days).containsAll(wanted.subList(1, wanted.size()));
        for (LetterRow row : rows().subList(1, days.size())) {
            LocalDateTime local = LocalDateTime.ofInstant(row.to(), at);
            boolean missing = !row.day()
                    .atTime(hour, 0)
                    .atZone(at)
                    .toLocalDateTime()
                    .equals(row.day().atTime(hour, 0));
            Duration after = Duration.between(row.day().atTime(hour, 0), local);
            // An hour that is left out is made up for at the end of the gap; Lord Howe's is half an hour.
            assertThat(after)
                    .as(row.day() + " came at " + local)
                    .isBetween(
                            missing ? Duration.ofMinutes(30) : Duration.ZERO,
                            missing ? Duration.ofHours(1) : Duration.ofMinutes(59));
        }
        assertThat(taken).hasSameSizeAs(days);
        assertNoGap();
    }

    /** Each begins where the one before ended. */
    private void assertNoGap() {
        List<LetterRow> sent = rows().stream()
                .filter(row -> row.state() == State.SENT || row.state() == State.NOTHING)
                .toList();
        for (int i = 1; i < sent.size(); i++) {
            assertThat(sent.get(i).from()).isEqualTo(sent.get(i - 1).to());
        }
    }

    @Test
    void aReaderWhoMovesGetsOneLetterInEachOfHisDays() {
        reader("Europe/Berlin", 7);
        through("2026-11-20T00:00:00Z", "2026-11-20T12:00:00Z");
        reader("Pacific/Auckland", 7);
        through("2026-11-20T12:00:00Z", "2026-11-22T12:00:00Z");
        reader("America/Los_Angeles", 7);
        through("2026-11-22T12:00:00Z", "2026-11-25T00:00:00Z");
        assertThat(rows()).extracting(LetterRow::day).containsExactly(days(20, 21, 22, 23, 24));
        assertThat(rows())
                .extracting(row -> row.to().toString())
                .containsExactly(
                        "2026-11-20T06:00:00Z",
                        "2026-11-20T18:00:00Z",
                        "2026-11-21T18:00:00Z",
                        "2026-11-23T15:00:00Z",
                        "2026-11-24T15:00:00Z");
        assertThat(taken).hasSize(5);
        assertNoGap();
    }

    private static LocalDate[] days(int... of) {
        return java.util.Arrays.stream(of)
                .mapToObj(d -> LocalDate.of(2026, 11, d))
                .toArray(LocalDate[]::new);
    }

    @Test
    void aClockThatIsSetBackMakesNoSecondLetterAndLosesNone() {
        reader("UTC", 7);
        through("2026-11-20T06:00:00Z", "2026-11-22T08:00:00Z");
        through("2026-11-21T05:00:00Z", "2026-11-24T08:00:00Z");
        assertThat(rows()).extracting(LetterRow::day).containsExactly(days(20, 21, 22, 23, 24));
        assertThat(taken).hasSize(5);
        assertNoGap();
    }

    @Test
    void aClockThatWasYearsAheadDoesNotSilenceThePost() {
        reader("UTC", 7);
        at("2026-11-20T07:00:00Z");
        at("2031-01-01T07:00:00Z");
        at("2026-11-21T07:00:00Z");
        assertThat(windows()).last().isEqualTo("2026-11-20T07:00:00Z to 2026-11-21T07:00:00Z");
        server = letter -> LATER;
        at("2031-01-02T07:00:00Z");
        server = letter -> TAKEN;
        at("2026-11-22T06:00:00Z");
        assertThat(rows()).filteredOn(row -> row.state() == State.RETRY).isEmpty();
    }

    @Test
    void daysOfTheWeekThatAreNotWantedAreCoveredByTheNext() {
        store.watches()
                .save(new Recipient(
                        "r@example.org",
                        ZoneId.of("UTC"),
                        7,
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        List.of(),
                        Standing.ACTIVE,
                        ""));
        through("2026-11-19T12:00:00Z", "2026-11-25T00:00:00Z");
        assertThat(rows()).extracting(LetterRow::day).containsExactly(days(20, 23));
        assertThat(windows()).last().isEqualTo("2026-11-20T07:00:00Z to 2026-11-23T07:00:00Z");
    }

    @Test
    void aMachineThatWasOffForTwoDaysSendsOneLetterForThem() {
        reader("UTC", 7);
        at("2026-11-20T07:00:00Z");
        at("2026-11-22T19:40:00Z");
        at("2026-11-22T19:50:00Z");
        assertThat(windows())
                .containsExactly(
                        "2026-11-19T07:00:00Z to 2026-11-20T07:00:00Z", "2026-11-20T07:00:00Z to 2026-11-22T19:40:00Z");
    }

    @Test
    void aDayWithNothingNewIsNotedAndIsNotMadeUpForAtAnotherHour() {
        reader("UTC", 7);
        at("2026-11-20T07:00:00Z");
        quietDays.add(LocalDate.of(2026, 11, 21));
        at("2026-11-21T07:00:00Z");
        quietDays.clear();
        at("2026-11-21T09:00:00Z");
        at("2026-11-22T07:00:00Z");
        assertThat(rows()).extracting(LetterRow::state).containsExactly(State.SENT, State.NOTHING, State.SENT);
        assertThat(windows()).last().isEqualTo("2026-11-21T07:00:00Z to 2026-11-22T07:00:00Z");
        // Somebody who asks gets what has come since.
        quietDays.add(LocalDate.of(2026, 11, 23));
        at("2026-11-23T07:00:00Z");
        quietDays.clear();
        assertThat(postman(store, Postman.Quiet.SILENT).prepareNow()).isEqualTo(1);
        assertThat(rows()).extracting(LetterRow::day).doesNotHaveDuplicates();
    }

    @Test
    void aSignOfLifeComesAfterAWeekOfSilence() {
        reader("UTC", 7);
        LocalDate first = LocalDate.of(2026, 11, 1);
        first.datesUntil(first.plusDays(20)).forEach(quietDays::add);
        for (int day = 0; day < 20; day++) {
            now.set(first.plusDays(day).atTime(7, 0).atZone(ZoneId.of("UTC")).toInstant());
            postman(store, Postman.Quiet.WEEKLY).deliverDue();
        }
        assertThat(rows())
                .filteredOn(row -> row.state() == State.SENT)
                .extracting(LetterRow::day)
                .containsExactly(first.plusDays(7), first.plusDays(14));
        now.set(now.get().plus(Duration.ofDays(1)));
        quietDays.add(first.plusDays(20));
        postman(store, Postman.Quiet.LETTER).deliverDue();
        assertThat(rows()).last().matches(row -> row.state() == State.SENT);
    }

    @Test
    void whoIsNewIsAskedOnceAndGetsNoLetterBeforeHisWord() {
        ZoneId utc = ZoneId.of("UTC");
        store.watches()
                .save(new Recipient(
                        "new@example.org", utc, 7, Recipient.ALL_DAYS, List.of(), Standing.UNCONFIRMED, ""));
        Postman.LetterWriter asking = new Postman.LetterWriter() {
            @Override
            public Postman.Written write(Recipient recipient, LocalDate day, Instant from, Instant to) {
                return PostRoundTest.this.write(recipient, day, from, to);
            }

            @Override
            public Optional<Postman.Written> question(Recipient recipient, Instant at) {
                return Optional.of(new Postman.Written("<question>", Bytes.utf8("do you?"), true));
            }
        };
        Postman postman = new Postman(store, asking, new Box(), "hearsay@example.org", now::get);
        now.set(Instant.parse("2026-11-20T07:00:00Z"));
        server = letter -> LATER;
        postman.deliverDue();
        server = letter -> TAKEN;
        for (int i = 0; i < 5; i++) {
            now.set(now.get().plus(Duration.ofHours(1)));
            postman.deliverDue();
        }
        assertThat(taken).extracting(Letter::messageId).containsExactly("<question>");
        store.watches().standing("new@example.org", Standing.ACTIVE, "");
        postman.deliverDue();
        assertThat(taken).hasSize(2);
    }

    @Test
    void twoSchedulersOnOneStoreSendEachReaderOneLetter() throws Exception {
        int readers = 1000;
        store.inTransaction(() -> {
            for (int i = 0; i < readers; i++) {
                store.watches().save(new Recipient("r" + i + "@example.org", ZoneId.of("UTC"), 7, List.of(), false));
            }
            return true;
        });
        now.set(Instant.parse("2026-11-20T07:00:00Z"));
        try (Store other = SqliteStore.open(folder.resolve("hearsay.db"));
                ExecutorService pool = Executors.newFixedThreadPool(2)) {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<?>> both = new ArrayList<>();
            for (Store by : List.of(store, other)) {
                both.add(pool.submit(() -> {
                    go.await();
                    postman(by, Postman.Quiet.SILENT).deliverDue();
                    return true;
                }));
            }
            go.countDown();
            for (Future<?> each : both) {
                each.get();
            }
        }
        // One may have seen a letter that the other was about to send; nothing is left for a second look.
        postman(store, Postman.Quiet.SILENT).deliverDue();
        assertThat(taken.stream().collect(Collectors.groupingBy(Letter::to, Collectors.counting())))
                .hasSize(readers)
                .allSatisfy((to, letters) -> assertThat(letters).isEqualTo(1));
        assertThat(store.deliveries().latest(2 * readers))
                .hasSize(readers)
                .allMatch(row -> row.state() == State.SENT && !row.ambiguous() && row.attempts() == 1);
    }
}
