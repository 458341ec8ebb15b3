package org.hearsay.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.hearsay.ClosedPort;
import org.hearsay.keep.store.Deliveries.LetterRow;
import org.hearsay.keep.store.Deliveries.State;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.page.Bytes;
import org.hearsay.tell.mail.Mailer;
import org.hearsay.tell.mail.SmtpMailer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmanTest {
    private static final Recipient READER =
            new Recipient("reader@example.org", ZoneId.of("Europe/Berlin"), 7, List.of(), false);

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T05:59:00Z"));
    private final InstantSource clock = now::get;
    private Store store;
    private GreenMail server;
    private Mailer mailer;
    private Postman postman;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("hearsay.db"));
        store.watches().save(READER);
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        mailer = SmtpMailer.open(
                URI.create("smtp://127.0.0.1:" + server.getSmtp().getPort()));
        postman = postman(mailer);
    }

    @AfterEach
    void close() {
        mailer.close();
        server.stop();
        store.close();
    }

    private Postman postman(Mailer by) {
        return new Postman(store, PostmanTest::write, by, "hearsay@example.org", clock);
    }

    private static Postman.Written write(Recipient recipient, LocalDate day, Instant from, Instant to) {
        String id = "<" + day + "@hearsay.example>";
        String message = "Message-ID: " + id + "\r\nFrom: hearsay@example.org\r\nTo: " + recipient.address()
                + "\r\nSubject: " + from + " to " + to + "\r\n\r\nnews\r\n";
        return new Postman.Written(id, Bytes.utf8(message), true);
    }

    private void later(Duration by) {
        now.updateAndGet(time -> time.plus(by));
        postman.deliverDue();
    }

    private LetterRow row() {
        return store.deliveries().latest(1).get(0);
    }

    @Test
    void aLetterComesAtTheReadersOwnHourAndOnceADay() throws Exception {
        postman.deliverDue();
        assertThat(store.deliveries().latest(1)).isEmpty();
        later(Duration.ofMinutes(1)); // 07:00 in Berlin
        for (int i = 0; i < 20; i++) {
            later(Duration.ofMinutes(30));
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
        later(Duration.ofDays(1));
        assertThat(server.getReceivedMessages()).hasSize(2);
        String second = server.getReceivedMessages()[1].getSubject();
        assertThat(second).startsWith("2026-11-20T06:00:00Z to ");
    }

    @Test
    void aPausedReaderGetsNone() {
        store.watches().save(new Recipient(READER.address(), READER.zone(), READER.hour(), READER.watches(), true));
        later(Duration.ofHours(5));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsDownIsTriedAgainWithGrowingPausesAndTheSameLetter() throws Exception {
        try (ClosedPort closed = new ClosedPort();
                Mailer nowhere = SmtpMailer.open(closed.uri("smtp"))) {
            now.set(Instant.parse("2026-11-20T06:00:00Z"));
            postman(nowhere).deliverDue();
            postman(nowhere).deliverDue();
            assertThat(row().state()).isEqualTo(State.RETRY);
            assertThat(row().attempts()).as("not tried again at once").isEqualTo(1);
            now.updateAndGet(time -> time.plus(Duration.ofMinutes(2)));
            postman(nowhere).deliverDue();
            assertThat(row().attempts()).isEqualTo(2);
        }
        later(Duration.ofHours(1));
        assertThat(row().state()).isEqualTo(State.SENT);
        assertThat(row().ambiguous()).isFalse();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aRowFoundInSendingIsSentOnceMoreUnderTheSameIdAndMarked() throws Exception {
        now.set(Instant.parse("2026-11-20T06:00:00Z"));
        assertThat(postman.prepare(READER, LocalDate.of(2026, 11, 20))).isTrue();
        LetterRow prepared = row();
        // The process died after it had begun to send.
        assertThat(store.deliveries().claim(prepared, now.get())).isPresent();
        later(Duration.ofMinutes(2));
        assertThat(server.getReceivedMessages())
                .as("somebody may be at it still")
                .isEmpty();
        postman.takeOver();
        later(Duration.ofMinutes(2));
        assertThat(row().state()).isEqualTo(State.SENT);
        assertThat(row().ambiguous()).isTrue();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getHeader("Message-ID")).containsExactly(prepared.messageId());
    }

    @Test
    void aLetterThatWasWrittenIsNotWrittenAgain() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        assertThat(postman.prepare(READER, day)).isTrue();
        Bytes first = row().letter();
        now.updateAndGet(time -> time.plusSeconds(100));
        assertThat(postman.prepare(READER, day)).isFalse();
        assertThat(row().letter()).isEqualTo(first);
    }
}
