package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Tagging;
import org.hearsay.read.language.Telling;

/**
 * What the network for claims makes of the items of a list together. One item alone is often a few words without a verb; all of
 * them show whether they are claims, and whose. Rules read lists whose lead-in they know ({@link Listed}); this reads the others,
 * "What we know, then:" and "She gave these figures, from her own notebook:".
 */
final class WholeList {
    /** The rule of an item that only the network takes for a claim. */
    private static final String RULE = "item of a list, by the network";

    /** How the rule of an item ends that rules took for the outlet's. */
    private static final String HANDED = ", voice of the list by the network";

    private static final double CONFIDENCE = 0.7;

    /** From these probabilities on the network's word counts; chosen on articles of three hands that it had not learned from. */
    private static final double CLAIMED = 0.6;

    private static final double OTHERS = 0.7;
    private static final double NAMED = 0.85;

    private final Lines lines;
    private final Lexicon lexicon;
    private final Speakers speakers;
    private final Meant meant;
    private final Optional<Telling> telling;

    /**
     * How likely somebody claims the items of a list: the outlet, or another.
     *
     * @param nobody from 0 to 1, as are the others, which add up to 1
     * @param stance the likeliest of all of them together
     */
    private record Shares(double nobody, double outlet, double others, Stance stance) {
        static Shares of(Telling.Told told) {
            double[] odds = told.tellers();
            double nobody = Math.exp(odds[Telling.NOBODY]);
            double outlet = Math.exp(odds[Telling.OUTLET]);
            double others = Math.exp(odds[Telling.NAMED]) + Math.exp(odds[Telling.OTHERS]);
            double sum = nobody + outlet + others;
            int likeliest = 0;
            for (int k = 1; k < told.stances().length; k++) {
                likeliest = told.stances()[k] > told.stances()[likeliest] ? k : likeliest;
            }
            return new Shares(nobody / sum, outlet / sum, others / sum, StanceModel.STANCES.get(likeliest));
        }

        boolean mostlyOthers() {
            return others > Math.max(outlet, nobody);
        }
    }

    WholeList(Lines lines, Lexicon lexicon, Speakers speakers) {
        this.lines = lines;
        this.lexicon = lexicon;
        this.speakers = speakers;
        meant = speakers.meant();
        telling = lines.reading().tagging().flatMap(Tagging::telling);
    }

    /** Gives items that are nobody's yet to whom they belong, and those that are the outlet's to whoever is heard in all of them. */
    void read(List<Draft> drafts) {
        for (int block = 0; telling.isPresent() && block < lines.blocks(); block++) {
            int end = block;
            while (end < lines.blocks() && lines.block(end) instanceof Block.Item) {
                end++;
            }
            if (end > block + 1) {
                read(block, end, drafts);
            }
            block = end;
        }
    }

    private void read(int from, int to, List<Draft> drafts) {
        List<Line> items = new ArrayList<>();
        List<Span> points = new ArrayList<>();
        for (int b = from; b < to; b++) {
            for (Line item : lines.ofBlock(b).stream().limit(1).toList()) {
                Listed.point(item).ifPresent(point -> {
                    items.add(item);
                    points.add(point);
                });
            }
        }
        Optional<Shares> shares = points.size() < 2
                ? Optional.empty()
                : telling.flatMap(t -> t.of(points)).map(Shares::of);
        if (shares.isEmpty()) {
            return;
        }
        Optional<Draft> told = shares.get().mostlyOthers()
                ? before(from).flatMap(line -> lead(line, points, from, drafts))
                : Optional.empty();
        for (int i = 0; i < items.size(); i++) {
            Span point = points.get(i);
            List<Draft> known = drafts.stream().filter(d -> covers(d, point)).toList();
            if (known.isEmpty()) {
                added(items.get(i), point, shares.get(), told).ifPresent(drafts::add);
            }
            for (Draft draft : known) {
                boolean outlets = draft.voices.size() == 1 && draft.voices.get(0) instanceof Voice.Outlet;
                if (told.isPresent() && shares.get().others() >= OTHERS && outlets) {
                    draft.goOn(told.get());
                    draft.mended = HANDED;
                }
            }
        }
    }

