package org.hearsay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.hearsay.keep.store.Deliveries.State;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.page.Bytes;
import org.hearsay.tell.mail.FolderMailer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is copied before a letter goes out, and put back after it. */
class RestoredLettersTest {
    private static final Recipient READER =
            new Recipient("reader@example.org", ZoneId.of("Europe/Berlin"), 7, List.of(), false);
    private static final Instant DUE = Instant.parse("2026-11-20T06:00:00Z");

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>();
    private final List<String> windows = new ArrayList<>();

    private Postman postman(SqliteStore store) {
        return new Postman(
                store,
                (reader, day, from, to) -> {
                    windows.add(from + " to " + to);
                    String id = "<" + day + "." + from + "@hearsay.example>";
                    return new Postman.Written(id, Bytes.utf8("Message-ID: " + id + "\r\n\r\nnews\r\n"), true);
                },
                FolderMailer.open(folder.resolve("post")),
                "hearsay@example.org",
                now::get);
    }

    private long arrived() throws Exception {
        try (var all = Files.list(folder.resolve("post"))) {
            return all.filter(file -> file.toString().endsWith(".eml")).count();
        }
    }

    @Test
    void aDayThatMayHaveHadItsLetterGetsNoSecondOneAndTheNextTellsAll() throws Exception {
        Path file = folder.resolve("hearsay.db");
        Path copy = folder.resolve("copy.db");
        try (SqliteStore store = SqliteStore.open(file)) {
            store.watches().save(READER);
            now.set(DUE.minus(Duration.ofDays(1)));
            postman(store).deliverDue();
        }
        Files.copy(file, copy);
        try (SqliteStore store = SqliteStore.open(file)) {
            now.set(DUE);
            postman(store).deliverDue();
        }
        assertThat(arrived()).isEqualTo(2);

        try (SqliteStore store = SqliteStore.open(copy)) {
            now.set(DUE.plus(Duration.ofHours(5)));
            assertThat(RestoredLetters.standBack(store, now.get())).containsExactly(READER.address());
            postman(store).deliverDue();
            assertThat(arrived()).isEqualTo(2);
            now.set(DUE.plus(Duration.ofDays(1)));
            postman(store).deliverDue();
            assertThat(arrived()).isEqualTo(3);
            assertThat(windows).last().isEqualTo(DUE.minus(Duration.ofDays(1)) + " to " + now.get());
        }
    }

    @Test
    void aLetterThatWasWaitingInTheCopyIsNotSentFromIt() throws Exception {
        try (SqliteStore store = SqliteStore.open(folder.resolve("hearsay.db"))) {
            store.watches().save(READER);
            now.set(DUE);
            assertThat(postman(store).prepare(READER, LocalDate.of(2026, 11, 20)))
                    .isTrue();
            now.set(DUE.plus(Duration.ofHours(1)));
            // The day has its row already, so it needs none that says so.
            assertThat(RestoredLetters.standBack(store, now.get())).isEmpty();
            postman(store).deliverDue();
            assertThat(arrived()).isZero();
            assertThat(store.deliveries().latest(1).get(0).state()).isEqualTo(State.GIVEN_UP);
        }
    }

    @Test
    void aReaderWhoseHourIsStillToComeGetsHisLetter() throws Exception {
        try (SqliteStore store = SqliteStore.open(folder.resolve("hearsay.db"))) {
            store.watches().save(READER);
            // After the six hours of yesterday's letter, before today's.
            now.set(DUE.minus(Duration.ofMinutes(30)));
            assertThat(RestoredLetters.standBack(store, now.get())).isEmpty();
            now.set(DUE);
            postman(store).deliverDue();
            assertThat(arrived()).isEqualTo(1);
        }
    }
}
