package org.hearsay.read.claim;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before the words of a paragraph and is no part of them. */
final class Labels {
    /** "WASHINGTON — ", "MOSCOW (Meridian) - ", "TARSK, Oct 4 (Meridian) — "; never longer than a line's beginning. */
    private static final Pattern DATELINE = Pattern.compile(
            "\\p{Lu}[\\p{Lu}. '\\u2019-]{2,30}(?:, \\p{Lu}[\\p{L}. ]{1,25})?(?:, \\p{L}{3,9}\\.? \\d{1,2})?"
                    + "(?: ?\\([^)\\n]{2,25}\\))?(?:, \\p{L}{3,9}\\.? \\d{1,2})?(?: ?[\\u2014\\u2013]| --?) *");

    private static final Pattern TIME = Pattern.compile(
            "(?:\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{3,4})?[:,.\\u2013\\u2014-]? +)(?:BREAKING:? +|UPDATE:? +)?");

    private static final Pattern QUESTION = Pattern.compile("(?:Q|A|Question|Answer)[:.] +");

    private static final Pattern BREAKING = Pattern.compile("(?:BREAKING|UPDATE|WATCH|EXCLUSIVE)(?: NEWS)?: +");

    private Labels() {}

    /** How many characters of {@code text} from {@code start} are a label; 0 for none. */
    static int length(String text, int start, int end) {
        for (Pattern pattern : new Pattern[] {DATELINE, TIME, QUESTION, BREAKING}) {
            Matcher matcher = pattern.matcher(text).region(start, Math.min(end, start + 90));
            if (matcher.lookingAt()) {
                return matcher.end() - start;
            }
        }
        return 0;
    }

    /** The first token of the line behind its label. */
    static int end(Line line) {
        int start = line.sentence().span().start();
        int length = length(
                line.reading().article().text(), start, line.sentence().span().end());
        int i = 0;
        while (length > 0 && i < line.size() && line.start(i) < start + length) {
            i++;
        }
        return i < line.size() ? i : 0;
    }
}
