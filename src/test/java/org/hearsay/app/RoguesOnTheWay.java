package org.hearsay.app;

import static org.hearsay.app.Rogue.feed;
import static org.hearsay.app.Rogue.rss;
import static org.hearsay.app.Rogue.site;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hearsay.gather.fetch.RoguesGallery;

/** Redirects, validators, cookies and statuses: right HTTP with the wrong meaning. */
final class RoguesOnTheWay {
    private RoguesOnTheWay() {}

    static List<Rogue> all() {
        List<Rogue> all = new ArrayList<>(redirects());
        all.addAll(validators());
        all.addAll(statuses());
        return all;
    }

    private static RoguesGallery.Route to(String status, String location) {
        return t -> t.answer(status, "", "Location: " + location);
    }

    private static List<Rogue> redirects() {
        List<Rogue> all = new ArrayList<>();
        for (String status : List.of("301 Moved", "308 Moved")) {
            all.add(site(status + " to the same site", "fine", "it lives at", g -> {
                        g.route("/feed", to(status, "/new"));
                        g.route("/new", t -> t.answer("200 OK", rss()));
                    })
                    .seen(g -> g.timesAsked("/feed") == 3 && g.timesAsked("/new") > 3));
        }
        for (String status : List.of("302 Found", "303 See other", "307 Later")) {
            all.add(site(status + " to the same site", "fine", "fine, next visit", g -> {
                        g.route("/feed", to(status, "/new"));
                        g.route(
                                "/new",
                                t -> t.answer(
                                        t.asked.header("If-None-Match").equals("\"n\"") ? "304 Not modified" : "200 OK",
                                        t.asked.header("If-None-Match").equals("\"n\"") ? "" : rss(),
                                        "ETag: \"n\""));
                    })
                    .seen(g -> g.timesAsked("/feed") > 3
                            && g.asked().stream()
                                            .filter(a ->
                                                    a.header("If-None-Match").isEmpty()
                                                            && a.target().equals("/new"))
                                            .count()
                                    == 1
                            && g.asked().stream()
                                    .filter(a -> a.target().equals("/feed"))
                                    .allMatch(a -> a.header("If-None-Match").isEmpty())));
        }
        all.addAll(List.of(
                site("301 to another site", "moved", "another site", g -> {
                    g.route("/feed", t -> t.answer("301 Moved", "", "Location: " + other(g) + "/feed"));
                }),
                feed("301 to an error page", "failing", "404 at", to("301 Moved", "/nothing")),
                site("301 to the front page", "failing", "an HTML page", g -> {
                    g.route("/feed", to("301 Moved", "/"));
                    g.route("/", t -> t.answer("200 OK", Rogue.ARTICLE, "Content-Type: text/html"));
                }),
                site("301 to what is gone", "failing", "410 at", g -> {
                    g.route("/feed", to("301 Moved", "/gone"));
                    g.route("/gone", t -> t.answer("410 Gone", ""));
                }),
                feed("a redirect to itself", "failing", "in a circle", to("302 Found", "/feed")),
                feed("redirects without end", "failing", "more than 10 redirects", t -> {
                    t.answer("302 Found", "", "Location: " + t.asked.target().replace("/feed", "/feed?") + "x");
                }),
                feed("a redirect to a file", "failing", "redirects to file:", to("302 Found", "file:///etc/passwd")),
                feed(
                        "a redirect to a script",
                        "failing",
                        "redirects to javascript:",
                        to("302 Found", "javascript:a()")),
                feed(
                        "a redirect into a private network",
                        "failing",
                        "is at 10.",
                        to("302 Found", "http://10.1.2.3/feed")),
                feed("a redirect to our own machine", "failing", "is at", to("302 Found", "http://127.0.0.1:9/feed")),
                feed("the same in another spelling", "failing", "is at", to("302 Found", "http://2130706433:9/feed")),
                feed("the same in IPv6", "failing", "is at", to("302 Found", "http://[::ffff:127.0.0.1]:9/feed")),
                feed(
                        "a redirect to the cloud's secrets",
                        "failing",
                        "is at 169.254",
                        to("302 Found", "http://169.254.169.254/")),
                feed("a redirect without an address", "failing", "302", t -> t.answer("302 Found", "")),
                feed("a redirect to no address", "failing", "no address", to("302 Found", "http://:nowhere/")),
                site("a redirect with credentials", "fine", "fine", g -> {
                            String there = g.url("/new").text().replace("http://", "http://user:secret@");
                            g.route("/feed", to("302 Found", there));
                            g.route("/new", t -> t.answer("200 OK", rss()));
                        })
                        .seen(g -> g.asked().stream()
                                .allMatch(a -> a.header("Authorization").isEmpty())),
                site("a cookie wall", "fine", "fine", g -> {
                    g.route("/feed", t -> {
                        if (t.asked.header("Cookie").contains("seen=1")) {
                            t.answer("200 OK", rss());
                        } else {
                            t.answer("302 Found", "", "Location: /feed", "Set-Cookie: seen=1; Path=/");
                        }
                    });
                }),
                site("cookies for everybody", "fine", "fine", g -> {
                            g.route("/feed", t -> t.answer("200 OK", rss(), "Set-Cookie: me=1; Path=/; Max-Age=9999"));
                        })
                        .seen(g -> g.asked().stream()
                                .allMatch(a -> a.header("Cookie").isEmpty())),
                site(
                        "ten thousand cookies",
                        "fine",
                        "fine",
                        g -> g.route("/feed", t -> {
                            StringBuilder cookies = new StringBuilder();
                            for (int i = 0; i < 10_000; i++) {
                                cookies.append("Set-Cookie: c").append(i).append("=1\r\n");
                            }
                            t.raw("HTTP/1.1 200 OK\r\n" + cookies + "\r\n" + rss());
                        }))));
        return all;
    }

