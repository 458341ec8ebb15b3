package org.hearsay.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A loopback site of many outlets, one host each ({@code NAME.localhost}), made of pages that a test hands in. */
public final class PaperSite implements AutoCloseable {
    private record Answer(String type, byte[] body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, StringBuilder> items = new TreeMap<>();
    private final Map<String, Integer> requests = new ConcurrentHashMap<>();

    private PaperSite(HttpServer server) {
        this.server = server;
    }

    public static PaperSite open() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        PaperSite site = new PaperSite(server);
        server.createContext("/", site::answer);
        server.setExecutor(site.threads);
        server.start();
        return site;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String root(String outlet) {
        return "http://" + outlet + ".localhost:" + port();
    }

    /** Puts a page into an outlet, and into its feed. */
    public void publish(String outlet, String path, String title, byte[] html) {
        answers.put(outlet + path, new Answer("text/html", html));
        items.computeIfAbsent(outlet, name -> new StringBuilder())
                .append("<item><title>")
                .append(escape(title))
                .append("</title><link>")
                .append(root(outlet))
                .append(path)
                .append("</link></item>\n");
        String rss = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>" + outlet
                + "</title>" + items.get(outlet) + "</channel></rss>";
        answers.put(outlet + "/rss.xml", new Answer("application/rss+xml", rss.getBytes(UTF_8)));
    }

    /** Puts anything at an address, but not into the feed. */
    void place(String outlet, String path, String type, String body) {
        answers.put(outlet + path, new Answer(type, body.getBytes(UTF_8)));
    }

    /** A feeds.txt of all its outlets. */
    public List<String> feedLines() {
        return items.keySet().stream().map(outlet -> root(outlet) + "/rss.xml").toList();
    }

    /** How often a path of an outlet was answered. */
    int requests(String outlet, String path) {
        return requests.getOrDefault(outlet + path, 0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
            String key = host.substring(0, Math.max(host.indexOf('.'), 0)) + exchange.getRequestURI();
            requests.merge(key, 1, Integer::sum);
            Answer answer = answers.get(key);
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(200, answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
