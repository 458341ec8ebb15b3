package org.hearsay.gather.feed;

import java.util.Optional;
import java.util.regex.Matcher;
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

    /** Elements that HTML opens again in every block behind them: nested, they cost the square of their number. */
    private static final Pattern FORMATTING = Pattern.compile(
            "<(/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\\b", Pattern.CASE_INSENSITIVE);

    private static final int MAX_NESTED = 30;

    /** A title with its markup is shorter; a longer one keeps its words only. */
    private static final int MAX_MARKUP = 2_000;

    private Wording() {}

    private static boolean harmless(String html) {
        if (LONG_NAME.matcher(html).find()) {
            return false;
        }
        int open = 0;
        Matcher tags = FORMATTING.matcher(html);
        while (open <= MAX_NESTED && tags.find()) {
            open += tags.group(1).isEmpty() ? 1 : open > 0 ? -1 : 0;
        }
        return open <= MAX_NESTED;
    }

    /** Of text that may hold markup or references: tags gone, references decoded, white space as single spaces. */
    static Optional<String> ofHtml(String whole) {
        String raw = whole.length() > MAX_CHARS ? whole.substring(0, MAX_CHARS) : whole;
        if (raw.indexOf('<') >= 0 && MARKUP.matcher(raw).find()) {
            return harmless(raw)
                    ? ofText(Jsoup.parseBodyFragment(raw).text())
                    : ofText(Parser.unescapeEntities(MARKUP.matcher(raw).replaceAll(" "), false));
        }
        return ofText(raw.indexOf('&') >= 0 ? Parser.unescapeEntities(raw, false) : raw);
    }

    /** Harmless HTML of what has markup, its links resolved; empty if there is none, or nothing harmless in it. */
    static Optional<String> markup(String raw, PageUrl base) {
        boolean some = raw.length() <= MAX_MARKUP
                && raw.indexOf('<') >= 0
                && MARKUP.matcher(raw).find()
                && harmless(raw);
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
