package org.hearsay.read.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a page shows to people in a line of their own between its headline and its text, else right after it:
 * "By Ada Mill", "3 May 2024 - Ada Mill", "Posted on 3 May 2024 by ada", or a bare name beside the line with the date.
 */
final class VisibleByline {
    private static final int ABOVE_TEXT = 14;
    private static final int INTO_TEXT = 3;
    private static final int UNDER_HEADLINE = 6;
    private static final int BELOW_TEXT = 8;
    private static final int LONGEST = 120;

    /** In a line with a date: who is named before or after it. */
    private static final Pattern BY =
            Pattern.compile("(?:^|[\\s·|,/-])(?:[Bb]y|BY|[Vv]on|VON|vom|[Pp]ar|[Pp]or|door|av)\\s*:?\\s+(.+)$");
    /** Where the name in such a line ends. */
    private static final Pattern END = Pattern.compile(
            "\\s+(?:am|on|in|um|under|at|unter|le|el|il|op|den)\\s.*$|\\s*[|·•@/(–—].*$|,?\\s*\\d.*$|\\s+-\\s.*$");

    private static final Pattern AROUND_DATE = Pattern.compile(
            "(?iu)\\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|uhr|published|posted|on|am|um|[ap]\\.?m\\.?|min(?:ute)?s?(?: read)?|est|et|pst|gmt|utc|cet)\\b|[\\d:|·•,/@–—-]+");

    private static final Pattern LABELLED =
            Pattern.compile("^(?:Autor(?:in|en)?|Authors?|Auteur|Autore|Written by|Text:|Geschrieben von)\\b");
    private static final Pattern SIGNED_TOGETHER =
            Pattern.compile("\\p{Lu}{2,5}[- ](?:Redaktion|Newsroom|Newsdesk|Staff)");
    private static final int UNDER_TEXT = 3;

    private VisibleByline() {}

    /** The authors: as told, unless the page shows better ones to people. */
    static List<String> signed(Outline outline, List<Line> body, Facts facts, boolean american) {
        Map<String, String> told = new LinkedHashMap<>();
        facts.authors().forEach(n -> told.put(BodyFinder.key(n), n));
        if (Authors.signed(told)) {
            return facts.authors();
        }
        List<String> publishers = List.of(facts.outlet());
        int first = body.isEmpty() ? -1 : outline.lines.indexOf(body.get(0));
        if (first < 0) {
            return facts.authors();
        }
        int last = outline.lines.lastIndexOf(body.get(body.size() - 1));
        int start = Math.max(first + INTO_TEXT, VisibleDate.headline(outline, first) + UNDER_HEADLINE);
        boolean nobody = told.values().stream().allMatch(NameLine::together);
        List<String> shown = within(outline, first - ABOVE_TEXT, start, publishers);
        if (shown.isEmpty()) {
            shown = beside(
                    outline,
                    first - ABOVE_TEXT,
                    start,
                    facts,
                    american,
                    told.values().stream().allMatch(NameLine::handle));
        }
        if (shown.isEmpty()) {
            shown = within(outline, last - 1, last + BELOW_TEXT, publishers);
        }
        if (shown.isEmpty()) {
            shown = labelled(outline, publishers);
        }
        if (shown.isEmpty() && told.isEmpty()) {
            shown = together(outline, last);
        }
        if (told.isEmpty() || nobody && shown.stream().anyMatch(NameLine::person)) {
            return shown;
        }
        return List.copyOf(Authors.better(told, shown).values());
    }

    private static List<String> within(Outline outline, int from, int to, List<String> publishers) {
        for (int i = Math.max(0, from); i < Math.min(outline.lines.size(), to); i++) {
            Line line = outline.lines.get(i);
            if (!outline.has(line, Outline.NAV | Outline.ASIDE | Outline.CAPTION)) {
                List<String> names = inByline(line.text, publishers);
                if (!names.isEmpty()) {
                    return names;
                }
            }
        }
        return List.of();
    }

