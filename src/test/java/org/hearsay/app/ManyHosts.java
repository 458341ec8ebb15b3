package org.hearsay.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * A loopback site of very many hosts, each an address of 127.50.0.0/16 with a feed and some articles, that writes down who
 * asked for what: a worker is known by its user agent.
 */
final class ManyHosts implements AutoCloseable {
    /** A request, from when it came to when it was answered. */
    record Asked(String host, String path, String worker, long from, long to) {}

    private static final String[] WORDS = {
        "harbour", "council", "budget", "railway", "vaccine", "orchard", "tariff", "glacier", "museum", "pension",
                "reactor",
        "ferry", "election", "drought", "satellite", "hospital", "quarry", "treaty", "cinema", "bridge", "parliament",
                "port"
    };

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int hosts;
    private final int articles;
    private final List<Asked> log = new ArrayList<>();

    private ManyHosts(HttpServer server, int hosts, int articles) {
        this.server = server;
        this.hosts = hosts;
        this.articles = articles;
    }

    static ManyHosts open(int hosts, int articles) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(0), 1_000);
        ManyHosts site = new ManyHosts(server, hosts, articles);
        server.createContext("/", site::answer);
        server.setExecutor(site.threads);
        server.start();
        return site;
    }

    /** A feeds.txt of all of them. */
    List<String> feedLines() {
        return IntStream.range(0, hosts).mapToObj(i -> root(i) + "/feed.xml").toList();
    }

    private String root(int host) {
        return "http://" + address(host) + ":" + server.getAddress().getPort();
    }

    private static String address(int host) {
        return "127.50." + host / 250 + "." + (host % 250 + 1);
    }

    /** What was asked so far, in the order in which it was answered. */
    List<Asked> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** Hosts whose feed was asked for. */
    int visited() {
        Set<String> visited = new HashSet<>();
        log().stream()
                .filter(asked -> asked.path().equals("/feed.xml"))
                .map(Asked::host)
                .forEach(visited::add);
        return visited.size();
    }

    /** Each time that a host was asked by one worker between two requests of another, or while another asked, in words. */
    List<String> twiceAtOnce() {
        Map<String, List<Asked>> byHost = new TreeMap<>();
        log().forEach(asked ->
                byHost.computeIfAbsent(asked.host(), h -> new ArrayList<>()).add(asked));
        List<String> twice = new ArrayList<>();
        byHost.forEach((host, all) -> {
            List<Asked> inOrder = all.stream()
                    .sorted((a, b) -> Long.compare(a.from(), b.from()))
                    .toList();
            Set<String> left = new HashSet<>();
            for (int i = 1; i < inOrder.size(); i++) {
                Asked before = inOrder.get(i - 1);
                Asked now = inOrder.get(i);
                if (now.from() < before.to()) {
                    twice.add(host + ": " + now + " during " + before);
                }
                if (!now.worker().equals(before.worker())) {
                    left.add(before.worker());
                    if (left.contains(now.worker())) {
                        twice.add(host + ": " + now + " after " + before);
                    }
                }
            }
        });
        return twice;
    }

    private void answer(HttpExchange exchange) throws IOException {
        long from = System.nanoTime();
        String host = exchange.getLocalAddress().getAddress().getHostAddress();
        String path = exchange.getRequestURI().getPath();
        String worker = String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"));
        try (exchange) {
            byte[] body = body(host, path).getBytes(UTF_8);
            String type = path.endsWith(".xml") ? "application/rss+xml" : "text/html; charset=utf-8";
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } finally {
            synchronized (log) {
                log.add(new Asked(host, path, worker, from, System.nanoTime()));
            }
        }
    }

    private String body(String host, String path) {
        if (path.equals("/feed.xml")) {
            StringBuilder feed = new StringBuilder(
                    "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>" + host + "</title>");
            for (int i = 0; i < articles; i++) {
                feed.append("<item><title>")
                        .append(title(host, i))
                        .append("</title><link>http://")
                        .append(host);
                feed.append(':')
                        .append(server.getAddress().getPort())
                        .append("/a")
                        .append(i)
                        .append("</link></item>");
            }
            return feed.append("</channel></rss>").toString();
        }
        return path.startsWith("/a") ? article(host, Integer.parseInt(path.substring(2))) : "";
    }

    private static String title(String host, int article) {
        Random random = random(host, article);
        return "The " + word(random) + " and the " + word(random) + " of " + host + " in part " + article;
    }

    private static String article(String host, int article) {
        StringBuilder html = new StringBuilder("<html><head><title>" + title(host, article)
                + "</title></head><body><article><h1>" + title(host, article) + "</h1>");
        Random random = random(host, article);
        html.append("<p>The ").append(word(random)).append(" committee of ").append(word(random));
        html.append(" met for the ")
                .append(random.nextInt(90) + 10)
                .append("th time near the ")
                .append(word(random));
        html.append(", and it took its seats at a long table by the window.</p><p>Officials of the ");
        html.append(word(random))
                .append(" office said on Monday that the ")
                .append(word(random))
                .append(" will cost ");
        html.append(random.nextInt(900) + 100).append(" million euros and open in ");
        html.append(random.nextInt(60) + 2030).append(".</p>");
        return html.append("</article></body></html>").toString();
    }

    private static Random random(String host, int article) {
        return new Random(host.hashCode() * 31L + article);
    }

    private static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)]
                + (char) ('a' + random.nextInt(26))
                + (char) ('a' + random.nextInt(26));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
