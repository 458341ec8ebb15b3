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
        Optional<Readable> strict = tree.flatMap(t -> withRome(t, text, url, "strict"));
        if (strict.isPresent()) {
            return strict.get();
        }
        if (tree.isPresent()) {
            Optional<FeedReading> sitemap = Sitemap.read(tree.get().document(), url, "strict", problems(tree.get()));
            if (sitemap.isPresent()) {
                return sitemap.get();
            }
            return lenient(tree.get(), "well-formed, but not by the rules of any format", text, url);
        }
        String repaired = FeedText.repaired(text);
        Optional<Xml.Tree> mended = Xml.strict(repaired);
        return mended.flatMap(t -> withRome(t, repaired, url, "repaired"))
                .<FeedReading>map(readable -> readable)
                .orElseGet(
                        () -> lenient(mended.orElseGet(() -> Xml.lenient(repaired)), "not well-formed XML", text, url));
    }

    private static FeedReading lenient(Xml.Tree best, String problem, String text, PageUrl url) {
        List<String> problems = problems(best);
        problems.add(problem);
        Optional<FeedReading> sitemap = Sitemap.read(best.document(), url, "lenient", problems);
        if (sitemap.isPresent()) {
            return sitemap.get();
        }
        return XmlFeed.read(best.document(), url)
                .<FeedReading>map(c -> new Readable(
                        c.format(), c.title(), c.language(), Keys.unique(c.entries()), "lenient", problems, c.pace()))
                .orElseGet(() -> new Unreadable(whatElse(text)));
    }

    /** What Rome takes for a feed, with the values that the tree gives better. */
    private static Optional<Readable> withRome(Xml.Tree tree, String text, PageUrl url, String stage) {
        Optional<XmlFeed.Contents> contents = XmlFeed.read(tree.document(), url);
        Optional<RomeReading> reading = contents.isEmpty() ? Optional.empty() : RomeReading.of(text);
        if (contents.isEmpty() || reading.isEmpty()) {
            return Optional.empty();
        }
        XmlFeed.Contents ours = contents.get();
        RomeReading rome = reading.get();
        List<FeedEntry> entries = ours.entries();
        // Entries can only be laid side by side if both see the same ones.
        if (rome.entries().size() == entries.size()) {
            entries = IntStream.range(0, entries.size())
                    .mapToObj(i -> rome.complete(ours.entries().get(i), i))
                    .toList();
        }
        List<String> problems = problems(tree);
        if (!stage.equals("strict")) {
            problems.add("not well-formed XML");
        }
        return Optional.of(new Readable(
                ours.format(),
                ours.title().or(rome::title),
                ours.language().or(rome::language),
                Keys.unique(entries),
                stage,
                problems,
                ours.pace()));
    }

    private static List<String> problems(Xml.Tree tree) {
        List<String> problems = new ArrayList<>();
        if (tree.cut()) {
            problems.add("more than " + TreeBuilder.MAX_ITEMS + " entries; the rest was left out");
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
