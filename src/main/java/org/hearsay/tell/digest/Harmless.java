package org.hearsay.tell.digest;

import java.text.Normalizer;

/**
 * Words that somebody else wrote, made fit for a line of ours: no line ends, no controls, nothing that turns the
 * direction of reading around or hides, and not without end. What is left stands letter for letter.
 */
final class Harmless {
    private Harmless() {}

    /** One line of at most {@code most} UTF-16 units, with an ellipsis where more was cut. */
    static String line(String raw, int most) {
        // Never look at more than could be shown: a word of 5 MB costs as much as one of a thousand letters.
        String start = raw.length() > most * 4 ? raw.substring(0, most * 4) : raw;
        StringBuilder out = new StringBuilder();
        boolean blank = false;
        for (int i = 0; i < start.length(); ) {
            int c = start.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.CONTROL) {
                blank = true;
            } else if (visible(c)) {
                if (blank && !out.isEmpty()) {
                    out.append(' ');
                }
                blank = false;
                out.appendCodePoint(c);
            }
        }
        String line = Normalizer.normalize(out, Normalizer.Form.NFC);
        if (line.length() <= most && start.length() == raw.length()) {
            return line;
        }
        int end = Math.min(line.length(), most - 2);
        if (end > 0 && Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        int lastBlank = line.lastIndexOf(' ', end);
        return line.substring(0, lastBlank > most / 2 ? lastBlank : end) + " …";
    }

    /** Format characters hide (zero width) or turn text around (bidi); surrogates here are halves of nothing. */
    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            // Joiners carry meaning in Persian, Hindi and emoji.
            case Character.FORMAT -> c == 0x200c || c == 0x200d;
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
