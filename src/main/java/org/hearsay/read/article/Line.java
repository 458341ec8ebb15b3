package org.hearsay.read.article;

/** A run of text between two block boundaries of a page, and what its surroundings say of it. */
final class Line {
    enum Kind {
        HEADING,
        TEXT,
        ITEM,
        QUOTE,
        ROW
    }

    /** Things without text that say what the text beside them is: a picture has a caption, a button a label. */
    static final int PICTURE = 1, CONTROL = 2, ICON = 4, RULE = 8;

    final String text;
    /** The innermost block element around it. */
    final int node;

    final Kind kind;
    /** 1 to 6 for a heading, else 0. */
    final int level;
    /** How many of its characters are inside links. */
    final int linked;
    /** How many of its characters are bold. */
    final int bold;
    /** The list around it, or -1. */
    final int list;
    /** How many of its characters are slanted. */
    final int slanted;
    /** What stood between the line before it and itself: {@link #PICTURE}, {@link #CONTROL}, {@link #ICON}, {@link #RULE}. */
    final int after;

    Line(String text, int node, Kind kind, int level, int linked, int bold, int list) {
        this(text, node, kind, level, linked, bold, list, 0, 0);
    }

    Line(String text, int node, Kind kind, int level, int linked, int bold, int list, int slanted, int after) {
        this.text = text;
        this.node = node;
        this.kind = kind;
        this.level = level;
        this.linked = linked;
        this.bold = bold;
        this.list = list;
        this.slanted = slanted;
        this.after = after;
    }

    double linkShare() {
        return Math.min(1.0, linked / (double) text.length());
    }

    /**
     * How much prose it is, in characters: whole sentences outside of links count, labels and lists of links do not.
     * 25 characters and 140 are readability's smallest paragraph and its retry threshold.
     */
    int prose() {
        if (kind == Kind.HEADING || text.length() < 25 || linkShare() > 0.5) {
            return 0;
        }
        int own = text.length() - linked;
        boolean sentence = text.length() >= 140 || endsSentence(text) || text.indexOf(", ") > 0 && text.length() > 60;
        if (!sentence) {
            return 0;
        }
        return kind == Kind.ITEM || kind == Kind.ROW ? own / 2 : own;
    }

    static boolean endsSentence(String text) {
        for (int i = text.length() - 1; i >= 0 && i > text.length() - 4; i--) {
            char c = text.charAt(i);
            if (".!?…:;。！？।؟".indexOf(c) >= 0) {
                return true;
            }
            if ("\"'”’»)]“„」』".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }
}
