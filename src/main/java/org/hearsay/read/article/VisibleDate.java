package org.hearsay.read.article;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The date that a page shows to people beside its headline, else right before or after the text. */
final class VisibleDate {
    /**
     * A date that was shown.
     *
     * @param clock the time of day beside it, in minutes, where there is one: it tells the publisher's zone
     * @param bare whether the line is there for the date, and no sentence with a date in it
     */
    record Shown(Dates.Found date, Optional<Integer> clock, boolean bare, Place place) {}

    enum Place {
        UNDER_HEADLINE(15),
        ABOVE_HEADLINE(VisibleDate.ABOVE_HEADLINE),
        AROUND_START(AROUND_TEXT + 4),
        AFTER_TEXT(AROUND_TEXT + 1);

        final int lines;

        Place(int lines) {
            this.lines = lines;
        }
    }

    /** A date line with byline, section and reading time is no longer than this. */
    private static final int LONGEST = 160;

    private static final int LONGEST_LABELLED = 300;
    /** So many letters beside the date are a label, a section or a name. */
    private static final int LABEL = 45;
    /** A date that opens the first paragraph stands within so many characters. */
    private static final int OPENING = 50;

    private static final int ABOVE_HEADLINE = 8;
    private static final int NOWHERE = Integer.MIN_VALUE;
    /** So many of the first lines may open with the date. */
    private static final int OPENERS = 4;

