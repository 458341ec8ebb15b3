package org.hearsay.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/**
 * The bundled newsroom, open while this object is: one server on 127.0.0.1, one host an outlet. Thread-safe.
 *
 * <p>What it answers depends on nothing but the port and the edition, so two runs on one port get the same bytes.
 */
public final class Newsroom implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final IntSupplier edition;
    private final List<Outlet> outlets = Outlet.all();
    private final Map<Integer, Map<String, Map<String, Answer>>> editions = new ConcurrentHashMap<>();
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();

    private Newsroom(HttpServer server, IntSupplier edition) {
        this.server = server;
        this.edition = edition;
    }

    /**
     * A request as it was answered, for tests.
     *
     * @param host without the port, as {@code star.localhost}
     * @param path with its query, if it had one
     * @param conditional whether a validator (If-None-Match, If-Modified-Since) was sent
     */
    public record Request(String host, String path, int status, boolean conditional) {}

    /**
     * Opens the newsroom.
     *
     * @param port 0 for any that is free
     * @param edition asked at every request: 1, or 2 for the later state
     * @throws IOException if the port is in use or may not be used
     */
    public static Newsroom open(int port, IntSupplier edition) throws IOException {
        InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        Newsroom newsroom = new Newsroom(HttpServer.create(new InetSocketAddress(loopback, port), 0), edition);
        newsroom.server.createContext("/", newsroom::answer);
        newsroom.server.setExecutor(newsroom.threads);
        newsroom.server.start();
        return newsroom;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The feeds of every outlet as lines of a feeds.txt. */
    public List<String> feedLines() {
        return outlets.stream()
                .map(outlet -> "http://" + outlet.host() + ":" + port() + outlet.feedPath() + " outlet=\""
                        + outlet.name() + "\"")
                .toList();
    }

    /** Every request answered so far, in the order of their answers. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Ends at once; requests under way are cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                    .map(value -> value.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT))
                    .orElse("");
            String path = exchange.getRequestURI().getRawPath();
            boolean conditional = exchange.getRequestHeaders().containsKey("If-None-Match")
                    || exchange.getRequestHeaders().containsKey("If-Modified-Since");
            String query = exchange.getRequestURI().getRawQuery();
            int status = find(exchange.getRequestMethod(), host, path).send(exchange);
            requests.add(new Request(host, query == null ? path : path + "?" + query, status, conditional));
        }
    }

    private Answer find(String method, String host, String path) {
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return plain(405, "This newsroom can only be read.\n");
        }
        int port = port();
        Map<String, Answer> site = editions.computeIfAbsent(edition.getAsInt(), e -> sites(e, port))
                .get(host);
        if (site == null) {
            return plain(404, "No outlet has this name. There are:\n" + String.join("\n", feedLines()) + "\n");
        }
        Answer answer = site.get(path);
        return answer == null ? plain(404, "Not found\n") : answer;
    }

    private Map<String, Map<String, Answer>> sites(int edition, int port) {
        Map<String, Map<String, Answer>> sites = new ConcurrentHashMap<>();
        for (Outlet outlet : outlets) {
            sites.put(outlet.host(), outlet.site(edition, port));
        }
        return sites;
    }

    private static Answer plain(int status, String words) {
        return Answer.of(status, "text/plain; charset=utf-8", words.getBytes(StandardCharsets.UTF_8));
    }
}
