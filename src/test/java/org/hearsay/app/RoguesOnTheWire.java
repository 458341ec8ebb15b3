package org.hearsay.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hearsay.app.Rogue.feed;
import static org.hearsay.app.Rogue.rss;
import static org.hearsay.app.Rogue.site;

import java.util.Arrays;
import java.util.List;
import org.hearsay.gather.fetch.RoguesGallery;
import org.hearsay.gather.fetch.RoguesGallery.Talk;

/** Misbehaviour below HTTP and in its grammar: bytes that come slowly, wrongly, or not at all. */
final class RoguesOnTheWire {
    private static final long A_WHILE_MS = 100;

    private RoguesOnTheWire() {}

    static List<Rogue> all() {
        return List.of(
                feed("a body that drips for ever", "failing", "no whole answer in time", t -> {
                    t.head("200 OK", "Content-Type: text/xml");
                    drip(t, " ");
                }),
                feed("headers that drip for ever", "failing", "no whole answer in time", t -> {
                    t.raw("HTTP/1.1 200 OK\r\nX: ");
                    drip(t, "x");
                }),
                feed("no answer at all", "failing", "no whole answer in time", t -> drip(t, "")),
                feed("a body shorter than its length", "failing", "ended early", t -> {
                    t.head("200 OK", "Content-Length: 5000");
                    t.raw(rss());
                }),
                feed("a body longer than its length", "fine", "fine", t -> {
                    t.head("200 OK", "Content-Length: " + rss().length());
                    t.raw(rss() + "and more that nobody was told of");
                }),
                feed("a length that is no number", "fine", "fine", t -> {
                    t.head("200 OK", "Content-Length: plenty");
                    t.raw(rss());
                }),
                feed("a negative length", "failing", "less than no length", t -> {
                    t.head("200 OK", "Content-Length: -7");
                    t.raw(rss());
                }),
                feed("two lengths that differ", "failing", "ended early", t -> {
                    t.head("200 OK", "Content-Length: " + rss().length(), "Content-Length: 99999");
                    t.raw(rss());
                }),
                feed("chunks that end in the middle", "failing", "ended early", t -> {
                    t.head("200 OK", "Transfer-Encoding: chunked");
                    t.raw("40\r\n<rss><channel>");
                }),
                feed("a chunk of no size", "failing", "failing", t -> {
                    t.head("200 OK", "Transfer-Encoding: chunked");
                    t.raw("zebra\r\n" + rss() + "\r\n0\r\n\r\n");
                }),
                feed("chunks", "fine", "fine", t -> {
                    t.head("200 OK", "Transfer-Encoding: chunked");
                    String body = rss();
                    for (int i = 0; i < body.length(); i += 7) {
                        String chunk = body.substring(i, Math.min(body.length(), i + 7));
                        t.raw(Integer.toHexString(chunk.length()) + ";odd=1\r\n" + chunk + "\r\n");
                    }
                    t.raw("0\r\nX-Trailer: 1\r\n\r\n");
                }),
                feed("a body without end", "failing", "more than", t -> {
                    t.head("200 OK", "Content-Type: text/xml");
                    flood(t, "<!-- more and more and more -->\n".repeat(500));
                }),
                feed("a length above the limit", "failing", "more than", t -> {
                    t.head("200 OK", "Content-Length: 999999999999");
                    t.raw(rss());
                }),
                feed("a body and no headers (HTTP/0.9)", "failing", "failing", t -> t.raw(rss())),
                feed(
                        "a status line of garbage",
                        "failing",
                        "failing",
                        t -> t.raw("HTTP/1.1 fine thanks\r\n\r\n" + rss())),
                feed("nothing but NUL bytes", "failing", "failing", t -> t.raw(new byte[5_000])),
                feed("a status of 999", "failing", "999", t -> t.answer("999 Go away", "no")),
                feed("a status without words", "fine", "fine", t -> t.raw("HTTP/1.1 200\r\n\r\n" + rss())),
                feed("lines that end in LF alone", "fine", "fine", t -> t.raw("HTTP/1.1 200 OK\nX: y\n\n" + rss())),
                feed("a header without a name", "fine", "fine", t -> {
                    t.raw("HTTP/1.1 200 OK\r\n: x\r\nContent-Length: " + rss().length() + "\r\n\r\n" + rss());
                }),
                feed("headers without end", "failing", "headers are cut or too long", t -> {
                    t.raw("HTTP/1.1 200 OK\r\n");
                    flood(t, "X-Header: another of very many\r\n".repeat(500));
                }),
                feed("one header of a megabyte", "failing", "headers are cut or too long", t -> {
                    t.raw("HTTP/1.1 200 OK\r\nX: " + "x".repeat(1 << 20) + "\r\n\r\n" + rss());
                }),
                feed("100 Continue before the answer", "fine", "fine", t -> {
                    t.raw("HTTP/1.1 100 Continue\r\n\r\n");
                    t.answer("200 OK", rss());
                }),
                feed("103 Early Hints before the answer", "fine", "fine", t -> {
                    t.raw("HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n");
                    t.answer("200 OK", rss());
                }),
                feed("informational answers without end", "failing", "failing", t -> {
                    flood(t, "HTTP/1.1 100 Continue\r\n\r\n".repeat(100));
                }),
                feed("a second answer that nobody asked for", "fine", "fine", t -> {
                    String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + rss().length() + "\r\n\r\n" + rss();
                    t.raw(answer + answer.replace("Port opens", "Poisoned"));
                }),
                feed("a connection kept alive, then closed", "fine", "fine", t -> {
                    for (Talk talk = t; ; talk = talk.next()) {
                        talk.raw("HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: " + rss().length()
                                + "\r\n\r\n" + rss());
                        if (talk != t) {
                            return;
                        }
                    }
                }),
                site("a reset before anything is read", "failing", "failing", g -> g.deaf(Talk::reset)),
                site("a connection closed at once", "failing", "headers are cut", g -> g.deaf(t -> {})),
                feed("a reset instead of an answer", "failing", "failing", Talk::reset),
                feed("a reset within the headers", "failing", "failing", t -> {
                    t.raw("HTTP/1.1 200 OK\r\nContent-");
                    t.reset();
                }),
                feed("a reset within the body", "failing", "failing", t -> {
                    t.head("200 OK", "Content-Length: 5000");
                    t.raw("<rss>");
                    t.reset();
                }),
                site(
                        "TLS where plain HTTP is spoken",
                        "failing",
                        "failing",
                        g -> g.deaf(t -> {
                            t.raw(new byte[] {21, 3, 1, 0, 2, 2, 40}); // a handshake failure alert
                        })),
                feed("cut gzip", "failing", "ended early", t -> {
                    byte[] zip = RoguesGallery.gzip(rss().repeat(20).getBytes(UTF_8));
                    t.answer("200 OK", Arrays.copyOf(zip, zip.length / 2), "Content-Encoding: gzip");
                }),
                feed("damaged gzip", "failing", "failing", t -> {
                    byte[] zip = RoguesGallery.gzip(rss().getBytes(UTF_8));
                    zip[zip.length - 6] ^= 0x55;
                    t.answer("200 OK", zip, "Content-Encoding: gzip");
                }),
                feed("a gzip bomb", "failing", "more than", t -> {
                    t.answer("200 OK", RoguesGallery.gzip(new byte[40 << 20]), "Content-Encoding: gzip");
                }));
    }

    private static void drip(Talk talk, String drop) throws java.io.IOException, InterruptedException {
        while (true) {
            talk.raw(drop.isEmpty() ? "" : drop);
            Thread.sleep(A_WHILE_MS);
        }
    }

    private static void flood(Talk talk, String water) throws java.io.IOException {
        byte[] bytes = water.getBytes(UTF_8);
        // Far past every limit; the client hangs up long before.
        for (int i = 0; i < 20_000; i++) {
            talk.raw(bytes);
        }
    }
}