    private Optional<Draft> added(Line item, Span point, Shares shares, Optional<Draft> told) {
        boolean outlets = told.isEmpty() && shares.outlet() > shares.nobody();
        if (1 - shares.nobody() < CLAIMED || told.isEmpty() && !outlets) {
            return Optional.empty();
        }
        Draft draft = new Draft(item, RULE, CONFIDENCE);
        draft.content.add(point);
        draft.quotation = Quotation.NONE;
        draft.listed = Optional.of(shares.stance());
        told.ifPresentOrElse(draft::goOn, () -> draft.voices = List.of(speakers.outlet()));
        return Optional.of(draft);
    }

    /** Whether the draft's words are half of the item's. */
    private static boolean covers(Draft draft, Span point) {
        int common = 0;
        for (Span span : draft.content) {
            common += Math.max(0, Math.min(span.end(), point.end()) - Math.max(span.start(), point.start()));
        }
        return 2 * common >= point.length();
    }

    /** The last line before a block. */
    private Optional<Line> before(int block) {
        for (int b = block - 1; b >= 0; b--) {
            List<Line> inside = lines.ofBlock(b);
            if (!inside.isEmpty()) {
                return Optional.of(inside.get(inside.size() - 1));
            }
        }
        return Optional.empty();
    }

    /** Whose the items are: the name that the network is sure of, or who reports something in the lead-in, or whom it is about. */
    private Optional<Draft> lead(Line line, List<Span> points, int from, List<Draft> drafts) {
        Draft draft = new Draft(line, "lead-in", CONFIDENCE);
        Optional<Draft> report = drafts.stream()
                .filter(d -> d.line == line && !d.source.isEmpty() && !d.cueSpans.isEmpty())
                .reduce((first, second) -> second);
        draft.cueSpans.add(report.map(r -> r.cueSpans.get(0)).orElse(cue(line)));
        Optional<Voice.Named> named =
                meant.of(points, NAMED, lines.block(from).span().start());
        if (named.isPresent()) {
            draft.source.add(named.get().span());
            draft.voices = List.of(speakers.outlet(), named.get());
            return Optional.of(draft);
        }
        if (report.isPresent()) {
            draft.source.addAll(report.get().source);
            draft.voices = report.get().voices;
            return Optional.of(draft);
        }
        for (int k = line.size() - 1; k > 0; k--) {
            boolean verb = line.tagged(k, "VERB", "AUX") && !line.quoted(k);
            Optional<Span> subject = verb ? new Subjects(line).of(k) : Optional.empty();
            if (subject.filter(s -> speaks(line, s)).isPresent()) {
                draft.source.add(subject.get());
                draft.voices = speakers.voices(draft);
                return draft.voices.size() < 2 ? Optional.empty() : Optional.of(draft);
            }
        }
        return Optional.empty();
    }

    /** Whether the words are of somebody, or of a paper. */
    private boolean speaks(Line line, Span subject) {
        int first = Speakers.indexAt(line, subject.start());
        int head = Math.max(first, Phrases.baseEndOf(line, first) - 1);
        return line.name(head).isPresent()
                || line.is(first, "he", "she", "it", "they") && head == first
                || lexicon.speaker(line.lemma(head)).isPresent()
                || lexicon.isRole(line.word(head));
    }

    /** The last verb of the lead-in, or its last word. */
    private Span cue(Line line) {
        for (int k = line.size() - 1; k >= 0; k--) {
            if (line.tagged(k, "VERB") && !line.quoted(k)) {
                return line.span(k, k + 1);
            }
        }
        int last = new LeadIn(line, lexicon).last();
        return line.span(last, last + 1);
    }
}
