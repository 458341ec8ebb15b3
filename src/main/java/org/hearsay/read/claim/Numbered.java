package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.read.article.Span;

/** Points that a sentence numbers: "would (a) set a ceiling, (b) require logs, and (c) pay into a fund", "first, …; second, …". */
final class Numbered {
    private Numbered() {}

    /** The points between two tokens without their numbers; empty where there are not two. */
    static List<Span> in(Line line, int from, int to) {
        List<Span> points = new ArrayList<>();
        int start = -1;
        int number = 0;
        for (int i = from; i < to; i++) {
            int behind = behind(line, i, number + 1);
            if (behind < 0 || behind >= to) {
                continue;
            }
            add(line, start, i, points);
            number++;
            start = behind;
            i = behind - 1;
        }
        add(line, start, to, points);
        return points.size() < 2 ? List.of() : points;
    }

    private static void add(Line line, int start, int until, List<Span> points) {
        int end = until;
        while (end > start && line.is(end - 1, ",", ";", "and", "or", ".")) {
            end--;
        }
        if (start >= 0 && end > start) {
            points.add(line.span(start, end));
        }
    }

    /** The token behind the mark of the point with this number; -1 if {@code i} begins none. */
    private static int behind(Line line, int i, int number) {
        if (number > 26) {
            return -1;
        }
        String letter = String.valueOf((char) ('a' + number - 1));
        String digits = String.valueOf(number);
        if (line.is(i, "(") && line.is(i + 1, letter, digits, roman(number)) && line.is(i + 2, ")")) {
            return i + 3;
        }
        String[] ordinals = {"", "first", "second", "third", "fourth", "fifth"};
        boolean spelt = number < ordinals.length
                && line.is(i, ordinals[number], ordinals[number] + "ly")
                && line.is(i + 1, ",")
                && (line.mark(i - 1) || line.is(i - 1, "and"));
        return spelt ? i + 2 : -1;
    }

    private static String roman(int number) {
        String[] romans = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"};
        return number < romans.length ? romans[number] : "";
    }
}
