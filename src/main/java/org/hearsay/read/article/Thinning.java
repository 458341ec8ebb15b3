package org.hearsay.read.article;

import java.util.Locale;
import java.util.Set;

/**
 * Bounds how large a tree a page becomes. A parsed tag costs some 250 bytes, so a page of a million links would fill the
 * memory of a small machine. Such a page loses its links with their words and the tags of inline elements; what still has
 * more tags than allowed is cut there. Pages of real sites are returned as they are.
 */
final class Thinning {
    /** Thirty times the most tags of any measured page; as a tree less than 100 MB. */
    private static final int MOST_TAGS = 300_000;

    private static final Set<String> INLINE = Set.of("span", "b", "i", "em", "strong", "font", "u", "small", "a");

    private Thinning() {}

    static String of(String html) {
        return of(html, MOST_TAGS);
    }

    static String of(String html, int mostTags) {
        if (!hasMoreTags(html, mostTags)) {
            return html;
        }
        StringBuilder thin = new StringBuilder();
        int tags = 0;
        int at = 0;
        int closing = 0;
        while (at < html.length() && tags < mostTags) {
            int open = html.indexOf('<', at);
            int end = open < 0 ? -1 : html.indexOf('>', open);
            if (end < 0) {
                thin.append(html, at, html.length());
                break;
            }
            thin.append(html, at, open);
            String name = name(html, open);
            if (name.equals("a")) {
                // Where no link is closed any more, the words of the rest stay.
                closing = closing >= 0 && closing < end ? html.indexOf("</a", end) : closing;
                end = closing < 0 ? end : closing - 1;
                thin.append(' ');
            } else if (!INLINE.contains(name)) {
                thin.append(html, open, end + 1);
                tags++;
            }
            at = end + 1;
        }
        return thin.toString();
    }

    private static boolean hasMoreTags(String html, int most) {
        if (html.length() <= most) {
            return false;
        }
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (++tags > most) {
                return true;
            }
        }
        return false;
    }

    /** The tag's name in small letters; "a" for a link that opens, "span" and so on for tags that open or close. */
    private static String name(String html, int open) {
        boolean closes = open + 1 < html.length() && html.charAt(open + 1) == '/';
        int from = closes ? open + 2 : open + 1;
        int to = from;
        while (to < html.length() && to < from + 8 && Character.isLetterOrDigit(html.charAt(to))) {
            to++;
        }
        String name = html.substring(from, to).toLowerCase(Locale.ROOT);
        return closes && name.equals("a") ? "span" : name;
    }
}
