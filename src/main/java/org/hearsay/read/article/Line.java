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

    private static final int LONGEST_LABEL = 300;
    private static final int LONGEST_DATE = 60;

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

    private final int prose;
    /** What its words say, once somebody has asked: {@link #KNOWN} and more. */
    private byte words;

    private static final int KNOWN = 1, FURNITURE = 2, ENDS = 4, DATE_KNOWN = 8, DATED = 16;

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
        this.prose = proseOf();
    }

    double linkShare() {
        return Math.min(1.0, linked / (double) text.length());
    }

    /**
     * How much prose it is, in characters: whole sentences outside of links count, labels and lists of links do not.
     * 25 characters and 140 are readability's smallest paragraph and its retry threshold.
     */
    int prose() {
        return prose;
    }

    private int proseOf() {
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

    /** Whether it is short, and no article is made of such words. */
    boolean furniture() {
        return (words() & FURNITURE) != 0;
    }

    /** Whether it is short, and opens what is no longer the article. */
    boolean endsArticle() {
        return (words() & ENDS) != 0;
    }

    /** 1 where it is furniture, 2 more where it ends the article. */
    int label() {
        return (words() & (FURNITURE | ENDS)) >> 1;
    }

    private int words() {
        if ((words & KNOWN) == 0) {
            words |= KNOWN;
            if (text.length() < LONGEST_LABEL) {
                words |= (byte) ((Furniture.is(text) ? FURNITURE : 0) | (Furniture.ends(text) ? ENDS : 0));
            }
        }
        return words;
    }

    /** Whether it is a label with a date. */
    boolean dated() {
        if ((words & DATE_KNOWN) == 0) {
            boolean dated =
                    text.length() < LONGEST_DATE && Dates.inWords(text, false).isPresent();
            words |= (byte) (DATE_KNOWN | (dated ? DATED : 0));
        }
        return (words & DATED) != 0;
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