    /** The next address but one, where a server of this test listens on the same port. */
    private static String other(RoguesGallery gallery) {
        return "http://127.50.0.250:" + gallery.socket().getPort();
    }

    /** A feed that gives a validator and expects it back as it was. */
    private static Rogue validator(String name, String gives, String header, String value) {
        return feed(name, "fine", "fine", t -> {
                    boolean back = t.asked.header(header).equals(value);
                    t.answer(back ? "304 Not modified" : "200 OK", back ? "" : rss(), gives + ": " + value);
                })
                .seen(g -> g.asked().stream()
                                .filter(a -> a.header(header).isEmpty())
                                .count()
                        == 1);
    }

    /** The first answer is bad and has a validator; that must never come back. */
    private static Rogue mislaid(String name, String status, String words, RoguesGallery.Route first) {
        AtomicInteger visits = new AtomicInteger();
        return feed(name, status, words, t -> {
                    if (visits.getAndIncrement() == 0) {
                        first.serve(t);
                    } else {
                        t.answer("200 OK", rss());
                    }
                })
                .seen(g -> g.asked().size() > 2
                        && g.asked().stream()
                                .allMatch(a -> a.header("If-None-Match").isEmpty()));
    }

    private static List<Rogue> validators() {
        return List.of(
                validator("an ETag", "ETag", "If-None-Match", "\"a1\""),
                validator("a weak ETag", "ETag", "If-None-Match", "W/\"a1\""),
                validator("an ETag without quotes and with spaces", "ETag", "If-None-Match", "a  1, b ;  c"),
                validator("a huge ETag", "ETag", "If-None-Match", "\"" + "e".repeat(4_000) + "\""),
                validator("a Last-Modified", "Last-Modified", "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"),
                validator("a Last-Modified in words", "Last-Modified", "If-Modified-Since", "il y a 3 jours environ"),
                feed("304 that nobody asked for", "failing", "304", t -> t.head("304 Not modified", "ETag: \"x\"")),
                mislaid("an ETag on a cut body", "fine", "fine", t -> {
                    t.head("200 OK", "Content-Length: 9999", "ETag: \"cut\"");
                    t.raw(rss());
                }),
                mislaid("an ETag on what is no feed", "fine", "fine", t -> {
                    t.answer("200 OK", "<html><p>Maintenance", "ETag: \"html\"", "Content-Type: text/html");
                }),
                mislaid("an ETag on an error", "fine", "fine", t -> t.answer("500 Oops", "", "ETag: \"error\"")),
                mislaid("a feed that comes back", "fine", "fine", t -> t.answer("503 Busy", "")));
    }

    private static List<Rogue> statuses() {
        List<Rogue> all = new ArrayList<>();
        for (String status :
                List.of("401 Who", "403 No", "404 Not here", "418 Teapot", "451 Law", "500 Oops", "502 Bad")) {
            String number = status.substring(0, 3);
            all.add(feed("HTTP " + status, "failing", number, t -> t.answer(status, "<p>no")));
        }
        all.add(feed("410 Gone", "gone", "410", t -> t.answer("410 Gone", ""))
                .seen(g -> g.asked().size() == 1));
        all.add(feed("408 Timeout", "failing", "408", t -> t.answer("408 Timeout", "")));
        String[] waits = {
            "Retry-After: 3600", "Retry-After: Fri, 31 Dec 2094 23:59:59 GMT", "Retry-After: 99999999999999"
        };
        for (String wait : waits) {
            all.add(feed("429 with " + wait, "failing", "429", t -> t.answer("429 Slow down", "", wait))
                    .seen(g -> g.asked().size() == 1));
        }
        for (String wait : List.of("Retry-After: soon", "Retry-After: -5", "X: y", "Retry-After: 0")) {
            all.add(feed("429 with " + wait, "failing", "429", t -> t.answer("429 Slow down", "", wait))
                    .seen(g -> g.asked().size() > 1));
        }
        all.add(feed("503 with an hour to wait", "failing", "503", t -> t.answer("503 Busy", "", "Retry-After: 3600"))
                .seen(g -> g.asked().size() == 1));
        all.add(feed("503 with no time to wait", "failing", "503", t -> t.answer("503 Busy", "", "Retry-After: 0")));
        all.add(feed("204 No content", "failing", "empty", t -> t.raw("HTTP/1.1 204 No content\r\n\r\n")));
        all.add(feed(
                "206 for a part", "failing", "206", t -> t.answer("206 Part", rss(), "Content-Range: bytes 0-9/99")));
        all.add(feed("300 Choices", "failing", "300", t -> t.answer("300 Choices", "a or b")));
        return all;
    }
}
