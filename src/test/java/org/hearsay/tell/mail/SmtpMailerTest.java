package org.hearsay.tell.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.hearsay.ClosedPort;
import org.hearsay.page.Bytes;
import org.hearsay.tell.mail.Delivery.Accepted;
import org.hearsay.tell.mail.Delivery.Postponed;
import org.hearsay.tell.mail.Delivery.Refused;
import org.hearsay.tell.mail.Delivery.Unclear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpMailerTest {
    private static final String MESSAGE = """
        Message-ID: <one@hearsay.test>
        From: hearsay@hearsay.test
        To: reader@hearsay.test
        Subject: =?UTF-8?Q?N=C3=BCchtern?=
        X-Odd:   spaces   kept

        A line.
        .a line that starts with a dot
        .

        The last line.
        """.replace("\n", "\r\n");
    private static final Letter LETTER =
            new Letter("<one@hearsay.test>", "hearsay@hearsay.test", "reader@hearsay.test", Bytes.utf8(MESSAGE));

    @Test
    void aLetterArrivesAsItWasWritten() throws IOException {
        try (BreakingServer server = new BreakingServer("none", "")) {
            assertThat(SmtpMailer.open(server.uri()).deliver(LETTER)).isEqualTo(new Accepted());
            String heard = String.join("\r\n", server.heard) + "\r\n";
            assertThat(heard).contains("MAIL FROM:<hearsay@hearsay.test>", "RCPT TO:<reader@hearsay.test>");
            assertThat(heard.substring(heard.indexOf("DATA\r\n") + 6))
                    .startsWith(MESSAGE.replace("\r\n.", "\r\n..") + ".\r\n");
        }
    }

    @Test
    void anotherServerReadsTheSameLetter() throws Exception {
        GreenMail green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        green.start();
        try {
            URI uri = URI.create("smtp://localhost:" + green.getSmtp().getPort());
            assertThat(SmtpMailer.open(uri).deliver(LETTER)).isEqualTo(new Accepted());
            assertThat(green.waitForIncomingEmail(5000, 1)).isTrue();
            var message = green.getReceivedMessages()[0];
            assertThat(message.getMessageID()).isEqualTo("<one@hearsay.test>");
            assertThat(message.getSubject()).isEqualTo("Nüchtern");
            assertThat(message.getContent().toString()).contains("\r\n.a line", "The last line.");
        } finally {
            green.stop();
        }
    }

    @Test
    void aUserLogsInWithThePassword() {
        GreenMail green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        green.start();
        try {
            green.setUser("reader", "right");
            green.getUserManager().setAuthRequired(true);
            URI uri = URI.create("smtp://reader@localhost:" + green.getSmtp().getPort());
            assertThat(SmtpMailer.open(uri, "right").deliver(LETTER)).isEqualTo(new Accepted());
            // A wrong password says nothing against the recipient, so the letter waits.
            assertThat(SmtpMailer.open(uri, "wrong").deliver(LETTER)).isInstanceOf(Postponed.class);
        } finally {
            green.stop();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() {
        GreenMail green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        green.start();
        try {
            URI uri = URI.create("smtps://localhost:" + green.getSmtps().getPort());
            assertThat(SmtpMailer.open(uri).deliver(LETTER))
                    .isInstanceOfSatisfying(
                            Postponed.class, p -> assertThat(p.words()).contains("certification path"));
            assertThat(green.getReceivedMessages()).isEmpty();
        } finally {
            green.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "greeting, hang up,              Postponed",
        "greeting, 421 too many,         Postponed",
        "greeting, 554 not you,          Postponed",
        "MAIL,     hang up,              Postponed",
        "MAIL,     451 greylisted,       Postponed",
        "MAIL,     550 bad sender,       Refused",
        "RCPT,     hang up,              Postponed",
        "RCPT,     450 mailbox busy,     Postponed",
        "RCPT,     550 no such user,     Refused",
        "DATA,     hang up,              Postponed",
        "DATA,     451 later,            Postponed",
        "DATA,     554 no,               Refused",
        "line,     hang up,              Postponed",
        "'.',      hang up,              Unclear",
        "'.',      452 no room,          Postponed",
        "'.',      554 looks like spam,  Refused",
        "QUIT,     hang up,              Accepted",
        "QUIT,     silence,              Accepted"
    })
    void aServerThatFailsAtAStage(String stage, String words, String expected) throws IOException {
        // Long enough that the rest of the letter is still on its way when the connection breaks amid it.
        Letter letter = stage.equals("line")
                ? new Letter(
                        LETTER.messageId(),
                        LETTER.from(),
                        LETTER.to(),
                        Bytes.utf8(MESSAGE + "a line of text\r\n".repeat(1_000_000)))
                : LETTER;
        try (BreakingServer server = new BreakingServer(stage, words)) {
            Delivery delivery = SmtpMailer.open(server.uri()).deliver(letter);
            assertThat(delivery.getClass().getSimpleName())
                    .as(delivery.toString())
                    .isEqualTo(expected);
            if (delivery instanceof Refused refused) {
                assertThat(refused.words()).isEqualTo(words);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"greeting, Postponed", "RCPT, Postponed", "'.', Unclear"})
    void aServerThatFallsSilentIsNotWaitedForLong(String stage, String expected) throws IOException {
        try (BreakingServer server = new BreakingServer(stage, "silence")) {
            Delivery delivery = SmtpMailer.open(server.uri(), Optional.empty(), Duration.ofMillis(300))
                    .deliver(LETTER);
            assertThat(delivery.getClass().getSimpleName())
                    .as(delivery.toString())
                    .isEqualTo(expected);
        }
    }

    @Test
    void aServerThatIsNotThereIsTriedAgainLater() throws IOException {
        try (ClosedPort closed = new ClosedPort()) {
            assertThat(SmtpMailer.open(closed.uri("smtp")).deliver(LETTER))
                    .isInstanceOfSatisfying(
                            Postponed.class, p -> assertThat(p.words()).contains("127.0.0.1:" + closed.number()));
        }
    }

    @Test
    void noCommandIsSmuggledInWithAnAddress() throws IOException {
        try (BreakingServer server = new BreakingServer("none", "")) {
            Letter letter = new Letter("<x@y>", "a@b", "c@d>\r\nRCPT TO:<evil@e", Bytes.utf8(MESSAGE));
            assertThat(SmtpMailer.open(server.uri()).deliver(letter)).isInstanceOf(Refused.class);
            assertThat(server.heard).isEmpty();
        }
    }

    @Test
    void anAddressThatIsNoMailServerSaysWhatToWrite() {
        assertThatThrownBy(() -> SmtpMailer.open(URI.create("mail.example.org")))
                .hasMessageContaining("smtp://HOST:587");
        assertThatThrownBy(() -> SmtpMailer.open(URI.create("smtp://me:secret@mail.example.org")))
                .hasMessageContaining("password")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> SmtpMailer.open(URI.create("smtp://mail.example.org"), "secret"))
                .hasMessageContaining("USER@");
    }

    @Test
    void unclearIsSaidInWords() throws IOException {
        try (BreakingServer server = new BreakingServer(".", "hang up")) {
            assertThat(SmtpMailer.open(server.uri()).deliver(LETTER))
                    .isInstanceOfSatisfying(
                            Unclear.class, u -> assertThat(u.words()).contains("whether it took the letter"));
        }
    }
}
