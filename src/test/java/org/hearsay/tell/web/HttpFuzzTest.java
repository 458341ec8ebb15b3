package org.hearsay.tell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Requests as no browser sends them: pieces of what is valid, put together wrongly and sent through a bare socket. A build
 * sends the same hundreds each time, so that it says the same twice; {@code -Dhearsay.fuzz=SECONDS} sends others, many
 * more.
 */
class HttpFuzzTest extends AtTheNewsstand {
    private static final int REQUESTS = 300;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) .*", Pattern.DOTALL);

    private static final String[] METHODS = {
        "GET", "GET", "GET", "GET", "HEAD", "POST", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW", "get",
        ""
    };
    private static final String[] PLACES = {
        "/",
        "/search",
        "/search.json",
        "/search.csv",
        "/search.atom",
        "/compare",
        "/compare.json",
        "/proposals",
        "/entities",
        "/entities/undo",
        "/outlets",
        "/watches",
        "/watches.json",
        "/watches/remove",
        "/digests",
        "/digests/letter",
        "/changes",
        "/changes.json",
        "/feeds",
        "/feeds.json",
        "/about",
        "/healthz",
        "/readyz",
        "/metrics",
        "/openapi.json",
        "/style.css",
        "/keys.js",
        "/nothing",
        "/unsubscribe",
        "/confirm",
        "*",
        "//",
        "/..",
        "/%2e%2e/x",
        "http://elsewhere.example/",
        "/;a=b",
        "/search;x",
        "/search/",
        "/\u0000",
        ""
    };
    private static final String[] KINDS = {"claims", "articles", "stories", "proposals", "entities", "outlets"};
    private static final String[] ENDS = {"", "", ".json", "/wrong", "/right", "/merge", "/split", "/", "/x", ".xml"};
    private static final String[] NAMES = {
        "q",
        "q",
        "in",
        "sort",
        "page",
        "cursor",
        "claim",
        "shelf",
        "preview",
        "watch",
        "token",
        "what",
        "voice",
        "stance",
        "other",
        "why",
        "name",
        "article",
        "decision",
        "all",
        "any",
        "phrase",
        "none",
        "from",
        "to",
        ""
    };
    private static final String[] VALUES = {
        "lithium",
        "lithium+AND+(toll+OR+%22brine%22~3)+NOT+x*",
        "articles",
        "newest",
        "origins",
        "-1",
        "0",
        "999999999999999999999",
        "2147483648",
        "MS4x",
        "OTk5OS45OTk5OTk5OTk5OTk",
        "NTAuMA",
        "%",
        "%00",
        "%zz",
        "%ff%fe",
        "%ed%a0%80",
        "%F0%9F%98%80",
        "<script>",
        "'%22>",
        "*a*b*c*",
        "%0d%0aSet-Cookie:x=y",
        "voice",
        "stance",
        "possible",
        "not+a+claim",
        "1",
        "Altania",
        "location%3Aaltania",
        "&",
        "=",
        ""
    };
    private static final String[] HEADERS = {
        "Accept: application/json",
        "Accept: text/html;q=x, */*;q=9",
        "Accept: " + "a/b,".repeat(300),
        "Accept-Encoding: gzip, br;q=0",
        "If-None-Match: *",
        "If-None-Match: W/\"x\", \"",
        "If-None-Match: \"" + "a".repeat(900),
        "If-Modified-Since: yesterday",
        "Range: bytes=0-1",
        "Range: bytes=9-1,-,x",
        "Expect: 100-continue",
        "Expect: x",
        "Cookie: hearsay=1; hearsay=2; \"=;,",
        "Authorization: Bearer",
        "Authorization: Bearer " + "x".repeat(500),
        "Sec-Fetch-Site: cross-site",
        "X-Forwarded-Host: evil.example",
        "X-Forwarded-Proto: gopher",
        "X-User: root",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Type: multipart/form-data; boundary=x",
        "Content-Type: multipart/form-data",
        "Content-Type: application/json",
        "Content-Type: ;;",
        "Content-Encoding: gzip",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: gzip, chunked",
        "Upgrade: h2c",
        "Connection: Upgrade, HTTP2-Settings",
        "Host: evil.example",
        "Host: localhost:99999",
        "Te: trailers",
        ": empty",
        "Folded: a\r\n b",
        "Name with space: x",
        "Origin: null",
        "X: \u0001",
        "Content-Length: -1",
        "Content-Length: 5, 6",
        "Content-Length: 99999999999999999999"
    };

    private record Request(String line, byte[] bytes, boolean head) {}

    @Test
    void noRequestBreaksTheSite() throws Exception {
        long seconds = Long.getLong("hearsay.fuzz", 0L);
        long seed = Long.getLong("hearsay.fuzz.seed", seconds == 0 ? 1 : System.nanoTime());
        long end = System.nanoTime() + seconds * 1_000_000_000;
        String token = token();
        for (long i = 0; i < REQUESTS || System.nanoTime() < end; i++) {
            Request request = request(new Random(seed + i), token);
            String answer = answer(request.bytes);
            String about = "-Dhearsay.fuzz.seed=" + (seed + i) + ":\n"
                    + new String(request.bytes, StandardCharsets.ISO_8859_1) + "\n->\n" + answer;
            check(request, answer, about);
        }
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(words(page("/search?q=lithium"))).contains("Altania");
    }

    private static void check(Request request, String answer, String about) {
        if (answer.isEmpty()) {
            // Closed without a word: only what cannot be told where it ends.
            return;
        }
        Matcher status = STATUS.matcher(answer);
        assertThat(status.matches()).as(about).isTrue();
        int code = Integer.parseInt(status.group(1));
        int body = answer.indexOf("\r\n\r\n");
        String head = answer.substring(0, Math.max(0, body)).toLowerCase(Locale.ROOT);
        assertThat(answer).as(about).doesNotContain("Exception", "\tat ", "\nSet-Cookie:x", "avalin");
        assertThat(head).as(about).doesNotContain("jetty");
        if (!head.contains("content-security-policy")) {
            // Not even a request: told so by the server under the site.
            assertThat(code).as(about).isNotEqualTo(200).isNotEqualTo(500);
            return;
        }
        assertThat(code).as(about).isLessThan(500);
        if (request.head) {
            assertThat(answer.substring(body + 4)).as(about).isEmpty();
        } else if (code >= 400 && request.line.split("\\?", -1)[0].endsWith(".json")) {
            assertThat(head).as(about).contains("content-type: application/problem+json");
        }
    }

    private static String one(Random random, String[] of) {
        return of[random.nextInt(of.length)];
    }

    private static Request request(Random random, String token) {
        String method = one(random, METHODS);
        StringBuilder path = new StringBuilder(random.nextInt(3) == 0 ? thing(random) : one(random, PLACES));
        for (int n = random.nextInt(5); n > 0; n--) {
            path.append(path.indexOf("?") < 0 ? "?" : "&").append(field(random));
        }
        if (random.nextInt(40) == 0) {
            path.append("a".repeat(random.nextInt(20_000)));
        }
        String line = method + " " + path;
        List<String> headers = new ArrayList<>();
        if (random.nextInt(20) > 0) {
            headers.add("Host: localhost");
        }
        for (int n = random.nextInt(4); n > 0; n--) {
            headers.add(one(random, HEADERS));
        }
        headers.add("Connection: close");
        StringBuilder body = new StringBuilder();
        if (method.equals("POST") || random.nextInt(12) == 0) {
            body.append(random.nextBoolean() ? "token=" + token : field(random));
            for (int n = random.nextInt(6); n > 0; n--) {
                body.append('&').append(field(random));
            }
            if (random.nextInt(30) == 0) {
                body.append("x".repeat(60_000));
            }
            int length = random.nextInt(6) == 0 ? random.nextInt(200_000) : body.length();
            headers.add("Content-Length: " + length);
            if (random.nextInt(3) > 0) {
                headers.add("Content-Type: application/x-www-form-urlencoded");
            }
        }
        String version =
                random.nextInt(20) == 0 ? one(random, new String[] {"HTTP/1.0", "HTTP/9", "", "HTTP/2.0"}) : "HTTP/1.1";
        String all = line + " " + version + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n" + body;
        byte[] bytes = all.getBytes(StandardCharsets.ISO_8859_1);
        if (random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        if (random.nextInt(15) == 0) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        // As it is sent: a byte that was changed may have made another request of it.
        String sent = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n", -1)[0];
        return new Request(sent.replaceFirst(" [^ ]*$", ""), bytes, sent.startsWith("HEAD "));
    }

    private static String thing(Random random) {
        String[] ids = {
            stand.share60.text(),
            stand.offer.text(),
            stand.star.text(),
            stand.consent.text(),
            "lithium",
            "location%3Aaltania",
            "person%3Aana-ruiz",
            "the-star",
            "%2F",
            "..%2f..",
            "%00",
            "%20",
            ".json",
            "x".repeat(300),
            "%ff",
            "%E2%80%AE"
        };
        return "/" + one(random, KINDS) + "/" + one(random, ids) + one(random, ENDS);
    }

    private static String field(Random random) {
        String value = random.nextInt(25) == 0 ? "a".repeat(random.nextInt(3_000)) : one(random, VALUES);
        return one(random, NAMES) + (random.nextInt(15) == 0 ? "" : "=") + value;
    }

    /** All that comes back until the site closes. */
    private static String answer(byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", web.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                OutputStream out = socket.getOutputStream();
                out.write(request);
                out.flush();
                socket.shutdownOutput();
            } catch (SocketException refusedEarly) {
                // It has heard enough; what it said is still to be read.
            }
            ByteArrayOutputStream in = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(in);
            } catch (SocketException cutOff) {
                // It closed while we were still sending.
            }
            return in.toString(StandardCharsets.UTF_8);
        }
    }
}
