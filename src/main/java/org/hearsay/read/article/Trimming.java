package org.hearsay.read.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts out of a page, before it is parsed, what no stage reads: the contents of scripts, styles and drawings,
 * comments, addresses of other pages, and all attributes but those that some stage reads. That is most of the bytes of a news page. Elements stay, emptied, and structured data stays whole. It follows
 * the states of the HTML standard's tokeniser, so that a tag inside of an attribute or a title is no tag; where a page
 * leaves something open, the rest of it stays as it is.
 *
 * <p>All that has meaning here is ASCII. So it works on decoded text and as well on bytes of an encoding that keeps
 * ASCII, each byte taken for a character.
 */
final class Trimming {
    /** Elements whose content is no markup. */
    private static final Set<String> RAW =
            Set.of("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "svg");

    /** What a drawing holds; the parser ends it where it meets a paragraph. */
    private static final Set<String> SHAPES = Set.of(
            ("svg path g circle rect line polyline polygon ellipse use defs symbol title desc style text tspan textpath"
                            + " lineargradient radialgradient stop clippath mask pattern filter animate animatetransform"
                            + " animatemotion mpath set marker image metadata switch view a")
                    .split(" "));

    /** Longer values may hold a story's data, which is looked for dates of publication. */
    private static final int LEAST_DATA = 300;

    /** The longest of these names. */
    private static final int LONGEST = 8;

    private final String html;
    private final StringBuilder kept;
    private final List<Script> scripts = new ArrayList<>();
    /** Up to here everything is kept or cut. */
    private int done;

    /** The content of a script, left where it stands on the page. */
    record Script(String page, int from, int to) {}

    /**
     * @param html what stays
     * @param scripts what was cut out of scripts, in order
     */
    record Trimmed(String html, List<Script> scripts) {}

    private Trimming(String html) {
        this.html = html;
        this.kept = new StringBuilder(html.length() / 2 + 16);
    }

    static Trimmed of(String html) {
        Trimming trimming = new Trimming(html);
        trimming.run();
        trimming.kept.append(html, trimming.done, html.length());
        return new Trimmed(trimming.kept.toString(), trimming.scripts);
    }

    private void run() {
        int at = html.indexOf('<');
        while (at >= 0 && at + 1 < html.length()) {
            int end = construct(at, html.charAt(at + 1));
            if (end < 0) {
                return;
            }
            at = html.indexOf('<', end);
        }
    }

    /** Reads what begins at {@code open}; where it ends, or -1 where it does not. */
    private int construct(int open, char next) {
        if (next == '!') {
            return html.startsWith("--", open + 2) ? comment(open) : html.indexOf('>', open);
        }
        if (next == '?') {
            return html.indexOf('>', open);
        }
        if (next == '/') {
            return open + 2 < html.length() && letter(html.charAt(open + 2)) ? closingTag(open) : open + 1;
        }
        if (!letter(next)) {
            return open + 1;
        }
        int after = nameEnd(open + 2);
        if (block(open + 1, after)) {
            cutBlanks(open);
        }
        int end = tagEnd(after, true);
        String name = end < 0 ? "" : name(open + 1);
        return name.isEmpty() ? end : raw(name, open, end + 1);
    }

    /** Reads a tag that closes; where its last character is, or -1. Blanks before it stay where words may follow at once. */
    private int closingTag(int open) {
        int name = nameEnd(open + 3);
        int end = tagEnd(name, false);
        if (end >= 0 && block(open + 2, name) && parted(end + 1)) {
            cutBlanks(open);
        }
        return end;
    }

    /** Whether what begins here is set off from what was before it anyway. */
    private boolean parted(int at) {
        if (at >= html.length() || space(html.charAt(at))) {
            return true;
        }
        return html.charAt(at) == '<'
                && at + 1 < html.length()
                && letter(html.charAt(at + 1))
                && block(at + 1, nameEnd(at + 2));
    }

    /** Cuts white space between a tag and a block, which would be two fifths of a tree's nodes and separates nothing. */
    private void cutBlanks(int open) {
        int from = open;
        while (from > done && space(html.charAt(from - 1))) {
            from--;
        }
        if (from < open && from > 0 && html.charAt(from - 1) == '>') {
            cut(from, open);
        }
    }

    /** Whether a tag is a block's: where a line of text ends in any case. */
    private boolean block(int from, int to) {
        return switch (html.charAt(from) | 0x20) {
            case 'd' -> is("div", from, to) || is("dl", from, to) || is("dt", from, to) || is("dd", from, to);
            case 'p' -> is("p", from, to);
            case 'l' -> is("li", from, to);
            case 'u' -> is("ul", from, to);
            case 'o' -> is("ol", from, to);
            case 's' -> is("section", from, to);
            case 'a' -> is("article", from, to) || is("aside", from, to);
            case 'h' -> to - from == 2 && html.charAt(from + 1) <= '6' || is("header", from, to);
            case 'f' -> is("footer", from, to) || is("figure", from, to) || is("form", from, to);
            case 'n' -> is("nav", from, to);
            case 'm' -> is("main", from, to);
            case 't' -> is("table", from, to) || is("tr", from, to) || is("td", from, to) || is("th", from, to);
            default -> false;
        };
    }

    private int comment(int open) {
        // "<!-->" and "<!--->" are whole comments.
        int end = html.indexOf("-->", open + 2);
        if (end < 0 || html.indexOf("--!>", open, end) >= 0) {
            return -1;
        }
        cut(open, end + 3);
        return end + 3;
    }

    /** Reads the attributes of a tag from behind its name; where its last character is, or -1. */
    private int tagEnd(int from, boolean trim) {
        int n = html.length();
        int i = from;
        while (i < n) {
            int gap = i;
            while (i < n && (space(html.charAt(i)) || html.charAt(i) == '/')) {
                i++;
            }
            if (i < n && html.charAt(i) == '>') {
                return i;
            }
            int name = i++;
            while (i < n && html.charAt(i) != '=' && !endsName(html.charAt(i))) {
                i++;
            }
            int end = i;
            int value = pastSpace(i);
            if (value < n && html.charAt(value) == '=') {
                i = valueEnd(pastSpace(value + 1));
            }
            if (i < 0 || i >= n) {
                return -1;
            }
            if (trim && leadsAway(from, name, end, i)
                    || trim && unread(name, end) && !(i - end > LEAST_DATA && html.indexOf("lish", end, i) >= 0)) {
                cut(endsName(html.charAt(i)) ? gap : name, i);
            }
        }
        return -1;
    }

    /** One past an attribute's value, or -1; a quoted value may hold any character. */
    private int valueEnd(int from) {
        int n = html.length();
        if (from < n && (html.charAt(from) == '"' || html.charAt(from) == '\'')) {
            int quote = html.indexOf(html.charAt(from), from + 1);
            return quote < 0 ? -1 : quote + 1;
        }
        int i = from;
        while (i < n && !space(html.charAt(i)) && html.charAt(i) != '>') {
            i++;
        }
        return i;
    }

    private int pastSpace(int from) {
        int i = from;
        while (i < html.length() && space(html.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean endsName(char c) {
        return c == '>' || c == '/' || space(c);
    }

    /** Whether an attribute says nothing to any stage: all that are read are named here. */
    private boolean unread(int from, int to) {
        char first = html.charAt(from);
        if (first == '=' || first == '"' || first == '\'' || first == '<') {
            return false; // a slip of the pen: parsers may differ over it
        }
        return switch (first | 0x20) {
            case 'c' -> !is("class", from, to) && !is("content", from, to);
            case 'd' -> !is("data-testid", from, to) && !is("data-component", from, to) && !is("datetime", from, to);
            case 'h' -> !is("href", from, to) && !is("hidden", from, to) && !is("http-equiv", from, to);
            case 'i' -> !is("id", from, to) && !is("itemprop", from, to);
            case 'l' -> !is("lang", from, to);
            case 'n' -> !is("name", from, to);
            case 'p' -> !is("property", from, to);
            case 'r' -> !is("role", from, to) && !is("rel", from, to);
            case 's' -> !is("style", from, to);
            case 't' -> !is("type", from, to);
            case 'x' -> !is("xml:lang", from, to);
            default -> true;
        };
    }

    private boolean is(String name, int from, int to) {
        return to - from == name.length() && html.regionMatches(true, from, name, 0, name.length());
    }

    /** Whether an attribute is the address of a link that leads neither within the page nor to a writer's own. */
    private boolean leadsAway(int tagEnd, int name, int nameEnd, int end) {
        if (!is("href", name, nameEnd) || (html.charAt(tagEnd - 1) | 0x20) != 'a' || html.charAt(tagEnd - 2) != '<') {
            return false;
        }
        int value = pastSpace(pastSpace(nameEnd) + 1);
        boolean quoted = value < end && (html.charAt(value) == '"' || html.charAt(value) == '\'');
        int first = quoted ? value + 1 : value;
        return first < end
                && html.charAt(first) != '#'
                && html.indexOf("&#", first, end) < 0
                && !Evidence.profile(html, first, end);
    }

    private static boolean space(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private int nameEnd(int from) {
        int i = from;
        while (i < html.length() && !endsName(html.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The tag's name if its content is no markup, else nothing. */
    private String name(int from) {
        char first = (char) (html.charAt(from) | 0x20);
        if (first != 's' && first != 't' && first != 'x' && first != 'i' && first != 'n') {
            return "";
        }
        int to = from;
        while (to < html.length() && to <= from + LONGEST && letter(html.charAt(to))) {
            to++;
        }
        char after = to < html.length() ? html.charAt(to) : ' ';
        if (after != '>' && after != '/' && !space(after)) {
            return "";
        }
        String name = html.substring(from, to).toLowerCase(Locale.ROOT);
        return RAW.contains(name) ? name : "";
    }

    /** Reads an element whose content is no markup; where it ends, or -1. */
    private int raw(String name, int open, int from) {
        if (name.equals("svg")) {
            return html.charAt(from - 2) == '/' ? from : drawing(from);
        }
        int end = name.equals("script") ? scriptEnd(from) : closing(name, from);
        // Some frameworks write the plus sign as a reference.
        boolean data = name.equals("script") && (find("ld+json", open, from) >= 0 || find("ld&", open, from) >= 0);
        if (end >= 0 && name.equals("script") && !data) {
            scripts.add(new Script(html, from, end));
        }
        if (end >= 0 && (name.equals("style") || name.equals("script") && !data)) {
            cut(from, end);
        }
        return end;
    }

    /** A script may hold a comment, and the comment a script: what closes that does not close the whole. */
    private int scriptEnd(int from) {
        int at = from;
        boolean comment = false;
        for (int end = closing("script", at); end >= 0; end = closing("script", at)) {
            for (int sign = at; sign >= 0; ) {
                sign = comment ? html.indexOf("-->", at, end) : html.indexOf("<!--", at, end);
                if (sign >= 0) {
                    at = comment ? sign + 3 : sign + 2;
                    comment = !comment;
                }
            }
            if (!comment || find("<script", at, end) < 0) {
                return end;
            }
            at = end + 8;
        }
        return -1;
    }

    /** Cuts a drawing that holds nothing but shapes; where it ends, or -1 where it holds anything else. */
    private int drawing(int from) {
        int depth = 1;
        for (int at = html.indexOf('<', from); at >= 0 && at + 2 < html.length(); ) {
            char next = html.charAt(at + 1);
            boolean closes = next == '/';
            int name = closes ? at + 2 : at + 1;
            int to = name;
            while (to < html.length() && letter(html.charAt(to))) {
                to++;
            }
            String tag = html.substring(name, to).toLowerCase(Locale.ROOT);
            int end = html.startsWith("<!--", at) ? html.indexOf("-->", at + 4) : tagEnd(to, false);
            if (end < 0 || next != '!' && !shape(tag, to)) {
                break;
            }
            if (tag.equals("svg") && html.charAt(end - 1) != '/') {
                depth += closes ? -1 : 1;
            }
            if (depth == 0) {
                cut(from, at);
                return end;
            }
            at = html.indexOf('<', end);
            boolean words = tag.equals("title") || tag.equals("style");
            if (words && !closes && at >= 0 && !html.regionMatches(true, at, "</" + tag, 0, tag.length() + 2)) {
                break; // parsers differ over markup within these
            }
        }
        return -1;
    }

    private boolean shape(String tag, int after) {
        return SHAPES.contains(tag) || tag.startsWith("fe") || html.startsWith(":", after);
    }

    /** Where the tag that closes such an element begins, or -1. */
    private int closing(String name, int from) {
        for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
            int to = at + 2 + name.length();
            if (to < html.length() && html.regionMatches(true, at + 2, name, 0, name.length())) {
                char after = html.charAt(to);
                if (after == '>' || after == '/' || space(after)) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** Where {@code sign}, in any case, begins between two places, or -1. */
    private int find(String sign, int from, int to) {
        for (int i = from; i + sign.length() <= to; i++) {
            if (html.regionMatches(true, i, sign, 0, sign.length())) {
                return i;
            }
        }
        return -1;
    }

    private void cut(int from, int to) {
        kept.append(html, done, from);
        done = to;
    }
}
