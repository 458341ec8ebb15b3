package org.hearsay.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hearsay.gather.feed.SiteFeeds;
import org.hearsay.page.Bytes;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

class NewsroomTest {
    private static final AtomicInteger EDITION = new AtomicInteger(1);
    private static final Pattern FEED_LINE = Pattern.compile("http://([a-z0-9.]+):(\\d+)(/\\S*) outlet=\"([^\"]+)\"");
    private static Newsroom newsroom;
    private static JsonNode planted;

    @BeforeAll
    static void open() throws IOException {
        newsroom = Newsroom.open(0, EDITION::get);
        try (InputStream in = Newsroom.class.getResourceAsStream("planted.json")) {
            planted = new ObjectMapper().readTree(in);
        }
    }

    @AfterAll
    static void close() {
        newsroom.close();
    }

    @Test
    void everyPlantStandsOnItsPage() throws IOException {
        for (JsonNode plant : planted.get("plants")) {
            int edition = plant.path("edition").asInt(1);
            for (JsonNode page : plant.get("pages")) {
                Reply reply =
                        get(edition, page.get("host").asText(), page.get("path").asText());
                assertThat(reply.status).as(page.toString()).isEqualTo(200);
                String words = plain(reply.text());
                page.get("words").forEach(w -> assertThat(words).contains(w.asText()));
                page.path("absent").forEach(w -> assertThat(words).doesNotContain(w.asText()));
                page.path("terms").forEach(w -> assertThat(words).contains(w.asText()));
                assertThat(names()).contains(page.get("outlet").asText());
            }
        }
    }

