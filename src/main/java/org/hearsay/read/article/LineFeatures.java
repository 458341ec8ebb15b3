package org.hearsay.read.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the line model sees of each line of a page: numbers, always in the same order. The first of them are at hand; the
 * others need the line's words read, and are found only for a line that the first leave open. Not thread-safe.
 */
final class LineFeatures {
    /** Lines around that a line is seen with, on each side. */
    private static final int AROUND = 3;

    private static final int OWN = 27;
    private static final int NEAR = 8;
    /** How many come first. */
    static final int GLANCE = 23 + LinePlace.GLANCE;

    static final int COUNT = GLANCE + OWN + LinePlace.MORE + 2 * AROUND * NEAR + LineGroups.KINDS * LineGroups.NUMBERS;

    private static final int[] FLAGS = {
        Outline.NAV,
        Outline.FOOTER,
        Outline.HEADER,
        Outline.ASIDE,
        Outline.FORM,
        Outline.CAPTION,
        Outline.FURNITURE,
        Outline.ABOUT,
        Outline.HIDDEN,
        Outline.STANDFIRST,
        Outline.BODY,
        Outline.ARTICLE,
        Outline.MAIN
    };
    /** Longer keys are not needed to find a line in what the page says of itself. */
    private static final int KEY = 48;
    /** Structured data is searched for so many lines at most, so that no page costs more than its length squared. */
    private static final int SEARCHED = 3_000;
    /** A line's start tells; one of megabytes is not read for it. */
    private static final int LOOK = 1_000;

    private final Outline outline;
    private final List<Line> lines;
    private final Facts facts;
    private final BitSet kept;
    private final BitSet excluded;
    private final LineGroups groups;
    private final LinePlace place;
    private final int n;
    private final Set<String> titles = new HashSet<>();
    private final Set<String> titleWords = new HashSet<>();
    private final Row row = new Row(COUNT);
    /** What its neighbours see of a line, once one of them was looked at. */
    private final float[][] near;

    private Optional<Told> told = Optional.empty();

    /** What is gathered when the first line is left open: keys of what the page says of itself, and copies of lines. */
    private record Told(List<String> descriptions, String body, int[] copies, int[] sameBefore) {}

    /** Numbers one after the other. */
    static final class Row {
        final float[] numbers;
        int at;

        Row(int size) {
            numbers = new float[size];
        }

        void add(double value) {
            numbers[at++] = (float) value;
        }

        void add(boolean value) {
            numbers[at++] = value ? 1 : 0;
        }

        void addAll(float[] from, int start, int count) {
            System.arraycopy(from, start, numbers, at, count);
            at += count;
        }

        void fill(int value, int count) {
            Arrays.fill(numbers, at, at + count, value);
            at += count;
        }
    }

    /**
     * @param kept what the rules chose
     * @param excluded what they leave out for its words
     * @param from first line of the element that the rules chose
     * @param to one past its last line
     */
    LineFeatures(Outline outline, Facts facts, BitSet kept, BitSet excluded, LineGroups groups, int from, int to) {
        this.outline = outline;
        this.lines = outline.lines;
        this.facts = facts;
        this.kept = kept;
        this.excluded = excluded;
        this.groups = groups;
        this.n = lines.size();
        this.near = new float[n][0];
        for (String title : facts.titles()) {
            String key = BodyFinder.key(title);
            titles.add(key);
            titleWords.addAll(List.of(key.split(" ")));
        }
        this.place = new LinePlace(outline, kept, titles, groups, from, to);
    }

    /** The first {@link #GLANCE} numbers of a line, in a row that the next call overwrites. */
    float[] glance(int i) {
        Line line = lines.get(i);
        row.at = 0;
        row.add(kept.get(i));
        row.add(excluded.get(i));
        row.add(line.text.length());
        row.add(line.prose());
        row.add(line.linkShare());
        row.add(Line.endsSentence(line.text));
        row.add(line.level);
        row.add(line.kind.ordinal());
        row.add(tag(outline.tag(line.node)));
        row.add(tag(outline.tag(Math.max(0, outline.parent(line.node)))));
        int flags = outline.flags(line.node);
        for (int flag : FLAGS) {
            row.add((flags & flag) != 0);
        }
        place.glance(i, row);
        check(GLANCE);
        return row.numbers;
    }

