package org.hearsay.read.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Kinds of lines judged from bare text. A line that ends with a colon opens a list if what follows is alike: marks,
 * "Label: sentence", noun phrases, or short sentences; the list ends where the likeness does.
 */
final class PlainText {
    /** A heading of the measured pages has at most 14 words; longer ones are sentences that lost their full stop. */
    private static final int HEADING_WORDS = 14;

    private static final int HEADING_CHARS = 110;
    /** An item this long is a paragraph, unless it carries a mark or a label. */
    private static final int LONG_ITEM = 320;

    /** One line: where it stands, and whether a blank line is before it. */
    private record Raw(Span span, String words, boolean gap) {}

    private final List<Raw> lines;
    private final List<Block> blocks = new ArrayList<>();

    private PlainText(List<Raw> lines) {
        this.lines = lines;
    }

    static List<Block> blocks(String text) {
        PlainText plain = new PlainText(lines(text));
        plain.judge();
        return plain.blocks;
    }

    private static List<Raw> lines(String text) {
        List<Raw> lines = new ArrayList<>();
        boolean gap = false;
        int at = 0;
        while (at <= text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            int from = at;
            int to = end;
            while (from < to && blank(text.charAt(from))) {
                from++;
            }
            while (to > from && blank(text.charAt(to - 1))) {
                to--;
            }
            if (from == to) {
                gap = true;
            } else {
                lines.add(new Raw(new Span(from, to), text.substring(from, to), gap));
                gap = false;
            }
            at = end + 1;
        }
        return lines;
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    private void judge() {
        int i = 0;
        while (i < lines.size()) {
            Raw line = lines.get(i);
            if (Furniture.inText(line.words)) {
                i++;
                continue;
            }
            int items = Layout.introduces(line.words) ? itemsAfter(i) : 0;
            if (items > 0) {
                blocks.add(new Block.Paragraph(line.span));
                for (Raw item : lines.subList(i + 1, i + 1 + items)) {
                    blocks.add(new Block.Item(item.span, Optional.of(line.span)));
                }
                i += 1 + items;
                continue;
            }
            blocks.add(single(i));
            i++;
        }
    }

    private Block single(int at) {
        Raw line = lines.get(at);
        if (Bullets.at(line.words)) {
            return new Block.Item(line.span, Optional.empty());
        }
        boolean followed = at + 1 < lines.size();
        return followed && heading(line.words) ? new Block.Heading(line.span, 2) : new Block.Paragraph(line.span);
    }

    static boolean heading(String line) {
        if (line.length() > HEADING_CHARS || line.split("\\s+").length > HEADING_WORDS || line.indexOf('|') >= 0) {
            return false;
        }
        char last = line.charAt(line.length() - 1);
        boolean open = Character.isLetterOrDigit(last) || ")\"'”’%".indexOf(last) >= 0;
        char first = line.charAt(0);
        return open && !Line.endsSentence(line) && (!Character.isLetter(first) || !Character.isLowerCase(first));
    }

    /** How many lines after {@code at} are its list. */
    private int itemsAfter(int at) {
        int first = at + 1;
        if (first >= lines.size() || Furniture.inText(lines.get(first).words)) {
            return 0;
        }
        Raw one = lines.get(first);
        Shape shape = Shape.of(one.words);
        if (shape == Shape.QUOTED) {
            return 0;
        }
        int end = first + 1;
        while (end < lines.size() && alike(first, end, shape)) {
            end++;
        }
        int count = end - first;
        if (shape == Shape.PHRASE) {
            count = withoutTrailingHeading(first, count);
        }
        boolean sure = shape == Shape.MARKED || shape == Shape.PHRASE && one.words.length() < LONG_ITEM;
        return count >= 2 || sure && count == 1 && shape == Shape.MARKED ? count : 0;
    }

    private boolean alike(int first, int at, Shape shape) {
        Raw line = lines.get(at);
        if (Furniture.inText(line.words) || Shape.of(line.words) == Shape.QUOTED && shape != Shape.MARKED) {
            return false;
        }
        Raw before = lines.get(at - 1);
        // Items that stood close together end where a blank line comes.
        if (line.gap && at - 1 > first && !before.gap) {
            return false;
        }
        if (line.gap && at - 1 == first && !lines.get(first).gap) {
            return false;
        }
        Shape own = Shape.of(line.words);
        if (shape == Shape.MARKED || own == Shape.MARKED) {
            return own == shape;
        }
        if (continues(before.words)) {
            return true;
        }
        boolean firstEnds = Line.endsSentence(lines.get(first).words);
        if (firstEnds && heading(line.words) || Layout.introduces(line.words)) {
            return false;
        }
        if (shape == Shape.LABELLED) {
            return own == Shape.LABELLED;
        }
        int longest = 0;
        for (int i = first; i < at; i++) {
            longest = Math.max(longest, lines.get(i).words.length());
        }
        if (line.words.length() > LONG_ITEM || line.words.length() > 120 && line.words.length() > longest * 2.2) {
            return false;
        }
        if (shape == Shape.PHRASE) {
            return own == Shape.PHRASE;
        }
        if (shape == Shape.QUESTION) {
            return own == Shape.QUESTION;
        }
        return own == Shape.SENTENCE && lines.get(first).words.length() < LONG_ITEM && !Shape.turns(line.words);
    }

    /** A line that ends with ";" or ", and" is not the last of its list. */
    private static boolean continues(String line) {
        return line.endsWith(";")
                || line.endsWith("; and")
                || line.endsWith("; or")
                || line.endsWith(",")
                || line.endsWith(", and");
    }

    /** A run of phrases without full stops may swallow the heading after it: told by its capitals and what follows. */
    private int withoutTrailingHeading(int first, int count) {
        int last = first + count - 1;
        if (count < 3 || last + 1 >= lines.size()) {
            return count;
        }
        String words = lines.get(last).words;
        boolean titled = heading(words) && Shape.titleCase(words);
        for (int i = first; i < last && titled; i++) {
            titled = !Shape.titleCase(lines.get(i).words) || !heading(lines.get(i).words);
        }
        return titled && lines.get(last + 1).words.length() > 120 ? count - 1 : count;
    }
}
