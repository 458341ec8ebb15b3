package org.hearsay.gather.feed;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

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

    /** Of text that means itself. */
    static Optional<String> ofText(String raw) {
        String some = raw.length() > MAX_CHARS ? raw.substring(0, MAX_CHARS) : raw;
        String text = SPACES.matcher(some).replaceAll(" ").strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