    /** All numbers of the line that was glanced at last, in the same row. */
    float[] whole(int i) {
        Told said = told.orElseGet(this::told);
        told = Optional.of(said);
        Line line = lines.get(i);
        row.at = GLANCE;
        signs(line, i);
        words(line, BodyFinder.key(line.text, 200), i, said);
        row.add(said.copies[i]);
        row.add(said.sameBefore[i]);
        built(line.text);
        check(GLANCE + OWN);
        place.more(i, row);
        check(GLANCE + OWN + LinePlace.MORE);
        for (int d = -AROUND; d <= AROUND; d++) {
            int j = i + d;
            if (d != 0 && j >= 0 && j < n) {
                row.addAll(near(j), 0, NEAR);
            } else if (d != 0) {
                row.fill(-1, NEAR);
            }
        }
        for (int k = 0; k < LineGroups.KINDS; k++) {
            groups.numbers(k, i, row);
        }
        check(COUNT);
        return row.numbers;
    }

    private void check(int expected) {
        if (row.at != expected) {
            throw new IllegalStateException(row.at + " features, not " + expected);
        }
    }

    private Told told() {
        List<String> descriptions = new ArrayList<>();
        facts.descriptions().forEach(d -> descriptions.add(BodyFinder.key(d, 200)));
        String body = BodyFinder.key(facts.structured().body().orElse(""), 100_000);
        Map<String, Integer> counts = new HashMap<>();
        int[] sameBefore = new int[n];
        for (int i = 0; i < n; i++) {
            sameBefore[i] = counts.merge(lines.get(i).text, 1, Integer::sum);
        }
        int[] copies = new int[n];
        for (int i = 0; i < n; i++) {
            copies[i] = counts.getOrDefault(lines.get(i).text, 1);
        }
        return new Told(descriptions, body, copies, sameBefore);
    }

    /** Of what signs its text is made, and what stands around it. */
    private void signs(Line line, int i) {
        String text = line.text;
        int length = text.length();
        int letters = 0;
        int upper = 0;
        int digits = 0;
        int commas = 0;
        int blanks = 0;
        int signs = 0;
        int look = Math.min(length, LOOK);
        for (int c = 0; c < look; c++) {
            char x = text.charAt(c);
            if (x == ' ') {
                blanks++;
            } else if (x == ',' || x == '،' || x == '、' || x == '，') {
                commas++;
            } else if (x >= '0' && x <= '9') {
                digits++;
            } else if (Character.isLetter(x)) {
                letters++;
                upper += Character.isUpperCase(x) ? 1 : 0;
            } else if ("|»›→•·/@#©®™+&=>".indexOf(x) >= 0) {
                signs++;
            }
        }
        row.add(blanks + 1);
        row.add(Math.min(1.0, line.bold / (double) length));
        row.add(Math.min(1.0, line.slanted / (double) length));
        row.add(commas * 100.0 / look);
        row.add(digits / (double) look);
        row.add(letters == 0 ? 0 : upper / (double) letters);
        row.add(signs);
        row.add(kindOf(text.charAt(0)));
        row.add(kindOf(text.charAt(length - 1)));
        row.add(line.after & Line.PICTURE);
        row.add(line.after & Line.CONTROL);
        row.add(line.after & Line.ICON);
        row.add(i + 1 < n ? lines.get(i + 1).after : -1);
    }

    private void words(Line line, String key, int i, Told said) {
        String text = line.text;
        row.add(line.label());
        row.add(Furniture.invites(text));
        row.add(line.dated());
        row.add(similar(key));
        row.add(named(text));
        row.add(described(key, said.descriptions));
        row.add(Layout.introduces(text));
        int head = Math.min(KEY, key.length());
        row.add(said.body.isEmpty() ? 0 : i < SEARCHED && said.body.contains(key.substring(0, head)) ? 2 : 1);
    }

