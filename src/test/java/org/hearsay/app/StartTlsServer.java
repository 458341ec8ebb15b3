package org.hearsay.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that speaks STARTTLS, with a certificate of its own making, and notes what it hears in the clear. */
final class StartTlsServer implements AutoCloseable {
    static final char[] SECRET = "changeit".toCharArray();

    /** What was said before and after TLS, a command a line. */
    final List<String> clear = new CopyOnWriteArrayList<>();

    final List<String> sealed = new CopyOnWriteArrayList<>();

    private final ServerSocket socket;
    private final SSLContext tls;
    private final boolean offers;

    /** @param offers whether it says that it speaks STARTTLS */
    StartTlsServer(InetAddress at, Path keys, boolean offers) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, SECRET);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, SECRET);
        tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        this.offers = offers;
        socket = new ServerSocket(0, 10, at);
        Thread.ofVirtual().start(this::serve);
    }

    /** A key and its certificate for a name, as {@code keytool} makes them. @param name {@code ip:…} or {@code dns:…} */
    static Path keys(Path folder, String name) throws IOException, InterruptedException {
        Path keys = folder.resolve("keys-" + name.replaceAll("\\W", "-") + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=mail",
                        "-ext",
                        "SAN=" + name,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        new String(SECRET))
                .redirectErrorStream(true)
                .start();
        String says = new String(made.getInputStream().readAllBytes(), UTF_8);
        if (!made.waitFor(1, TimeUnit.MINUTES) || made.exitValue() != 0) {
            throw new IOException("keytool: " + says);
        }
        return keys;
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        try {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (IOException e) {
            // The test is over.
            return;
        }
    }

    private void talk(Socket client) {
        try (client) {
            say(client, "220 mail");
            if (!conversation(client, clear, offers)) {
                return;
            }
            SSLSocket safe = (SSLSocket) tls.getSocketFactory()
                    .createSocket(client, client.getInetAddress().getHostAddress(), client.getPort(), false);
            safe.setUseClientMode(false);
            conversation(safe, sealed, false);
        } catch (IOException e) {
            clear.add("broke: " + e.getMessage());
        }
    }

    /** @return whether the other side wants TLS from here on */
    private static boolean conversation(Socket client, List<String> heard, boolean offers) throws IOException {
        // Nothing may be read ahead of the handshake, and whoever waits for an answer sends nothing ahead.
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
        boolean inLetter = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (inLetter) {
                if (line.equals(".")) {
                    inLetter = false;
                    say(client, "250 taken");
                }
            } else if (line.startsWith("EHLO")) {
                say(client, offers ? "250-mail\r\n250-STARTTLS\r\n250 AUTH PLAIN" : "250-mail\r\n250 AUTH PLAIN");
            } else if (line.equals("STARTTLS")) {
                say(client, "220 go on");
                return true;
            } else if (line.equals("DATA")) {
                inLetter = true;
                say(client, "354 go on");
            } else if (line.startsWith("AUTH PLAIN")) {
                // The words of the password come with it, or at the next line.
                if (line.equals("AUTH PLAIN")) {
                    say(client, "334 ");
                    heard.add(String.valueOf(in.readLine()));
                }
                say(client, "235 come in");
            } else {
                say(client, "250 ok");
            }
        }
        return false;
    }

    private static void say(Socket client, String words) throws IOException {
        client.getOutputStream().write((words + "\r\n").getBytes(UTF_8));
        client.getOutputStream().flush();
    }
}
