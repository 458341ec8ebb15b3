package org.hearsay.read.article;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges the lines of the chosen element: text of the article, or something that stands between and around it. */
final class LineJudge {
    /** Readers may write as much as the author; a label before a third of the prose is a link to them. */
    private static final double BEFORE_COMMENTS = 0.3;
    /** Boxes with other stories stand between paragraphs too; after so much of the prose they stand behind it. */
    private static final double BEFORE_STORIES = 0.8;

    /** Lines about the author and the site stand behind so much of the prose, or first. */
    private static final double BEFORE_AFTERWORD = 0.85;
    /** What follows a name where its bearer is introduced. */
    private static final Pattern IS = Pattern.compile("^(?: \\S+)?(?:,[^.]{0,40},)?"
            + " (?:is|has|was|joined|works|writes|covers|founded|started|lives|holds|brings|ist|schreibt|arbeitet|leitet|est|es)"
            + " ");

    private final List<String> authors;
    private final Outline outline;
    private final Set<String> titles;
    private final int from;
    private final int to;
    /** The element that holds most of the paragraphs themselves, or -1. */
    private int column = -1;
    /** Lines that their words or a label over them exclude, whatever else they look like. */
    private final BitSet excluded = new BitSet();

    LineJudge(Outline outline, Set<String> titles, List<String> authors, int from, int to) {
        this.authors = authors;
        this.outline = outline;
        this.titles = titles;
        this.from = from;
        this.to = to;
    }

    BitSet keep() {
        BitSet kept = new BitSet();
        int firstProse = firstProse();
        column = column();
        Set<String> seen = new HashSet<>();
        for (int i = from; i < to; i++) {
            Line line = outline.lines.get(i);
            if (!textual(line, i, firstProse)) {
                continue;
            }
            if (line.text.length() > 60 && !seen.add(line.text)) {
                continue;
            }
            kept.set(i);
        }
        dropLinkLists(kept);
        dropAfterEnd(kept);
        dropAfterword(kept);
        dropTail(kept);
        dropEmptyHeadings(kept);
        return kept;
    }

    /** Lines of the element that are no text by their words alone, known after {@link #keep}. */
    BitSet excluded() {
        return excluded;
    }

    /** A label that says little beside a date: when it was published, or read. */
    private static boolean dateLine(Line line) {
        return line.kind == Line.Kind.TEXT
                && line.text.length() < 60
                && line.text.chars().filter(c -> c == ' ').count() < 8
                && !Line.endsSentence(line.text)
                && line.dated();
    }

    private int column() {
        Map<Integer, Long> prose = new HashMap<>();
        int best = -1;
        for (int i = from; i < to; i++) {
            Line line = outline.lines.get(i);
            if (line.kind == Line.Kind.TEXT && line.prose() > 0 && !outline.has(line, Outline.OUT)) {
                int parent = outline.parent(line.node);
                long sum = prose.merge(parent, (long) line.prose(), Long::sum);
                if (best < 0 || sum > prose.getOrDefault(best, 0L)) {
                    best = parent;
                }
            }
        }
        return best;
    }

    private int firstProse() {
        for (int i = from; i < to; i++) {
            Line line = outline.lines.get(i);
            if (line.prose() >= 60 && !outline.has(line, Outline.OUT)) {
                return i;
            }
        }
        return from;
    }

    private boolean textual(Line line, int at, int firstProse) {
        if (outline.has(line, Outline.OUT) && !(at < firstProse && outline.leads(line))) {
            excluded.set(at, outline.leads(line));
            return false;
        }
        int length = line.text.length();
        if (outline.tag(line.node).equals("pre")) {
            return true;
        }
        if (outline.has(line, Outline.ABOUT) && (length < 120 || line.linkShare() > 0.2)) {
            return false;
        }
        if (line.furniture() || dateLine(line)) {
            excluded.set(at);
            return false;
        }
        if (line.level == 1 || line.kind == Line.Kind.HEADING && titles.contains(BodyFinder.key(line.text))) {
            return line.level == 1 && at > firstProse && !titles.contains(BodyFinder.key(line.text));
        }
        if (at < firstProse && titles.contains(BodyFinder.key(line.text))) {
            return false;
        }
        if (line.kind == Line.Kind.HEADING) {
            return at >= firstProse - 3 && (line.linkShare() < 0.8 || outline.parent(line.node) == column);
        }
        if (line.linkShare() > 0.8 && length < 160 && line.kind != Line.Kind.ITEM) {
            return false;
        }
        boolean afterText = at >= firstProse;
        boolean short_ = length < 25 && !Line.endsSentence(line.text);
        if (!afterText && line.prose() == 0 && line.kind != Line.Kind.ITEM) {
            return length >= 60 && line.linkShare() < 0.3;
        }
        if (short_ && line.kind == Line.Kind.TEXT) {
            boolean paragraph = outline.tag(line.node).equals("p");
            return paragraph && line.linkShare() < 0.5 || line.bold > length / 2 && line.linkShare() < 0.5;
        }
        return true;
    }

