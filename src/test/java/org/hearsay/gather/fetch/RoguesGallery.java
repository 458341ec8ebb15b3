package org.hearsay.gather.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.hearsay.page.PageUrl;

/**
 * A loopback server on raw sockets with one small route per misbehaviour, so that any bytes can be sent at any speed.
 * Routes are added by path; each connection serves one request and is closed. Everything asked for is kept.
 *
 * <pre>{@code
 * try (RoguesGallery gallery = new RoguesGallery()) {
 *     gallery.route("/gone", talk -> talk.answer("410 Gone", ""));
 *     fetcher.feed(gallery.url("/gone"), Validators.NONE);
 * }
 * }</pre>
 */
public final class RoguesGallery implements AutoCloseable {
    /** What happens at an address. An {@link IOException} means that the client went away, which is its right. */
    public interface Route {
        void serve(Talk talk) throws IOException, InterruptedException;
    }

    /** One request as it came. Header names are in lower case. */
    public record Asked(String method, String target, Map<String, String> headers) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /** One request and the wire to answer on. */
    public static final class Talk {
        public final Asked asked;
        private final Socket socket;
        private final OutputStream out;

        Talk(Asked asked, Socket socket) throws IOException {
            this.asked = asked;
            this.socket = socket;
            this.out = socket.getOutputStream();
        }

        /** Ends the connection with a reset, as a server that crashed does. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Waits for the next request on the same connection, which is the client's to send. */
        public Talk next() throws IOException {
            return new Talk(read(new BufferedInputStream(socket.getInputStream())), socket);
        }

        /** Sends the text as it is, in ISO 8859-1. */
        public void raw(String text) throws IOException {
            raw(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        public void raw(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** A whole, correct answer: status line, headers as "Name: value", UTF-8 body and its length. */
        public void answer(String status, String body, String... headers) throws IOException {
            answer(status, body.getBytes(StandardCharsets.UTF_8), headers);
        }

        public void answer(String status, byte[] body, String... headers) throws IOException {
            head(status, "Content-Length: " + body.length, headers);
            raw(body);
        }

        /** Status line and headers only. */
        public void head(String status, String first, String... headers) throws IOException {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n" + first + "\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            raw(head.append("Connection: close\r\n\r\n").toString());
        }
    }

    private final ServerSocket server;
    private final Map<String, Route> routes = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Optional<Route> deaf = Optional.empty();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** On a free port of 127.0.0.1. */
    public RoguesGallery() {
        this("127.0.0.1");
    }

    /** On a free port of a loopback address. */
    public RoguesGallery(String address) {
        this(address, 0);
    }

    /** On a port of a loopback address. */
    public RoguesGallery(String address, int port) {
        try {
            server = new ServerSocket(port, 50, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public void route(String path, Route route) {
        routes.put(path, route);
    }

    /** What happens to every connection before anything is read from it, instead of all routes. */
    public void deaf(Route route) {
        deaf = Optional.of(route);
    }

    /** The address of a path, by the server's IP address. */
    public PageUrl url(String path) {
        return PageUrl.of("http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort() + path);
    }

    /** The address of a path under a name, which should end in {@code .localhost}. */
    public PageUrl url(String host, String path) {
        return PageUrl.of("http://" + host + ":" + server.getLocalPort() + path);
    }

    public InetSocketAddress socket() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    /** Every request so far, in the order of arrival. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** How often a path, with its query, was asked for. */
    public long timesAsked(String target) {
        return asked.stream().filter(a -> a.target().equals(target)).count();
    }

    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (deaf.isPresent()) {
                deaf.get().serve(new Talk(new Asked("", "", Map.of()), socket));
                return;
            }
            Asked request = read(new BufferedInputStream(socket.getInputStream()));
            asked.add(request);
            Talk talk = new Talk(request, socket);
            String path = request.target.split("\\?", 2)[0];
            routes.getOrDefault(path, t -> t.answer("404 Not Found", "nothing here"))
                    .serve(talk);
        } catch (IOException e) {
            // The client went away, as it may: what it made of that is what the test looks at.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static Asked read(InputStream in) throws IOException {
        String[] request = line(in).split(" ");
        if (request.length < 3) {
            throw new IOException("no request");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Asked(request[0], request[1], headers);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the client went away");
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