    private static final int AROUND_TEXT = 6;
    /** A line that announces the date in the next one. */
    private static final int ANNOUNCEMENT = 30;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern CHANGED = Pattern.compile(
            "updat|edited|revis|review|modif|aktuali[sz]|geändert|änderung|bearbeitet|mis à jour|mise à"
                    + " jour|actualiz|atualiz|aggiorn|güncelle|обновл|zuletzt|bijgewerkt|gewijzigd|oppdater|uppdater|opdater",
            FLAGS);
    private static final Pattern OTHER = Pattern.compile(
            "©|copyright|\\b(?:from|until|till|bis|seit|ab|since|due|deadline|born|event|expires?|valid)\\b", FLAGS);
    private static final Pattern PUBLISHED = Pattern.compile(
            "publi|veröffentlicht|erschienen|erstellt|posted|created|first|original|\\bstand\\b|datum|\\bdate\\b|eingestellt|geposted",
            FLAGS);
    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\d.:])([01]?\\d|2[0-3])(?:[:h]|(?=\\.\\d\\d(?: ?Uhr| ?h\\b)).)([0-5]\\d)(?::[0-5]\\d)?\\s*([ap])?(?:\\.?\\s?m\\b)?",
            FLAGS);
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern OPENED =
            Pattern.compile("^.{0,4}$|(?:\\bvom|\\bfrom|\\bof|\\bdu|\\bdel|,|\\||–|—|\\() ?$", FLAGS);
    private static final Pattern GOES_ON =
            Pattern.compile("^(?:, \\d\\d?[:.]\\d\\d(?: Uhr)?)?\\)?\\s*(?:[-–—|:„“\"»]|$)");

    /** A line that tells the day of publication wherever it stands ("First published: 3 May 2024"). */
    private static final Pattern LABEL_BEFORE = Pattern.compile(
            "(?:^|[\\d.|·)])\\W{0,3}(?:(?:(?:first|originally|date|post(?:ed)?|release|publication|publish(?:ed)?)[ -]?)?(?:published|posted|date|created)"
                    + "(?: on| at)?|erschienen(?: am)?|(?:erst)?veröffentlicht(?:ung)?(?: am)?|publiziert(?: am)?|publikationsdatum"
                    + "|veröffentlichungsdatum|erstellt am|datum|fecha(?: de publicación)?|publié le|pubblicato il"
                    + "|publicado (?:el|em)|opublikowano|gepubliceerd(?: op)?|publicerad|publisert|udgivet)\\s*:?\\s*$",
            FLAGS);
    /** "This entry was posted on Monday, ...", "... wurde am 3. Mai 2024 um 10:00 Uhr gepostet". */
    private static final Pattern ENTRY_BEFORE = Pattern.compile(
            "\\b(?:entry|post|article|story) was (?:posted|published|written)(?: by .{1,40})? on\\b.{0,14}$", FLAGS);

    private static final Pattern ENTRY_AFTER =
            Pattern.compile("^.{0,24}\\b(?:gepostet|veröffentlicht|geschrieben|publiziert)\\b", FLAGS);
    private static final Pattern ON = Pattern.compile("\\bwurde am\\b.{0,14}$", FLAGS);

    private static final Set<String> SMALL =
            Set.of("von", "read", "min", "minutes", "the", "and", "und", "par", "por", "comments", "uhr");

    private VisibleDate() {}

    static Optional<Shown> near(Outline outline, List<Line> body, Optional<String> title, boolean american) {
        List<Line> lines = outline.lines;
        int first = body.isEmpty() ? -1 : lines.indexOf(body.get(0));
        int last = body.isEmpty() ? -1 : lines.lastIndexOf(body.get(body.size() - 1));
        int headline = headline(outline, first);
        if (headline < 0) {
            headline = titled(outline, first, title);
        }
        Optional<Shown> second = Optional.empty();
        for (Place place : Place.values()) {
            int from = from(place, headline, first, last);
            for (int i = Math.max(0, from);
                    from >= -ABOVE_HEADLINE && i < Math.min(lines.size(), from + place.lines);
                    i++) {
                Optional<Shown> shown = in(outline, i, american, place);
                if (shown.isPresent() && shown.get().bare()) {
                    return shown;
                }
                if (second.isEmpty()) {
                    second = shown;
                }
            }
        }
        for (int i = Math.max(0, first);
                second.isEmpty() && first >= 0 && i < Math.min(lines.size(), first + OPENERS);
                i++) {
            second = opening(lines.get(i).text, american);
        }
        return second;
    }

    /** The last first-rank heading before the text, else the first one on the page; -1 if there is none. */
    static int headline(Outline outline, int first) {
        int headline = -1;
        for (int i = 0; i < outline.lines.size() && (headline < 0 || i <= first); i++) {
            if (outline.lines.get(i).level == 1) {
                headline = i;
            }
        }
        return headline;
    }

    /** The last heading before the text that is the title, where no heading has the first rank. */
    private static int titled(Outline outline, int first, Optional<String> title) {
        String key = title.map(BodyFinder::key).orElse("");
        int found = -1;
        for (int i = 0; !key.isEmpty() && i < outline.lines.size() && (found < 0 || i <= first); i++) {
            Line line = outline.lines.get(i);
            if (line.level > 0 && BodyFinder.key(line.text).equals(key)) {
                found = i;
            }
        }
        return found;
    }

    private static int from(Place place, int headline, int first, int last) {
        return switch (place) {
            case UNDER_HEADLINE -> headline < 0 ? NOWHERE : headline;
            case ABOVE_HEADLINE -> headline < 0 ? NOWHERE : headline - ABOVE_HEADLINE;
            case AROUND_START -> first < 0 ? NOWHERE : first - AROUND_TEXT;
            case AFTER_TEXT -> last < 0 ? NOWHERE : last - 1;
        };
    }

    private static Optional<Shown> in(Outline outline, int i, boolean american, Place place) {
        Line line = outline.lines.get(i);
        if (line.text.length() > LONGEST
                || line.linkShare() > 0.9
                || outline.has(line, Outline.NAV | Outline.ASIDE)
                || Line.endsSentence(line.text) && line.text.length() >= 60) {
            return Optional.empty();
        }
        String before = i == 0 ? "" : outline.lines.get(i - 1).text;
        boolean announced =
                before.length() < ANNOUNCEMENT && CHANGED.matcher(before).find() && !hasDate(before, american);
        boolean caption = outline.has(line, Outline.CAPTION);
        return announced
                ? Optional.empty()
                : shown(line.text, american, place)
                        .filter(s -> !caption || s.bare() && s.date().start() < 4);
    }

    /**
     * The day in the only line of the page that is labelled as that of publication, wherever it stands. More such lines
     * with other days are those of other stories.
     */
    static Optional<Dates.Found> labelled(Outline outline, boolean american) {
        Optional<Dates.Found> only = Optional.empty();
        for (Line line : outline.lines) {
            if (line.text.length() > LONGEST_LABELLED || !Dates.mayBeIn(line.text)) {
                continue;
            }
            for (Dates.Found date : Dates.all(line.text, american)) {
                if (!labelled(line.text.substring(0, date.start()), line.text.substring(date.end()))) {
                    continue;
                }
                if (only.isPresent() && !only.get().date().equals(date.date())) {
                    return Optional.empty();
                }
                only = Optional.of(date);
            }
        }
        return only;
    }

    private static boolean labelled(String before, String after) {
        return LABEL_BEFORE.matcher(before).find()
                        && (before.length() < ANNOUNCEMENT || before.strip().endsWith(":"))
                || ENTRY_BEFORE.matcher(before).find()
                || ON.matcher(before).find() && ENTRY_AFTER.matcher(after).find();
    }

    private static boolean hasDate(String text, boolean american) {
        return !Dates.all(text, american).isEmpty();
    }

    /** "25.10.2022 – In the night ...", "Press release of 3 May 2024 | ...". */
    private static Optional<Shown> opening(String text, boolean american) {
        String head = text.substring(0, Math.min(text.length(), OPENING));
        for (Dates.Found date : Dates.all(head, american)) {
            boolean opens = OPENED.matcher(head.substring(0, date.start())).find();
            if (opens && GOES_ON.matcher(head.substring(date.end()).strip()).find()) {
                return Optional.of(new Shown(date, Optional.empty(), false, Place.AROUND_START));
            }
        }
        return Optional.empty();
    }

    /** The date in a line for people, but for one of a change or of something else ("3 May 2024 - Updated ..."). */
    static Optional<Dated> published(String text, boolean american) {
        return shown(text, american, Place.UNDER_HEADLINE).map(s -> s.date().date());
    }

    private static Optional<Shown> shown(String text, boolean american, Place place) {
        int from = 0;
        for (Dates.Found date : Dates.all(text, american)) {
            String label = text.substring(from, date.start());
            from = date.end();
            boolean published =
                    PUBLISHED.matcher(label).find() && !CHANGED.matcher(label).find();
            if (!published
                    && (CHANGED.matcher(label).find() || OTHER.matcher(label).find())) {
                continue;
            }
            boolean bare = published || label(text.substring(0, date.start()) + ' ' + text.substring(date.end()));
            return Optional.of(new Shown(date, clock(text.substring(date.end())), bare, place));
        }
        return Optional.empty();
    }

    /** Whether what stands beside a date is a name, a section or a time rather than part of a sentence. */
    private static boolean label(String rest) {
        int letters = 0;
        int prose = 0;
        for (String word : NO_LETTERS.split(rest)) {
            letters += word.length();
            prose += word.length() > 2 && Character.isLowerCase(word.charAt(0)) && !SMALL.contains(word) ? 1 : 0;
        }
        return letters <= LABEL && prose < 2;
    }

    private static Optional<Integer> clock(String after) {
        java.util.regex.Matcher m = CLOCK.matcher(after);
        if (!m.find() || m.start() > 20) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(m.group(1));
        if (m.group(3) != null) {
            hour = hour % 12 + (m.group(3).equalsIgnoreCase("p") ? 12 : 0);
        }
        return Optional.of(hour * 60 + Integer.parseInt(m.group(2)));
    }
}
