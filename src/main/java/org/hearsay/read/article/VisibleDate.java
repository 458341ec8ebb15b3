package org.hearsay.read.article;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The date that a page shows to people beside its headline, else right before or after the text. */
final class VisibleDate {
    /** A date line with byline, section and reading time is no longer than this. */
    private static final int LONGEST = 160;

    private static final int ABOVE_HEADLINE = 8;
    private static final int BELOW_HEADLINE = 15;
    private static final int AROUND_TEXT = 6;
    private static final Pattern NOT_PUBLISHED = Pattern.compile(
            "updat|edited|revis|modif|aktualisiert|geändert|mis à"
                    + " jour|actualizad|©|copyright|\\b(?:from|until|bis|seit)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private VisibleDate() {}

    static Optional<Dated> near(Outline outline, List<Line> body, boolean american) {
        List<Line> lines = outline.lines;
        int first = body.isEmpty() ? -1 : lines.indexOf(body.get(0));
        int last = body.isEmpty() ? -1 : lines.lastIndexOf(body.get(body.size() - 1));
        int headline = -1;
        for (int i = 0; i < lines.size() && (headline < 0 || i <= first); i++) {
            if (lines.get(i).level == 1) {
                headline = i;
            }
        }
        Optional<Dated> found = Optional.empty();
        if (headline >= 0) {
            found = within(outline, headline, headline + BELOW_HEADLINE, american);
            if (found.isEmpty()) {
                found = within(outline, headline - ABOVE_HEADLINE, headline, american);
            }
        }
        if (found.isEmpty() && first >= 0) {
            found = within(outline, first - AROUND_TEXT, first + 2, american);
        }
        if (found.isEmpty() && last >= 0) {
            found = within(outline, last - 1, last + AROUND_TEXT, american);
        }
        return found;
    }

    private static Optional<Dated> within(Outline outline, int from, int to, boolean american) {
        for (int i = Math.max(0, from); i < Math.min(outline.lines.size(), to); i++) {
            Line line = outline.lines.get(i);
            if (line.text.length() > LONGEST
                    || line.linkShare() > 0.9
                    || outline.has(line, Outline.NAV | Outline.ASIDE)) {
                continue;
            }
            boolean label = !Line.endsSentence(line.text) || line.text.length() < 60;
            Optional<Dated> date = label ? published(line.text, american) : Optional.empty();
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    /** The date in a line for people up to where it tells of a change or of something else ("3 May 2024 - Updated ..."). */
    static Optional<Dated> published(String text, boolean american) {
        Matcher other = NOT_PUBLISHED.matcher(text);
        return Dates.inWords(other.find() ? text.substring(0, other.start()) : text, american);
    }
}
