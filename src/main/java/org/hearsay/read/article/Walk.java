package org.hearsay.read.article;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** The walk that lays a page flat; jsoup's traversal is a loop, so depth costs no stack. */
final class Walk implements NodeFilter {
    private static final Set<String> INLINE = Set.of(
            ("a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp small span"
                            + " strike strong sub sup time tt u var wbr label ruby rb rt rp")
                    .split(" "));
    private static final Set<String> SKIPPED = Set.of(
            ("script style noscript template svg iframe object video audio select option button input textarea canvas "
                            + "map math applet embed picture source track datalist progress meter head link meta base")
                    .split(" "));

    private final Outline outline;
    private final Marks marks;
    private final boolean hiddenToo;
    private final StringBuilder text = new StringBuilder();
    private int current = -1;
    private int linked;
    private int bold;
    private int links;
    private int bolds;
    private int slanted;
    private int slants;
    /** What stood since the last line, and what stood before the line that is being gathered. */
    private int after;

    private int before;
    private int breaks;
    private boolean pre;

    Walk(Outline outline, Words words, boolean hiddenToo, boolean trusted) {
        this.outline = outline;
        this.hiddenToo = hiddenToo;
        this.marks = new Marks(words, hiddenToo, trusted);
    }

    void over(Element body) {
        NodeTraversor.filter(this, body);
        flush();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode t) {
            append(t.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element e)) {
            return FilterResult.SKIP_CHILDREN;
        }
        String tag = e.normalName();
        if (tag.equals("br")) {
            lineBreak();
            return FilterResult.SKIP_CHILDREN;
        }
        if (SKIPPED.contains(tag)) {
            after |= sign(tag);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (INLINE.contains(tag)) {
            if (!hiddenToo && e.attributesSize() > 0 && marks.hiddenInline(e)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (tag.equals("a") && leadsAway(e)) {
                links++;
            } else if (tag.equals("b") || tag.equals("strong")) {
                bolds++;
            } else if (tag.equals("i") || tag.equals("em")) {
                slants++;
            }
            return FilterResult.CONTINUE;
        }
        flush();
        after |= tag.equals("hr") ? Line.RULE : tag.equals("img") ? Line.PICTURE : 0;
        int flags = marks.of(e, tag);
        current = outline.open(current, tag, flags, marks.cause(), look(e, tag));
        pre |= tag.equals("pre");
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element e)) {
            return FilterResult.CONTINUE;
        }
        String tag = e.normalName();
        if (tag.equals("br")) {
            return FilterResult.CONTINUE;
        }
        if (INLINE.contains(tag)) {
            if (tag.equals("a") && leadsAway(e)) {
                links--;
            } else if (tag.equals("b") || tag.equals("strong")) {
                bolds--;
            } else if (tag.equals("i") || tag.equals("em")) {
                slants--;
            }
            return FilterResult.CONTINUE;
        }
        flush();
        if (tag.equals("pre")) {
            pre = false;
        }
        if (tag.equals("tr")) {
            outline.joinRow(current);
        }
        outline.close(current);
        current = outline.parent(current);
        return FilterResult.CONTINUE;
    }

    /** The tag and the letters of the class names: "item-1" and "item-2" look alike. */
    private static int look(Element e, String tag) {
        int look = tag.hashCode();
        if (e.attributesSize() == 0) {
            return look;
        }
        String names = e.attributes().get("class");
        for (int i = 0; i < names.length() && i < 400; i++) {
            char c = names.charAt(i);
            if (c < '0' || c > '9') {
                look = 31 * look + c;
            }
        }
        return look;
    }

    private static int sign(String tag) {
        return switch (tag) {
            case "iframe", "object", "video", "audio", "canvas", "embed", "picture" -> Line.PICTURE;
            case "select", "option", "button", "input", "textarea" -> Line.CONTROL;
            case "svg" -> Line.ICON;
            default -> 0;
        };
    }

    /** Headings often link to themselves, for readers who want to cite them. */
    private boolean leadsAway(Element link) {
        return current < 0
                || !heading(outline.tag(current))
                || !link.attributes().get("href").startsWith("#");
    }

    private static boolean heading(String tag) {
        return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6';
    }

    private void append(String raw) {
        int start = text.length();
        int end;
        for (int i = 0; i < raw.length(); i = end) {
            end = plain(raw, i);
            if (end > i) {
                add(raw, i, end);
                continue;
            }
            char c = raw.charAt(i);
            end = i + 1;
            if (pre && c == '\n') {
                countSince(start);
                flush();
                start = 0;
            } else if (c <= ' ' || c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c))) {
                if (!text.isEmpty()
                        && text.charAt(text.length() - 1) != ' '
                        && text.charAt(text.length() - 1) != '\n') {
                    text.append(' ');
                }
            } else if (!invisible(c)) {
                add(raw, i, end);
            }
        }
        countSince(start);
    }

    private void add(String raw, int from, int to) {
        if (text.isEmpty()) {
            before |= after;
            after = 0;
        }
        text.append(raw, from, to);
        breaks = 0;
    }

    /** Where the run of letters and signs of ASCII that begins at {@code from}, with single blanks between them, ends. */
    private static int plain(String raw, int from) {
        int i = from;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            boolean single = c == ' ' && i > from && raw.charAt(i - 1) != ' ';
            if (!single && (c <= ' ' || c >= 0x7f)) {
                break;
            }
            i++;
        }
        return i;
    }

    /** Marks without width or meaning between letters; joiners stay, some scripts need them. */
    private static boolean invisible(char c) {
        return c == '\u00AD'
                || c == '\u200B'
                || c == '\u2060'
                || c == '\uFEFF'
                || c < ' '
                || c == '\u200E'
                || c == '\u200F';
    }

    private void countSince(int start) {
        int added = Math.max(0, text.length() - start);
        if (links > 0) {
            linked += added;
        }
        if (bolds > 0) {
            bold += added;
        }
        if (slants > 0) {
            slanted += added;
        }
    }

    private void lineBreak() {
        breaks++;
        if (breaks >= 2 || pre) {
            flush();
        } else if (!text.isEmpty()) {
            while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
                text.setLength(text.length() - 1);
            }
            text.append('\n');
        }
    }

    private void flush() {
        breaks = 0;
        if (text.isEmpty()) {
            linked = 0;
            bold = 0;
            slanted = 0;
            return;
        }
        String all = text.toString().strip();
        int inLinks = linked;
        int inBold = bold;
        int inSlant = slanted;
        text.setLength(0);
        linked = 0;
        bold = 0;
        slanted = 0;
        if (all.isEmpty() || current < 0) {
            return;
        }
        if (all.indexOf('\n') < 0) {
            add(all, inLinks, inBold, inSlant);
            return;
        }
        String[] parts = all.split("\n");
        if (parts.length > 1 && Bullets.startMostOf(parts)) {
            for (String part : parts) {
                if (!part.isBlank()) {
                    add(part.strip(), inLinks / parts.length, inBold / parts.length, inSlant / parts.length);
                }
            }
        } else {
            add(parts.length > 1 ? all.replace('\n', ' ') : all, inLinks, inBold, inSlant);
        }
    }

    private void add(String raw, int inLinks, int inBold, int inSlant) {
        String line = Layout.composed(raw);
        Line.Kind kind = Line.Kind.TEXT;
        int level = 0;
        int list = -1;
        int n = current;
        // The nearest telling ancestor decides; five steps reach it in all real markup and keep deep trees linear.
        for (int step = 0; n >= 0 && step < 5; step++, n = outline.parent(n)) {
            String tag = outline.tag(n);
            if (heading(tag)) {
                kind = Line.Kind.HEADING;
                level = tag.charAt(1) - '0';
                break;
            }
            if (tag.equals("li") || tag.equals("dd")) {
                kind = Line.Kind.ITEM;
                list = outline.parent(n);
                break;
            }
            if (tag.equals("blockquote")) {
                kind = Line.Kind.QUOTE;
                break;
            }
            if (tag.equals("article") || tag.equals("section") || tag.equals("td")) {
                break;
            }
        }
        if (kind == Line.Kind.TEXT && Bullets.at(line) && Bullets.rest(line).length() > 1) {
            kind = Line.Kind.ITEM;
        }
        outline.lines.add(new Line(line, current, kind, level, inLinks, inBold, list, inSlant, before));
        before = 0;
    }
}
