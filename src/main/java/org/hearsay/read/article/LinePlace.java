package org.hearsay.read.article;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Where a line stands: in the element that the rules chose, among what they kept, and how far from prose and headings. */
final class LinePlace {
    /** How many numbers are at hand, and how many more there are. */
    static final int GLANCE = 8, MORE = 16;

    private static final int FAR = 1_000;
    /** A heading of more is no label. */
    private static final int LONGEST_LABEL = 300;

    private final Outline outline;
    private final List<Line> lines;
    private final BitSet kept;
    private final LineGroups groups;
    private final int from;
    private final int to;
    private final int n;
    /** Sums over the lines before each one. */
    private final long[] keptProse;

    private final long[] keptChars;
    private final long[] chars;
    /** The next line of kept prose on either side, and the last heading before; -1 where there is none. */
    private final int[] before;

    private final int[] after;
    private final int[] heading;
    private final int first;
    private final int last;
    /** The length that half of the kept lines have at most. */
    private final double usual;

    private int headline = -1;

    LinePlace(Outline outline, BitSet kept, Set<String> titles, LineGroups groups, int from, int to) {
        this.outline = outline;
        this.lines = outline.lines;
        this.kept = kept;
        this.groups = groups;
        this.from = from;
        this.to = to;
        n = lines.size();
        keptProse = new long[n + 1];
        keptChars = new long[n + 1];
        chars = new long[n + 1];
        before = new int[n];
        after = new int[n];
        heading = new int[n];
        first = kept.nextSetBit(0);
        last = kept.length() - 1;
        int prose = -1;
        int over = -1;
        for (int i = 0; i < n; i++) {
            Line line = lines.get(i);
            boolean k = kept.get(i);
            keptProse[i + 1] = keptProse[i] + (k ? line.prose() : 0);
            keptChars[i + 1] = keptChars[i] + (k ? line.text.length() : 0);
            chars[i + 1] = chars[i] + line.text.length();
            before[i] = prose;
            prose = k && line.prose() > 0 ? i : prose;
            heading[i] = over;
            over = line.kind == Line.Kind.HEADING ? i : over;
        }
        prose = -1;
        for (int i = n - 1; i >= 0; i--) {
            after[i] = prose;
            prose = kept.get(i) && lines.get(i).prose() > 0 ? i : prose;
        }
        int[] lengths = new int[kept.cardinality()];
        for (int i = first, k = 0; i >= 0; i = kept.nextSetBit(i + 1)) {
            lengths[k++] = lines.get(i).text.length();
        }
        Arrays.sort(lengths);
        usual = lengths.length == 0 ? 0 : lengths[lengths.length / 2];
        for (int i = 0; i < n && (first < 0 || i < first + 3); i++) {
            Line line = lines.get(i);
            if (line.level == 1 || line.kind == Line.Kind.HEADING && titles.contains(BodyFinder.key(line.text))) {
                headline = i;
            }
        }
    }

    /** The numbers that are at hand. */
    void glance(int i, LineFeatures.Row row) {
        row.add(i >= from && i < to);
        row.add(before[i] < 0 ? FAR : i - before[i]);
        row.add(after[i] < 0 ? FAR : after[i] - i);
        row.add(share(i, 5));
        row.add(share(i, 15));
        row.add(groups.depth[i]);
        row.add(groups.above[i]);
        row.add(first < 0 ? -1 : i < first ? 0 : i > last ? 2 : 1);
    }

    /** All others. */
    void more(int i, LineFeatures.Row row) {
        row.add(headline < 0 ? -FAR : i - headline);
        row.add(keptProse[n] == 0 ? 0 : keptProse[i] / (double) keptProse[n]);
        row.add(i / (double) n);
        row.add(before[i] < 0 ? -1 : chars[i] - chars[before[i] + 1]);
        row.add(after[i] < 0 ? -1 : chars[after[i]] - chars[i + 1]);
        row.add(keptProse[n]);
        row.add(n);
        Line line = lines.get(i);
        int over = heading[i];
        row.add(over < 0 ? -1 : i - over);
        row.add(
                over < 0 || lines.get(over).text.length() >= LONGEST_LABEL
                        ? -1
                        : Math.min(2, lines.get(over).label()));
        row.add(first < 0 ? 0 : i - first);
        row.add(first < 0 ? 0 : last - i);
        row.add(usual == 0 ? 0 : line.text.length() / usual);
        row.add(over < 0 ? -1 : kept.get(over) ? 1 : 0);
        list(line, row);
    }

    /** What stands over the list that a line is in: whether it introduces one, is kept, is a heading. */
    private void list(Line line, LineFeatures.Row row) {
        int over = line.list < 0 ? -1 : outline.first(line.list) - 1;
        if (over < 0) {
            row.fill(-1, 3);
            return;
        }
        Line lead = lines.get(over);
        row.add(Layout.introduces(lead.text));
        row.add(kept.get(over));
        row.add(lead.kind == Line.Kind.HEADING);
    }

    private double share(int i, int reach) {
        int a = Math.max(0, i - reach);
        int b = Math.min(n, i + reach + 1);
        return (keptChars[b] - keptChars[a]) / (double) Math.max(1, chars[b] - chars[a]);
    }
}
