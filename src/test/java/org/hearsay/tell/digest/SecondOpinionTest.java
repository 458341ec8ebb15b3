package org.hearsay.tell.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.tell.mail.Delivery.Accepted;
import org.hearsay.tell.mail.Letter;
import org.hearsay.tell.mail.Mailer;
import org.hearsay.tell.mail.SmtpMailer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A letter goes to a mail server of other people's making, whose own parser says what is wrong with it. */
class SecondOpinionTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String SERVER = """
        import sys, email, email.policy
        from aiosmtpd.controller import Controller

        class Judge:
            async def handle_DATA(self, server, session, envelope):
                m = email.message_from_bytes(envelope.content, policy=email.policy.default)
                wrong = []
                for part in m.walk():
                    wrong += [repr(d) for d in part.defects]
                    for name in part.keys():
                        wrong += [name + ': ' + repr(d) for d in part[name].defects]
                for name in ('From', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version', 'List-Id',
                             'List-Unsubscribe', 'List-Unsubscribe-Post', 'Auto-Submitted'):
                    if len(m.get_all(name, [])) != 1:
                        wrong.append(name + ' is not there once')
                # An address cannot be folded.
                if any(len(line) > 78 and b'https:' not in line for line in envelope.content.split(b'\\r\\n')):
                    wrong.append('a line is too long')
                plain = m.get_body(('plain',)).get_content()
                html = m.get_body(('html',)).get_content()
                if 'China' not in plain or '<html lang="en">' not in html:
                    wrong.append('a part is not as it was')
                print('subject ' + m['Subject'], flush=True)
                print('wrong ' + '; '.join(wrong), flush=True)
                return '250 taken'

        c = Controller(Judge(), hostname='127.0.0.1', port=int(sys.argv[1]))
        c.start()
        print('ready', flush=True)
        sys.stdin.read()
        c.stop()
        """;

    @Test
    void anotherServerFindsNothingWrong(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(PYTHON), "no python3 here to run another mail server with");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path script = Files.writeString(folder.resolve("judge.py"), SERVER);
        Process judge = new ProcessBuilder(PYTHON.toString(), script.toString(), String.valueOf(port))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader says = new BufferedReader(new InputStreamReader(judge.getInputStream(), UTF_8));
                SqliteStore store = SqliteStore.open(folder.resolve("week.db"))) {
            String first = says.readLine();
            assumeTrue("ready".equals(first), "aiosmtpd does not run here: " + first);
            Week.fill(store);
            Digest week = new DigestWriter(store).digest(List.of(), Week.FROM, Week.TO);
            LetterSettings settings =
                    new LetterSettings("hearsay@example.org", Optional.of("https://news.example.org"));
            Occasion occasion = new Occasion(
                    "reader@example.org",
                    List.of("Редкоземельные металлы и 稀土 — überall 🧲", "b"),
                    Week.OCCASION.day(),
                    Week.OCCASION.zone(),
                    Week.OCCASION.written(),
                    Optional.of("0123456789abcdef0123456789abcdef"));
            Message letter = new LetterFormat(settings).message(week, occasion);
            try (Mailer mailer = SmtpMailer.open(URI.create("smtp://127.0.0.1:" + port))) {
                assertThat(mailer.deliver(new Letter(
                                letter.messageId(), "hearsay@example.org", "reader@example.org", letter.bytes())))
                        .isEqualTo(new Accepted());
            }
            assertThat(says.readLine()).isEqualTo("subject " + letter.subject());
            assertThat(says.readLine()).isEqualTo("wrong ");
        } finally {
            judge.destroyForcibly();
        }
    }
}
