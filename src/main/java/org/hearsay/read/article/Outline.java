package org.hearsay.read.article;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Words.Verdict;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * A page's body laid flat by one walk over its tree: block elements in document order as arrays, and the lines of text
 * between them. The lines of an element are one range, so any question about an element is one about a range.
 */
final class Outline {
    /** What surrounds a line; inherited from element to element. */
    static final int NAV = 1, FOOTER = 2, HEADER = 4, ASIDE = 8, FORM = 16, CAPTION = 32, FURNITURE = 64, ABOUT = 128;

    static final int HIDDEN = 256, STANDFIRST = 512, BODY = 1024, ARTICLE = 2048, MAIN = 4096, HEADLINE = 8192;
    /** Lines with any of these are no text of the article. */
    static final int OUT = NAV | FOOTER | ASIDE | FORM | CAPTION | FURNITURE | HIDDEN;

    private static final Set<String> INLINE = Set.of(
            ("a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp small span"
                            + " strike strong sub sup time tt u var wbr label ruby rb rt rp")
                    .split(" "));
    private static final Set<String> SKIPPED = Set.of(
            ("script style noscript template svg iframe object video audio select option button input textarea canvas "
                            + "map math applet embed picture source track datalist progress meter head link meta base")
                    .split(" "));
    /** What a figure may hold beside a picture, and then is text. */
    private static final Set<String> SUBSTANCE = Set.of("table", "blockquote", "pre", "div");
    /** Names a page gives to more than this share of its prose say nothing on that page. */
    private static final double TOO_MUCH = 0.33;
    /** Hidden copies for printing or for small screens are half of a page's prose. */
    private static final double TOO_MUCH_HIDDEN = 0.75;

    private final Words words = new Words();
    final List<Line> lines = new ArrayList<>();
    private int nodes;
    private int[] parents = new int[512];
    private int[] flags = new int[512];
    private int[] firsts = new int[512];
    private int[] ends = new int[512];
    private String[] tags = new String[512];
    private String[] names = new String[512];
    /** The class name or tag that flagged an element. */
    private String[] causes = new String[512];
    /** Prose before each line, so that a range's prose is one subtraction. */
    private long[] proseBefore = new long[1];

    private long[] charsBefore = new long[1];

    private Outline() {}

    static Outline of(Element body, boolean hiddenToo) {
        Outline outline = new Outline();
        new Walk(outline, hiddenToo).over(body);
        outline.sum();
        outline.settleFlags();
        return outline;
    }

    int size() {
        return nodes;
    }

    int parent(int node) {
        return parents[node];
    }

    String tag(int node) {
        return tags[node];
    }

    /** Class and id as written. */
    String name(int node) {
        return names[node];
    }

    int flags(int node) {
        return flags[node];
    }

    boolean has(Line line, int flag) {
        return (flags[line.node] & flag) != 0;
    }

    int first(int node) {
        return firsts[node];
    }

    /** One past the last line of {@code node}. */
    int end(int node) {
        return ends[node];
    }

    long prose(int node) {
        return proseBefore[ends[node]] - proseBefore[firsts[node]];
    }

    long prose(int from, int to) {
        return proseBefore[to] - proseBefore[from];
    }

    long chars(int from, int to) {
        return charsBefore[to] - charsBefore[from];
    }

    boolean within(int node, int ancestor) {
        int n = node;
        while (n > ancestor) {
            n = parents[n];
        }
        return n == ancestor;
    }

    private int open(int parent, String tag, String name, int ownFlags, String cause) {
        if (nodes == parents.length) {
            int size = nodes * 2;
            parents = Arrays.copyOf(parents, size);
            flags = Arrays.copyOf(flags, size);
            firsts = Arrays.copyOf(firsts, size);
            ends = Arrays.copyOf(ends, size);
            tags = Arrays.copyOf(tags, size);
            names = Arrays.copyOf(names, size);
            causes = Arrays.copyOf(causes, size);
        }
        parents[nodes] = parent;
        flags[nodes] = ownFlags;
        firsts[nodes] = lines.size();
        tags[nodes] = tag;
        names[nodes] = name;
        causes[nodes] = cause;
        return nodes++;
    }

    private void sum() {
        proseBefore = new long[lines.size() + 1];
        charsBefore = new long[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            proseBefore[i + 1] = proseBefore[i] + line.prose();
            charsBefore[i + 1] = charsBefore[i] + line.text.length();
        }
    }

