package org.hearsay.read.language;

/** A number whose own sign says that it may be more: "4,600+ courses", "$50,000+", "300-plus". */
final class AtLeast {
    private AtLeast() {}

    /** Whether the sign stands at one of these pieces. */
    static boolean holds(Line line, int start, int end) {
        for (int i = start; i < end; i++) {
            if (holds(line.get(i)) || isSpelled(line, i - 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether "-plus" begins at {@code at}. */
    static boolean isSpelled(Line line, int at) {
        return line.is(at, "-") && line.is(at + 1, "plus");
    }

    private static boolean holds(Piece piece) {
        String text = piece.text();
        int last = text.length() - 1;
        return last > 0 && text.charAt(last) == '+' && Character.isDigit(text.charAt(last - 1));
    }

    /** The words of a number without that sign. */
    static String number(Piece piece) {
        return holds(piece) ? piece.text().substring(0, piece.text().length() - 1) : piece.text();
    }
}
