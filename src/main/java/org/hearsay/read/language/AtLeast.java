package org.hearsay.read.language;

/** A number whose own sign says that it may be more: "4,600+ courses", "$50,000+". */
final class AtLeast {
    private AtLeast() {}

    static boolean holds(Piece piece) {
        String text = piece.text();
        int last = text.length() - 1;
        return last > 0 && text.charAt(last) == '+' && Character.isDigit(text.charAt(last - 1));
    }

    /** The words of a number without that sign. */
    static String number(Piece piece) {
        return holds(piece) ? piece.text().substring(0, piece.text().length() - 1) : piece.text();
    }
}
