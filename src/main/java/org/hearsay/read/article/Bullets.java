package org.hearsay.read.article;

/** Marks that begin the lines of a list written without list markup. */
final class Bullets {
    private static final String MARKS = "•‣◦▪▫●○■□►▶➤➢✓✔✅·–—-*»→";

    private Bullets() {}

    /** Whether {@code line} starts with a mark and a blank, or with a short number and a dot or bracket. */
    static boolean at(String line) {
        return rest(line).length() < line.length();
    }

    /** The line without its mark; the line itself if it has none. */
    static String rest(String line) {
        if (line.length() < 3) {
            return line;
        }
        char first = line.charAt(0);
        if (MARKS.indexOf(first) >= 0) {
            boolean closeAllowed = "•‣◦▪▫●○■□►▶➤➢✓✔✅".indexOf(first) >= 0;
            if (line.charAt(1) == ' ' || line.charAt(1) == '\t' || closeAllowed) {
                return line.substring(1).strip();
            }
            return line;
        }
        int i = 0;
        if (first == '(') {
            i++;
        }
        int digits = i;
        while (i < line.length() && i - digits < 2 && line.charAt(i) >= '0' && line.charAt(i) <= '9') {
            i++;
        }
        if (i == digits && line.charAt(i) >= 'a' && line.charAt(i) <= 'e' && line.charAt(i + 1) == ')') {
            i++;
        }
        boolean marked = i > digits
                && i + 1 < line.length()
                && (line.charAt(i) == '.' || line.charAt(i) == ')')
                && line.charAt(i + 1) == ' ';
        return marked ? line.substring(i + 2).strip() : line;
    }

    static boolean startMostOf(String[] parts) {
        int marked = 0;
        for (String part : parts) {
            if (at(part.strip())) {
                marked++;
            }
        }
        return marked >= 2 && marked * 3 >= parts.length * 2;
    }
}