    /**
     * Lets flags run down the tree, but first takes back those that a page gives to much of its prose: a theme that
     * calls its body a "widget" or its page a "form" means nothing by it.
     */
    private void settleFlags() {
        long all = nodes == 0 ? 0 : prose(0);
        Map<String, Long> masses = new HashMap<>();
        for (int n = 0; n < nodes; n++) {
            if ((flags[n] & (OUT | ABOUT)) != 0) {
                masses.merge(causes[n], prose(n), Long::sum);
            }
        }
        for (int n = 0; n < nodes; n++) {
            int own = flags[n];
            if ((own & (OUT | ABOUT)) != 0 && all > 0) {
                long mass = masses.getOrDefault(causes[n], 0L);
                if (mass > all * ((own & HIDDEN) != 0 ? TOO_MUCH_HIDDEN : TOO_MUCH)) {
                    own &= ~(OUT | ABOUT);
                }
            }
            int inherited = n == 0 ? 0 : flags[parents[n]];
            if (SUBSTANCE.contains(tags[n]) && n > 0 && tags[parents[n]].equals("figure")) {
                inherited &= ~CAPTION;
            }
            flags[n] = own | inherited;
        }
    }

    /** The walk itself; jsoup's traversal is a loop, so depth costs no stack. */
    private static final class Walk implements NodeFilter {
        private final Outline outline;
        private final boolean hiddenToo;
        private final StringBuilder text = new StringBuilder();
        private int current = -1;
        private int linked;
        private int bold;
        private int links;
        private int bolds;
        private int breaks;
        private boolean pre;
        private String cause = "";

        Walk(Outline outline, boolean hiddenToo) {
            this.outline = outline;
            this.hiddenToo = hiddenToo;
        }

        void over(Element body) {
            org.jsoup.select.NodeTraversor.filter(this, body);
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
                return FilterResult.SKIP_ENTIRELY;
            }
            if (INLINE.contains(tag)) {
                if (!hiddenToo && e.attributesSize() > 0 && hiddenInline(e)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (tag.equals("a")) {
                    links++;
                } else if (tag.equals("b") || tag.equals("strong")) {
                    bolds++;
                }
                return FilterResult.CONTINUE;
            }
            flush();
            int flag = tagFlag(tag);
            cause = tag;
            String name = "";
            if (e.attributesSize() > 0) {
                name = (e.className() + ' ' + e.id()).strip();
                flag |= attributeFlags(e, tag);
            }
            current = outline.open(current, tag, name, flag, cause);
            cause = "";
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
                if (tag.equals("a")) {
                    links--;
                } else if (tag.equals("b") || tag.equals("strong")) {
                    bolds--;
                }
                return FilterResult.CONTINUE;
            }
            flush();
            if (tag.equals("pre")) {
                pre = false;
            }
            if (tag.equals("tr")) {
                joinRow(current);
            }
            outline.ends[current] = outline.lines.size();
            current = outline.parents[current];
            return FilterResult.CONTINUE;
        }

        /** Cells of a table of data become one line; a table that lays out a page keeps its lines. */
        private void joinRow(int row) {
            List<Line> lines = outline.lines;
            int from = outline.firsts[row];
            int count = lines.size() - from;
            if (count < 2 || count > 12) {
                return;
            }
            StringBuilder joined = new StringBuilder();
            int inLinks = 0;
            int inBold = 0;
            for (Line cell : lines.subList(from, lines.size())) {
                boolean plain = outline.tags[cell.node].equals("td")
                        || outline.tags[cell.node].equals("th")
                        || outline.tags[cell.node].equals("p");
                if (!plain || cell.kind == Line.Kind.HEADING || cell.text.length() > 200) {
                    return;
                }
                joined.append(joined.isEmpty() ? "" : " | ").append(cell.text);
                inLinks += cell.linked;
                inBold += cell.bold;
            }
            lines.subList(from, lines.size()).clear();
            lines.add(new Line(joined.toString(), row, Line.Kind.ROW, 0, inLinks, inBold, -1));
            for (int n = row + 1; n < outline.nodes; n++) {
                outline.firsts[n] = Math.min(outline.firsts[n], lines.size());
                outline.ends[n] = Math.min(outline.ends[n], lines.size());
            }
        }

