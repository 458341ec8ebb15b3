package org.hearsay.read.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which lines of an {@link Outline} are the article. Witnesses name an element (the body that structured data or class
 * names mark, the article element, density of prose); the one they agree on is widened while what is added is prose
 * too, and its lines are judged one by one.
 */
final class BodyFinder {
    /** Where a marked body has less prose than this share of the densest element, its mark is not believed. */
    private static final double BELIEVED = 0.7;
    /** A marked part with less of the prose than this is a box beside the body. */
    private static final double A_PART = 0.05;
    /** Readability gives an ancestor a part of each paragraph's score; a third level still counts a little. */
    private static final double[] INHERITED = {1.0, 0.6, 0.3, 0.15};

    /** Twenty times the most lines of any measured page; of more, the rules decide alone. */
    private static final int MOST_LINES = 20_000;

    private final Outline outline;
    private final Facts facts;
    private final Set<String> titles = new HashSet<>();
    private final Set<String> bodyWords = new HashSet<>();

    private final Optional<LineModel> model;
    private BitSet excluded = new BitSet();

    BodyFinder(Outline outline, Facts facts, Optional<LineModel> model) {
        this.outline = outline;
        this.facts = facts;
        this.model = model;
        facts.titles().forEach(t -> titles.add(key(t)));
    }

    /** The kept lines in order; empty if the page has none. */
    List<Line> find() {
        if (outline.size() == 0 || outline.lines.isEmpty()) {
            return List.of();
        }
        int root = element();
        BitSet kept = byRules(root);
        if (model.isPresent() && !kept.isEmpty() && outline.lines.size() <= MOST_LINES) {
            kept = byModel(model.get(), features(root, kept), kept);
        }
        List<Line> found = new ArrayList<>();
        kept.stream().forEach(i -> found.add(outline.lines.get(i)));
        return found;
    }

    private BitSet byRules(int root) {
        LineJudge judge = new LineJudge(outline, titles, facts.authors(), outline.first(root), outline.end(root));
        BitSet kept = judge.keep();
        excluded = judge.excluded();
        standFirst(kept, root);
        return kept;
    }

    /** All lines as the model sees them, with the verdict of the rules as one thing that it sees. */
    PageLines lines() {
        int root = element();
        return lines(root, byRules(root));
    }

    private PageLines lines(int root, BitSet kept) {
        LineFeatures features = features(root, kept);
        float[][] rows = new float[outline.lines.size()][];
        for (int i = 0; i < rows.length; i++) {
            features.glance(i);
            rows[i] = features.whole(i).clone();
        }
        return new PageLines(outline.lines.stream().map(l -> l.text).toList(), rows);
    }

    private LineFeatures features(int root, BitSet kept) {
        LineGroups groups = new LineGroups(outline, kept, column(kept));
        return new LineFeatures(outline, facts, kept, excluded, groups, outline.first(root), outline.end(root));
    }

