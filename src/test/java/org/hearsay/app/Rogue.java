package org.hearsay.app;

import java.util.function.Predicate;
import org.hearsay.gather.fetch.RoguesGallery;

/**
 * One way to misbehave, served at an address of its own.
 *
 * @param status the word that its feed ends with in {@code export feeds}
 * @param words stand in its state in words
 * @param opened adds its routes; the feed is at {@code /feed}
 * @param afterwards what the server must have seen, or not seen
 */
record Rogue(String name, String status, String words, Opened opened, Predicate<RoguesGallery> afterwards) {
    interface Opened {
        void routes(RoguesGallery gallery);
    }

    static Rogue feed(String name, String status, String words, RoguesGallery.Route route) {
        return site(name, status, words, gallery -> gallery.route("/feed", route));
    }

    static Rogue site(String name, String status, String words, Opened opened) {
        return new Rogue(name, status, words, opened, gallery -> true);
    }

    Rogue seen(Predicate<RoguesGallery> expected) {
        return new Rogue(name, status, words, opened, expected);
    }

    /** A small feed without pages. */
    static String rss() {
        return rss("<item><title>Port opens</title><guid>1</guid></item>");
    }

    static String rss(String items) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Rogue</title>" + items
                + "</channel></rss>";
    }

    /** A feed of pages of this gallery. */
    static String rss(RoguesGallery gallery, String... pages) {
        StringBuilder items = new StringBuilder();
        for (String page : pages) {
            items.append("<item><title>Page</title><link>")
                    .append(gallery.url(page))
                    .append("</link></item>");
        }
        return rss(items.toString());
    }

    static final String ARTICLE =
            "<html><head><title>Port opens after storm</title></head><body><article><h1>Port opens after storm</h1>"
                    + "<p>The harbour master said on Tuesday that the port had opened again after the storm, and that"
                    + " twelve ships were waiting outside it for a pilot.</p><p>The ministry put the damage at 40"
                    + " million dollars, and the insurers expected it to be twice as much by the end of the"
                    + " month.</p></article></body></html>";
}
