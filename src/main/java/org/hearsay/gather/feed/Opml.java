package org.hearsay.gather.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.gather.fetch.Credentials;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;

/**
 * OPML 1 and 2, the form in which feed readers exchange their lists. Folders and categories become tags. Broken files
 * are read as far as they go; whatever cannot be taken over is a problem in words.
 *
 * <pre>{@code
 * Opml read = Opml.read(page);
 * String text = Opml.write(list.feeds());
 * }</pre>
 *
 * @param feeds in their order, each once
 * @param problems what was left out, and why
 */
public record Opml(List<Feed> feeds, List<String> problems) {
    /** More than any reader holds. */
    private static final int MAX_FEEDS = 20_000;

    public Opml {
        feeds = List.copyOf(feeds);
        problems = List.copyOf(problems);
    }

    /** Empty if the file has no outline at all. */
    public static Optional<Opml> read(Page file) {
        String text = FeedText.withoutDoctype(FeedText.decode(file));
        Tag tree;
        try {
            tree = Xml.strict(text)
                    .orElseGet(() -> Xml.lenient(FeedText.repaired(text)))
                    .document();
        } catch (TreeBuilder.TooDeepException e) {
            return Optional.empty();
        }
        List<Tag> outlines = new ArrayList<>();
        tree.find(List.of("outline"), outlines);
        if (outlines.isEmpty()) {
            return Optional.empty();
        }
        Collector collector = new Collector();
        collector.collect(tree, List.of());
        return Optional.of(new Opml(new ArrayList<>(collector.feeds.values()), collector.problems));
    }

    private static final class Collector {
        final Map<PageUrl, Feed> feeds = new LinkedHashMap<>();
        final List<String> problems = new ArrayList<>();

        void collect(Tag tag, List<String> folders) {
            for (Tag child : tag.children()) {
                List<String> inside = folders;
                if (child.name.equals("outline")) {
                    Optional<String> address = child.attribute("xmlurl");
                    if (address.isPresent()) {
                        feed(child, address.get(), folders);
                    } else {
                        inside = with(folders, name(child));
                    }
                }
                collect(child, inside);
            }
        }

        private void feed(Tag outline, String written, List<String> folders) {
            // Podcast programs and Safari write feed: for http:.
            String address = written.replaceFirst("^(?i)feed:(?=https?:)", "").replaceFirst("^(?i)feed://", "http://");
            Optional<PageUrl> url = PageUrl.parse(address);
            String shown = name(outline).orElse("an outline without a name");
            if (url.isEmpty()) {
                problems.add(shown + ": no http or https address");
            } else if (feeds.size() >= MAX_FEEDS) {
                problems.add(shown + ": more than " + MAX_FEEDS + " feeds");
            } else {
                Feed feed = new Feed(
                        url.get(),
                        name(outline),
                        Optional.empty(),
                        tags(outline, folders),
                        false,
                        Credentials.in(address));
                Feed before = feeds.get(url.get());
                if (before == null) {
                    feeds.put(url.get(), feed);
                } else {
                    // A feed in two folders has both tags.
                    Set<String> tags = new LinkedHashSet<>(before.tags());
                    tags.addAll(feed.tags());
                    feeds.put(
                            url.get(),
                            new Feed(
                                    before.url(),
                                    before.outlet(),
                                    before.every(),
                                    new ArrayList<>(tags),
                                    false,
                                    before.credentials()));
                    problems.add(shown + ": listed twice in the file, " + url.get());
                }
            }
        }

        /** OPML 2.0: category is a list of slash-delimited paths, "/Boston/Weather,/Harvard". */
        private static List<String> tags(Tag outline, List<String> folders) {
            List<String> tags = folders;
            for (String category : outline.attribute("category").orElse("").split(",")) {
                for (String part : category.split("/")) {
                    tags = with(tags, tag(part));
                }
            }
            return tags;
        }

        private static Optional<String> name(Tag outline) {
            return outline.attribute("text")
                    .or(() -> outline.attribute("title"))
                    .flatMap(Collector::tag);
        }

        /** In the words that a line of feeds.txt can hold. */
        private static Optional<String> tag(String text) {
            return Wording.ofText(text.replace('"', '\'').replace(',', ' '));
        }

        private static List<String> with(List<String> tags, Optional<String> tag) {
            if (tag.isEmpty() || tags.contains(tag.get())) {
                return tags;
            }
            List<String> more = new ArrayList<>(tags);
            more.add(tag.get());
            return more;
        }
    }

    /** The feeds as OPML 2.0, paused ones included. OPML has no place for {@code every} and the pause, and credentials stay here. */
    public static String write(List<Feed> feeds) {
        StringBuilder out = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0">
              <head><title>Feeds of Hearsay</title></head>
              <body>
            """);
        for (Feed feed : feeds) {
            out.append("    <outline type=\"rss\"");
            attribute(out, "text", feed.outlet().orElse(feed.url().host().authority()));
            attribute(out, "xmlUrl", feed.url().text());
            if (!feed.tags().isEmpty()) {
                attribute(out, "category", String.join(",", feed.tags()));
            }
            out.append("/>\n");
        }
        return out.append("  </body>\n</opml>\n").toString();
    }

    private static void attribute(StringBuilder out, String name, String value) {
        out.append(' ').append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c < ' ' ? ' ' : c);
            }
        }
        out.append('"');
    }
}
