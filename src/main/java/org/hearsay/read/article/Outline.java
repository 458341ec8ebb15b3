package org.hearsay.read.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

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

    /** What a figure may hold beside a picture, and then is text. */
    private static final Set<String> SUBSTANCE = Set.of("table", "blockquote", "pre", "div");
    /** Names a page gives to more than this share of its prose say nothing on that page. */
    private static final double TOO_MUCH = 0.33;
    /** Readers often write more than the author; the word for what they write is rarely used for anything else. */
    private static final double TOO_MUCH_COMMENT = 0.9;
    /** Hidden copies for printing or for small screens are half of a page's prose. */
    private static final double TOO_MUCH_HIDDEN = 0.75;

    final List<Line> lines = new ArrayList<>();
    private int nodes;
    private int[] parents = new int[512];
    private int[] flags = new int[512];
    private int[] firsts = new int[512];
    private int[] ends = new int[512];
    private String[] tags = new String[512];
    /** The class name or tag that flagged an element. */
    private String[] causes = new String[512];
    /** Tag and class names in one number: elements that look alike have the same. */
    private int[] looks = new int[512];
    /** Prose before each line, so that a range's prose is one subtraction. */
    private long[] proseBefore = new long[1];

    private long[] charsBefore = new long[1];

    private Outline() {}

    /** As a page shows itself. */
    static Outline of(Element body, Words words) {
        return of(body, words, false, true);
    }

    /**
     * @param words what the page's names say
     * @param hiddenToo with what is hidden until something is clicked
     * @param trusted whether class names may call an element furniture
     */
    static Outline of(Element body, Words words, boolean hiddenToo, boolean trusted) {
        Outline outline = new Outline();
        new Walk(outline, words, hiddenToo, trusted).over(body);
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

    int flags(int node) {
        return flags[node];
    }

    int look(int node) {
        return looks[node];
    }

    boolean has(Line line, int flag) {
        return (flags[line.node] & flag) != 0;
    }

    /** Whether a line is a teaser's text, which before the prose is the stand-first. */
    boolean leads(Line line) {
        return (flags[line.node] & (OUT | STANDFIRST)) == (FURNITURE | STANDFIRST) && line.prose() > 0;
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

    int open(int parent, String tag, int ownFlags, String cause, int look) {
        if (nodes == parents.length) {
            int size = nodes * 2;
            parents = Arrays.copyOf(parents, size);
            flags = Arrays.copyOf(flags, size);
            firsts = Arrays.copyOf(firsts, size);
            ends = Arrays.copyOf(ends, size);
            tags = Arrays.copyOf(tags, size);
            causes = Arrays.copyOf(causes, size);
            looks = Arrays.copyOf(looks, size);
        }
        parents[nodes] = parent;
        flags[nodes] = ownFlags;
        firsts[nodes] = lines.size();
        tags[nodes] = tag;
        causes[nodes] = cause;
        looks[nodes] = look;
        return nodes++;
    }

    /** The last line of {@code node} was added. */
    void close(int node) {
        ends[node] = lines.size();
    }

    /** Cells of a table of data become one line; a table that lays out a page keeps its lines. */
    void joinRow(int row) {
        int from = firsts[row];
        int count = lines.size() - from;
        if (count < 2 || count > 12) {
            return;
        }
        StringBuilder joined = new StringBuilder();
        int inLinks = 0;
        int inBold = 0;
        int slanted = 0;
        int after = lines.get(from).after;
        for (Line cell : lines.subList(from, lines.size())) {
            boolean plain = tags[cell.node].equals("td") || tags[cell.node].equals("th") || tags[cell.node].equals("p");
            if (!plain || cell.kind == Line.Kind.HEADING || cell.text.length() > 200) {
                return;
            }
            joined.append(joined.isEmpty() ? "" : " | ").append(cell.text);
            inLinks += cell.linked;
            inBold += cell.bold;
            slanted += cell.slanted;
        }
        lines.subList(from, lines.size()).clear();
        lines.add(new Line(joined.toString(), row, Line.Kind.ROW, 0, inLinks, inBold, -1, slanted, after));
        for (int n = row + 1; n < nodes; n++) {
            firsts[n] = Math.min(firsts[n], lines.size());
            ends[n] = Math.min(ends[n], lines.size());
        }
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
                if (mass > all * most(own, causes[n])) {
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

    private static double most(int flags, String cause) {
        if ((flags & HIDDEN) != 0) {
            return TOO_MUCH_HIDDEN;
        }
        return cause.regionMatches(true, 0, "comments", 0, 8) || cause.equals("disqus_thread")
                ? TOO_MUCH_COMMENT
                : TOO_MUCH;
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
}