    @Test
    void thereAreAtLeastTwelveOutletsAndFortyPages() throws IOException {
        Set<String> pages = new HashSet<>();
        for (JsonNode feed : planted.get("feeds")) {
            for (String link : links(feed)) {
                pages.add(link.replaceFirst("[?].*", ""));
            }
        }
        assertThat(names()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(pages).hasSizeGreaterThanOrEqualTo(40);
        for (String page : pages) {
            Matcher m = Pattern.compile("http://([a-z0-9.]+):\\d+(/.*)").matcher(page);
            assertThat(m.matches()).as(page).isTrue();
            assertThat(get(1, m.group(1), m.group(2)).status).as(page).isEqualTo(200);
        }
    }

    @Test
    void everyArticleHasTheLengthOfOne() throws IOException {
        for (Outlet outlet : Outlet.all()) {
            for (Outlet.Route route : outlet.routes()) {
                if (!route.what().equals("article") || route.path().startsWith("/private")) {
                    continue;
                }
                String text = Outlet.text(outlet.folder() + "/" + route.argument());
                String body = text.substring(text.indexOf("\n\n"));
                assertThat(body.split("\\s+").length)
                        .as(outlet.folder() + route.path())
                        .isBetween(90, 400);
            }
        }
    }

    @Test
    void frontPagesAnnounceTheirFeeds() throws Exception {
        for (JsonNode feed : planted.get("feeds")) {
            String host = feed.get("host").asText();
            Page front = new Page(
                    PageUrl.of("http://" + host + ":" + newsroom.port() + "/"),
                    Instant.EPOCH,
                    200,
                    List.of(new Header("Content-Type", "text/html; charset=utf-8")),
                    Bytes.utf8(get(1, host, "/").text()));
            List<PageUrl> announced = SiteFeeds.announced(front);
            assertThat(announced).as(host).hasSize(1);
            assertThat(get(1, host, announced.get(0).pathAndQuery()).status)
                    .as(host)
                    .isEqualTo(feed.path("status").asInt(200) == 410 ? 410 : 200);
        }
    }

    @Test
    void feedsAreWhatTheListSays() throws Exception {
        for (JsonNode feed : planted.get("feeds")) {
            String host = feed.get("host").asText();
            Reply asked = get(1, host, feed.get("path").asText());
            assertThat(asked.status).as(host).isEqualTo(feed.path("status").asInt(200));
            if (!feed.has("entries")) {
                continue;
            }
            String text = feed(feed).text();
            if (feed.path("broken").asBoolean()) {
                assertThatThrownBy(() -> xml(text)).isInstanceOf(SAXException.class);
            } else if (feed.get("format").asText().equals("json")) {
                assertThat(new ObjectMapper().readTree(text).get("items"))
                        .hasSize(feed.get("entries").asInt());
            } else {
                Document xml = xml(text);
                assertThat(xml.getDocumentElement().getTagName())
                        .isEqualTo(Map.of("rss", "rss", "atom", "feed", "rdf", "rdf:RDF")
                                .get(feed.get("format").asText()));
                int items = xml.getElementsByTagName("item").getLength();
                int entries = xml.getElementsByTagName("entry").getLength();
                assertThat(items + entries).isEqualTo(feed.get("entries").asInt());
            }
            assertThat(links(feed))
                    .as(host)
                    .hasSize(feed.get("entries").asInt()
                            - feed.path("withoutLink").asInt());
        }
    }

    @Test
    void whoHasAPageIsToldSo() throws IOException {
        String host = "star.localhost";
        String path = "/world/2026/11/20/beijing-licences";
        Reply first = get(1, host, path);
        assertThat(get(1, host, path, "If-None-Match: " + first.head.get("etag")).status)
                .isEqualTo(304);
        assertThat(get(1, host, path, "If-Modified-Since: " + first.head.get("last-modified")).status)
                .isEqualTo(304);
        assertThat(get(
                                1,
                                host,
                                path,
                                "If-None-Match: \"other\"",
                                "If-Modified-Since: " + first.head.get("last-modified"))
                        .status)
                .isEqualTo(200);
        assertThat(get(1, host, path, "If-Modified-Since: yesterday").status).isEqualTo(200);
        assertThat(newsroom.requests()).contains(new Newsroom.Request(host, path, 304, true));
    }

    @Test
    void inEditionTwoTwoArticlesAndTheirFeedsChangeAndNothingElse() throws IOException {
        List<String> changed = new ArrayList<>();
        for (Outlet outlet : Outlet.all()) {
            for (String path : outlet.site(1, newsroom.port()).keySet()) {
                Reply before = get(1, outlet.host(), path);
                Reply after = get(2, outlet.host(), path);
                if (!Arrays.equals(before.body, after.body)) {
                    changed.add(outlet.folder() + path);
                    assertThat(after.head.get("etag")).isNotEqualTo(before.head.get("etag"));
                    assertThat(get(2, outlet.host(), path, "If-Modified-Since: " + before.head.get("last-modified"))
                                    .status)
                            .isEqualTo(200);
                } else {
                    assertThat(after.head.get("etag")).isEqualTo(before.head.get("etag"));
                }
            }
        }
        assertThat(changed)
                .containsExactlyInAnyOrder(
                        "globe/analysis/chinas-grip-on-the-metals",
                        "globe/atom",
                        "monitor/p/the-kaltan-contract",
                        "monitor/feed.json");
    }

    @Test
    void theCourierCompressesForWhoeverAccepts() throws IOException {
        Reply packed = get(1, "courier.localhost", "/rss/front", "Accept-Encoding: gzip");
        assertThat(packed.head).containsEntry("content-encoding", "gzip");
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body))) {
            assertThat(in.readAllBytes()).isEqualTo(get(1, "courier.localhost", "/rss/front").body);
        }
    }

    @Test
    void aHostThatIsNoOutletIsNotFound() throws IOException {
        assertThat(get(1, "nobody.localhost", "/").status).isEqualTo(404);
        assertThat(get(1, "star.localhost", "/nowhere").status).isEqualTo(404);
    }

    @Test
    void feedLinesNameThePortAndTheOutlet() {
        assertThat(newsroom.feedLines())
                .hasSize(planted.get("feeds").size())
                .contains("http://star.localhost:" + newsroom.port() + "/rss.xml outlet=\"The Harbour Star\"")
                .allMatch(line -> FEED_LINE.matcher(line).matches());
    }

    private static List<String> names() {
        return Outlet.all().stream().map(Outlet::name).toList();
    }

    /** The feed itself, after its redirect. */
    private static Reply feed(JsonNode feed) throws IOException {
        String host = feed.get("host").asText();
        Reply reply = get(1, host, feed.get("path").asText());
        if (reply.status < 300) {
            return reply;
        }
        assertThat(reply.head.get("location"))
                .isEqualTo("http://" + host + ":" + newsroom.port()
                        + feed.get("location").asText());
        return get(1, host, feed.get("location").asText());
    }

    /** Addresses of entries, by the marks of each format. */
    private static List<String> links(JsonNode feed) throws IOException {
        if (!feed.has("entries")) {
            return List.of();
        }
        String text = feed(feed).text();
        int start = Math.max(0, Math.max(text.indexOf("<item"), text.indexOf("<entry")));
        String base = "http://" + feed.get("host").asText() + ":" + newsroom.port();
        Matcher m = Pattern.compile(
                        "<link>([^<]+)</link>|<link (?:[a-z]+=\"[^\"]*\" )*href=\"([^\"]+)\"|\"url\": ?\"([^\"]+)\"")
                .matcher(text.substring(start));
        List<String> links = new ArrayList<>();
        while (m.find()) {
            String link = m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3);
            links.add(link.startsWith("/") ? base + link : link);
        }
        return links;
    }

    private static Document xml(String text) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        return builder.parse(new ByteArrayInputStream(text.getBytes(
                text.contains("windows-1252") ? Charset.forName("windows-1252") : StandardCharsets.UTF_8)));
    }

    private static String plain(String html) {
        return html.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", " ")
                .replaceAll("<[^>]+>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }

    private record Reply(int status, Map<String, String> head, byte[] body) {
        String text() {
            return new String(
                    body,
                    head.getOrDefault("content-type", "").contains("windows-1252")
                            ? Charset.forName("windows-1252")
                            : StandardCharsets.UTF_8);
        }
    }

    /** A bare socket, because a JDK client decides itself which Host it sends. */
    private static synchronized Reply get(int edition, String host, String path, String... headers) throws IOException {
        EDITION.set(edition);
        try (Socket socket = new Socket("127.0.0.1", newsroom.port())) {
            OutputStream out = socket.getOutputStream();
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            out.write(("GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + newsroom.port() + "\r\n" + more
                            + "Connection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            byte[] all = socket.getInputStream().readAllBytes();
            String latin = new String(all, StandardCharsets.ISO_8859_1);
            int end = latin.indexOf("\r\n\r\n");
            String[] lines = latin.substring(0, end).split("\r\n");
            Map<String, String> head = new HashMap<>();
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                head.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
            return new Reply(
                    Integer.parseInt(lines[0].split(" ")[1]), head, Arrays.copyOfRange(all, end + 4, all.length));
        }
    }
}
