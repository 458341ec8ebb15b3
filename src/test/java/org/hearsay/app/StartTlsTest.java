package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Watches.Recipient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password and a letter on their way through TLS to a server whose certificate is trusted, or not. */
class StartTlsTest {
    /** Loopback, yet none of the names under which this machine is spared TLS. */
    private static final String HOST = "127.0.0.2";

    private static final String PASSWORD =
            Base64.getEncoder().encodeToString("\0reader\0open sesame".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    @BeforeEach
    void oneReader() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        try (Store store = SqliteStore.open(folder.resolve("data/hearsay.db"))) {
            store.watches().save(new Recipient("r@example.org", ZoneId.of("UTC"), 0, List.of(), false));
        }
    }

    /** @param trusted what the process believes in beside nothing else */
    private Child.Ended send(StartTlsServer server, Path trusted) throws Exception {
        return new Child(folder)
                .with("HEARSAY_MAIL_PASSWORD", "open sesame")
                .withOption("-Djavax.net.ssl.trustStore=" + trusted)
                .withOption("-Djavax.net.ssl.trustStorePassword=" + new String(StartTlsServer.SECRET))
                .run(
                        "digest",
                        "send",
                        "--data",
                        folder.resolve("data").toString(),
                        "--set",
                        "digest.quiet=letter",
                        "--set",
                        "mail.from=hearsay@example.org",
                        "--set",
                        "mail.smtp=smtp://reader@" + HOST + ":" + server.port());
    }

    @Test
    void aTrustedServerGetsPasswordAndLetterUnderTls() throws Exception {
        Path keys = StartTlsServer.keys(folder, "ip:" + HOST);
        try (StartTlsServer server = new StartTlsServer(InetAddress.getByName(HOST), keys, true)) {
            Child.Ended sent = send(server, keys);
            assertThat(sent.code()).as(sent.err() + server.clear).isEqualTo(Stop.OK);
            assertThat(server.clear).last().isEqualTo("STARTTLS");
            assertThat(server.clear).hasSize(2);
            assertThat(String.join("\n", server.sealed))
                    .contains(PASSWORD, "RCPT TO:<r@example.org>", "List-Unsubscribe:");
        }
    }

    @Test
    void aCertificateForAnotherNameGetsNothing() throws Exception {
        Path keys = StartTlsServer.keys(folder, "dns:elsewhere.example");
        try (StartTlsServer server = new StartTlsServer(InetAddress.getByName(HOST), keys, true)) {
            nothingFor(server, send(server, keys));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForGetsNothing() throws Exception {
        Path keys = StartTlsServer.keys(folder, "ip:" + HOST);
        Path others = StartTlsServer.keys(folder, "dns:elsewhere.example");
        try (StartTlsServer server = new StartTlsServer(InetAddress.getByName(HOST), keys, true)) {
            nothingFor(server, send(server, others));
        }
    }

    @Test
    void aServerWithoutTlsGetsNoPassword() throws Exception {
        Path keys = StartTlsServer.keys(folder, "ip:" + HOST);
        try (StartTlsServer server = new StartTlsServer(InetAddress.getByName(HOST), keys, false)) {
            nothingFor(server, send(server, keys));
        }
    }

    private static void nothingFor(StartTlsServer server, Child.Ended ended) {
        assertThat(ended.out() + ended.err()).contains("tried again later for r@example.org");
        assertThat(server.clear).anyMatch(line -> line.startsWith("EHLO"));
        assertThat(server.clear + " " + server.sealed).doesNotContain("AUTH PLAIN", PASSWORD, "r@example.org");
    }
}