    /** The element that holds most of the kept paragraphs. */
    private int column(BitSet kept) {
        Map<Integer, Long> prose = new HashMap<>();
        int best = -1;
        for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
            Line line = outline.lines.get(i);
            if (line.kind == Line.Kind.TEXT) {
                int parent = outline.parent(line.node);
                long sum = prose.merge(parent, (long) line.prose(), Long::sum);
                best = best < 0 || sum > prose.getOrDefault(best, 0L) ? parent : best;
            }
        }
        return best;
    }

    private BitSet byModel(LineModel model, LineFeatures features, BitSet rules) {
        BitSet kept = new BitSet();
        for (int i = excluded.nextClearBit(0); i < outline.lines.size(); i = excluded.nextClearBit(i + 1)) {
            switch (model.glance(features.glance(i))) {
                case TEXT -> kept.set(i);
                case OPEN -> kept.set(i, model.keeps(features.whole(i)));
                case NO_TEXT -> {}
            }
        }
        return kept.isEmpty() ? rules : kept;
    }

    int element() {
        int dense = densest();
        int marked = marked(dense);
        int chosen = marked >= 0 ? marked : widened(dense);
        return chosen;
    }

    private int densest() {
        double[] scores = new double[outline.size()];
        for (Line line : outline.lines) {
            int prose = line.prose();
            if (prose < 25 || outline.has(line, Outline.OUT)) {
                continue;
            }
            double score = 1 + Math.min(3.0, prose / 100.0) + Math.min(3, commas(line.text)) * 0.5;
            int n = outline.tag(line.node).equals("p") || line.kind != Line.Kind.TEXT
                    ? Math.max(0, outline.parent(line.node))
                    : line.node;
            for (int step = 0; step < INHERITED.length && n >= 0; step++) {
                scores[n] += score * INHERITED[step];
                n = outline.parent(n);
            }
        }
        int best = 0;
        for (int n = 0; n < scores.length; n++) {
            long chars = outline.chars(outline.first(n), outline.end(n));
            double share = chars == 0 ? 0 : Math.min(1.0, outline.prose(n) / (double) chars);
            scores[n] *= 0.4 + 0.6 * share;
            if ((outline.flags(n) & Outline.BODY) != 0) {
                scores[n] *= 1.3;
            }
            if (scores[n] > scores[best]) {
                best = n;
            }
        }
        return best;
    }

    private static int commas(String text) {
        int commas = 0;
        for (int i = 0; i < text.length() && commas < 4; i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '،' || c == '、' || c == '，') {
                commas++;
            }
        }
        return commas;
    }

    /** The element that holds the parts marked as a body, where they have most of what is dense; or -1. */
    private int marked(int dense) {
        int wide = widened(dense);
        long wanted = wide(wide);
        int best = -1;
        int together = -1;
        for (int n = 0; n < outline.size(); n++) {
            boolean opens = (outline.flags(n) & Outline.BODY) != 0
                    && (n == 0 || (outline.flags(outline.parent(n)) & Outline.BODY) == 0);
            if (!opens || (outline.flags(n) & Outline.OUT) != 0) {
                continue;
            }
            long prose = wide(n);
            if (prose > wanted * A_PART) {
                together = together < 0 ? n : outline.common(together, n);
            }
            if (prose > 0 && (best < 0 || prose > wide(best))) {
                best = n;
            }
        }
        if (best < 0 || wide(best) >= wanted * BELIEVED) {
            return best;
        }
        return together >= 0
                        && (outline.within(together, wide) || outline.within(wide, together))
                        && wide(together) >= wanted * BELIEVED
                ? together
                : -1;
    }

    private long wide(int node) {
        return goodChars(outline.first(node), outline.end(node));
    }

    private long goodChars(int from, int to) {
        long good = 0;
        for (int i = from; i < to; i++) {
            Line line = outline.lines.get(i);
            if (!outline.has(line, Outline.OUT)) {
                good += line.prose();
            }
        }
        return good;
    }

    /** Climbs while the siblings that come in are prose as well: bodies are often cut into many containers. */
    private int widened(int start) {
        int best = start;
        int n = start;
        for (int step = 0; step < 6 && outline.parent(n) >= 0; step++) {
            int above = outline.parent(n);
            long good = 0;
            long bad = 0;
            for (int i = outline.first(above); i < outline.end(above); i++) {
                if (i >= outline.first(best) && i < outline.end(best)) {
                    continue;
                }
                Line line = outline.lines.get(i);
                if (outline.has(line, Outline.OUT | Outline.ABOUT | Outline.HEADER | Outline.HEADLINE)) {
                    continue;
                }
                int prose = line.prose();
                good += prose;
                boolean neutral = line.linkShare() < 0.3
                        && (line.kind == Line.Kind.HEADING
                                || line.kind == Line.Kind.ITEM
                                || Layout.introduces(line.text));
                if (prose == 0 && !neutral) {
                    bad += line.text.length();
                }
            }
            if (good > 80 && good > bad * 1.5) {
                best = above;
            }
            n = above;
        }
        return best;
    }

    /** Takes in the stand-first: between the headline and the body, marked as one or told by the page's description. */
    private void standFirst(BitSet kept, int root) {
        int first = kept.nextSetBit(0);
        if (first < 0) {
            return;
        }
        kept.stream().forEach(i -> bodyWords.add(key(outline.lines.get(i).text)));
        int headline = -1;
        for (int i = 0; i < first; i++) {
            Line line = outline.lines.get(i);
            if (line.level == 1 || line.kind == Line.Kind.HEADING && titles.contains(key(line.text))) {
                headline = i;
            }
        }
        int from = Math.max(0, Math.max(headline, first - 60));
        for (int i = from; i < first; i++) {
            Line line = outline.lines.get(i);
            boolean teaser = outline.has(line, Outline.FURNITURE) && outline.has(line, Outline.STANDFIRST);
            if (outline.has(line, teaser ? Outline.OUT & ~Outline.FURNITURE : Outline.OUT)
                    || line.linkShare() > 0.3
                    || line.text.length() < 25) {
                continue;
            }
            String words = key(line.text);
            boolean known = bodyWords.contains(words) || titles.contains(words) || Furniture.is(line.text);
            boolean told = facts.descriptions().stream().anyMatch(d -> alike(key(d), words));
            boolean marked = outline.has(line, Outline.STANDFIRST) && headline >= 0 && line.text.length() >= 40;
            boolean prose = headline >= 0 && !teaser && line.prose() >= 60 && !outline.has(line, Outline.ABOUT);
            if (!known && (told || marked || prose)) {
                kept.set(i);
            }
        }
    }

    private static boolean alike(String description, String line) {
        if (description.length() < 25 || line.length() < 25) {
            return false;
        }
        int head = Math.min(60, Math.min(description.length(), line.length()));
        return description.regionMatches(0, line, 0, head);
    }

    /** Letters and digits only, in small letters: what two spellings of one line share. */
    static String key(String text) {
        return key(text, 4_000);
    }

    static String key(String text, int most) {
        char[] out = new char[Math.min(text.length(), most) + 1];
        int length = 0;
        boolean gap = false;
        boolean ascii = true;
        for (int i = 0; i < text.length() && length < most; i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
            if (letter || c >= 0x80 && (Character.isLetterOrDigit(c) || Character.isSurrogate(c))) {
                if (gap && length > 0) {
                    out[length++] = ' ';
                }
                gap = false;
                ascii &= letter;
                out[length++] = c <= 'Z' && c >= 'A' ? (char) (c + 32) : c;
            } else {
                gap = true;
            }
        }
        String key = new String(out, 0, length);
        return ascii ? key : key.toLowerCase(Locale.ROOT);
    }
}