    /** How its words are built: mean length, share that begin small, how many sentences end inside, signs of an address. */
    private void built(String text) {
        int look = Math.min(text.length(), LOOK);
        int words = 0;
        int small = 0;
        int letters = 0;
        int ends = 0;
        boolean before = false;
        for (int c = 0; c < look; c++) {
            char x = text.charAt(c);
            boolean letter = Character.isLetter(x);
            letters += letter ? 1 : 0;
            if (letter && !before) {
                words++;
                small += Character.isLowerCase(x) ? 1 : 0;
            }
            before = letter;
            ends += (x == '.' || x == '!' || x == '?') && c + 1 < look && text.charAt(c + 1) == ' ' ? 1 : 0;
        }
        row.add(words == 0 ? 0 : letters / (double) words);
        row.add(words == 0 ? 0 : small / (double) words);
        row.add(ends);
        row.add(text.indexOf('@') >= 0 ? 2 : text.contains("www.") || text.contains("://") ? 1 : 0);
    }

    /** What a line's neighbours see of it. */
    private float[] near(int i) {
        float[] seen = near[i];
        if (seen.length == 0) {
            Line line = lines.get(i);
            seen = new float[] {
                line.text.length(),
                line.prose(),
                (float) line.linkShare(),
                line.kind.ordinal(),
                kept.get(i) ? 1 : 0,
                (outline.flags(line.node) & Outline.OUT) != 0 ? 1 : 0,
                line.label() > 0 ? 1 : 0,
                Line.endsSentence(line.text) ? 1 : 0
            };
            near[i] = seen;
        }
        return seen;
    }

    /** How much of a line the title says, 2 if they are the same. */
    private double similar(String key) {
        if (titles.contains(key)) {
            return 2;
        }
        int known = 0;
        int all = 0;
        for (int start = 0; start >= 0; all++) {
            int end = key.indexOf(' ', start);
            known += titleWords.contains(end < 0 ? key.substring(start) : key.substring(start, end)) ? 1 : 0;
            start = end < 0 ? -1 : end + 1;
        }
        return known / (double) all;
    }

    /** Whether an author is named at the start, or anywhere. */
    private double named(String text) {
        double found = 0;
        String head = text.length() > 400 ? text.substring(0, 400) : text;
        for (String author : facts.authors()) {
            if (author.length() > 2) {
                int where = head.indexOf(author);
                found = Math.max(found, where < 0 ? 0 : where < 12 ? 2 : 1);
            }
        }
        return found;
    }

    private static boolean described(String key, List<String> descriptions) {
        if (key.length() < 25) {
            return false;
        }
        for (String d : descriptions) {
            int head = Math.min(60, Math.min(d.length(), key.length()));
            if (head >= 25 && d.regionMatches(0, key, 0, head)) {
                return true;
            }
        }
        return false;
    }

    private static int kindOf(char c) {
        if (Character.isLetter(c)) {
            return Character.isLowerCase(c) ? 0 : 1;
        }
        if (c >= '0' && c <= '9') {
            return 2;
        }
        return switch (c) {
            case '.', '。' -> 3;
            case '!', '?' -> 4;
            case ':' -> 5;
            case '…' -> 6;
            case '"', '\'', '”', '’', '“', '„', '»', '«' -> 7;
            case ')', '(', '[', ']' -> 8;
            case '#', '@' -> 9;
            case '©' -> 10;
            default -> 11;
        };
    }

    private static int tag(String tag) {
        return switch (tag) {
            case "p" -> 0;
            case "div" -> 1;
            case "li" -> 2;
            case "ul", "ol", "dl" -> 3;
            case "h1", "h2", "h3" -> 4;
            case "h4", "h5", "h6" -> 5;
            case "td", "th", "tr" -> 6;
            case "blockquote" -> 7;
            case "section" -> 8;
            case "article", "main" -> 9;
            case "figcaption", "figure" -> 10;
            case "header", "footer", "aside", "nav" -> 11;
            case "body" -> 12;
            case "pre" -> 13;
            case "dd", "dt" -> 14;
            default -> 15;
        };
    }
}