    /** A list whose items are all links leads elsewhere. */
    private void dropLinkLists(BitSet kept) {
        int i = kept.nextSetBit(from);
        while (i >= 0) {
            Line line = outline.lines.get(i);
            if (line.kind != Line.Kind.ITEM || line.list < 0) {
                i = kept.nextSetBit(i + 1);
                continue;
            }
            int end = Math.min(to, outline.end(line.list));
            long linked = 0;
            long chars = 0;
            int j = i;
            for (; j >= 0 && j < Math.max(end, i + 1); j = kept.nextSetBit(j + 1)) {
                Line item = outline.lines.get(j);
                linked += item.linked;
                chars += item.text.length();
            }
            int above = kept.previousSetBit(i - 1);
            boolean introduced = above >= from && Layout.introduces(outline.lines.get(above).text);
            if (linked > chars * 0.7 && !introduced) {
                kept.clear(i, Math.max(end, i + 1));
            }
            i = kept.nextSetBit(Math.max(end, i + 1));
        }
    }

    /** Where a label opens the readers' comments or the next stories, what follows it is no longer the article. */
    private void dropAfterEnd(BitSet kept) {
        long all = 0;
        for (int i = kept.nextSetBit(from); i >= 0; i = kept.nextSetBit(i + 1)) {
            all += outline.lines.get(i).prose();
        }
        long before = 0;
        for (int i = from; i < to; i++) {
            Line line = outline.lines.get(i);
            boolean late = before > all * BEFORE_STORIES
                    || before > all * BEFORE_COMMENTS
                            && line.kind == Line.Kind.HEADING
                            && Furniture.comments(line.text);
            if (late && line.text.length() < 80 && line.endsArticle()) {
                kept.clear(i, to);
                excluded.set(i, to);
                return;
            }
            before += kept.get(i) ? line.prose() : 0;
        }
    }

    /** At its end an article introduces its author, and a site itself. */
    private void dropAfterword(BitSet kept) {
        long all = 0;
        for (int i = kept.nextSetBit(from); i >= 0; i = kept.nextSetBit(i + 1)) {
            all += outline.lines.get(i).prose();
        }
        long before = 0;
        for (int i = kept.nextSetBit(from); i >= 0; i = kept.nextSetBit(i + 1)) {
            Line line = outline.lines.get(i);
            before += line.prose();
            boolean outer = before > all * BEFORE_AFTERWORD || before - line.prose() == 0;
            if (outer && line.kind == Line.Kind.TEXT && (presents(line.text) || Furniture.invites(line.text))) {
                kept.clear(i);
                excluded.set(i);
            }
        }
    }

    /** Whether a line says who an author of the page is. */
    private boolean presents(String text) {
        for (String author : authors) {
            String first = author.contains(" ") ? author.substring(0, author.indexOf(' ')) : author;
            for (String name : List.of(author, first)) {
                if (name.length() > 2
                        && text.startsWith(name)
                        && IS.matcher(text)
                                .region(name.length(), Math.min(text.length(), name.length() + 60))
                                .find()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** After the last prose only headings and labels are left: they belong to what follows the article. */
    private void dropTail(BitSet kept) {
        int last = kept.length() - 1;
        while (last >= 0) {
            Line line = outline.lines.get(last);
            boolean text = line.prose() > 0
                    || line.kind == Line.Kind.ITEM && line.linkShare() < 0.5
                    || line.kind == Line.Kind.QUOTE
                    || line.kind == Line.Kind.ROW
                    || line.text.length() > 60 && line.linkShare() < 0.5;
            if (text || Line.endsSentence(line.text)) {
                return;
            }
            kept.clear(last);
            last = kept.length() - 1;
        }
    }

    /** A heading that is followed by a heading of its own or a higher level, or by nothing, names nothing. */
    private void dropEmptyHeadings(BitSet kept) {
        int next = Integer.MAX_VALUE;
        for (int i = kept.length() - 1; i >= 0; i--) {
            if (!kept.get(i)) {
                continue;
            }
            Line line = outline.lines.get(i);
            if (line.kind != Line.Kind.HEADING) {
                next = 0;
            } else if (next == Integer.MAX_VALUE) {
                kept.clear(i);
            }
        }
    }
}