    /** Who is labelled as the author, wherever it stands; more such lines with other names are those of other stories. */
    private static List<String> labelled(Outline outline, List<String> publishers) {
        List<String> only = List.of();
        for (Line line : outline.lines) {
            if (line.text.length() < LONGEST && LABELLED.matcher(line.text).find()) {
                List<String> names = inByline(line.text, publishers);
                if (!names.isEmpty() && !only.isEmpty() && !names.equals(only)) {
                    return List.of();
                }
                only = names.isEmpty() ? only : names;
            }
        }
        return only.stream().allMatch(NameLine::person) ? only : List.of();
    }

    /** A newsroom's own signature right under the text ("HP-Redaktion"). */
    private static List<String> together(Outline outline, int last) {
        for (int i = Math.max(0, last - 1); i < Math.min(outline.lines.size(), last + UNDER_TEXT); i++) {
            String text = outline.lines.get(i).text.strip();
            if (SIGNED_TOGETHER.matcher(text).matches()) {
                return List.of(text);
            }
        }
        return List.of();
    }

    /** Names in a line for people that says who wrote the text ("By Ada Brown and Cy Grey"); empty for any other line. */
    static List<String> inByline(String text, List<String> publishers) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        String line = NameLine.unglued(text);
        Matcher by = NameLine.BYLINE.matcher(line);
        if (!by.find()) {
            return List.of();
        }
        Map<String, String> found = new LinkedHashMap<>();
        NameLine.take(by.replaceFirst(""), publishers, found, false);
        return List.copyOf(found.values());
    }

    private static List<String> beside(Outline outline, int from, int to, Facts facts, boolean american, boolean bare) {
        List<String> publishers = List.of(facts.outlet());
        for (int i = Math.max(0, from); i < Math.min(outline.lines.size(), to); i++) {
            Line line = outline.lines.get(i);
            if (line.text.length() > LONGEST
                    || outline.has(line, Outline.NAV | Outline.ASIDE)
                    || Line.endsSentence(line.text)) {
                continue;
            }
            List<Dates.Found> dates = Dates.all(line.text, american);
            if (dates.isEmpty()) {
                continue;
            }
            Map<String, String> found = new LinkedHashMap<>();
            besideDate(line.text, dates.get(0)).ifPresent(n -> NameLine.take(n, publishers, found, true));
            for (int near : new int[] {i - 1, i + 1, i - 2}) {
                if (bare && found.isEmpty() && near >= 0 && near < outline.lines.size()) {
                    bareName(outline, outline.lines.get(near), facts)
                            .ifPresent(n -> NameLine.take(n, publishers, found, false));
                }
            }
            if (!found.isEmpty()) {
                return List.copyOf(found.values());
            }
        }
        return List.of();
    }

    private static Optional<String> besideDate(String text, Dates.Found date) {
        String before = text.substring(0, date.start());
        String after = text.substring(date.end());
        for (String side : List.of(after, before)) {
            Matcher by = BY.matcher(side);
            if (by.find()) {
                String name = END.matcher(by.group(1)).replaceFirst("").strip();
                return name.isEmpty() || name.split(" ").length > 8 ? Optional.empty() : Optional.of(name);
            }
        }
        for (String side : List.of(before, after)) {
            String rest = Layout.collapse(AROUND_DATE.matcher(side).replaceAll(" "));
            if (NameLine.person(rest)) {
                return Optional.of(rest);
            }
        }
        return Optional.empty();
    }

    /** Whether the page says more of the name ("Ada Mill is a gardener"); sections are in its menus instead. */
    private static boolean known(Outline outline, Line line, String name) {
        int same = 0;
        boolean more = false;
        for (Line other : outline.lines) {
            if (other != line && other.text.startsWith(name)) {
                boolean whole = other.text.length() == name.length();
                if (whole && outline.has(other, Outline.NAV | Outline.FOOTER)) {
                    return false;
                }
                same += whole ? 1 : 0;
                more |= other.text.length() > name.length() + 10;
            }
        }
        return more || same == 1;
    }

    /** A line that is nothing but a person's name, and no part of the title. */
    private static Optional<String> bareName(Outline outline, Line line, Facts facts) {
        String text = line.text.strip();
        boolean name = text.length() < 40
                && line.level == 0
                && NameLine.person(text)
                && !outline.has(line, Outline.NAV | Outline.ASIDE | Outline.CAPTION)
                && facts.titles().stream().noneMatch(t -> t.contains(text));
        return name && known(outline, line, text) ? Optional.of(text) : Optional.empty();
    }
}
