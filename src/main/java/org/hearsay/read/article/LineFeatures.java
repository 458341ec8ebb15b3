package org.hearsay.read.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the line model sees of each line of a page: numbers, always in the same order. */
final class LineFeatures {
    /** Lines around that a line is seen with, on each side. */
    private static final int AROUND = 3;

    private static final int OWN = 50;
    private static final int PLACE = 24;
    private static final int NEAR = 8;
    private static final int GROUP = 6;
    static final int COUNT = OWN + PLACE + 2 * AROUND * NEAR + LineGroups.KINDS * GROUP;

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

    private static final float[] NONE = {};

    private final Outline outline;
    private final List<Line> lines;
    private final Facts facts;
    private final BitSet kept;
    private final BitSet excluded;
    private final LineGroups groups;
    private final int from;
    private final int to;
    private final int n;
    /** Of each line: 1 where it is furniture, 2 more where it ends the text. */
    private final byte[] furniture;

    private final Set<String> titles = new HashSet<>();
    private final Set<String> titleWords = new HashSet<>();
    private final List<String> descriptions = new ArrayList<>();
    private float[] row = new float[0];
    private int at;

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
        this.from = from;
        this.to = to;
        this.n = lines.size();
        this.furniture = new byte[n];
        for (int i = 0; i < n; i++) {
            Line line = lines.get(i);
            furniture[i] = (byte) ((line.furniture() ? 1 : 0) + (line.endsArticle() ? 2 : 0));
        }
        for (String title : facts.titles()) {
            String key = BodyFinder.key(title);
            titles.add(key);
            titleWords.addAll(List.of(key.split(" ")));
        }
    }

    /** @param skipped lines that nobody asks about: their rows stay empty */
    float[][] rows(BitSet skipped) {
        facts.descriptions().forEach(d -> descriptions.add(BodyFinder.key(d, 200)));
        float[][] rows = new float[n][];
        float[][] own = new float[n][NEAR];
        for (int i = 0; i < n; i++) {
            near(lines.get(i), i, own[i]);
        }
        float[][][] stats = new float[LineGroups.KINDS][][];
        for (int k = 0; k < LineGroups.KINDS; k++) {
            stats[k] = stats(k);
        }
        Place place = new Place();
        Map<String, Integer> copies = new HashMap<>();
        Map<String, Integer> earlier = new HashMap<>();
        for (Line line : lines) {
            copies.merge(line.text, 1, Integer::sum);
        }
        String told = BodyFinder.key(facts.structured().body().orElse(""), 100_000);
        for (int i = 0; i < n; i++) {
            Line line = lines.get(i);
            int sameBefore = earlier.merge(line.text, 1, Integer::sum);
            if (skipped.get(i)) {
                rows[i] = NONE;
                place.pass(i);
                continue;
            }
            rows[i] = new float[COUNT];
            row = rows[i];
            at = 0;
            own(line, i);
            String key = BodyFinder.key(line.text, 200);
            words(line, key, i, told);
            add(copies.getOrDefault(line.text, 1));
            add(sameBefore);
            built(line.text);
            check(OWN);
            place.of(i);
            check(OWN + PLACE);
            for (int d = -AROUND; d <= AROUND; d++) {
                if (d != 0) {
                    int j = i + d;
                    if (j >= 0 && j < n) {
                        System.arraycopy(own[j], 0, row, at, NEAR);
                    } else {
                        Arrays.fill(row, at, at + NEAR, -1);
                    }
                    at += NEAR;
                }
            }
            for (int k = 0; k < LineGroups.KINDS; k++) {
                int g = groups.of[k][i];
                if (g >= 0) {
                    System.arraycopy(stats[k][g], 0, row, at, GROUP);
                } else {
                    Arrays.fill(row, at, at + GROUP, -1);
                }
                at += GROUP;
            }
        }
        return rows;
    }

    private void check(int expected) {
        if (at != expected) {
            throw new IllegalStateException(at + " features, not " + expected);
        }
    }

    private void add(double value) {
        row[at++] = (float) value;
    }

    private void add(boolean value) {
        row[at++] = value ? 1 : 0;
    }

    private static float log(double value) {
        return (float) Math.log1p(Math.max(0, value));
    }

    private void own(Line line, int i) {
        String text = line.text;
        int length = text.length();
        int letters = 0;
        int upper = 0;
        int digits = 0;
        int commas = 0;
        int blanks = 0;
        int signs = 0;
        // The start tells; a line of megabytes is not read for it.
        int look = Math.min(length, 1_000);
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
        add(kept.get(i));
        add(excluded.get(i));
        add(log(length));
        add(blanks + 1);
        add(log(line.prose()));
        add(line.linkShare());
        add(Math.min(1.0, line.bold / (double) length));
        add(Math.min(1.0, line.slanted / (double) length));
        add(Line.endsSentence(text));
        add(commas * 100.0 / look);
        add(digits / (double) look);
        add(letters == 0 ? 0 : upper / (double) letters);
        add(signs);
        add(kindOf(text.charAt(0)));
        add(kindOf(text.charAt(length - 1)));
        add(line.kind.ordinal());
        add(line.level);
        add(tag(outline.tag(line.node)));
        add(tag(outline.tag(Math.max(0, outline.parent(line.node)))));
        add(line.after & Line.PICTURE);
        add(line.after & Line.CONTROL);
        add(line.after & Line.ICON);
        add(i + 1 < n ? lines.get(i + 1).after : -1);
        int flags = outline.flags(line.node);
        for (int flag : FLAGS) {
            add((flags & flag) != 0);
        }
    }

    private void words(Line line, String key, int i, String told) {
        String text = line.text;
        add(furniture[i]);
        add(Furniture.invites(text));
        add(line.dated());
        add(similar(key));
        add(named(text));
        add(described(key));
        add(Layout.introduces(text));
        int head = Math.min(KEY, key.length());
        add(told.isEmpty() ? 0 : i < SEARCHED && told.contains(key.substring(0, head)) ? 2 : 1);
    }

    /** How its words are built: mean length, share that begin small, how many sentences end inside, signs of an address. */
    private void built(String text) {
        int look = Math.min(text.length(), 1_000);
        int words = 0;
        int small = 0;
        int letters = 0;
        int ends = 0;
        for (int c = 0; c < look; c++) {
            char x = text.charAt(c);
            boolean letter = Character.isLetter(x);
            letters += letter ? 1 : 0;
            if (letter && (c == 0 || !Character.isLetter(text.charAt(c - 1)))) {
                words++;
                small += Character.isLowerCase(x) ? 1 : 0;
            }
            ends += (x == '.' || x == '!' || x == '?') && c + 1 < look && text.charAt(c + 1) == ' ' ? 1 : 0;
        }
        add(words == 0 ? 0 : letters / (double) words);
        add(words == 0 ? 0 : small / (double) words);
        add(ends);
        add(text.indexOf('@') >= 0 ? 2 : text.contains("www.") || text.contains("://") ? 1 : 0);
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

    private boolean described(String key) {
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

    /** What a line's neighbours see of it. */
    private void near(Line line, int i, float[] out) {
        out[0] = log(line.text.length());
        out[1] = log(line.prose());
        out[2] = (float) line.linkShare();
        out[3] = line.kind.ordinal();
        out[4] = kept.get(i) ? 1 : 0;
        out[5] = (outline.flags(line.node) & Outline.OUT) != 0 ? 1 : 0;
        out[6] = furniture[i] > 0 ? 1 : 0;
        out[7] = Line.endsSentence(line.text) ? 1 : 0;
    }

    /** Of each group of a kind: lines, link share, share of prose, share that the rules kept, of the page's prose, length. */
    private float[][] stats(int kind) {
        int[] of = groups.of[kind];
        int size = groups.count[kind];
        float[][] out = new float[size][];
        long all = 1;
        double[] chars = new double[size];
        for (int i = 0; i < n; i++) {
            int g = of[i];
            Line line = lines.get(i);
            all += line.prose();
            if (g < 0) {
                continue;
            }
            if (out[g] == null) {
                out[g] = new float[GROUP];
            }
            int length = line.text.length();
            chars[g] += length;
            out[g][0]++;
            out[g][1] += Math.min(length, line.linked);
            out[g][2] += line.prose();
            out[g][3] += kept.get(i) ? length : 0;
        }
        for (int g = 0; g < size; g++) {
            float[] s = out[g];
            if (s != null) {
                s[4] = s[2] / all;
                s[5] = log(chars[g] / s[0]);
                s[1] /= (float) chars[g];
                s[2] /= (float) chars[g];
                s[3] /= (float) chars[g];
                s[0] = log(s[0]);
            }
        }
        return out;
    }

    /** Where a line stands: in the element, in the text, and how far from prose and headings. */
    private final class Place {
        private final long[] keptProse = new long[n + 1];
        private final long[] keptChars = new long[n + 1];
        private final long[] chars = new long[n + 1];
        private final int[] before = new int[n];
        private final int[] after = new int[n];
        private int headline = -1;
        private final int first = kept.nextSetBit(0);
        private final int last = kept.length() - 1;
        private final double usual;
        private int heading = -1;

        Place() {
            int last = -1;
            for (int i = 0; i < n; i++) {
                Line line = lines.get(i);
                boolean k = kept.get(i);
                keptProse[i + 1] = keptProse[i] + (k ? line.prose() : 0);
                keptChars[i + 1] = keptChars[i] + (k ? line.text.length() : 0);
                chars[i + 1] = chars[i] + line.text.length();
                before[i] = last;
                last = k && line.prose() > 0 ? i : last;
            }
            last = -1;
            for (int i = n - 1; i >= 0; i--) {
                after[i] = last;
                last = kept.get(i) && lines.get(i).prose() > 0 ? i : last;
            }
            int[] lengths =
                    kept.stream().map(i -> lines.get(i).text.length()).sorted().toArray();
            usual = lengths.length == 0 ? 0 : lengths[lengths.length / 2];
            for (int i = 0; i < n && (first < 0 || i < first + 3); i++) {
                Line line = lines.get(i);
                if (line.level == 1 || line.kind == Line.Kind.HEADING && titles.contains(BodyFinder.key(line.text))) {
                    headline = i;
                }
            }
        }

        void of(int i) {
            add(i >= from && i < to);
            add(headline < 0 ? -1_000 : i - headline);
            add(keptProse[n] == 0 ? 0 : keptProse[i] / (double) keptProse[n]);
            add(i / (double) n);
            add(before[i] < 0 ? 1_000 : i - before[i]);
            add(after[i] < 0 ? 1_000 : after[i] - i);
            add(before[i] < 0 ? -1 : log(chars[i] - chars[before[i] + 1]));
            add(after[i] < 0 ? -1 : log(chars[after[i]] - chars[i + 1]));
            add(share(i, 5));
            add(share(i, 15));
            add(log(keptProse[n]));
            add(log(n));
            add(groups.depth[i]);
            add(groups.above[i]);
            Line line = lines.get(i);
            add(heading < 0 ? -1 : i - heading);
            Line above = heading < 0 ? line : lines.get(heading);
            boolean label = heading >= 0 && above.text.length() < 300;
            add(!label ? -1 : furniture[heading] > 1 ? 2 : furniture[heading]);
            add(first < 0 ? -1 : i < first ? 0 : i > last ? 2 : 1);
            add(first < 0 ? 0 : i - first);
            add(first < 0 ? 0 : last - i);
            add(usual == 0 ? 0 : line.text.length() / usual);
            add(heading < 0 ? -1 : kept.get(heading) ? 1 : 0);
            list(line);
            pass(i);
        }

        /** What stands over the list that a line is in: whether it introduces one, is kept, is a heading. */
        private void list(Line line) {
            int over = line.list < 0 ? -1 : outline.first(line.list) - 1;
            if (over < 0) {
                add(-1);
                add(-1);
                add(-1);
                return;
            }
            Line lead = lines.get(over);
            add(Layout.introduces(lead.text));
            add(kept.get(over));
            add(lead.kind == Line.Kind.HEADING);
        }

        /** The next lines stand behind line {@code i}. */
        void pass(int i) {
            heading = lines.get(i).kind == Line.Kind.HEADING ? i : heading;
        }

        private double share(int i, int reach) {
            int a = Math.max(0, i - reach);
            int b = Math.min(n, i + reach + 1);
            return (keptChars[b] - keptChars[a]) / (double) Math.max(1, chars[b] - chars[a]);
        }
    }
}
