package org.hearsay.tell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is safe, whoever asks and whatever others wrote; and how the site starts and ends. */
class WebServerTest extends AtTheNewsstand {
    /** What a client that writes its own request gets, whole. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", web.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatOthersWroteComesOutEscapedEverywhere() throws Exception {
        for (String path : new String[] {
            "/",
            "/claims/" + stand.hostile,
            "/stories/hostile",
            "/search?q=alert",
            "/search?q=alert&in=articles",
            "/search?q=" + encoded(Newsstand.HOSTILE),
            "/search?q=" + encoded("x outlet:\"<script>alert(1)</script>\""),
            "/feeds"
        }) {
            String html = page(path);
            assertThat(html)
                    .as(path)
                    .doesNotContainPattern("<script(?! src=\"/keys\\.js\\?v=[0-9a-f]+\" defer></script>)")
                    .doesNotContain("<img")
                    .doesNotContain("<b>Bad")
                    .doesNotContain("<i>New");
            assertThat(html).as(path).doesNotContainPattern("<title>[^<]*\u202e");
        }
        assertThat(page("/claims/" + stand.hostile)).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void everyAnswerForbidsInlineScriptsAndForeignResources() throws Exception {
        for (String path : new String[] {"/", "/feeds", "/nothing", "/style.css", "/search.json?q=a", "/healthz"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "script-src 'self';")
                            .doesNotContain("unsafe"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().map()).doesNotContainKey("server").doesNotContainKey("x-powered-by");
        }
    }

    @Test
    void noPageLoadsAnythingFromElsewhereOrHasAScriptInIt() throws Exception {
        for (String path : new String[] {"/", "/feeds", "/search?q=lithium", "/claims/" + stand.share60}) {
            assertThat(page(path))
                    .doesNotContainPattern("(?i)<script(?! src=\"/keys\\.js\\?v=[0-9a-f]+\" defer></script>)")
                    .doesNotContainPattern("(?i)<(iframe|object|embed|img|base)\\b")
                    .doesNotContainPattern("(?i)<link[^>]*href=\"(?!/)")
                    .doesNotContainPattern("(?i)\\bstyle=")
                    .doesNotContainPattern("(?i)\\son[a-z]+=\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example", ""})
    void aForeignNameIsRefused(String host) throws Exception {
        String answer = raw("GET /search.json?q=lithium HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).containsPattern("^HTTP/1.1 4(21|00)").doesNotContain("Altania");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:9", "[::1]:80", "LOCALHOST:8080"})
    void ourOwnNamesAreServed(String host) throws Exception {
        assertThat(raw("GET /healthz HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
                "GET /claims/%2F%5c HTTP/1.1",
                "GET /claims/%zz HTTP/1.1",
                "GET /\u0001 HTTP/1.1",
                "BREW / HTTP/1.1",
                "POST /search HTTP/1.1",
                "DELETE /claims/x HTTP/1.1",
                "TRACE / HTTP/1.1",
                "GET /claims/.json HTTP/1.1",
                "GET /claims/%20 HTTP/1.1"
            })
    void aStrangeRequestGetsAShortAnswerWithoutAStack(String line) throws Exception {
        String answer = raw(line + "\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .containsPattern("^HTTP/1.1 4\\d\\d")
                .doesNotContain("Exception", "\tat ", "jetty", "Jetty", "avalin");
    }

    @Test
    void anEndlessHeaderIsCutOff() throws Exception {
        assertThat(raw("GET /?q=" + "a".repeat(40_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .containsPattern("^HTTP/1.1 4(14|31)")
                .doesNotContain("Exception");
    }

    @Test
    void anEndlessQueryIsRefusedWithWords() throws Exception {
        HttpResponse<String> answer = get("/search?q=" + "a".repeat(1_001));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(words(answer.body())).contains("A search may have 1000 characters; this one has 1001.");
    }

    @Test
    void whatIsNotThereIsSaidInTheStyleOfTheHouse() throws Exception {
        for (String path : new String[] {"/nothing", "/claims/unknown", "/articles/unknown", "/stories/unknown"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("<h1>Not here</h1>", "style.css");
        }
        HttpResponse<String> json = get("/claims/unknown.json");
        assertThat(json.statusCode()).isEqualTo(404);
        assertThat(json.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
    }

    @Test
    void aFaultOfOursIsAPageWithoutAStack(@TempDir Path empty) throws Exception {
        Exhibit exhibit = new Exhibit(empty);
        try (WebServer broken = exhibit.serve()) {
            exhibit.close();
            HttpResponse<String> answer = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(broken.url() + "claims/x"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("A fault of ours").doesNotContain("Exception", "sqlite");
        }
    }

    @Test
    void aFormThatIsNotWhatItSaysIsNoFaultOfOurs() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(web.url() + "watches/remove"))
                        .header("Content-Type", "multipart/form-data")
                        .POST(HttpRequest.BodyPublishers.ofString("watch=1"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Not understood").doesNotContain("A fault of ours");
    }

    @Test
    void theStyleSheetIsSmallAndKeptByTheBrowser() throws Exception {
        Matcher link = Pattern.compile("href=\"(/style\\.css\\?v=[0-9a-f]+)\"").matcher(page("/"));
        assertThat(link.find()).isTrue();
        HttpResponse<String> css = get(link.group(1));
        assertThat(css.body().length()).isLessThan(30_000);
        assertThat(css.body()).doesNotContain("@import", "http:", "https:");
        assertThat(css.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(c -> assertThat(c).contains("immutable"));
        String tag = css.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"");
        assertThat(get(link.group(1), "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void anUnchangedPageIsNotSentTwice() throws Exception {
        String tag = get("/feeds").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = get("/feeds", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    // ---- starting and ending -------------------------------------------------------------------------------------

    @Test
    void aTakenPortIsNamedWithWhatToDo() {
        assertThatThrownBy(() ->
                        WebServer.start(stand.exhibit.store, stand.exhibit.index, stand.exhibit.settings(web.port())))
                .isInstanceOf(PortInUse.class)
                .hasMessageContaining("port " + web.port())
                .hasMessageContaining("web.port");
    }

    @Test
    void otherMachinesAreNotServedWithoutAToken() {
        assertThatThrownBy(() -> WebServer.start(stand.exhibit.store, stand.exhibit.index, settings("0.0.0.0", "")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("web.token");
        assertThatThrownBy(() ->
                        WebServer.start(stand.exhibit.store, stand.exhibit.index, settings("no.such.invalid", "x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("web.bind");
    }

    @Test
    void aTokenShownOnceOpensTheRoom() throws Exception {
        try (WebServer closed =
                WebServer.start(stand.exhibit.store, stand.exhibit.index, settings("127.0.0.1", "open sesame"))) {
            HttpResponse<String> refused = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(closed.url())).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).doesNotContain("Altania");
            HttpResponse<String> wrong = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(closed.url() + "?token=x"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(wrong.statusCode()).isEqualTo(401);
            HttpResponse<String> shown = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(closed.url() + "?token=open%20sesame"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(shown.statusCode()).isEqualTo(302);
            String cookie = shown.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).contains("HttpOnly").doesNotContain("sesame");
            HttpResponse<String> open = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(closed.url()))
                            .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(open.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void closingEndsSoonAndFreesThePort() throws Exception {
        WebServer first = stand.exhibit.serve();
        int port = first.port();
        // A browser keeps its connection open and idle.
        try (Socket idle = new Socket("127.0.0.1", port)) {
            assertThat(idle.isConnected()).isTrue();
            long start = System.nanoTime();
            first.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
        try (WebServer again =
                WebServer.start(stand.exhibit.store, stand.exhibit.index, stand.exhibit.settings(port))) {
            assertThat(again.port()).isEqualTo(port);
        }
    }

    private static WebSettings settings(String bind, String token) {
        return new WebSettings(
                bind,
                0,
                Optional.empty(),
                Optional.of(token),
                ZoneOffset.UTC,
                InstantSource.fixed(Exhibit.NOW),
                java.util.List::of);
    }
}
