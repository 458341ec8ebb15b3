package org.hearsay.read.article;

import java.util.List;

/** The names that a page shows to people in a line of their own between its headline and its text, else right after it. */
final class VisibleByline {
    private static final int ABOVE_TEXT = 14;
    private static final int INTO_TEXT = 3;
    private static final int BELOW_TEXT = 4;

    private VisibleByline() {}

    static List<String> near(Outline outline, List<Line> body, Facts facts) {
        if (body.isEmpty()) {
            return List.of();
        }
        int first = outline.lines.indexOf(body.get(0));
        int last = outline.lines.lastIndexOf(body.get(body.size() - 1));
        if (first < 0) {
            return List.of();
        }
        List<String> found = within(outline, first - ABOVE_TEXT, first + INTO_TEXT, facts);
        return found.isEmpty() ? within(outline, last - 1, last + BELOW_TEXT, facts) : found;
    }

    private static List<String> within(Outline outline, int from, int to, Facts facts) {
        for (int i = Math.max(0, from); i < Math.min(outline.lines.size(), to); i++) {
            Line line = outline.lines.get(i);
            if (outline.has(line, Outline.NAV | Outline.ASIDE | Outline.CAPTION)) {
                continue;
            }
            List<String> names = Authors.inByline(line.text, List.of(facts.outlet()));
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }
}
