package org.hearsay.gather.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hearsay.gather.feed.FeedReading.Readable;
import org.hearsay.gather.feed.FeedReading.Unreadable;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;

/**
 * Reads feeds of every format. Stateless and thread-safe; any bytes get an answer.
 *
 * <p>Three stages, each tried only when the one before fell short: {@code strict}, well-formed and a feed to Rome;
 * {@code repaired}, the same after the text was mended; {@code lenient}, our own reading of whatever tree can be had.
 * Dates, links, ids and authors come from our reading of the tree in all three, since Rome guesses the first and
 * drops many of the others; Rome fills what the tree lacks.
 */
public final class FeedReader {
    private static final Pattern HTML = Pattern.compile(
            "^(?:\\s++|<!--.*?-->|<\\?xml[^>]*+>)*+<(?:!doctype\\s+html|html|head|body)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /**
     * Mending and the lenient parser cost twenty times what reading costs. The largest real feeds have some megabytes,
     * and their newest entries come first.
     */
    private static final int MAX_BROKEN = 4 << 20;

    /** What the page is as a feed. The time at which it was fetched tells which dates lie in the future. */
    public FeedReading read(Page page) {
        FeedReading reading = reading(page);
        return reading instanceof Readable feed ? feed.seenAt(page.fetched()) : reading;
    }

    private static FeedReading reading(Page page) {
        String text = FeedText.decode(page);
        if (text.isBlank()) {
            return new Unreadable("an empty body");
        }
        String start = text.substring(0, Math.min(text.length(), 2_000)).strip();
        if (start.startsWith("{") || start.startsWith("[")) {
            return JsonFeed.read(text.strip(), page.url());
        }
        if (HTML.matcher(start).find()) {
            return new Unreadable("an HTML page, not a feed");
        }
        try {
            return xml(FeedText.withoutDoctype(text), page.url());
        } catch (TreeBuilder.TooDeepException e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static FeedReading xml(String text, PageUrl url) {
        Optional<Xml.Tree> tree = Xml.strict(text);
        if (tree.isPresent()) {
            return read(tree.get(), text, url, "strict", List.of());
        }
        boolean cut = text.length() > MAX_BROKEN;
        String repaired = FeedText.repaired(cut ? text.substring(0, MAX_BROKEN) : text);
        List<String> problems = new ArrayList<>();
        problems.add("not well-formed XML");
        if (cut) {
            problems.add("only its first " + (MAX_BROKEN >> 20) + " million characters were looked at");
        }
        Optional<Xml.Tree> mended = Xml.strict(repaired);
        return mended.isPresent()
                ? read(mended.get(), repaired, url, "repaired", problems)
                : lenient(Xml.lenient(repaired), text, url, problems);
    }

    /** Of a tree that is well-formed: Rome tells whether it keeps the rules of a format. */
    private static FeedReading read(Xml.Tree tree, String text, PageUrl url, String stage, List<String> known) {
        List<String> problems = problems(tree, known);
        Optional<FeedReading> sitemap = Sitemap.read(tree.document(), url, stage, problems);
        if (sitemap.isPresent()) {
            return sitemap.get();
        }
        Optional<XmlFeed.Contents> contents = XmlFeed.read(tree.document(), url);
        if (contents.isEmpty()) {
            return new Unreadable(whatElse(text));
        }
        Optional<RomeReading> rome = RomeReading.of(text);
        if (rome.isEmpty()) {
            problems.add("well-formed, but not by the rules of any format");
            return readable(contents.get(), contents.get().entries(), "lenient", problems);
        }
        XmlFeed.Contents ours = contents.get();
        List<FeedEntry> entries = ours.entries();
        // Entries can only be laid side by side if both see the same ones.
        if (rome.get().entries().size() == entries.size()) {
            entries = IntStream.range(0, entries.size())
                    .mapToObj(i -> rome.get().complete(ours.entries().get(i), i))
                    .toList();
        }
        Readable feed = readable(ours, entries, stage, problems);
        return new Readable(
                feed.format(),
                feed.title().or(rome.get()::title),
                feed.language().or(rome.get()::language),
                feed.entries(),
                stage,
                problems,
                feed.pace());
    }

    /** Of a tree that was made from what is no XML. */
    private static FeedReading lenient(Xml.Tree tree, String text, PageUrl url, List<String> known) {
        List<String> problems = problems(tree, known);
        return Sitemap.read(tree.document(), url, "lenient", problems)
                .or(() -> XmlFeed.read(tree.document(), url)
                        .map(contents -> readable(contents, contents.entries(), "lenient", problems)))
                .orElseGet(() -> new Unreadable(whatElse(text)));
    }

    private static Readable readable(
            XmlFeed.Contents contents, List<FeedEntry> entries, String stage, List<String> problems) {
        return new Readable(
                contents.format(),
                contents.title(),
                contents.language(),
                Keys.unique(entries),
                stage,
                problems,
                contents.pace());
    }

    private static List<String> problems(Xml.Tree tree, List<String> known) {
        List<String> problems = new ArrayList<>(known);
        if (tree.cut()) {
            problems.add(
                    "more than " + TreeBuilder.MAX_ITEMS + " entries, or far too many elements; the rest was left out");
        }
        return problems;
    }

    private static String whatElse(String text) {
        String lower = text.substring(0, Math.min(text.length(), 5_000)).toLowerCase(Locale.ROOT);
        if (lower.contains("<html")) {
            return "an HTML page, not a feed";
        }
        return lower.contains("<") ? "XML or something like it, but no feed" : "text, but no feed";
    }
}
