package org.hearsay.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hearsay.app.Rogue.feed;
import static org.hearsay.app.Rogue.rss;
import static org.hearsay.app.Rogue.site;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.hearsay.gather.fetch.RoguesGallery;

/** Bodies that are coded, labelled or made otherwise than they say, and the pages that feeds point to. */
final class RoguesInTheBody {
    private RoguesInTheBody() {}

    static List<Rogue> all() {
        List<Rogue> all = new ArrayList<>(coded());
        all.addAll(bodies());
        all.addAll(pages());
        return all;
    }

    private static Rogue coded(String name, String status, String words, byte[] body, String coding) {
        return feed(name, status, words, t -> t.answer("200 OK", body, "Content-Encoding: " + coding));
    }

    private static byte[] deflate(boolean bare) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream zip = new DeflaterOutputStream(out, new Deflater(9, bare))) {
            zip.write(plain());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One block as it is, then the end (RFC 7932, 9.2): no encoder is at hand. */
    private static byte[] brotli() {
        byte[] body = plain();
        byte[] coded = new byte[body.length + 4];
        int head = (body.length - 1) << 4 | 1 << 20;
        for (int i = 0; i < 3; i++) {
            coded[i] = (byte) (head >> 8 * i);
        }
        System.arraycopy(body, 0, coded, 3, body.length);
        coded[coded.length - 1] = 3;
        return coded;
    }

    private static byte[] plain() {
        return rss().getBytes(UTF_8);
    }

    private static List<Rogue> coded() {
        byte[] zip = RoguesGallery.gzip(plain());
        byte[] garbled = java.util.Arrays.copyOf(zip, zip.length + 40);
        return List.of(
                coded("gzip", "fine", "fine", zip, "gzip"),
                coded("x-gzip in capitals", "fine", "fine", zip, "X-GZIP"),
                coded("gzip twice", "fine", "fine", RoguesGallery.gzip(zip), "gzip, gzip"),
                coded("gzip with zeros behind it", "fine", "fine", garbled, "gzip"),
                coded("gzip said and not done", "fine", "fine", plain(), "gzip"),
                coded("deflate in zlib", "fine", "fine", deflate(false), "deflate"),
                coded("deflate, bare", "fine", "fine", deflate(true), "deflate"),
                coded("brotli", "fine", "fine", brotli(), "br"),
                coded("cut brotli", "failing", "failing", java.util.Arrays.copyOf(brotli(), 60), "br"),
                coded("a charset for a coding", "fine", "fine", plain(), "UTF-8"),
                coded("a coding that does not exist", "failing", "coding", plain(), "snappy"),
                coded("gzip five times", "failing", "coding", zip, "gzip, gzip, gzip, gzip, gzip"));
    }

    private static Rogue body(String name, String status, String words, byte[] body, String type) {
        return feed(name, status, words, t -> t.answer("200 OK", body, "Content-Type: " + type));
    }

    private static List<Rogue> bodies() {
        String umlaut = rss("<item><title>Häfen öffnen</title><guid>1</guid></item>");
        String consent = "<html><head><title>Before you continue</title></head><body><h1>We value your privacy</h1>"
                + "<p>We and our partners use cookies and similar technologies to store and access information on your"
                + " device. You can accept all cookies or manage your privacy settings at any time.</p>"
                + "<p>By clicking accept you consent to the use of cookies. Read our privacy policy and cookie policy."
                + "</p><button>Accept all cookies</button><button>Manage your consent</button></body></html>";
        String entities = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\">"
                + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
                + "<!ENTITY d SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><title>&c;&d;</title>"
                + "<item><title>x</title><guid>1</guid></item></channel></rss>";
        return List.of(
                body("a feed called an image", "fine", "fine", plain(), "image/png"),
                body("a feed called nothing", "fine", "fine", plain(), ""),
                body("a feed called HTML", "fine", "fine", plain(), "text/html; charset=utf-8"),
                body("UTF-8 called Latin-1", "fine", "fine", umlaut.getBytes(UTF_8), "text/xml; charset=iso-8859-1"),
                body("Latin-1 called UTF-8", "fine", "fine", umlaut.getBytes(ISO_8859_1), "text/xml; charset=utf-8"),
                body("UTF-16 called UTF-8", "fine", "fine", umlaut.getBytes(UTF_16LE), "text/xml; charset=utf-8"),
                body("a charset that does not exist", "fine", "fine", plain(), "text/xml; charset=klingon"),
                body("a page instead of a feed", "failing", "an HTML page", Rogue.ARTICLE.getBytes(UTF_8), "text/html"),
                body("a consent page", "blocked", "blocked: consent page", consent.getBytes(UTF_8), "text/html"),
                body("nothing, with 200", "failing", "empty", new byte[0], "text/xml"),
                body("blanks, with 200", "failing", "failing", "  \n\n ".getBytes(UTF_8), "text/xml"),
                body(
                        "a picture",
                        "failing",
                        "failing",
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                        "text/xml"),
                body(
                        "JSON that is no feed",
                        "failing",
                        "no JSON Feed",
                        "{\"a\":1}".getBytes(UTF_8),
                        "application/json"),
                body("entities in entities", "fine", "fine", entities.getBytes(UTF_8), "text/xml"),
                body(
                        "a feed cut in the middle",
                        "fine",
                        "fine",
                        rss().substring(0, 150).getBytes(UTF_8),
                        "text/xml"));
    }

    private static Rogue robots(String name, RoguesGallery.Route robots, boolean fetched) {
        return site(name, "fine", "fine", g -> {
                    g.route("/feed", t -> t.answer("200 OK", rss(g, "/page")));
                    g.route("/page", t -> t.answer("200 OK", Rogue.ARTICLE, "Content-Type: text/html"));
                    g.route("/robots.txt", robots);
                })
                .seen(g -> g.timesAsked("/page") == (fetched ? 1 : 0) && g.timesAsked("/robots.txt") == 1);
    }

    private static List<Rogue> pages() {
        return List.of(
                robots("no robots.txt", t -> t.answer("404 Not here", ""), true),
                robots("robots.txt that is forbidden", t -> t.answer("403 No", ""), true),
                robots("robots.txt that forbids all", t -> t.answer("200 OK", "User-agent: *\nDisallow: /"), false),
                robots(
                        "robots.txt with a group of our own",
                        t -> t.answer(
                                "200 OK", "User-agent: *\nDisallow: /\n\nUser-agent: HEARSAY\nAllow: /p\nDisallow: /"),
                        true),
                robots("robots.txt that is broken", t -> t.answer("500 Oops", ""), false),
                robots("robots.txt that is a page", t -> t.answer("200 OK", Rogue.ARTICLE), true),
                robots(
                        "robots.txt of a megabyte",
                        t -> t.answer("200 OK", "# comment\n".repeat(100_000) + "User-agent: *\nDisallow: /"),
                        true),
                robots("robots.txt that hangs up", RoguesGallery.Talk::reset, false),
                site("pages that fail one by one", "fine", "fine", g -> {
                            g.route("/feed", t -> t.answer("200 OK", rss(g, "/1", "/2", "/3", "/4", "/5")));
                            g.route("/1", t -> t.answer("500 Oops", ""));
                            g.route("/2", t -> t.answer("410 Gone", ""));
                            g.route("/3", RoguesGallery.Talk::reset);
                            g.route("/4", t -> {
                                t.head("200 OK", "Content-Length: 9999");
                                t.raw("<html>");
                            });
                            g.route("/5", t -> t.answer("200 OK", Rogue.ARTICLE, "Content-Type: text/html"));
                        })
                        .seen(g -> g.timesAsked("/1") > 1 && g.timesAsked("/2") == 1 && g.timesAsked("/5") == 1),
                site("a page that redirects into a private network", "fine", "fine", g -> {
                    g.route("/feed", t -> t.answer("200 OK", rss(g, "/in")));
                    g.route("/in", t -> t.answer("302 Found", "", "Location: http://192.168.1.1/admin"));
                }));
    }
}
