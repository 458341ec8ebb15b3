package org.hearsay.gather.feed;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hearsay.page.PageUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;

/** Plain text from what feeds put into titles, summaries and names. */
final class Wording {
    private static final Pattern MARKUP = Pattern.compile("<[/!?]?[A-Za-z-][^<>]*+>");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

    /** A summary, even where it is the whole article, is shorter; what is behind it is not looked at. */
    private static final int MAX_CHARS = 200_000;

    /** No element is named like this, and jsoup's time grows with the square of a name's length. */
    private static final Pattern LONG_NAME = Pattern.compile("</?[^\\s<>/]{300}");

    private Wording() {}

    /** Of text that may hold markup or references: tags gone, references decoded, white space as single spaces. */
    static Optional<String> ofHtml(String whole) {
        String raw = whole.length() > MAX_CHARS ? whole.substring(0, MAX_CHARS) : whole;
        if (raw.indexOf('<') >= 0 && MARKUP.matcher(raw).find()) {
            boolean harmless = !LONG_NAME.matcher(raw).find();
            return harmless
                    ? ofText(Jsoup.parseBodyFragment(raw).text())
                    : ofText(MARKUP.matcher(raw).replaceAll(" "));
        }
        return ofText(raw.indexOf('&') >= 0 ? Parser.unescapeEntities(raw, false) : raw);
    }

    /** Harmless HTML of what has markup, its links resolved; empty if there is none, or nothing harmless in it. */
    static Optional<String> markup(String raw, PageUrl base) {
        boolean some = raw.length() <= MAX_CHARS
                && raw.indexOf('<') >= 0
                && MARKUP.matcher(raw).find()
                && !LONG_NAME.matcher(raw).find();
        if (!some) {
            return Optional.empty();
        }
        Safelist allowed = Safelist.relaxed()
                .addTags("abbr", "del", "ins", "mark", "s", "tt")
                .preserveRelativeLinks(XmlFeed.nowhere(base));
        return ofText(Jsoup.clean(
                        raw,
                        base.text(),
                        allowed,
                        new Document.OutputSettings()
                                .prettyPrint(false)
                                .syntax(Document.OutputSettings.Syntax.xml)
                                .escapeMode(Entities.EscapeMode.xhtml)))
                .filter(html -> html.indexOf('<') >= 0);
    }

    /** Of text that means itself. */
    static Optional<String> ofText(String raw) {
        String some = raw.length() > MAX_CHARS ? raw.substring(0, MAX_CHARS) : raw;
        String text = SPACES.matcher(some).replaceAll(" ").strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