        private void append(String raw) {
            int before = text.length();
            for (int i = 0; i < raw.length(); i++) {
                char c = raw.charAt(i);
                if (pre && c == '\n') {
                    countSince(before);
                    flush();
                    before = 0;
                } else if (c <= ' ' || c == '\u00A0' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                    if (!text.isEmpty()
                            && text.charAt(text.length() - 1) != ' '
                            && text.charAt(text.length() - 1) != '\n') {
                        text.append(' ');
                    }
                } else if (!invisible(c)) {
                    text.append(c);
                    breaks = 0;
                }
            }
            countSince(before);
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

        private void countSince(int before) {
            int added = Math.max(0, text.length() - before);
            if (links > 0) {
                linked += added;
            }
            if (bolds > 0) {
                bold += added;
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
            String all = text.toString().strip();
            int inLinks = linked;
            int inBold = bold;
            text.setLength(0);
            linked = 0;
            bold = 0;
            if (all.isEmpty() || current < 0) {
                return;
            }
            String[] parts = all.split("\n");
            if (parts.length > 1 && Bullets.startMostOf(parts)) {
                for (String part : parts) {
                    if (!part.isBlank()) {
                        add(part.strip(), inLinks / parts.length, inBold / parts.length);
                    }
                }
            } else {
                add(parts.length > 1 ? all.replace('\n', ' ') : all, inLinks, inBold);
            }
        }

        private void add(String raw, int inLinks, int inBold) {
            String line = Normalizer.isNormalized(raw, Normalizer.Form.NFC)
                    ? raw
                    : Normalizer.normalize(raw, Normalizer.Form.NFC);
            Line.Kind kind = Line.Kind.TEXT;
            int level = 0;
            int list = -1;
            int n = current;
            // The nearest telling ancestor decides; five steps reach it in all real markup and keep deep trees linear.
            for (int step = 0; n >= 0 && step < 5; step++, n = outline.parents[n]) {
                String tag = outline.tags[n];
                if (tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6') {
                    kind = Line.Kind.HEADING;
                    level = tag.charAt(1) - '0';
                    break;
                }
                if (tag.equals("li") || tag.equals("dd")) {
                    kind = Line.Kind.ITEM;
                    list = outline.parents[n];
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
            outline.lines.add(new Line(line, current, kind, level, inLinks, inBold, list));
        }

        private boolean hiddenInline(Element e) {
            return hidden(e)
                    || e.hasClass("sr-only")
                    || e.hasClass("visually-hidden")
                    || e.hasClass("screen-reader-text");
        }

        private static boolean hidden(Element e) {
            if (e.hasAttr("hidden")) {
                return true;
            }
            String style = e.attr("style");
            if (style.isEmpty()) {
                return false;
            }
            String bare = style.replace(" ", "").toLowerCase(Locale.ROOT);
            return bare.contains("display:none") || bare.contains("visibility:hidden");
        }

        private int attributeFlags(Element e, String tag) {
            int flag = 0;
            if (!hiddenToo && hidden(e)) {
                flag |= HIDDEN;
            }
            for (Attribute attribute : e.attributes()) {
                switch (attribute.getKey()) {
                    case "class", "id", "data-component", "data-testid" -> flag |= nameFlags(attribute.getValue(), tag);
                    case "role" -> flag |= roleFlag(attribute.getValue());
                    case "itemprop" -> flag |= propertyFlag(attribute.getValue());
                    default -> {}
                }
            }
            return flag;
        }

        private int nameFlags(String value, String tag) {
            int flag = 0;
            for (String name : value.length() > 2_000 ? new String[0] : value.split("\\s+")) {
                Verdict verdict = outline.words.of(name);
                if (verdict != Verdict.NONE && verdict != Verdict.BODY) {
                    cause = name;
                }
                flag |= switch (verdict) {
                    case NONE -> 0;
                    case FURNITURE -> FURNITURE;
                    case ABOUT -> ABOUT;
                    case CAPTION -> CAPTION;
                    case BODY -> BODY;
                    case STANDFIRST -> STANDFIRST;
                    case TEASER -> FURNITURE | STANDFIRST;
                    case HIDDEN -> hiddenToo ? 0 : HIDDEN;
                };
            }
            if (tag.equals("body") || tag.equals("main") || tag.equals("article")) {
                flag &= ~(OUT | ABOUT | BODY | STANDFIRST);
            }
            return (flag & BODY) != 0 ? flag & ~(OUT | ABOUT) : flag;
        }

        private static int roleFlag(String role) {
            return switch (role) {
                case "navigation", "menu", "menubar", "search", "toolbar" -> NAV;
                case "contentinfo" -> FOOTER;
                case "complementary", "alert", "dialog", "alertdialog" -> ASIDE;
                case "banner" -> HEADER;
                case "main" -> MAIN;
                case "article" -> ARTICLE;
                default -> 0;
            };
        }

        private static int propertyFlag(String property) {
            return switch (property) {
                case "articleBody", "reviewBody", "text" -> BODY;
                case "author", "datePublished", "dateModified", "publisher", "keywords" -> ABOUT;
                case "description", "alternativeHeadline", "abstract" -> STANDFIRST;
                case "caption", "copyrightHolder" -> CAPTION;
                case "comment" -> FURNITURE;
                default -> 0;
            };
        }

        private static int tagFlag(String tag) {
            return switch (tag) {
                case "nav", "menu" -> NAV;
                case "footer" -> FOOTER;
                case "header" -> HEADER;
                case "aside" -> ASIDE;
                case "form", "fieldset", "dialog" -> FORM;
                case "figcaption", "figure" -> CAPTION;
                case "address" -> ABOUT;
                case "article" -> ARTICLE;
                case "main" -> MAIN;
                case "h1" -> HEADLINE;
                default -> 0;
            };
        }
    }

    /** The element that encloses all of the lines, the root if there are none. */
    int common(int a, int b) {
        int x = a;
        int y = b;
        while (x != y) {
            if (x > y) {
                x = parents[x];
            } else {
                y = parents[y];
            }
        }
        return x;
    }

    Optional<Line> firstHeadline() {
        return lines.stream().filter(l -> l.level == 1).findFirst();
    }
}
