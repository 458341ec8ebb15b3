package org.hearsay.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * One invented outlet: a folder of resources, and from it every answer of its host.
 *
 * @param folder also the first part of its host
 * @param feedPath where feeds.txt says its feed is
 */
record Outlet(String folder, String feedPath, Properties settings, List<Route> routes) {
    /** A line of routes.txt: what answers under a path. {@code argument}: a file, or where a redirect points. */
    record Route(String path, String what, String argument) {}

    /** Every outlet of {@code outlets.txt}, in its order. */
    static List<Outlet> all() {
        return rows("outlets.txt").stream()
                .map(row -> new Outlet(
                        row[0], row[1], properties(row[0] + "/site.properties"), routes(row[0] + "/routes.txt")))
                .toList();
    }

    String host() {
        return folder + ".localhost";
    }

    String name() {
        return settings.getProperty("name");
    }

    /** Every path of the host with its answer. */
    Map<String, Answer> site(int edition, int port) {
        String base = "http://" + host() + ":" + port;
        List<Piece> newestFirst = new ArrayList<>();
        for (Route route : routes) {
            if (route.what.equals("article")) {
                newestFirst.add(piece(route, edition));
            }
        }
        newestFirst.sort(Comparator.comparing((Piece p) -> p.said("published"))
                .reversed()
                .thenComparing(Piece::path));
        Map<String, String> words = new HashMap<>(Map.of("site", name(), "base", base, "port", "" + port));
        announce(words);
        Optional<Instant> latest =
                newestFirst.stream().flatMap(p -> p.touched().stream()).max(Comparator.naturalOrder());
        words.put("latest", latest.map(Instant::toString).orElse(""));
        List<Map<String, String>> articles =
                newestFirst.stream().map(p -> p.words(base, this::markup)).toList();
        Template.Values values = new Template.Values(words, Map.of("articles", articles));

        Map<String, Answer> answers = new HashMap<>();
        answers.put("/", file("../home.html", values, Optional.empty()));
        for (Route route : routes) {
            answers.put(
                    route.path,
                    switch (route.what) {
                        case "article" -> {
                            Piece piece = piece(route, edition);
                            Map<String, String> both = new HashMap<>(words);
                            both.putAll(piece.words(base, this::markup));
                            yield file("article.html", new Template.Values(both, values.lists()), piece.touched());
                        }
                        case "feed" -> file(route.argument, values, latest);
                        case "page" -> file(route.argument, values, Optional.empty());
                        case "301", "302" ->
                            Answer.redirect(
                                    Integer.parseInt(route.what), route.argument.replace("{{port}}", "" + port));
                        default ->
                            Answer.of(
                                    Integer.parseInt(route.what),
                                    "text/plain",
                                    route.argument.getBytes(StandardCharsets.UTF_8));
                    });
        }
        return answers;
    }

    private Piece piece(Route route, int edition) {
        String later = folder + "/" + route.argument.replace(".txt", ".2.txt");
        boolean edited = edition > 1 && Outlet.class.getResource(later) != null;
        return Piece.parse(route.path, text(edited ? later : folder + "/" + route.argument));
    }

    private Answer file(String name, Template.Values values, Optional<Instant> modified) {
        String path = name.startsWith("../") ? name.substring(3) : folder + "/" + name;
        Template template = new Template(text(path), name.endsWith(".json") ? Template::json : Template::markup);
        Charset charset = Charset.forName(settings.getProperty("charset", "UTF-8"));
        String type = type(name);
        Answer answer = Answer.of(
                        200,
                        type + "; charset=" + charset.name().toLowerCase(java.util.Locale.ROOT),
                        template.fill(values).getBytes(charset))
                .modified(modified);
        return settings.containsKey("gzip") ? answer.gzipped() : answer;
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "rss" -> "application/rss+xml";
            case "atom" -> "application/atom+xml";
            case "rdf" -> "text/xml";
            case "json" -> "application/feed+json";
            case "txt" -> "text/plain";
            default -> "text/html";
        };
    }

    /** What the front page says of the feed; of one that moved or is gone, what it was when the page was made. */
    private void announce(Map<String, String> words) {
        Route feed = routes.stream()
                .filter(route -> route.what.equals("feed"))
                .findFirst()
                .orElse(new Route(feedPath, "feed", "feed.rss"));
        words.put("feed", feed.path);
        words.put("feedType", type(feed.argument).replace("text/xml", "application/rdf+xml"));
    }

    private String markup(String kind) {
        return settings.getProperty(kind);
    }

    private static List<Route> routes(String file) {
        return rows(file).stream()
                .map(row -> new Route(row[0], row[1], row.length > 2 ? row[2] : ""))
                .toList();
    }

    /** Rows of a table in text: columns with blanks between, {@code #} starts a comment line. */
    private static List<String[]> rows(String file) {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.strip().split("\\s+", 3))
                .toList();
    }

    private static Properties properties(String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return properties;
    }

    /** Resources are UTF-8, whatever an outlet sends. */
    static String text(String file) {
        try (InputStream in = Outlet.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the newsroom misses its file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the newsroom cannot read its own " + file, e);
        }
    }
}
