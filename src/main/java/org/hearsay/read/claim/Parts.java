package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.read.article.Span;

/** The parts of an enumeration in a sentence. */
final class Parts {
    private Parts() {}

    /** "A, B and C" as its parts, where it has at least two; else empty. Only commas and the last "and" part them. */
    static List<Span> of(Line line, int from, int to) {
        return of(line, from, to, false);
    }

    /** @param pairs whether "A and B" without a comma are two, where each stands whole */
    static List<Span> of(Line line, int from, int to, boolean pairs) {
        if (explained(line, from, to)) {
            return List.of();
        }
        List<int[]> cuts = new ArrayList<>();
        int start = from;
        boolean comma = false;
        boolean joined = false;
        for (int i = from; i < to; i++) {
            boolean again = line.is(i, "and") && line.is(i + 1, "for", "on") && line.is(from - 1, line.word(i + 1));
            boolean and = line.is(i, "and", "or", "plus") && (again || opensTerm(line, i + 1));
            int pair = line.is(i, ",") && comma ? lastAnd(line, start, i) : -1;
            if (pair > 0 && !resumes(line, i, to)) {
                cuts.add(new int[] {start, pair});
                cuts.add(new int[] {pair + 1, i});
                start = -1;
                joined = true;
                break; // "a dyke, a siren and a fund, to be paid by the canton"
            }
            if (line.is(i, ",", ";") && i > start) {
                boolean last = line.is(i + 1, "and", "or", "plus");
                joined |= last || line.is(i, ";");
                cuts.add(new int[] {start, i});
                start = last ? i + 2 : i + 1;
                i = start - 1;
                comma = true;
            } else if (and && lastPart(line, i, to) && (again || comma || pairs && whole(line, start, i, to))) {
                cuts.add(new int[] {start, i});
                start = again ? i + 2 : i + 1; // "pushed for a cut and for fines"
                joined = true;
            }
        }
        if (start >= 0) {
            cuts.add(new int[] {start, to});
        }
        if (shared(line, cuts)) {
            return List.of();
        }
        List<Span> parts = new ArrayList<>();
        for (int[] cut : cuts) {
            if (cut[1] <= cut[0] || !opensTerm(line, cut[0])) {
                return List.of();
            }
            int first = line.is(cut[0], "that") ? cut[0] + 1 : cut[0];
            parts.add(line.span(Math.min(first, cut[1] - 1), cut[1]));
        }
        return parts.size() < 2 || !joined ? List.of() : parts;
    }

    /** "a ban on arms, ammunition and fuel" is one: bare nouns behind a preposition's object go on with it. */
    private static boolean shared(Line line, List<int[]> cuts) {
        int[] first = cuts.get(0);
        boolean on = line.tagged(first[0], "DET");
        int object = -1;
        for (int k = first[0]; on && k < first[1]; k++) {
            object = line.tagged(k, "ADP") ? k + 1 : object;
        }
        boolean bare = object > 0 && object < first[1] && line.tagged(object, "NOUN");
        for (int[] cut : cuts.subList(1, cuts.size())) {
            bare &= cut[1] - cut[0] == 1 && line.tagged(cut[0], "NOUN");
        }
        return bare && cuts.size() > 1;
    }

    /** "a deal for minerals, the metals that go into magnets and turbines": one thing and what it is, not two. */
    private static boolean explained(Line line, int from, int to) {
        int comma = from;
        while (comma < to && !line.is(comma, ",", ";")) {
            comma++;
        }
        if (!line.is(from, "a", "an") || !line.is(comma, ",") || !line.is(comma + 1, "the")) {
            return false;
        }
        for (int k = comma + 2; k < to && !line.is(k, ",", ";", "and"); k++) {
            if (line.is(k, "that", "which", "who", "whose")) {
                return true;
            }
        }
        return false;
    }

    private static int lastAnd(Line line, int from, int to) {
        for (int k = to - 1; k > from; k--) {
            if (line.is(k, "and", "or") && opensTerm(line, k + 1)) {
                return k;
            }
        }
        return -1;
    }

    /** Whether behind the comma at {@code i} the list goes on to an "and" of its own. */
    private static boolean resumes(Line line, int i, int to) {
        boolean past = line.is(i + 1, "and")
                && line.tagged(i + 2, "VERB")
                && line.word(i + 2).endsWith("ed");
        return !past && Phrases.opens(line, i + 1) && lastAnd(line, i + 1, to) > 0 || line.is(i + 1, "and") && !past;
    }

    /** Both sides of an "and" are things of their own, and no pair of words: "a fund for farms and an exemption". */
    private static boolean whole(Line line, int start, int and, int to) {
        boolean left = line.tagged(start, "DET", "NUM", "SYM", "VERB") || line.is(start, "to", "that");
        boolean right = line.tagged(and + 1, "DET", "NUM", "SYM", "VERB") || line.is(and + 1, "to", "that", "on");
        boolean counted = line.tagged(and + 1, "NUM", "DET")
                && Phrases.opens(line, start); // "free land and ten years without tax"
        return (left && right || counted) && and - start >= 2 && to - and >= 3;
    }

    private static boolean opensTerm(Line line, int i) {
        return Phrases.opens(line, i) && !Phrases.subjectPronoun(line, i)
                || line.word(i).endsWith("ing")
                || line.is(i, "to", "that")
                || line.is(i, "at") && line.is(i + 1, "least", "most")
                || line.is(i, "longer", "shorter", "fewer", "more", "less", "better", "higher", "lower")
                || line.is(i, "up") && line.is(i + 1, "to")
                || line.tagged(i, "VERB");
    }

    private static boolean lastPart(Line line, int and, int to) {
        for (int i = and + 1; i < to; i++) {
            if (line.is(i, ",")) {
                return false;
            }
        }
        return true;
    }
}
