package org.hearsay.read.article;

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
    final int[][] of;
    /** How many groups there are of each kind. */
    final int[] count = new int[KINDS];
    /** How deep the lowest element is that holds both the line and the column; how far above the line's own it is. */
    final int[] depth;

    final int[] above;

    LineGroups(Outline outline, int column) {
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
    }
}
