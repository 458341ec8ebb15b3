package org.hearsay.read.article;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The lines that belong together, in several ways: of one box beside or in the column, of one element, of one look, of
 * one list, between two headings. A line alone says little; the company it keeps says more.
 */
final class LineGroups {
    static final int BOX = 0,
            ELEMENT = 1,
            AROUND = 2,
            LOOK = 3,
            LOOK_IN_LOOK = 4,
            LIST = 5,
            SECTION = 6,
            LOOK_TWICE_IN = 7;
    static final int KINDS = 8;

    /** For each kind of group the number of a line's group, or -1. */
    private final int[][] of;
    /** How many groups there are of each kind. */
    private final int[] count = new int[KINDS];
    /** How deep the lowest element is that holds both the line and the column; how far above the line's own it is. */
    final int[] depth;

    final int[] above;

    /** How many numbers are told of a group. */
    static final int NUMBERS = 6;

    /** Of each group of each kind: lines, and characters in all, in links, of prose, and kept by the rules. */
    private final long[][] sums = new long[KINDS][];

    private static final int SUMS = 5, LINES = 0, CHARS = 1, LINKED = 2, PROSE = 3, KEPT = 4;
    /** Characters of prose on the page, and one more. */
    private long prose = 1;

    /** @param kept what the rules chose */
    LineGroups(Outline outline, BitSet kept, int column) {
        int n = outline.lines.size();
        of = new int[KINDS][n];
        depth = new int[n];
        above = new int[n];
        int nodes = outline.size();
        int[] depths = new int[nodes];
        boolean[] lineage = new boolean[nodes];
        for (int a = Math.max(column, 0); a >= 0; a = outline.parent(a)) {
            lineage[a] = true;
        }
        int[] boxes = new int[nodes];
        int[] met = new int[nodes];
        for (int e = 0; e < nodes; e++) {
            int parent = outline.parent(e);
            depths[e] = parent < 0 ? 0 : depths[parent] + 1;
            met[e] = lineage[e] || parent < 0 ? depths[e] : met[parent];
            boxes[e] = parent < 0 || lineage[e] || lineage[parent] ? e : boxes[parent];
        }
        int columnDepth = column < 0 ? 0 : depths[column];
        Map<Integer, Integer> looks = new HashMap<>();
        Map<Long, Integer> pairs = new HashMap<>();
        Map<Long, Integer> triples = new HashMap<>();
        int section = 0;
        for (int i = 0; i < n; i++) {
            Line line = outline.lines.get(i);
            int e = line.node;
            int parent = Math.max(0, outline.parent(e));
            of[BOX][i] = boxes[e];
            of[ELEMENT][i] = parent;
            of[AROUND][i] = Math.max(0, outline.parent(parent));
            of[LOOK][i] = looks.computeIfAbsent(outline.look(e), l -> looks.size());
            long pair = ((long) outline.look(e) << 32) ^ (outline.look(parent) & 0xFFFFFFFFL);
            of[LOOK_IN_LOOK][i] = pairs.computeIfAbsent(pair, l -> pairs.size());
            pair = pair * 31 + outline.look(of[AROUND][i]);
            of[LOOK_TWICE_IN][i] = triples.computeIfAbsent(pair, l -> triples.size());
            of[LIST][i] = line.list;
            section += line.kind == Line.Kind.HEADING ? 1 : 0;
            of[SECTION][i] = section;
            depth[i] = columnDepth - met[e];
            above[i] = depths[e] - met[e];
        }
        count[BOX] = nodes;
        count[ELEMENT] = nodes;
        count[AROUND] = nodes;
        count[LOOK] = looks.size();
        count[LOOK_IN_LOOK] = pairs.size();
        count[LOOK_TWICE_IN] = triples.size();
        count[LIST] = nodes;
        count[SECTION] = section + 1;
        for (int k = 0; k < KINDS; k++) {
            sums[k] = new long[count[k] * SUMS];
        }
        for (int i = 0; i < n; i++) {
            Line line = outline.lines.get(i);
            prose += line.prose();
            for (int k = 0; k < KINDS; k++) {
                add(line, kept.get(i), sums[k], of[k][i] * SUMS);
            }
        }
    }

    private static void add(Line line, boolean kept, long[] sums, int at) {
        if (at >= 0) {
            int length = line.text.length();
            sums[at + LINES]++;
            sums[at + CHARS] += length;
            sums[at + LINKED] += Math.min(length, line.linked);
            sums[at + PROSE] += line.prose();
            sums[at + KEPT] += kept ? length : 0;
        }
    }

    /**
     * Of the group that a line is in: lines, share in links, of prose, kept by the rules, what share of the page's prose is
     * here, mean length; -1 for each where it is in none.
     */
    void numbers(int kind, int i, LineFeatures.Row row) {
        int at = of[kind][i] * SUMS;
        if (at < 0) {
            row.fill(-1, NUMBERS);
            return;
        }
        long[] s = sums[kind];
        double chars = s[at + CHARS];
        row.add(s[at + LINES]);
        row.add(s[at + LINKED] / chars);
        row.add(s[at + PROSE] / chars);
        row.add(s[at + KEPT] / chars);
        row.add(s[at + PROSE] / (double) prose);
        row.add(chars / s[at + LINES]);
    }
}
