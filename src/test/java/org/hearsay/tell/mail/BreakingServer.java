package org.hearsay.tell.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that misbehaves at one stage: greeting, EHLO, MAIL, RCPT, DATA, "line" (amid the letter), "." or QUIT.
 * There it answers {@code words}; "hang up" ends the connection, "silence" says nothing more.
 */
final class BreakingServer implements AutoCloseable {
    private static final Map<String, String> GOOD = Map.of(
            "greeting", "220 breaking.test",
            "EHLO", "250 breaking.test",
            "MAIL", "250 ok",
            "RCPT", "250 ok",
            "DATA", "354 go on",
            ".", "250 taken",
            "RSET", "250 ok",
            "QUIT", "221 bye");

    final List<String> heard = new CopyOnWriteArrayList<>();
    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final String stage;
    private final String words;

    BreakingServer(String stage, String words) throws IOException {
        this.stage = stage;
        this.words = words;
        Thread.ofVirtual().start(this::serve);
    }

    URI uri() {
        return URI.create("smtp://localhost:" + socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : open) {
            each.close();
        }
    }

    private void serve() {
        try {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (IOException e) {
            // The test is over.
            return;
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            boolean on = answer(client, "greeting");
            boolean inLetter = false;
            String line = on ? in.readLine() : null;
            while (on && line != null) {
                heard.add(line);
                if (inLetter && !line.equals(".")) {
                    on = !stage.equals("line");
                } else {
                    String verb = line.equals(".") ? "." : line.split("[ :]")[0];
                    on = answer(client, verb);
                    inLetter = verb.equals("DATA") && !stage.equals("DATA");
                }
                line = on ? in.readLine() : null;
            }
        } catch (IOException e) {
            // The client hung up, which some of the tests want.
            return;
        }
    }

    /** @return whether the talk goes on */
    private boolean answer(Socket client, String at) throws IOException {
        String reply = at.equals(stage) ? words : GOOD.getOrDefault(at, "500 what?");
        if (reply.equals("hang up")) {
            return false;
        }
        if (!reply.equals("silence")) {
            OutputStream out = client.getOutputStream();
            out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        return true;
    }
}
