package org.hearsay.read.article;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kept lines laid out as an article's text: one block a line, each with its exact span. */
final class Layout {
    /** Longer lines than this introduce nothing; they only happen to end with a colon. */
    private static final int LONGEST_LEAD_IN = 600;

    private static final char FIRST_COMBINING = '\u0300';

    private static final Pattern WANTS_MORE = Pattern.compile(
            "\\b(?:the following|as follows|includes?|including|such as|are|were)\\s*(?:[–—-]|…|\\.{3})?$|\\b(?:the"
                    + " following|as follows)[^.:]{0,40}\\.$",
            Pattern.CASE_INSENSITIVE);

    /** Every end of a line that such words can be, looked for without a pattern: nearly all lines end otherwise. */
    private static final List<String> ENDS =
            List.of("following", "follows", "include", "includes", "including", "such as", "are", "were");

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();

    private Layout() {}

    static Layout of(List<Line> lines) {
        Layout layout = new Layout();
        Optional<Span> leadIn = Optional.empty();
        int list = -1;
        @Nullable Span before = null;
        boolean beforeIsItem = false;
        String beforeText = "";
        for (Line line : lines) {
            if (!layout.text.isEmpty()) {
                layout.text.append('\n');
            }
            int start = layout.text.length();
            layout.text.append(line.text);
            Span span = new Span(start, layout.text.length());
            boolean item = line.kind == Line.Kind.ITEM;
            if (item && (!beforeIsItem || line.list != list)) {
                leadIn = introduces(beforeText) && before != null ? Optional.of(before) : Optional.empty();
                list = line.list;
            }
            layout.blocks.add(
                    switch (line.kind) {
                        case HEADING -> new Block.Heading(span, line.level);
                        case TEXT -> new Block.Paragraph(span);
                        case ITEM -> new Block.Item(span, leadIn);
                        case QUOTE -> new Block.Quote(span);
                        case ROW -> new Block.Row(span);
                    });
            before = span;
            beforeIsItem = item;
            beforeText = line.text;
        }
        return layout;
    }

    private static boolean mayWantMore(String line) {
        char last = line.charAt(line.length() - 1);
        if (last == '.' || !Character.isLetterOrDigit(last) && "?!:,;)\"”’'»“".indexOf(last) < 0) {
            return last != '.' || line.endsWith("...") || mentions(line, "follow");
        }
        for (String end : ENDS) {
            boolean alike = last >= 0x80 || (last | 0x20) == end.charAt(end.length() - 1);
            if (alike && line.regionMatches(true, line.length() - end.length(), end, 0, end.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean mentions(String line, String word) {
        for (int i = 0; i + word.length() <= line.length(); i++) {
            if (line.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line introduces the list after it: by a colon, or by words that want something after them. */
    static boolean introduces(String line) {
        if (line.isEmpty() || line.length() > LONGEST_LEAD_IN) {
            return false;
        }
        char last = line.charAt(line.length() - 1);
        return last == ':'
                || last == '：'
                || mayWantMore(line) && WANTS_MORE.matcher(line).find();
    }

    String text() {
        return text.toString();
    }

    List<Block> blocks() {
        return blocks;
    }

    /** White space runs become one blank, ends are stripped. */
    static String collapse(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        boolean gap = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean plain = c > ' ' && c < 0x7f;
            if (!plain && (Character.isWhitespace(c) || Character.isSpaceChar(c))) {
                gap = true;
            } else if (c != '\u00AD' && c != '\u200B' && c != '\uFEFF') {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.append(c);
            }
        }
        return composed(out.toString());
    }

    /** In Unicode's form NFC; no text without characters from the combining marks on is in another. */
    static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }
}
